package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    List<Object[]> rows = new ArrayList<>();
    List<String> key = table.contract().key();
    Map<List<String>, Map<String, String>> released = release.by(key);
    for (Object[] row : table.rows()) {
      List<String> place = key.stream().map(column -> String.valueOf(row[table.indexOf(column)])).toList();
      List<String> flags = EarlierTable.flags(released.getOrDefault(place, Map.of()));
      Object[] published = Arrays.copyOf(row, row.length + 1);
      for (String flag : flags) {
        int at = table.indexOf(flag.substring(0, flag.indexOf(':')));
        if (at >= 0) {
          published[at] = null;
        }
      }
      published[row.length] = flags;
      rows.add(published);
    }
    return table.with(columns(table, rows, withheldColumn), rows);
  }

  /** The columns of a table from which values were withheld: a number may always be missing, as may what is. */
  static List<FrozenColumn> columns(FrozenTable table, List<Object[]> rows, Column withheldColumn) {
    List<FrozenColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      FrozenColumn column = table.columns().get(i);
      int at = i;
      boolean required = column.required() && (table.isKey(column)
          || !column.isNumber() && rows.stream().allMatch(row -> row[at] != null));
      columns.add(column.with(required));
    }
    columns.add(new FrozenColumn(withheldColumn, true));
    return columns;
  }

  /** The columns that are withheld in a row of {@link #table}. */
  @SuppressWarnings("unchecked")
  static List<String> withheld(Object[] row) {
    return ((List<String>) row[row.length - 1]).stream().map(flag -> flag.substring(0, flag.indexOf(':'))).toList();
  }

  /** How many values are published and how many are withheld, of those that could be. */
  public String summary() {
    long withheld = 0;
    long published = 0;
    for (Object[] row : table.rows()) {
      withheld += withheld(row).size();
      for (int i = 0; i < row.length - 1; i++) {
        published += row[i] != null && table.columns().get(i).isNumber() ? 1 : 0;
      }
    }
    return table.name() + ": " + withheld + " of " + (withheld + published) + " values withheld";
  }

  static String flag(String column, Reason reason) {
    return column + ":" + reason.code();
  }
}
