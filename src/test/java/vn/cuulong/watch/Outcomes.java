package vn.cuulong.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.TableContract.Severity;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.table.Interval;

/** A night with one good table and one that is held. */
final class Outcomes {
  static final TableName STAY = TableName.of("clean.tourism_stay");
  static final TableName MART = TableName.of("mart.province_month_tourism");
  static final RunIdentity IDENTITY = new RunIdentity("20260302T190000000Z-abcd", "cuulong run nightly", "0.1.0",
      "máy chủ", Clock.fixed(Instant.parse("2026-03-02T19:00:00Z"), ZoneOffset.UTC));
  static final TableOutcome BUILT = new Built(STAY, 2.5, 1273,
      List.of(new Interval(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2))), 3, new Book(1300, 1273, 20, 7),
      List.of(), List.of(check("guests", true)), Map.of(),
      Map.of("stay_date:date_impossible", 15L, "required_missing", 5L));
  static final TableOutcome HELD = new Held(MART, 1.0,
      new Trouble("Bảng bị giữ lại.", "Tổng không khớp.", "Xem tệp mới."), List.of(check("sums", false)));

  private Outcomes() {}

  static RunReport report() {
    return new RunReport(IDENTITY, List.of(BUILT, HELD), 12.34, 3);
  }

  private static CheckResult check(String name, boolean passed) {
    return new CheckResult(name, Severity.HOLD, 100, passed ? 0 : 3, passed, new Bilingual("Sai", "Wrong"));
  }
}
