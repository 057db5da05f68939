package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final FrozenTable contributors;
  private final Contributions behind;
  private final SafetyRule rule;
  private final LandSums lands = new LandSums(Territory.standard());
  private final List<String> found = new ArrayList<>();
  private final List<String> inside = new ArrayList<>();
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
    this.contributors = contributors;
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

  /** The values that came too near to the only contributor of another withheld one, who knows that one. */
  public List<String> foundInside() {
    return inside;
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
    Look look = new Look(cells.system(), amounts, new BitSet(), given);
    BitSet single = new BitSet();
    List<Cell> sensitive = new ArrayList<>();
    for (Object[] row : hidden) {
      contribution(cells, row, group, measure, amounts).ifPresent(one -> {
        single.set(cells.of(row), single.get(cells.of(row)) || one.count() == 1);
        if (rule.judge(one).isPresent()) {
          sensitive.add(Cell.of(truth, row));
        }
      });
    }
    for (Object[] row : hidden) {
      Cell cell = Cell.of(truth, row);
      double value = cells.system().value(cells.of(row), amounts);
      boolean forbidden = sensitive.contains(cell);
      double need = forbidden
          ? rule.protection(value, contribution(cells, row, group, measure, amounts).orElseThrow(), 1) : 1;
      look.at(cells.of(row), need, value, forbidden ? single : new BitSet(), measure + " of " + cell);
    }
  }

  private Optional<Contribution> contribution(MonthCells cells, Object[] row, Group group, String measure,
      double[] amounts) {
    return cells.isSplit(row) ? Optional.empty() : group.persons().contains(measure)
        ? Optional.of(Contribution.ofPersons(Math.round(cells.system().value(cells.of(row), amounts))))
        : behind.of(Cell.of(truth, row), measure);
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
    PairRule pairRule = new PairRule(contract, truth, contributors);
    months(truth).forEach((month, rows) -> {
      PairCells cells = new PairCells(truth, rows, totals, singles.getOrDefault(month, List.of()), contract.pairs(),
          lands);
      contract.pairs().measures().forEach(measure ->
          attack(cells, rows, measure, pairRule, released, totalsReleased));
    });
    return this;
  }

  private void attack(PairCells cells, List<Object[]> rows, String measure, PairRule pairRule,
      Map<List<String>, Map<String, String>> released, EarlierTable totalsReleased) {
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
    // The sums over rows and columns are published for the first measure only; they would tell of no other.
    if (measure.equals(contract.pairs().measures().get(0))) {
      cells.totals().forEach((total, cell) -> known.set(cell,
          known.get(cell) || totalsReleased.isPublished(total.cell(), total.column())));
    }
    Look look = new Look(cells.system(), cells.amounts(measure), known, cells.given());
    BitSet single = pairRule.single(cells, hidden);
    for (Object[] row : hidden) {
      double value = cells.system().value(cells.of(row), cells.amounts(measure));
      boolean forbidden = pairRule.judge(cells, row).isPresent();
      look.at(cells.of(row), forbidden ? pairRule.protection(cells, row, measure, value) : 1, value,
          forbidden ? single : new BitSet(),
          measure + " from " + cells.from(row) + " to " + cells.to(row) + " in " + cells.month());
    }
  }

  /** What somebody knows of one measure in one month. */
  private final class Look {
    private final CellSystem system;
    private final double[] amounts;
    private final BitSet known;
    private final List<double[]> given;
    private final Witnesses seen;

    Look(CellSystem system, double[] amounts, BitSet known, List<double[]> given) {
      this.system = system;
      this.amounts = amounts;
      this.known = known;
      this.given = given;
      this.seen = system.witnesses();
    }

    /**
     * Attacks a cell, as anybody, and as each insider.
     *
     * @param single cells whose only contributor may look
     */
    void at(int cell, double need, double value, BitSet single, String what) {
      attacked++;
      // A zero tells of nobody.
      if (value > 0) {
        if (isNear(cell, need, value, Witnesses.ANYBODY)) {
          found.add(what);
        }
        single.stream().filter(insider -> !system.overlap(cell, insider))
            .filter(insider -> isNear(cell, need, value, insider)).findFirst()
            .ifPresent(insider -> inside.add(what));
      }
    }

    private boolean isNear(int cell, double need, double value, int insider) {
      double up = need * (1 - ROUNDING);
      double down = Math.min(need, value) * (1 - ROUNDING);
      if (seen.show(cell, up, insider) && seen.show(cell, -down, insider)) {
        return false;
      }
      Room room = system.room(cell, amounts, known, given, insider, need, seen);
      return room.up() < up || room.down() < down;
    }
  }

  private static Map<LocalDate, List<Object[]>> months(FrozenTable table) {
    Map<LocalDate, List<Object[]>> months = new TreeMap<>();
    table.rows().forEach(row -> months.computeIfAbsent((LocalDate) row[table.indexOf("month")],
        month -> new ArrayList<>()).add(row));
    return months;
  }
}
