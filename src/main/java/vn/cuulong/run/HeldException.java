package vn.cuulong.run;

import java.util.List;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.TableName;
import vn.cuulong.quality.CheckResult;

/** The commit of a table is stopped, and the table stays as it is. Caught where the outcome is made. */
final class HeldException extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<CheckResult> checks;
  private final boolean waits;

  private HeldException(String problem, String reason, String remedy, List<CheckResult> checks, boolean waits) {
    super(problem, reason, remedy);
    this.checks = checks;
    this.waits = waits;
  }

  /** A check stops it. */
  static HeldException held(String problem, String cause, String remedy, List<CheckResult> checks) {
    return new HeldException(problem, cause, remedy, checks, false);
  }

  /** An input is missing. */
  static HeldException notReady(String problem, String cause, String remedy) {
    return new HeldException(problem, cause, remedy, List.of(), true);
  }

  /** Goes on when no check holds the table. */
  static void refuseBroken(TableName table, List<CheckResult> checks) {
    List<CheckResult> broken = checks.stream().filter(CheckResult::holds).toList();
    if (!broken.isEmpty()) {
      CheckResult first = broken.get(0);
      throw held(table + " is held by " + broken.size() + (broken.size() == 1 ? " check" : " checks") + ", first "
          + first.name() + ": " + first.broken() + " of " + first.rows() + " rows break it.",
          first.message().en() + " / " + first.message().vi(),
          "Correct what it was built from and run again; the table shows what it showed before.", checks);
    }
  }

  List<CheckResult> checks() {
    return checks;
  }

  /** True when an input is missing, so that waiting may help. */
  boolean waits() {
    return waits;
  }
}
