package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.PublishException;
import vn.cuulong.territory.Basis;

/**
 * The rows of one month of a table as sums over the units that reported. Rows that are the same sum, such as a
 * province on two maps, are one cell: who knows one knows the other.
 */
final class MonthCells {
  private static final double PLACES_OF_A_DOUBLE = 1e-9;
  /** A split rounds each of up to three steps, and a total of two measures does so twice. */
  private static final double STEPS = 8;

  private final FrozenTable table;
  private final LandSums lands;
  private final List<String> recorded = new ArrayList<>();
  private final List<Object[]> reported = new ArrayList<>();
  private final Map<Object[], Integer> cellOfRow = new LinkedHashMap<>();
  private final List<double[]> sums = new ArrayList<>();
  private final CellSystem system;

  MonthCells(FrozenTable table, List<Object[]> rows, LandSums lands) {
    this.table = table;
    this.lands = lands;
    for (Object[] row : rows) {
      Cell cell = Cell.of(table, row);
      if (cell.basis() == Basis.AS_PUBLISHED && lands.isProvince(cell.unitId())) {
        recorded.add(cell.unitId());
        reported.add(row);
      }
    }
    Map<String, Integer> cells = new HashMap<>();
    for (Object[] row : rows) {
      double[] sum = lands.of(Cell.of(table, row), recorded);
      cellOfRow.put(row, cells.computeIfAbsent(Arrays.toString(sum), key -> {
        sums.add(sum);
        return sums.size() - 1;
      }));
    }
    this.system = new CellSystem(sums);
  }

  CellSystem system() {
    return system;
  }

  /** The cell of a row. */
  int of(Object[] row) {
    return cellOfRow.get(row);
  }

  /** True when a row shows something of a withheld cell. */
  boolean overlaps(Object[] row, BitSet withheld) {
    return withheld.stream().anyMatch(cell -> system.overlap(of(row), cell));
  }

  /** True when a row holds parts of units, by public weights, and so has no contributors of its own. */
  boolean isSplit(Object[] row) {
    return Arrays.stream(sums.get(of(row))).anyMatch(part -> part != 0 && part != 1);
  }

  /**
   * What an earlier release tells of what the units reported. A unit that was withheld then is taken to have reported
   * the same; one whose number was published and is another now is no unknown there.
   */
  List<double[]> given(EarlierTable earlier, String measure) {
    if (reported.isEmpty()) {
      return List.of();
    }
    Cell here = Cell.of(table, reported.get(0));
    Map<String, Boolean> isSame = new HashMap<>();
    for (Object[] row : reported) {
      Cell cell = Cell.of(table, row);
      boolean changed = earlier.isPublished(cell, measure)
          && !earlier.holds(cell, measure, row[table.indexOf(measure)]);
      isSame.put(cell.unitId(), earlier.has(cell) && !changed);
    }
    List<double[]> given = new ArrayList<>();
    for (Cell cell : earlier.cells(here.month())) {
      double[] sum = lands.of(cell, recorded);
      for (int unit = 0; unit < sum.length; unit++) {
        sum[unit] = isSame.get(recorded.get(unit)) ? sum[unit] : 0;
      }
      if (earlier.isPublished(cell, measure) && Arrays.stream(sum).anyMatch(part -> part != 0)) {
        given.add(sum);
      }
    }
    return given;
  }

  /**
   * What the units reported.
   *
   * @throws PublishException when the rows do not add up to one another as the maps say
   */
  double[] amounts(String measure, double unit) {
    int at = table.indexOf(measure);
    double[] amounts = reported.stream().mapToDouble(row -> number(row[at])).toArray();
    for (Map.Entry<Object[], Integer> row : cellOfRow.entrySet()) {
      double value = number(row.getKey()[at]);
      double sum = system.value(row.getValue(), amounts);
      double allowed = PLACES_OF_A_DOUBLE * Math.abs(sum) + (isSplit(row.getKey()) ? STEPS * unit * reported.size() : 0);
      if (value < 0 || Math.abs(value - sum) > allowed) {
        throw new PublishException("The rows of " + table.name() + " do not add up: " + measure + " of "
            + Cell.of(table, row.getKey()) + " is " + value + ", and its units make " + sum + ".",
            "What can be worked out from what is only known where rows are sums of units.",
            "Take " + measure + " out of the measures of the product, or put the mart right.");
      }
    }
    return amounts;
  }

  private static double number(Object value) {
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }
}
