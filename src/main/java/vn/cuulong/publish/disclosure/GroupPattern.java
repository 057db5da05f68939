package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.disclosure.Suppression.Measure;
import vn.cuulong.publish.disclosure.Suppression.Pattern;

/** Which rows of a table withhold the measures of one group, month by month, and why. */
final class GroupPattern {
  private static final double REGION_WEIGHT = 10;
  private static final double LEAST_WEIGHT = 0.1;

  private final FrozenTable table;
  private final Group group;
  private final SafetyRule rule;
  private final Contributions contributions;
  private final List<EarlierTable> earlier;
  private final Map<Object[], Reason> reasons = new HashMap<>();
  private final Set<Object[]> overlapping = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  GroupPattern(FrozenTable table, Group group, SafetyRule rule, Contributions contributions,
      List<EarlierTable> earlier) {
    this.table = table;
    this.group = group;
    this.rule = rule;
    this.contributions = contributions;
    this.earlier = earlier;
  }

  /** Why the measures of a row are withheld; empty when they are published. */
  Optional<Reason> reason(Object[] row) {
    return Optional.ofNullable(reasons.get(row));
  }

  /** True when a row holds something of a withheld one. */
  boolean overlapsWithheld(Object[] row) {
    return overlapping.contains(row);
  }

  List<String> notes() {
    return notes;
  }

  /** Decides on the rows of one month. */
  void decide(List<Object[]> rows, LandSums lands) {
    MonthCells month = new MonthCells(table, rows, lands);
    int size = month.system().size();
    Map<Integer, Reason> own = new TreeMap<>();
    BitSet single = new BitSet();
    Map<Integer, Reason> kept = new TreeMap<>();
    double[] weights = new double[size];
    for (Object[] row : rows) {
      int cell = month.of(row);
      weights[cell] += lands.isProvince((String) row[table.indexOf("unit_id")]) ? 1 : REGION_WEIGHT;
      for (String measure : group.measures()) {
        earlier.forEach(one -> one.kept(Cell.of(table, row), measure)
            .ifPresent(why -> kept.merge(cell, why, GroupPattern::graver)));
        Optional<Contribution> behind = month.isSplit(row) ? Optional.empty() : behind(row, measure);
        behind.flatMap(rule::judge).ifPresent(why -> own.merge(cell, why, GroupPattern::graver));
        if (behind.filter(contribution -> contribution.count() == 1).isPresent()) {
          single.set(cell);
        }
      }
    }
    if (own.isEmpty() && kept.isEmpty()) {
      return;
    }
    BitSet sensitive = bits(own);
    single.and(sensitive);
    List<Measure> measures = group.measures().stream().map(measure -> measure(measure, month, rows)).toList();
    weigh(weights, month, measures.get(0));
    Pattern pattern = new Suppression(month.system(), measures, sensitive, single, bits(kept), weights).find();
    note(rows, month, pattern);
    for (Object[] row : rows) {
      int cell = month.of(row);
      if (pattern.withheld().get(cell)) {
        reasons.put(row, own.getOrDefault(cell, kept.getOrDefault(cell, Reason.SECONDARY)));
      }
      if (month.overlaps(row, pattern.withheld())) {
        overlapping.add(row);
      }
    }
  }

  /** A greater part of the month costs more to withhold. */
  private static void weigh(double[] weights, MonthCells month, Measure first) {
    double all = Arrays.stream(first.amounts()).filter(amount -> !Double.isNaN(amount)).sum();
    for (int cell = 0; cell < weights.length; cell++) {
      double share = all > 0 ? month.system().value(cell, first.amounts()) / all : 0;
      weights[cell] *= LEAST_WEIGHT + share;
    }
  }

  private Measure measure(String name, MonthCells month, List<Object[]> rows) {
    int at = table.indexOf(name);
    boolean isMoney = table.columns().get(at).type().base() == Base.DECIMAL;
    double[] amounts = month.amounts(name, isMoney ? 0.01 : 1);
    double[] protection = new double[month.system().size()];
    List<double[]> given = new ArrayList<>();
    earlier.forEach(one -> given.addAll(month.given(one, name)));
    for (Object[] row : rows) {
      int cell = month.of(row);
      Contribution behind = month.isSplit(row) ? null : behind(row, name).orElse(null);
      protection[cell] = Math.max(protection[cell],
          rule.protection(month.system().value(cell, amounts), behind, 1));
    }
    return new Measure(amounts, protection, 1, given);
  }

  private Optional<Contribution> behind(Object[] row, String measure) {
    if (!group.persons().contains(measure)) {
      return contributions.of(Cell.of(table, row), measure);
    }
    Object count = row[table.indexOf(measure)];
    return Optional.ofNullable(count).map(value -> Contribution.ofPersons(((Number) value).longValue()));
  }

  private static Reason graver(Reason one, Reason other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static BitSet bits(Map<Integer, Reason> cells) {
    BitSet bits = new BitSet();
    cells.keySet().forEach(bits::set);
    return bits;
  }

  private void note(List<Object[]> rows, MonthCells month, Pattern pattern) {
    String where = table.name() + ", " + group.name() + ", " + rows.get(0)[table.indexOf("month")];
    if (pattern.whole()) {
      notes.add(where + ": all rows are withheld, because nothing less protects single contributors.");
    }
    if (!pattern.lost().isEmpty()) {
      List<String> units = rows.stream().filter(row -> pattern.lost().get(month.of(row)))
          .map(row -> (String) row[table.indexOf("unit_id")]).distinct().sorted().toList();
      notes.add(where + ": an earlier release, which nobody can take back, gives away or brings too near "
          + String.join(", ", units) + ".");
    }
  }
}
