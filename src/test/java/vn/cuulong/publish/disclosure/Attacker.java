package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.disclosure.World.Spot;

/**
 * Somebody who wants to know a withheld number, and writes down every equation that the published tables give: values,
 * totals of twelve months, growth, regional values and shares, of any number of releases. What only one unknown is
 * left of is solved; the rest is bounded by linear programmes. Shares no code with what he attacks.
 */
final class Attacker {
  /** Twice what rounding can do to a sum of split rows. */
  private static final double ROUNDING = 20;
  private static final double SCALE = 1000;
  private static final double HAIR = 0.01;

  /** An unknown: what a place reported in a month, as a release has it. */
  private record Equation(Map<Spot, Double> terms, double value, double tolerance) {}

  private final Set<Equation> equations = new LinkedHashSet<>();
  private final Map<Map<Spot, Double>, double[]> found = new HashMap<>();
  /** Where the linear programmes begin; they end where the equations say, wherever they begin. */
  private final Map<Spot, Double> truths = new HashMap<>();
  private final Map<Spot, double[]> known = new HashMap<>();
  private final Map<Spot, Spot> changed;

  /** An attacker who takes what a place reported for the same in all releases. */
  Attacker() {
    this(Map.of());
  }

  /**
   * An attacker who sees that a release is about other figures.
   *
   * @param changed places of the next release to read that stand for figures of their own
   */
  private Attacker(Map<Spot, Spot> changed) {
    this.changed = changed;
  }

  /** Reads what a release says of guests, taking each of {@code revised} for a figure of its own. */
  Attacker read(FrozenTable table, World world, List<Spot> revised) {
    Map<Spot, Spot> names = new HashMap<>();
    revised.forEach(spot -> names.put(spot, new Spot(spot.unitId() + " revised", spot.month())));
    Attacker reader = new Attacker(names);
    for (Object[] row : table.rows()) {
      reader.row(table, row, world);
    }
    equations.addAll(reader.equations);
    truths.putAll(reader.truths);
    return this;
  }

  /** Knows what a place reported, because he is its only hotel. */
  Attacker is(Spot spot, double value) {
    known.put(spot, new double[] {value, value});
    return this;
  }

  private void row(FrozenTable table, Object[] row, World world) {
    String unit = (String) row[table.indexOf("unit_id")];
    String basis = (String) row[table.indexOf("boundary_basis")];
    LocalDate month = (LocalDate) row[table.indexOf("month")];
    Map<Spot, Double> here = terms(world, unit, basis, month);
    add(here, number(table, row, "guest_count"), ROUNDING);
    String region = (String) row[table.indexOf("region_id")];
    if (region != null) {
      Map<Spot, Double> regional = terms(world, region, basis, month);
      add(regional, number(table, row, "region_guest_count"), ROUNDING);
      ratio(here, regional, number(table, row, "guest_share_of_region"));
    }
    for (int back : new int[] {1, 12}) {
      Double growth = number(table, row, back == 1 ? "guest_growth_month" : "guest_growth_year");
      ratio(here, terms(world, unit, basis, month.minusMonths(back)), growth == null ? null : 1 + growth);
    }
    Map<Spot, Double> year = new LinkedHashMap<>();
    for (int back = 0; back < 12; back++) {
      year.putAll(terms(world, unit, basis, month.minusMonths(back)));
    }
    add(year, number(table, row, "guest_count_12_months"), 12 * ROUNDING);
  }

  private Map<Spot, Double> terms(World world, String unit, String basis, LocalDate month) {
    Map<Spot, Double> terms = new LinkedHashMap<>();
    world.parts(unit, basis, month).forEach((spot, part) -> {
      Spot name = changed.getOrDefault(spot, spot);
      terms.put(name, part);
      truths.put(name, world.value(spot.unitId(), "as_published", spot.month(), "guest_count"));
    });
    return terms;
  }

  private void add(Map<Spot, Double> terms, Double value, double tolerance) {
    if (value != null && !terms.isEmpty()) {
      equations.add(new Equation(terms, value, isExact(terms) ? 0 : tolerance));
    }
  }

  private static boolean isExact(Map<Spot, Double> terms) {
    return terms.values().stream().allMatch(part -> part == 1);
  }

  /** One sum is a known multiple of another. */
  private void ratio(Map<Spot, Double> top, Map<Spot, Double> bottom, Double ratio) {
    if (ratio != null && !bottom.isEmpty()) {
      Map<Spot, Double> terms = new LinkedHashMap<>(top);
      bottom.forEach((spot, part) -> terms.merge(spot, -ratio * part, Double::sum));
      equations.add(new Equation(terms, 0, isExact(top) && isExact(bottom) ? 1e-3 : 4 * ROUNDING));
    }
  }

  private static Double number(FrozenTable table, Object[] row, String column) {
    Object value = row[table.indexOf(column)];
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** The least and greatest value that a sum of places can have. */
  double[] bounds(Map<Spot, Double> target) {
    return found.computeIfAbsent(target, this::search);
  }

  private double[] search(Map<Spot, Double> target) {
    solveOneByOne();
    List<Spot> open = new ArrayList<>(new TreeMap<>(indexable(target)).values());
    List<Equation> left = connected(open);
    double[] goal = new double[2 * open.size()];
    double[] fixed = new double[2];
    for (Map.Entry<Spot, Double> term : target.entrySet()) {
      double[] bound = known.get(term.getKey());
      double here = truth(term.getKey());
      if (bound == null) {
        put(goal, open.indexOf(term.getKey()), term.getValue());
      }
      fixed[0] += term.getValue() * (bound == null ? here : bound[0]);
      fixed[1] += term.getValue() * (bound == null ? here : bound[1]);
    }
    List<LinearConstraint> constraints = new ArrayList<>();
    left.forEach(equation -> constraints.addAll(constraints(equation, open)));
    for (int i = 0; i < open.size(); i++) {
      double[] falls = new double[goal.length];
      put(falls, i, -1);
      constraints.add(new LinearConstraint(falls, Relationship.LEQ, truth(open.get(i)) / SCALE));
    }
    double[] down = java.util.Arrays.stream(goal).map(a -> -a).toArray();
    return new double[] {fixed[0] - SCALE * greatest(down, constraints), fixed[1] + SCALE * greatest(goal, constraints)};
  }

  /** Each shift from the truth has two columns, up and down: the solver is sound where it can begin at zero. */
  private static void put(double[] row, int unknown, double coefficient) {
    row[2 * unknown] += coefficient;
    row[2 * unknown + 1] -= coefficient;
  }

  private double truth(Spot spot) {
    return truths.get(spot);
  }

  private Map<String, Spot> indexable(Map<Spot, Double> target) {
    Map<String, Spot> spots = new HashMap<>();
    target.keySet().stream().filter(spot -> !known.containsKey(spot)).forEach(spot -> spots.put(spot.toString(), spot));
    return spots;
  }

  /** The equations that say anything about some unknowns, with the unknowns that come in with them. */
  private List<Equation> connected(List<Spot> open) {
    List<Equation> left = new ArrayList<>();
    boolean found = true;
    while (found) {
      found = false;
      for (Equation equation : equations) {
        if (!left.contains(equation) && equation.terms().keySet().stream().anyMatch(open::contains)) {
          left.add(equation);
          equation.terms().keySet().stream().filter(spot -> !known.containsKey(spot) && !open.contains(spot))
              .forEach(open::add);
          found = true;
        }
      }
    }
    return left;
  }

  private List<LinearConstraint> constraints(Equation equation, List<Spot> open) {
    double[] row = new double[2 * open.size()];
    double low = equation.value() - equation.tolerance() - HAIR;
    double high = equation.value() + equation.tolerance() + HAIR;
    for (Map.Entry<Spot, Double> term : equation.terms().entrySet()) {
      double[] bound = known.get(term.getKey());
      if (bound == null) {
        put(row, open.indexOf(term.getKey()), term.getValue());
        low -= term.getValue() * truth(term.getKey());
        high -= term.getValue() * truth(term.getKey());
      } else {
        low -= Math.max(term.getValue() * bound[0], term.getValue() * bound[1]);
        high -= Math.min(term.getValue() * bound[0], term.getValue() * bound[1]);
      }
    }
    assertThat(low).as("the truth fits " + equation).isNotPositive();
    assertThat(high).as("the truth fits " + equation).isNotNegative();
    double[] down = java.util.Arrays.stream(row).map(a -> -a).toArray();
    return List.of(new LinearConstraint(row, Relationship.LEQ, high / SCALE),
        new LinearConstraint(down, Relationship.LEQ, -low / SCALE));
  }

  private void solveOneByOne() {
    boolean found = true;
    while (found) {
      found = false;
      for (Equation equation : equations) {
        List<Spot> unknown = equation.terms().keySet().stream().filter(spot -> !known.containsKey(spot)).toList();
        if (unknown.size() == 1 && Math.abs(equation.terms().get(unknown.get(0))) > 1e-9) {
          known.put(unknown.get(0), solved(equation, unknown.get(0)));
          found = true;
        }
      }
    }
  }

  private double[] solved(Equation equation, Spot last) {
    double low = equation.value() - equation.tolerance();
    double high = equation.value() + equation.tolerance();
    for (Map.Entry<Spot, Double> term : equation.terms().entrySet()) {
      if (!term.getKey().equals(last)) {
        double[] bound = known.get(term.getKey());
        low -= Math.max(term.getValue() * bound[0], term.getValue() * bound[1]);
        high -= Math.min(term.getValue() * bound[0], term.getValue() * bound[1]);
      }
    }
    double by = equation.terms().get(last);
    return new double[] {Math.min(low / by, high / by), Math.max(low / by, high / by)};
  }

  private static double greatest(double[] goal, List<LinearConstraint> constraints) {
    if (java.util.Arrays.stream(goal).allMatch(a -> a == 0)) {
      return 0;
    }
    try {
      return new SimplexSolver().optimize(new MaxIter(100_000), new LinearObjectiveFunction(goal, 0),
          new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(true)).getValue();
    } catch (UnboundedSolutionException boundless) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
