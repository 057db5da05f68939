package vn.cuulong.quality;

import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.TableContract.Severity;

/**
 * One check and what it found.
 *
 * @param name of the check, unique in its table
 * @param severity what a broken one does
 * @param rows rows it was evaluated on; with 0 it has proven nothing, and the message says so
 * @param broken rows that break it
 * @param passed true when the share of broken rows is within the tolerance
 * @param message what was found, in both languages
 */
public record CheckResult(
    String name, Severity severity, long rows, long broken, boolean passed, Bilingual message) {

  /** True when it stops the commit. */
  public boolean holds() {
    return !passed && severity == Severity.HOLD;
  }
}
