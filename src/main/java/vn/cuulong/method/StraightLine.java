package vn.cuulong.method;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The line {@code y = intercept + slope x} of least squares.
 *
 * @param points how many
 * @param slopeError standard error of the slope, with {@code n - 2} below the line; 0 when the line fits exactly
 * @param rSquared share of the variance of y that the line explains; 1 when y does not vary
 */
record StraightLine(int points, double intercept, double slope, double slopeError, double rSquared) {
  /** Fits three points or more whose x are not all equal; the order of points changes no bit. */
  static StraightLine through(double[] x, double[] y) {
    Given.finite("x", x, 3);
    Given.finite("y", y, 3);
    Given.sameLength("x", x.length, "y", y.length);
    int n = x.length;
    double meanX = StableSum.mean(x);
    double meanY = StableSum.mean(y);
    double[] dx = new double[n];
    double[] dy = new double[n];
    for (int i = 0; i < n; i++) {
      dx[i] = x[i] - meanX;
      dy[i] = y[i] - meanY;
    }
    double spread = StableSum.ofProducts(dx, dx);
    if (!(spread > 0)) {
      throw new MethodException("No line can be fitted", "all " + n + " units have the same x, " + x[0],
          "A slope needs units that differ");
    }
    double slope = StableSum.ofProducts(dx, dy) / spread;
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = dy[i] - slope * dx[i];
    }
    double left = StableSum.ofProducts(rest, rest);
    double all = StableSum.ofProducts(dy, dy);
    return new StraightLine(n, meanY - slope * meanX, slope, Math.sqrt(left / (n - 2) / spread),
        all > 0 ? 1 - left / all : 1);
  }

  /** {@code (slope - value) / slopeError}; empty when the line fits exactly. */
  OptionalDouble t(double value) {
    return slopeError > 0 ? OptionalDouble.of((slope - value) / slopeError) : OptionalDouble.empty();
  }

  /** The two-sided probability of such a t or a larger one, if the slope were the value. */
  OptionalDouble probability(double value) {
    return slopeError > 0 ? OptionalDouble.of(
        2 * new TDistribution(null, points - 2).cumulativeProbability(-Math.abs(t(value).getAsDouble())))
        : OptionalDouble.empty();
  }
}
