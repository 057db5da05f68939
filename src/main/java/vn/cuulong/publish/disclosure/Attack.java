package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.disclosure.CellSystem.Room;
import vn.cuulong.territory.Territory;

/**
 * Attacks what has been released: takes every sum that the files of all releases give, whatever they were meant to
 * hide, and measures by linear programmes how far each withheld value could still be from the truth.
 */
public final class Attack {
  /** What a linear programme may miss by rounding. */
  private static final double ROUNDING = 1e-3;

  private final DisclosureContract contract;
  private final FrozenTable truth;
  private final Contributions behind;
  private final SafetyRule rule;
  private final LandSums lands = new LandSums(Territory.standard());
  private final List<String> found = new ArrayList<>();
  private long attacked;

  /**
   * An attack on one table.
   *
   * @param truth the table as the warehouse has it
   * @param contributors rows of the mart of contributors, or null when the contract names none
   */
  public Attack(DisclosureContract contract, FrozenTable truth, FrozenTable contributors) {
    this.contract = contract;
    this.truth = truth;
    this.behind = new Contributions(contributors, truth.contract().name().toString());
    this.rule = new SafetyRule(contract.thresholds());
  }

  /** How many withheld values were attacked. */
  public long attacked() {
    return attacked;
  }

  /** The values that came nearer than their protection interval allows; none when all is well. */
  public List<String> found() {
    return found;
  }

  /**
   * Attacks a table of places and months.
   *
   * @param target the release that is attacked
   * @param known everything that has been released of the table, and of tables derived from it, the target included
   */
  public Attack places(EarlierTable target, List<EarlierTable> known) {
    months(truth).forEach((month, rows) -> {
      MonthCells cells = new MonthCells(truth, rows, lands);
      for (Group group : contract.groups()) {
        group.measures().forEach(measure -> attack(cells, rows, group, measure, target, known));
      }
    });
    return this;
  }

  private void attack(MonthCells cells, List<Object[]> rows, Group group, String measure, EarlierTable target,
      List<EarlierTable> known) {
    List<Object[]> hidden = rows.stream().filter(row -> isHidden(target, Cell.of(truth, row), measure)).toList();
    if (hidden.isEmpty()) {
      return;
    }
    boolean isMoney = truth.columns().get(truth.indexOf(measure)).type().base() == Base.DECIMAL;
    double[] amounts = cells.amounts(measure, isMoney ? 0.01 : 1);
    List<double[]> given = known.stream().flatMap(one -> cells.given(one, measure).stream()).toList();
    for (Object[] row : hidden) {
      Cell cell = Cell.of(truth, row);
      double value = cells.system().value(cells.of(row), amounts);
      Contribution contribution = cells.isSplit(row) ? null : group.persons().contains(measure)
          ? Contribution.ofPersons(Math.round(value)) : behind.of(cell, measure).orElse(null);
      boolean sensitive = contribution != null && rule.judge(contribution).isPresent();
      double need = sensitive ? rule.protection(value, contribution, 1) : 1;
      compare(cells.system(), cells.of(row), amounts, new BitSet(), given, need, value, measure + " of " + cell);
    }
  }

  private static boolean isHidden(EarlierTable target, Cell cell, String column) {
    return target.withheld(cell).stream().anyMatch(flag -> flag.startsWith(column + ":"));
  }

  /**
   * Attacks a table of pairs.
   *
   * @param totals the table of single places as the warehouse has it
   * @param target the release that is attacked
   * @param totalsReleased the table of single places as it was released
   */
  public Attack pairs(FrozenTable totals, EarlierTable target, EarlierTable totalsReleased) {
    Map<List<String>, Map<String, String>> released = target.by(truth.contract().key());
    Map<LocalDate, List<Object[]>> singles = months(totals);
    String measure = contract.pairs().measures().get(0);
    months(truth).forEach((month, rows) -> {
      PairCells cells = new PairCells(truth, rows, totals, singles.getOrDefault(month, List.of()), contract.pairs(),
          lands);
      double[] amounts = cells.amounts(measure);
      BitSet known = new BitSet();
      List<Object[]> hidden = new ArrayList<>();
      for (Object[] row : rows) {
        List<String> key = truth.contract().key().stream()
            .map(column -> String.valueOf(row[truth.indexOf(column)])).toList();
        boolean isPublished = !released.getOrDefault(key, Map.of()).getOrDefault(measure, "").isEmpty();
        known.set(cells.of(row), known.get(cells.of(row)) || isPublished);
        if (!isPublished) {
          hidden.add(row);
        }
      }
      cells.totals().forEach((total, cell) -> known.set(cell,
          known.get(cell) || totalsReleased.isPublished(total.cell(), total.column())));
      for (Object[] row : hidden) {
        double value = cells.system().value(cells.of(row), amounts);
        Cell from = new Cell(cells.from(row), cells.basis(row), month);
        Contribution contribution = behind.of(from, cells.to(row), measure).orElse(null);
        boolean sensitive = contribution == null || rule.judge(contribution).isPresent();
        compare(cells.system(), cells.of(row), amounts, known, cells.given(),
            sensitive ? rule.protection(value, contribution, 1) : 1, value,
            measure + " from " + cells.from(row) + " to " + cells.to(row) + " in " + month);
      }
    });
    return this;
  }

  private void compare(CellSystem system, int cell, double[] amounts, BitSet known, List<double[]> given, double need,
      double value, String what) {
    attacked++;
    // A zero tells of nobody.
    if (value > 0) {
      Room room = system.room(cell, amounts, known, given, need);
      if (room.up() < need * (1 - ROUNDING) || room.down() < Math.min(need, value) * (1 - ROUNDING)) {
        found.add(what);
      }
    }
  }

  private static Map<LocalDate, List<Object[]>> months(FrozenTable table) {
    Map<LocalDate, List<Object[]>> months = new TreeMap<>();
    table.rows().forEach(row -> months.computeIfAbsent((LocalDate) row[table.indexOf("month")],
        month -> new ArrayList<>()).add(row));
    return months;
  }
}
