package vn.cuulong.run;

import java.util.List;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;

/**
 * What one run is asked to do.
 *
 * @param tables in flow order
 * @param window only intervals that touch it are built, and those that a run that died has left half done; null for
 *     everything that is due
 * @param force builds intervals of the window (or all) even when nothing changed, and drops rows of files that are gone
 * @param rejectsOnly of clean tables, reads only files with rejected rows again, when the rules have changed since, and
 *     builds the intervals of these rows; everything else stays due
 */
public record RunRequest(List<TableName> tables, Interval window, boolean force, boolean rejectsOnly) {
  /** A request for all files. */
  public RunRequest(List<TableName> tables, Interval window, boolean force) {
    this(tables, window, force, false);
  }

  /** True when every interval of a table is built again, so that its columns may change too. */
  boolean rebuildsWhole() {
    return force && window == null;
  }
}
