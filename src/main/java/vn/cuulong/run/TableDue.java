package vn.cuulong.run;

import java.util.List;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;

/**
 * What a run would do to one table and why, known without reading data.
 *
 * @param table which
 * @param newFiles paths that were never read for it, or whose content changed
 * @param goneFiles paths that were read once and are no longer there
 * @param intervals intervals that are due; those of new files are known only when they are read
 * @param reasons sentences that say why
 */
public record TableDue(
    TableName table, List<String> newFiles, List<String> goneFiles, List<Interval> intervals, List<String> reasons) {
  /** True when there is something to do. */
  public boolean isDue() {
    return !reasons.isEmpty();
  }
}
