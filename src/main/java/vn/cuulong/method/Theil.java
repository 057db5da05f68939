package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Theil's T: how unequal values are, 0 for equal ones; it splits without remainder into inequality between groups and
 * inequality within them.
 *
 * <p>With {@code s_i} the share of unit i in the sum of values and {@code w_i} its share in the sum of weights,
 * {@code T = sum s_i ln(s_i / w_i)}; equal weights give {@code sum s_i ln(n s_i)}. With {@code s_g}, {@code w_g} the
 * shares of group g, {@code between = sum s_g ln(s_g / w_g)} and {@code within = sum s_g T_g}.
 *
 * <p>Source: Theil, H. (1967), "Economics and Information Theory", ch. 4; Shorrocks (1980), Econometrica 48(3).
 *
 * @param total T over all units
 * @param between the part between groups
 * @param within the part within groups; between and within add up to the total
 * @param groups T within each group, by name
 */
public record Theil(double total, double between, double within, SortedMap<String, Double> groups) {
  /** T of values that count alike, such as income per person of regions whatever their size. */
  public static double of(double[] values) {
    return of(values, ones(values.length));
  }

  /**
   * T of values against weights, such as GRDP (not per person) against population.
   *
   * @param values 0 or more, not all 0
   * @param weights above 0, one for each value
   */
  public static double of(double[] values, double[] weights) {
    check(values, weights);
    return index(values, weights);
  }

  /** T of values that count alike, split by group. */
  public static Theil split(double[] values, String[] groups) {
    return split(values, ones(values.length), groups);
  }

  /**
   * T of values against weights, split by group.
   *
   * @param groups the name of the group of each value
   */
  public static Theil split(double[] values, double[] weights, String[] groups) {
    check(values, weights);
    Given.sameLength("Values", values.length, "groups", groups.length);
    SortedMap<String, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      members.computeIfAbsent(groups[i], name -> new ArrayList<>()).add(i);
    }
    double[] groupValues = new double[members.size()];
    double[] groupWeights = new double[members.size()];
    SortedMap<String, Double> inside = new TreeMap<>();
    int g = 0;
    for (String name : members.keySet()) {
      int[] units = members.get(name).stream().mapToInt(Integer::intValue).toArray();
      double[] own = Arrays.stream(units).mapToDouble(i -> values[i]).toArray();
      double[] ownWeights = Arrays.stream(units).mapToDouble(i -> weights[i]).toArray();
      groupValues[g] = StableSum.of(own);
      groupWeights[g] = StableSum.of(ownWeights);
      inside.put(name, groupValues[g] == 0 ? 0 : index(own, ownWeights));
      g++;
    }
    double whole = StableSum.of(values);
    double within = 0;
    g = 0;
    for (double own : inside.values()) {
      within += groupValues[g++] / whole * own;
    }
    return new Theil(index(values, weights), index(groupValues, groupWeights), within, inside);
  }

  private static double index(double[] values, double[] weights) {
    double value = StableSum.of(values);
    double weight = StableSum.of(weights);
    double[] terms = new double[values.length];
    for (int i = 0; i < terms.length; i++) {
      // Written so that equal values give the logarithm of exactly 1.
      terms[i] = values[i] == 0 ? 0
          : values[i] / value * StrictMath.log(values[i] * weight / (weights[i] * value));
    }
    return Math.max(0, StableSum.of(terms));
  }

  private static void check(double[] values, double[] weights) {
    Given.notNegative("values to compare", values, 1);
    Given.positive("weights", weights, 1);
    Given.sameLength("Values", values.length, "weights", weights.length);
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
