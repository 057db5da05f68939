package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.DisclosureContract.Pairs;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.disclosure.Suppression.Measure;
import vn.cuulong.publish.disclosure.Suppression.Pattern;
import vn.cuulong.territory.Territory;

/**
 * Withholds rows of a table of pairs of places, and sums over pairs that a table of single places publishes. What the
 * cells of a place are to {@link TableDisclosure}, pairs and the sums over their rows and columns are here.
 */
public final class PairDisclosure {
  private static final double PAIR_WEIGHT = 1;
  private static final double TOTAL_WEIGHT = 3;
  private static final double REGION_WEIGHT = 10;
  private static final double LEAST_WEIGHT = 0.1;

  private final DisclosureContract contract;
  private final Pairs pairs;
  private final Column withheldColumn;
  private final LandSums lands;
  private final List<EarlierTable> earlierTotals = new ArrayList<>();
  private final SumsOfPairs sums = new SumsOfPairs();
  private final Map<Object[], Reason> reasons = new HashMap<>();

  /**
   * Disclosure control of one table.
   *
   * @param withheldColumn {@code withheld} of the dictionary
   */
  public PairDisclosure(DisclosureContract contract, Column withheldColumn, Territory territory) {
    this.contract = contract;
    this.pairs = contract.pairs();
    this.withheldColumn = withheldColumn;
    this.lands = new LandSums(territory);
  }

  /** The sums over pairs that must not be published; complete once the table was protected. */
  public SumsOfPairs sums() {
    return sums;
  }

  /**
   * The table with values withheld.
   *
   * @param contributors rows of the mart of contributors, or null
   * @param totals the table of single places as it is, nothing withheld
   * @param earlier the same table in earlier releases
   * @param totalsBefore the table of single places in earlier releases: what was withheld there stays so
   */
  public ProtectedTable protect(FrozenTable table, FrozenTable contributors, FrozenTable totals,
      List<EarlierTable> earlier, List<EarlierTable> totalsBefore) {
    earlierTotals.addAll(totalsBefore);
    PairRule rule = new PairRule(contract, table, contributors);
    List<Map<List<String>, Map<String, String>>> before =
        earlier.stream().map(one -> one.by(table.contract().key())).toList();
    Map<LocalDate, List<Object[]>> singles = months(totals);
    List<String> notes = new ArrayList<>();
    months(table).forEach((month, rows) -> {
      PairCells cells = new PairCells(table, rows, totals, singles.getOrDefault(month, List.of()), pairs, lands);
      decide(table, rows, cells, rule, before, notes);
    });
    List<Object[]> rows = table.rows().stream().map(row -> withheld(table, row)).toList();
    return new ProtectedTable(table.with(ProtectedTable.columns(table, rows, withheldColumn), rows), notes);
  }

  private static Map<LocalDate, List<Object[]>> months(FrozenTable table) {
    Map<LocalDate, List<Object[]>> months = new TreeMap<>();
    table.rows().forEach(row -> months.computeIfAbsent((LocalDate) row[table.indexOf("month")],
        month -> new ArrayList<>()).add(row));
    return months;
  }

  private void decide(FrozenTable table, List<Object[]> rows, PairCells cells, PairRule rule,
      List<Map<List<String>, Map<String, String>>> before, List<String> notes) {
    Map<Integer, Reason> own = new TreeMap<>();
    Map<Integer, Reason> kept = new TreeMap<>();
    double[] weights = new double[cells.system().size()];
    Arrays.fill(weights, 0);
    for (Object[] row : rows) {
      weights[cells.of(row)] += PAIR_WEIGHT;
      rule.judge(cells, row).ifPresent(why -> own.merge(cells.of(row), why, PairDisclosure::graver));
      before.forEach(one -> keptReason(table, row, one).ifPresent(why -> kept.put(cells.of(row), why)));
    }
    cells.totals().forEach((total, cell) -> {
      weights[cell] += lands.isProvince(total.cell().unitId()) ? TOTAL_WEIGHT : REGION_WEIGHT;
      if (earlierTotals.stream().anyMatch(one -> one.kept(total.cell(), total.column()).isPresent())) {
        kept.putIfAbsent(cell, Reason.SECONDARY);
      }
    });
    if (own.isEmpty() && kept.isEmpty()) {
      return;
    }
    List<Measure> measures = pairs.measures().stream()
        .map(measure -> measure(table, rows, cells, rule, before, measure)).toList();
    Measure first = measures.get(0);
    double all = Arrays.stream(first.amounts()).filter(amount -> !Double.isNaN(amount)).sum();
    for (int cell = 0; cell < weights.length; cell++) {
      weights[cell] *= LEAST_WEIGHT + (all > 0 ? cells.system().value(cell, first.amounts()) / all : 0);
    }
    BitSet sensitive = bits(own);
    BitSet single = rule.single(cells, rows);
    single.and(sensitive);
    Pattern pattern = new Suppression(cells.system(), measures, sensitive, single, bits(kept), weights).find();
    if (pattern.whole()) {
      notes.add(table.name() + ", " + cells.month() + ": all rows are withheld, because nothing less protects single "
          + "contributors.");
    }
    if (!pattern.lost().isEmpty()) {
      notes.add(table.name() + ", " + cells.month() + ": " + pattern.lost().cardinality()
          + " pairs cannot be kept from everybody: what was published before, or what a place sells in all, gives them "
          + "away to a reader or to another seller.");
    }
    for (Object[] row : rows) {
      int cell = cells.of(row);
      if (pattern.withheld().get(cell)) {
        reasons.put(row, own.getOrDefault(cell, kept.getOrDefault(cell, Reason.SECONDARY)));
      }
    }
    cells.totals().forEach((total, cell) -> {
      if (pattern.withheld().get(cell)) {
        sums.add(total.cell(), total.column(), Reason.SECONDARY);
      }
    });
  }

  private Measure measure(FrozenTable table, List<Object[]> rows, PairCells cells, PairRule rule,
      List<Map<List<String>, Map<String, String>>> before, String name) {
    double[] amounts = cells.amounts(name);
    double[] protection = new double[cells.system().size()];
    List<double[]> given = new ArrayList<>(cells.given());
    for (Object[] row : rows) {
      int cell = cells.of(row);
      protection[cell] = Math.max(protection[cell],
          rule.protection(cells, row, name, cells.system().value(cell, amounts)));
      Object now = row[table.indexOf(name)];
      if (before.stream().anyMatch(one -> isSame(one.get(key(table, row)), name, now))) {
        given.add(cells.system().sum(cell));
      }
    }
    return new Measure(amounts, protection, 1, given);
  }

  /** True when an earlier release published this very number. */
  private static boolean isSame(Map<String, String> row, String column, Object now) {
    String then = row == null ? "" : row.getOrDefault(column, "");
    return !then.isEmpty() && now != null
        && new java.math.BigDecimal(then).compareTo(new java.math.BigDecimal(now.toString())) == 0;
  }

  private static List<String> key(FrozenTable table, Object[] row) {
    return table.contract().key().stream().map(column -> String.valueOf(row[table.indexOf(column)])).toList();
  }

  private Optional<Reason> keptReason(FrozenTable table, Object[] row, Map<List<String>, Map<String, String>> before) {
    List<String> flags = EarlierTable.flags(before.getOrDefault(key(table, row), Map.of()));
    String first = pairs.measures().get(0);
    return flags.contains(ProtectedTable.flag(first, Reason.SECONDARY)) ? Optional.of(Reason.SECONDARY)
        : flags.stream().anyMatch(flag -> flag.startsWith(first + ":")) ? Optional.of(Reason.EARLIER_RELEASE)
            : Optional.empty();
  }

  private Object[] withheld(FrozenTable table, Object[] row) {
    Object[] published = Arrays.copyOf(row, row.length + 1);
    TreeSet<String> flags = new TreeSet<>();
    Reason reason = reasons.get(row);
    if (reason != null) {
      pairs.measures().forEach(measure ->
          TableDisclosure.empty(published, table.indexOf(measure), ProtectedTable.flag(measure, reason), flags));
      pairs.derived().forEach(column -> TableDisclosure.empty(published, table.indexOf(column),
          ProtectedTable.flag(column, Reason.DERIVED), flags));
    }
    published[row.length] = List.copyOf(flags);
    return published;
  }

  private static Reason graver(Reason one, Reason other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static BitSet bits(Map<Integer, Reason> cells) {
    BitSet bits = new BitSet();
    cells.keySet().forEach(bits::set);
    return bits;
  }
}
