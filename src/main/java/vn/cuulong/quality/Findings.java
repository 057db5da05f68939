package vn.cuulong.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.cuulong.contract.Bilingual;

/** What a check found, in words. */
final class Findings {
  private Findings() {}

  /** The promise and what became of it. */
  static Bilingual of(Bilingual promise, long rows, long broken, double tolerance) {
    if (rows == 0) {
      return new Bilingual(promise.vi() + ": không có dòng nào để kiểm tra, nên chưa chứng minh được gì.",
          promise.en() + ": evaluated on no rows, so it has proven nothing.");
    }
    if (broken == 0) {
      return new Bilingual(promise.vi() + ": đúng với cả " + rows + " dòng.",
          promise.en() + ": true for all " + rows + " rows.");
    }
    String share = percent((double) broken / rows);
    String vi = promise.vi() + ": sai ở " + broken + " trên " + rows + " dòng (" + share.replace('.', ',') + " %)";
    String en = promise.en() + ": broken by " + broken + " of " + rows + " rows (" + share + " %)";
    if (tolerance > 0) {
      String allowed = percent(tolerance);
      vi += ", cho phép " + allowed.replace('.', ',') + " %";
      en += ", " + allowed + " % are tolerated";
    }
    return new Bilingual(vi + ".", en + ".");
  }

  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP);
    return percent.signum() == 0 ? "< 0.01" : percent.stripTrailingZeros().toPlainString();
  }
}
