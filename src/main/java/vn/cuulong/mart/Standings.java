package vn.cuulong.mart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import vn.cuulong.contract.Indicator.Direction;
import vn.cuulong.method.Draws;
import vn.cuulong.method.RankProbabilities;
import vn.cuulong.method.StableSum;
import vn.cuulong.territory.Basis;

/**
 * Where the units of one slice stand against each other.
 *
 * <p>Ranked are the members of the cohort with a value and with records of all their parts, when they are three or
 * more and more than half of the cohort. Rank 1 is the best; equal values share a rank and the next ones are left out:
 * 1, 2, 2, 4. Values that agree to ten digits are equal: what differs beyond is how a computer adds. A part of a new
 * unit that was split off by population says nothing about the province, and is not ranked.
 */
final class Standings {
  private static final int FEWEST = 3;
  private static final int DRAWS = 2000;
  private static final MathContext DIGITS = new MathContext(10);
  private static final long SEED = 20250701;
  /** Between the ends of a 95 % interval and its point lie so many standard deviations. */
  private static final double DEVIATIONS = 1.959963984540054;

  private final Cohort cohort;
  private final SortedMap<String, Observation> compared = new TreeMap<>();
  private final boolean isRanked;
  private final double sign;
  private double mean = Double.NaN;
  private double deviation = Double.NaN;
  private double best = Double.NaN;
  private RankProbabilities probabilities;

  /** The standings of the units of a slice. */
  Standings(Cohort cohort, Map<String, Observation> units) {
    this.cohort = cohort;
    units.forEach((id, one) -> {
      if (cohort.members().contains(id) && one.isComplete() && !isSplit(one)) {
        compared.put(id, one);
      }
    });
    isRanked = compared.size() >= FEWEST && 2 * compared.size() > cohort.members().size();
    sign = !compared.isEmpty() && compared.get(compared.firstKey()).indicator().direction() == Direction.LOWER ? -1 : 1;
    if (isRanked) {
      double[] values = values();
      mean = StableSum.mean(values);
      deviation = Math.sqrt(StableSum.mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
      best = sign * Arrays.stream(values).map(v -> sign * digits(v)).max().orElseThrow();
      probabilities = probabilities();
    }
  }

  /** True when there are enough units for ranks to say something. */
  boolean isRanked() {
    return isRanked;
  }

  /** The units that are compared, by id. */
  SortedMap<String, Observation> compared() {
    return compared;
  }

  double mean() {
    return mean;
  }

  /** Distance to the best value; 0 for rank 1 only. */
  double gap(double value) {
    return Math.abs(best - digits(value));
  }

  /** Why a unit has no rank: a code of the list {@code unranked_reason}, or null when it has one. */
  String unrankedBecause(Observation one) {
    if (!cohort.members().contains(one.unitId())) {
      return "not_a_member";
    }
    return !one.isComplete() ? "provinces_missing" : isSplit(one) ? "split_by_weights"
        : isRanked ? null : "too_few_units";
  }

  /** 1 and the number of units that are better. */
  long rank(double value) {
    return 1 + count(other -> sign * other > sign * digits(value));
  }

  /** Share of the other units that are worse, equal ones counting half. */
  double percentile(double value) {
    long worse = count(other -> sign * other < sign * digits(value));
    long equal = count(other -> other == digits(value)) - 1;
    return (worse + equal / 2.0) / (compared.size() - 1);
  }

  /** Distance to the mean in standard deviations; null when all values are equal. */
  Double zScore(double value) {
    return deviation > 1e-12 * Math.abs(mean) ? (value - mean) / deviation : null;
  }

  /** The units of rank 1, by id. */
  List<String> leaders() {
    return !isRanked ? List.of() : compared.values().stream().filter(one -> digits(one.value()) == best)
        .map(Observation::unitId).toList();
  }

  /** How sure the ranks are; null when no value has an interval. Units are in the order of {@link #compared}. */
  RankProbabilities rankProbabilities() {
    return probabilities;
  }

  int place(String unitId) {
    return new ArrayList<>(compared.keySet()).indexOf(unitId);
  }

  /** On the map of 2004 an estimate without interval that begins after that map is part of a new unit. */
  private static boolean isSplit(Observation one) {
    return one.isEstimated() && one.low() == null && one.slice().basis() == Basis.UNITS_2004
        && one.slice().start().isAfter(Basis.UNITS_2004.day());
  }

  private long count(DoublePredicate condition) {
    return compared.values().stream().mapToDouble(one -> digits(one.value())).filter(condition).count();
  }

  private static double digits(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }

  private double[] values() {
    return compared.values().stream().mapToDouble(Observation::value).toArray();
  }

  /**
   * Each value is drawn from a normal distribution on either side of the point, as wide as its interval; a value
   * without interval stands still. Units are drawn independently of each other.
   */
  private RankProbabilities probabilities() {
    if (compared.values().stream().allMatch(one -> one.low() == null || one.high() == null)) {
      return null;
    }
    double[][] draws = new double[compared.size()][DRAWS];
    int unit = 0;
    for (Observation one : compared.values()) {
      Draws stream = Draws.seeded(SEED).of(one.slice().indicator()).of(one.slice().start().toString())
          .of(one.unitId());
      double below = one.low() == null ? 0 : (one.value() - one.low()) / DEVIATIONS;
      double above = one.high() == null ? 0 : (one.high() - one.value()) / DEVIATIONS;
      for (int draw = 0; draw < DRAWS; draw++) {
        double normal = stream.normal(draw);
        draws[unit][draw] = one.value() + normal * (normal < 0 ? below : above);
      }
      unit++;
    }
    return RankProbabilities.of(draws, sign > 0);
  }
}
