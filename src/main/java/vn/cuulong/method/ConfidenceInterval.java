package vn.cuulong.method;

/**
 * A value with the bounds between which the truth is believed to lie.
 *
 * @param low lower bound, at most {@code point}
 * @param point the value
 * @param high upper bound, at least {@code point}
 */
public record ConfidenceInterval(double low, double point, double high) {
  /** Refuses bounds that do not hold the point between them. */
  public ConfidenceInterval {
    if (!(low <= point && point <= high)) {
      throw new MethodException("An interval does not hold its point", "the bounds are " + low + " and " + high
          + ", the point is " + point, "Compute bounds and point from the same draws, or call holding(point) on them");
    }
  }

  /**
   * The interval of a ratio {@code p = N / D} by the delta method, on the logit scale, so that it stays within (0, 1):
   * {@code Var p = p² (Var N / N² + Var D / D² - 2 Cov / (N D))}, {@code logit p ± z se / (p (1 - p))}.
   *
   * @param numerator N, between 0 and D
   * @param denominator D, above 0
   * @param numeratorDeviation standard deviation of N
   * @param denominatorDeviation standard deviation of D
   * @param covariance of N and D
   * @param level share of such intervals that should hold the truth, such as 0.95
   * @throws MethodException when the ratio is no share strictly between 0 and 1, or the covariance is impossible
   */
  public static ConfidenceInterval ofRatio(double numerator, double numeratorDeviation, double denominator,
      double denominatorDeviation, double covariance, double level) {
    double p = Given.inside("A ratio with an interval on the logit scale", numerator / denominator,
        "For a share of 0 or 1 draw numerator and denominator instead, and take percentiles");
    double relative = square(numeratorDeviation / numerator) + square(denominatorDeviation / denominator)
        - 2 * covariance / (numerator * denominator);
    if (!(relative >= 0)) {
      throw new MethodException("A ratio has no variance", "its relative variance comes to " + relative
          + "; the covariance " + covariance + " does not fit the deviations " + numeratorDeviation + " and "
          + denominatorDeviation, "A covariance is at most the product of the two deviations");
    }
    double width = z(level) * p * Math.sqrt(relative) / (p * (1 - p));
    double logit = StrictMath.log(p / (1 - p));
    return new ConfidenceInterval(Math.min(p, expit(logit - width)), p, Math.max(p, expit(logit + width)));
  }

  /** The interval {@code point ± z deviation}. */
  public static ConfidenceInterval ofNormal(double point, double deviation, double level) {
    double width = z(level) * deviation;
    return new ConfidenceInterval(point - width, point, point + width);
  }

  /** This interval, made to reach at least {@code margin} to both sides of the point, but not beyond the limits. */
  public ConfidenceInterval widenedTo(double margin, double least, double most) {
    return new ConfidenceInterval(Math.min(low, Math.max(least, point - margin)), point,
        Math.max(high, Math.min(most, point + margin)));
  }

  /** This interval around another point, which it is stretched to hold. */
  public ConfidenceInterval holding(double otherPoint) {
    return new ConfidenceInterval(Math.min(low, otherPoint), otherPoint, Math.max(high, otherPoint));
  }

  /** Whether a value lies between the bounds. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  private static double z(double level) {
    return StandardNormal.quantile(0.5 + Given.level(level) / 2);
  }

  private static double expit(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static double square(double x) {
    return x * x;
  }
}
