package vn.cuulong.method;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where a series is heading if it goes on as it went: the line of least squares through its values, prolonged.
 *
 * <p>The prediction at time T has the variance {@code s² (1 + 1/n + (T - mean t)² / sum (t - mean t)²) + m²}, with s²
 * the residual variance ({@code n - 2} below the line) and m the standard deviation of the error of measurement, and
 * Student's t with {@code n - 2} degrees of freedom. It takes the past as a guide and knows of no decision that would
 * change it; far ahead it says little, and its interval says so.
 *
 * <p>Source: the prediction interval of simple linear regression, as in Draper and Smith (1998), "Applied Regression
 * Analysis", section 3.1.
 *
 * @param points how many values
 * @param pace slope, in units of the value for each unit of time
 * @param value the line at the time asked for
 * @param deviation standard deviation of the prediction
 */
public record TrendProjection(int points, double pace, double value, double deviation) {
  /**
   * Projects a series.
   *
   * @param times of three or more values, not all equal, such as years with decimals
   * @param values at these times
   * @param when the time asked for
   * @param measurementDeviation standard deviation of the error of one value; 0 when not known
   * @throws MethodException for fewer than three values, or when all have the same time
   */
  public static TrendProjection of(double[] times, double[] values, double when, double measurementDeviation) {
    StraightLine line = StraightLine.through(times, values);
    int n = times.length;
    double mean = StableSum.mean(times);
    double[] apart = new double[n];
    for (int i = 0; i < n; i++) {
      apart[i] = times[i] - mean;
    }
    double spread = StableSum.ofProducts(apart, apart);
    // The error of the slope is s / sqrt(spread).
    double residual = line.slopeError() * line.slopeError() * spread;
    double variance = residual * (1 + 1.0 / n + (when - mean) * (when - mean) / spread)
        + measurementDeviation * measurementDeviation;
    return new TrendProjection(n, line.slope(), line.intercept() + line.slope() * when, Math.sqrt(variance));
  }

  /** The interval that holds the value at that time with the given level of confidence. */
  public ConfidenceInterval interval(double level) {
    double width = deviation * distribution().inverseCumulativeProbability(0.5 + Given.level(level) / 2);
    return new ConfidenceInterval(value - width, value, value + width);
  }

  /** The probability that the value at that time is at least {@code goal}; 0 or 1 when the line fits exactly. */
  public double probabilityOfAtLeast(double goal) {
    if (deviation == 0) {
      return value >= goal ? 1 : 0;
    }
    return distribution().cumulativeProbability((value - goal) / deviation);
  }

  /** The slope between the first and the last of two values or more; empty when they have the same time. */
  public static OptionalDouble pace(double[] times, double[] values) {
    int last = times.length - 1;
    return last < 1 || times[last] == times[0] ? OptionalDouble.empty()
        : OptionalDouble.of((values[last] - values[0]) / (times[last] - times[0]));
  }

  private TDistribution distribution() {
    return new TDistribution(null, points - 2);
  }
}
