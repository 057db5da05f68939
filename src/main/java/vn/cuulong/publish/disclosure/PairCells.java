package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.cuulong.contract.DisclosureContract.Pairs;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.territory.Basis;

/**
 * The rows of one month of a table of pairs, and the sums over pairs that the table of single places publishes, as
 * sums of unknown amounts: one for each pair on the map of the month, and one for each place, of what leaves it for
 * places that the table does not show.
 */
final class PairCells {
  /** What is published of a place: a column of the table of single places. */
  record Total(Cell cell, String column) {}

  private final FrozenTable table;
  private final FrozenTable totals;
  private final Pairs pairs;
  private final LandSums lands;
  private final LocalDate month;
  private final List<Object[]> finest = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<String> sellers;
  private final Map<String, double[]> inside = new HashMap<>();
  private final Map<Object[], Integer> cellOfRow = new LinkedHashMap<>();
  private final Map<Total, Integer> cellOfTotal = new LinkedHashMap<>();
  private final Map<String, Object[]> ownTotals = new HashMap<>();
  private final List<double[]> sums = new ArrayList<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final CellSystem system;

  /**
   * A month.
   *
   * @param rows of the table of pairs
   * @param places rows of the same month of the table of single places
   */
  PairCells(FrozenTable table, List<Object[]> rows, FrozenTable totals, List<Object[]> singles, Pairs pairs,
      LandSums lands) {
    this.table = table;
    this.totals = totals;
    this.pairs = pairs;
    this.lands = lands;
    this.month = (LocalDate) rows.get(0)[table.indexOf("month")];
    Basis own = month.isBefore(Basis.UNITS_2025.day()) ? Basis.UNITS_2004 : Basis.UNITS_2025;
    Set<String> named = new LinkedHashSet<>();
    for (Object[] row : rows) {
      if (basis(row) == own) {
        finest.add(row);
        named.addAll(List.of(from(row), to(row)));
      }
    }
    this.places.addAll(new TreeSet<>(named));
    this.sellers = new ArrayList<>(new TreeSet<>(finest.stream().map(this::from).toList()));
    for (Object[] row : rows) {
      cellOfRow.put(row, cell(pairSum(from(row), to(row), basis(row))));
    }
    for (Object[] row : singles) {
      Cell cell = Cell.of(totals, row);
      if (cell.basis() == own) {
        ownTotals.put(cell.unitId(), row);
      }
      total(row, cell, pairs.inside(), sum(cell, true, true, false));
      total(row, cell, pairs.outgoing(), sum(cell, true, false, true));
      total(row, cell, pairs.incoming(), sum(cell, false, true, false));
    }
    this.system = new CellSystem(sums);
  }

  CellSystem system() {
    return system;
  }

  LocalDate month() {
    return month;
  }

  int of(Object[] row) {
    return cellOfRow.get(row);
  }

  Map<Total, Integer> totals() {
    return cellOfTotal;
  }

  /** What each place sends in all: published for every measure, and so known. */
  List<double[]> given() {
    return sellers.stream().map(seller -> sum(new Cell(seller, Basis.AS_PUBLISHED, month), true, null, true)).toList();
  }

  /** The true amounts. */
  double[] amounts(String measure) {
    double[] amounts = new double[finest.size() + sellers.size()];
    for (int i = 0; i < finest.size(); i++) {
      Object[] row = finest.get(i);
      amounts[i] = number(row[table.indexOf(measure)]);
      amounts[finest.size() + sellers.indexOf(from(row))] -= amounts[i];
    }
    for (int s = 0; s < sellers.size(); s++) {
      Object[] all = ownTotals.get(sellers.get(s));
      int at = finest.size() + s;
      if (all == null) {
        amounts[at] = Double.NaN;
      } else {
        // What went nobody knows where is published on its own, so the rest cannot be less than nothing without it.
        double unplaced = measure.equals(pairs.measures().get(0)) ? number(all[totals.indexOf(pairs.unplaced())]) : 0;
        // What rounding leaves is nothing.
        amounts[at] = Math.max(0, amounts[at] + number(all[totals.indexOf(measure)]) - unplaced);
      }
    }
    return amounts;
  }

  Basis basis(Object[] row) {
    return Basis.of((String) row[table.indexOf("boundary_basis")]);
  }

  String from(Object[] row) {
    return (String) row[table.indexOf(pairs.from())];
  }

  String to(Object[] row) {
    return (String) row[table.indexOf(pairs.to())];
  }

  private void total(Object[] row, Cell cell, String column, double[] sum) {
    boolean whole = Arrays.stream(sum).allMatch(part -> part == 0 || part == 1);
    if (row[totals.indexOf(column)] != null && whole && Arrays.stream(sum).anyMatch(part -> part != 0)) {
      cellOfTotal.put(new Total(cell, column), cell(sum));
    }
  }

  private int cell(double[] sum) {
    return known.computeIfAbsent(Arrays.toString(sum), key -> {
      sums.add(sum);
      return sums.size() - 1;
    });
  }

  private double[] pairSum(String from, String to, Basis basis) {
    double[] sum = new double[finest.size() + sellers.size()];
    for (int i = 0; i < finest.size(); i++) {
      sum[i] = part(from(finest.get(i)), new Cell(from, basis, month))
          * part(to(finest.get(i)), new Cell(to, basis, month));
    }
    return sum;
  }

  /** The sum over pairs that begin and end in a place or not; {@code to} null: wherever they end. */
  private double[] sum(Cell place, boolean from, Boolean to, boolean elsewhere) {
    double[] sum = new double[finest.size() + sellers.size()];
    for (int i = 0; i < finest.size(); i++) {
      double begins = part(from(finest.get(i)), place);
      double ends = part(to(finest.get(i)), place);
      sum[i] = (from ? begins : 1 - begins) * (to == null ? 1 : to ? ends : 1 - ends);
    }
    for (int s = 0; elsewhere && s < sellers.size(); s++) {
      sum[finest.size() + s] = part(sellers.get(s), place);
    }
    return sum;
  }

  private double part(String recorded, Cell place) {
    return inside.computeIfAbsent(place.unitId() + " " + place.basis(), key -> lands.of(place, places))
        [places.indexOf(recorded)];
  }

  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }
}
