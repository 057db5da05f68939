package vn.cuulong.publish.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.publish.FrozenTable;

/** Sums over pairs of places that a table of single places must not publish, because pairs are withheld. */
public final class SumsOfPairs {
  /** Of a table that has no pairs. */
  public static final SumsOfPairs NONE = new SumsOfPairs();

  private final Map<Cell, Map<String, Reason>> reasons = new HashMap<>();

  void add(Cell cell, String column, Reason reason) {
    reasons.computeIfAbsent(cell, one -> new TreeMap<>()).put(column, reason);
  }

  /** Empties them in a row that ends with its flags. */
  @SuppressWarnings("unchecked")
  void withhold(FrozenTable table, Object[] row) {
    if (reasons.isEmpty()) {
      return;
    }
    TreeSet<String> flags = new TreeSet<>((List<String>) row[row.length - 1]);
    reasons.getOrDefault(Cell.of(table, row), Map.of()).forEach((column, reason) ->
        TableDisclosure.empty(row, table.indexOf(column), ProtectedTable.flag(column, reason), flags));
    row[row.length - 1] = List.copyOf(flags);
  }
}
