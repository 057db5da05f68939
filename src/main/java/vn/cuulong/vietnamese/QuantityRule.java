package vn.cuulong.vietnamese;

import java.math.BigDecimal;

/**
 * A whole number of things, with an optional multiplier and counting word: {@code 1.273}, {@code 1,2 triệu lượt},
 * {@code 27,5 nghìn lượt khách}, {@code 638 cơ sở}. That things are counted whole often decides what a mark means:
 * {@code 1,273} visitors are 1273.
 */
public final class QuantityRule implements ValueRule {
  private static final Spellings COUNTED = Figure.words("luot", "khach", "nguoi", "phong", "san", "pham", "don",
      "hang", "ho", "so", "dem", "ngay", "co", "phan", "anh", "kien", "nghi", "giao", "dich", "cai", "chiec", "du",
      "lich", "noi", "dia", "quoc", "te", "truy", "cap", "xem", "nghe", "tai", "ve", "bai", "viet", "video", "tin",
      "thu", "tuc", "vu", "doanh", "nghiep", "hop", "tac", "xa", "chu", "khoan", "lan", "giuong", "buong", "tour",
      "doan", "gian", "mat", "suat", "view", "views", "visitors", "guests", "orders", "persons", "people", "tinh",
      "mon", "truong", "luu", "tru", "dan", "gio", "chuyen", "quan", "tham");

  private final NumberRule.Style style;
  private final long defaultFactor;
  private final Figure figure = new Figure();

  /** A rule for cells that count single things. */
  public QuantityRule(NumberRule.Style style) {
    this(style, 1);
  }

  /**
   * A rule for cells whose bare numbers count thousands or millions, because the header says so.
   *
   * @param defaultFactor what one stands for: 1000 below a header "nghìn lượt"; a cell that names its own multiplier
   *     keeps it
   */
  public QuantityRule(NumberRule.Style style, long defaultFactor) {
    if (Decimals.exponent(defaultFactor) < 0) {
      throw new IllegalArgumentException("a factor is a power of ten up to 1e12, not " + defaultFactor);
    }
    this.style = style;
    this.defaultFactor = defaultFactor;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if (defaultFactor == 1 && NumberRule.readDigits(utf8, offset, length, out)) {
      return true;
    }
    if (!figure.open(utf8, offset, length, out) || !figure.numeral(style, out)) {
      return false;
    }
    int exponent = Multiplier.scan(figure);
    boolean counted = skipCounted();
    if (figure.at < figure.to) {
      out.doubt = Doubt.UNIT_WORD_UNKNOWN;
      return false;
    }
    if (exponent == 0 && !counted) {
      exponent = Decimals.exponent(defaultFactor);
    }
    return whole(exponent, out);
  }

  private boolean whole(int exponent, Reading out) {
    Numeral numeral = figure.numeral;
    out.number = numeral.unscaled;
    out.scale = numeral.scale;
    out.doubt = figure.doubt();
    if (!Decimals.shift(out, exponent)) {
      return false;
    }
    if (numeral.eitherWay && (exponent == 0 || !Decimals.isWhole(out))) {
      // The mark can only group: there is no half visitor, and nobody writes decimals of a bare count.
      boolean other = numeral.scale > 0;
      out.number = numeral.unscaled;
      out.scale = 0;
      boolean round = numeral.unscaled % 1000 == 0;
      out.doubt = style != NumberRule.Style.AUTO
          ? other ? Doubt.NUMBER_STYLE_OTHER : figure.doubt()
          : round ? Doubt.NUMBER_AMBIGUOUS : null;
      if (!Decimals.shift(out, exponent)) {
        return false;
      }
    }
    if (!Decimals.isWhole(out)) {
      out.doubt = Doubt.NUMBER_NOT_WHOLE;
      return false;
    }
    Decimals.dropZeros(out);
    return true;
  }

  private boolean skipCounted() {
    boolean any = false;
    while (figure.at < figure.to) {
      int end = figure.wordEnd();
      boolean stop = figure.plain[figure.at] == '.' && figure.at + 1 == figure.to;
      if (!stop && COUNTED.find(figure.plain, figure.at, end - figure.at) < 0) {
        return any;
      }
      any = true;
      figure.at = end;
      figure.skipSpace();
    }
    return any;
  }

  /** The count, or null when it is missing or not understood. */
  public static Long parse(String text, NumberRule.Style style) {
    BigDecimal number = NumberRule.parse(text, new QuantityRule(style));
    return number == null ? null : number.longValueExact();
  }
}
