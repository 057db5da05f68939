package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.cuulong.contract.Column;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;

/**
 * A table from which values were withheld.
 *
 * @param table the rows, with {@value #WITHHELD} as their last column: {@code column:reason} for every withheld value,
 *     sorted, never null
 * @param notes what a publisher should know, in words: values that an earlier release gave away, months that could
 *     only be withheld whole
 */
public record ProtectedTable(FrozenTable table, List<String> notes) {
  /** The column that names what is withheld. */
  public static final String WITHHELD = "withheld";

  /**
   * The rows of a table as a release has them: what is withheld there is withheld here, and nothing else.
   *
   * @param withheldColumn {@code withheld} of the dictionary
   */
  public static FrozenTable again(FrozenTable table, EarlierTable release, Column withheldColumn) {
    Set<String> optional = new HashSet<>();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      List<String> flags = release.withheld(Cell.of(table, row));
      Object[] published = Arrays.copyOf(row, row.length + 1);
      for (String flag : flags) {
        int at = table.indexOf(flag.substring(0, flag.indexOf(':')));
        optional.add(flag.substring(0, flag.indexOf(':')));
        if (at >= 0) {
          published[at] = null;
        }
      }
      published[row.length] = flags;
      rows.add(published);
    }
    List<FrozenColumn> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(
        new FrozenColumn(column.column(), column.required() && !optional.contains(column.name()))));
    columns.add(new FrozenColumn(withheldColumn, true));
    return table.with(columns, rows);
  }

  static String flag(String column, Reason reason) {
    return column + ":" + reason.code();
  }
}
