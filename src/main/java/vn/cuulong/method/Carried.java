package vn.cuulong.method;

import java.util.Map;
import java.util.NavigableMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A yearly value, or what stands for it where none is known: between two known years the straight line, outside them
 * the nearest.
 *
 * @param value the value
 * @param years how much may have happened meanwhile: 0 for a known value, {@code a b / (a + b)} between known years a
 *     and b years away (a Brownian bridge), the distance outside them. A deviation grows with its square root
 */
record Carried(double value, double years) {
  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * The value of a year.
   *
   * @param known one year or more
   */
  static Carried to(int year, NavigableMap<Integer, Double> known) {
    Map.Entry<Integer, Double> before = known.floorEntry(year);
    Map.Entry<Integer, Double> after = known.ceilingEntry(year);
    if (before == null || after == null) {
      Map.Entry<Integer, Double> nearest = before == null ? after : before;
      return new Carried(nearest.getValue(), Math.abs(year - nearest.getKey()));
    }
    double gap = after.getKey() - before.getKey();
    if (gap == 0) {
      return new Carried(before.getValue(), 0);
    }
    double a = year - before.getKey();
    return new Carried(before.getValue() + (after.getValue() - before.getValue()) * a / gap, a * (gap - a) / gap);
  }

  /** True when nobody published it. */
  boolean isCarried() {
    return years > 0;
  }

  /**
   * Deviation of a change in a year, from the changes between known years; with few of them it is widened so that 1.96
   * deviations hold 95 % (Student's t).
   *
   * @param otherwise what it is taken to be with fewer than two changes
   */
  static double yearlyDeviation(NavigableMap<Integer, Double> known, double otherwise) {
    double squares = 0;
    int changes = 0;
    Map.Entry<Integer, Double> before = null;
    for (Map.Entry<Integer, Double> entry : known.entrySet()) {
      if (before != null) {
        double change = entry.getValue() - before.getValue();
        squares += change * change / (entry.getKey() - before.getKey());
        changes++;
      }
      before = entry;
    }
    return changes < 2 ? otherwise : Math.sqrt(squares / changes)
        * new TDistribution(null, changes).inverseCumulativeProbability(0.975) / NORMAL_95;
  }
}
