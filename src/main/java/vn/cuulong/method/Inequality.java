package vn.cuulong.method;

import java.util.Arrays;

/**
 * Measures of inequality and concentration over regions. All are 0 for equal regions (Herfindahl: {@code 1 / n}),
 * change nothing when every value is multiplied by a constant, and do not depend on the order of regions.
 */
public final class Inequality {
  private Inequality() {}

  /**
   * The mean logarithmic deviation, {@code mean ln(mean y / y_i)}; some packages call it "Theil".
   *
   * @param values above 0
   */
  public static double meanLogDeviation(double[] values) {
    Given.positive("values to compare", values, 1);
    double mean = StableSum.mean(values);
    return Math.max(0, StableSum.mean(Arrays.stream(values).map(y -> StrictMath.log(mean / y)).toArray()));
  }

  /**
   * The Gini coefficient, {@code sum_i sum_j |y_i - y_j| / (2 n² mean)}, which is the same as
   * {@code 2 sum i y_(i) / (n Y) - (n + 1) / n} over ordered values.
   *
   * @param values 0 or more, not all 0
   */
  public static double gini(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return gini(values, ones);
  }

  /** The Gini coefficient of few units, {@code n / (n - 1)} times the plain one, so that its greatest value is 1. */
  public static double giniOfFew(double[] values) {
    Given.notNegative("values to compare", values, 2);
    return gini(values) * values.length / (values.length - 1.0);
  }

  /**
   * The Gini coefficient of values per person, each counted as often as its weight.
   *
   * @param values per person, 0 or more, not all 0
   * @param weights persons, above 0
   */
  public static double gini(double[] values, double[] weights) {
    Given.notNegative("values to compare", values, 1);
    Given.positive("weights", weights, 1);
    Given.sameLength("Values", values.length, "weights", weights.length);
    int n = values.length;
    double[] differences = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        differences[at++] = weights[i] * weights[j] * Math.abs(values[i] - values[j]);
      }
    }
    return StableSum.of(differences) / (StableSum.of(weights) * StableSum.ofProducts(values, weights));
  }

  /**
   * Williamson's coefficient, {@code sqrt(sum (p_i / P) (y_i - mean)²) / mean} with the mean weighted by population.
   *
   * <p>Source: Williamson, J. G. (1965), Economic Development and Cultural Change 13(4).
   *
   * @param perPerson y, such as GRDP per person, 0 or more
   * @param population p, above 0
   */
  public static double williamson(double[] perPerson, double[] population) {
    Given.notNegative("values per person", perPerson, 1);
    Given.positive("population", population, 1);
    Given.sameLength("Values per person", perPerson.length, "population", population.length);
    double persons = StableSum.of(population);
    double mean = StableSum.ofProducts(perPerson, population) / persons;
    double[] squares = new double[perPerson.length];
    for (int i = 0; i < squares.length; i++) {
      double deviation = (perPerson[i] - mean) / mean;
      squares[i] = population[i] / persons * deviation * deviation;
    }
    return Math.sqrt(StableSum.of(squares));
  }

  /**
   * Hoover's index, {@code 0.5 sum |s_i - p_i / P|}: the share of the sum that would have to move for all persons to
   * have the same.
   *
   * @param values totals, such as GRDP, 0 or more
   * @param population p, above 0
   */
  public static double hoover(double[] values, double[] population) {
    Given.notNegative("values to compare", values, 1);
    Given.positive("population", population, 1);
    Given.sameLength("Values", values.length, "population", population.length);
    double whole = StableSum.of(values);
    double persons = StableSum.of(population);
    double[] distances = new double[values.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(values[i] / whole - population[i] / persons);
    }
    return StableSum.of(distances) / 2;
  }

  /**
   * The Herfindahl-Hirschman index, {@code sum s_i²}: from {@code 1 / n} for equal parts to 1 for one part.
   *
   * @param values totals, 0 or more, not all 0
   */
  public static double herfindahl(double[] values) {
    Given.notNegative("values to compare", values, 1);
    double whole = StableSum.of(values);
    double[] shares = Arrays.stream(values).map(value -> value / whole).toArray();
    return StableSum.ofProducts(shares, shares);
  }
}
