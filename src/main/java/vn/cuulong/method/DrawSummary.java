package vn.cuulong.method;

import java.util.Arrays;

/**
 * What many draws of one number say about it.
 *
 * @param draws how many draws
 * @param mean their mean
 * @param deviation their standard deviation, with {@code n - 1} below the line
 * @param low the lower percentile, of R's type 7
 * @param median the middle
 * @param high the upper percentile
 */
public record DrawSummary(int draws, double mean, double deviation, double low, double median, double high) {
  /**
   * Summarises draws; their order does not matter, to the last bit.
   *
   * @param values the draws, two or more; left as they are
   * @param level how much lies between {@code low} and {@code high}: 0.95 gives the percentiles 2.5 and 97.5
   */
  public static DrawSummary of(double[] values, double level) {
    return ofSorted(sorted(values), level);
  }

  /** {@link #of} for draws that {@link Arrays#sort(double[])} has ordered; allocates nothing but the answer. */
  public static DrawSummary ofSorted(double[] sorted, double level) {
    Given.finite("draws", sorted, 2);
    double tail = (1 - Given.level(level)) / 2;
    // Rounding may leave the mean of equal draws a bit beside them.
    double mean = Math.max(sorted[0],
        Math.min(sorted[sorted.length - 1], StableSum.of(sorted) / sorted.length));
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return new DrawSummary(sorted.length, mean, Math.sqrt(squares / (sorted.length - 1)), at(sorted, tail),
        at(sorted, 0.5), at(sorted, 1 - tail));
  }

  /**
   * The quantile of R's type 7 (the default of R and NumPy): at {@code (n - 1) p} between the ordered values.
   *
   * <p>Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50(4).
   *
   * @param sorted ordered values, one or more
   * @param p from 0 to 1
   */
  public static double quantile(double[] sorted, double p) {
    Given.finite("ordered values", sorted, 1);
    return at(sorted, p);
  }

  /** The interval of the two percentiles around a point, which it is stretched to hold. */
  public ConfidenceInterval around(double point) {
    return new ConfidenceInterval(Math.min(low, point), point, Math.max(high, point));
  }

  private static double at(double[] sorted, double p) {
    double place = (sorted.length - 1) * p;
    int below = (int) place;
    double part = place - below;
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
