package vn.cuulong.publish.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.cuulong.contract.ColumnType;

/**
 * A table column by column, as the pages read it. A column of numbers is a list with null for what has no value, or,
 * where most have none, the positions and the values of the others. Any other column is a list of its different texts
 * and one place in that list (-1: no value) for each row; where rows with the same text stand together, each such place
 * once, with the number of rows.
 */
final class PackedTable {
  /** Digits that a page can show of a number that is not whole. */
  private static final MathContext SHOWN = new MathContext(9);
  /** The same of a growth rate, shown in percent with one decimal. */
  private static final MathContext GROWTH = new MathContext(5);

  private PackedTable() {}

  /**
   * Packs the rows that a condition keeps.
   *
   * @param columns those wanted; one that the release left out is left out
   * @param types of the columns, by name; a column without one is text
   */
  static Map<String, Object> of(ReleasedTable table, List<String> columns, Map<String, ColumnType> types,
      Predicate<String[]> keeps) {
    List<String[]> rows = table.rows().stream().filter(keeps).toList();
    Map<String, Object> packed = new LinkedHashMap<>();
    for (String column : columns) {
      int position = table.position(column);
      if (position >= 0) {
        List<String> fields = new ArrayList<>(rows.size());
        rows.forEach(row -> fields.add(row[position]));
        packed.put(column, isNumber(types.get(column))
            ? numbers(fields, column.startsWith("growth_") ? GROWTH : SHOWN) : texts(fields));
      }
    }
    return DataScript.object("rows", rows.size(), "columns", packed);
  }

  private static boolean isNumber(ColumnType type) {
    return type != null && switch (type.base()) {
      case BIGINT, DECIMAL, DOUBLE -> true;
      default -> false;
    };
  }

  private static Map<String, Object> numbers(List<String> fields, MathContext digits) {
    List<Object> values = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        places.add(i);
        values.add(number(fields.get(i), digits));
      }
    }
    if (places.size() * 2 < fields.size()) {
      return DataScript.object("at", places, "is", values);
    }
    List<Object> all = new ArrayList<>(fields.size());
    fields.forEach(field -> all.add(field.isEmpty() ? null : number(field, digits)));
    return DataScript.object("is", all);
  }

  private static Object number(String field, MathContext digits) {
    BigDecimal exact = new BigDecimal(field);
    if (exact.stripTrailingZeros().scale() <= 0) {
      return exact.toBigInteger();
    }
    BigDecimal shown = exact.precision() > digits.getPrecision() ? exact.round(digits) : exact;
    return new BigDecimal(shown.stripTrailingZeros().toString());
  }

  private static Map<String, Object> texts(List<String> fields) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Integer> rows = new ArrayList<>(fields.size());
    for (String field : fields) {
      rows.add(field.isEmpty() ? -1 : places.computeIfAbsent(field, text -> places.size()));
    }
    List<Integer> runs = runs(rows);
    return runs.size() < rows.size() ? DataScript.object("of", List.copyOf(places.keySet()), "runs", runs)
        : DataScript.object("of", List.copyOf(places.keySet()), "is", rows);
  }

  /** Place and number of rows, in turn. */
  private static List<Integer> runs(List<Integer> rows) {
    List<Integer> runs = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !rows.get(i).equals(rows.get(begin))) {
        runs.add(rows.get(begin));
        runs.add(i - begin);
        begin = i;
      }
    }
    return runs;
  }
}
