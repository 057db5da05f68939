package vn.cuulong.method;

/**
 * What is believed of a number that is not known exactly. {@link #draw} is one possible true value; it allocates
 * nothing and depends on the stream and the number of the draw alone.
 */
public sealed interface ErrorModel {
  /** One possible value. */
  double draw(Draws stream, long draw);

  /** A number known exactly. */
  static ErrorModel exactly(double value) {
    return new Exact(Given.finite("an exact value", value));
  }

  /**
   * A normal number.
   *
   * @param deviation standard deviation, in the unit of the mean; 0 for a number known exactly
   */
  static ErrorModel normal(double mean, double deviation) {
    Given.finite("the mean", mean);
    return deviation == 0 ? exactly(mean) : new Normal(mean, deviation(deviation));
  }

  /**
   * A normal number that is known to lie between two bounds; what lies beyond them is not drawn. Its mean is the given
   * one only when the bounds are far away.
   *
   * @throws MethodException when the bounds leave nothing of the distribution
   */
  static ErrorModel truncatedNormal(double mean, double deviation, double low, double high) {
    Given.finite("the mean", mean);
    if (!(low <= high) || deviation == 0 && (mean < low || mean > high)) {
      throw new MethodException("No value can be drawn", "the mean is " + mean + ", known exactly, and the bounds are "
          + low + " and " + high, "Put the lower bound first, and the mean between them");
    }
    return deviation == 0 ? exactly(mean) : low == high ? exactly(low)
        : TruncatedNormal.of(mean, deviation(deviation), low, high);
  }

  /**
   * A positive number with an error in proportion to its size; {@code mean} is its mean, not its median.
   *
   * @param relativeDeviation standard deviation over mean
   */
  static ErrorModel lognormal(double mean, double relativeDeviation) {
    if (mean == 0 || relativeDeviation == 0) {
      return exactly(mean);
    }
    Given.positive("the mean of a lognormal number", new double[] {mean}, 1);
    double variance = StrictMath.log1p(deviation(relativeDeviation) * relativeDeviation);
    return new Lognormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
  }

  /**
   * A share, by its mean and standard deviation; beta-distributed, so it stays between 0 and 1.
   *
   * @throws MethodException when no beta distribution has this mean and deviation
   */
  static ErrorModel share(double mean, double deviation) {
    if (deviation == 0) {
      return exactly(mean);
    }
    Given.inside("The mean of a share that is not known exactly", mean,
        "A share of 0 or 1 is known exactly: its deviation is 0");
    double size = mean * (1 - mean) / (deviation(deviation) * deviation) - 1;
    double alpha = mean * size;
    double beta = (1 - mean) * size;
    if (!(Math.min(alpha, beta) >= 0.01)) {
      throw new MethodException("No share has this error", "the mean is " + mean + " and the standard deviation "
          + deviation + "; it must stay below " + Math.sqrt(mean * (1 - mean)), "Give a smaller standard deviation");
    }
    return new Share(alpha, beta);
  }

  private static double deviation(double deviation) {
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new MethodException("No value can be drawn", "the standard deviation is " + deviation,
          "Give a standard deviation of 0 or more");
    }
    return deviation;
  }

  /** Always the same. */
  record Exact(double value) implements ErrorModel {
    @Override
    public double draw(Draws stream, long draw) {
      return value;
    }
  }

  /** Mean and standard deviation. */
  record Normal(double mean, double deviation) implements ErrorModel {
    @Override
    public double draw(Draws stream, long draw) {
      return mean + deviation * stream.normal(draw);
    }
  }

  /**
   * Drawn by turning a uniform number between the probabilities of the bounds into a quantile.
   *
   * @param sign -1 when everything lies above the mean: the tail is then taken on the left, where it keeps its digits
   */
  record TruncatedNormal(double mean, double deviation, double low, double high, double sign, double from, double to)
      implements ErrorModel {
    static TruncatedNormal of(double mean, double deviation, double low, double high) {
      double below = (low - mean) / deviation;
      double above = (high - mean) / deviation;
      double sign = below > 0 ? -1 : 1;
      double from = StandardNormal.probability(sign > 0 ? below : -above);
      double to = StandardNormal.probability(sign > 0 ? above : -below);
      if (!(to - from > 0)) {
        throw new MethodException("No value can be drawn", "the bounds " + low + " and " + high
            + " leave nothing of a normal distribution with mean " + mean + " and standard deviation " + deviation,
            "Give the error its true size, or look for the mistake in the mean or the bounds");
      }
      return new TruncatedNormal(mean, deviation, low, high, sign, from, to);
    }

    @Override
    public double draw(Draws stream, long draw) {
      double p = from + (to - from) * stream.uniform(draw);
      double value = mean + sign * deviation * StandardNormal.quantile(p);
      return Math.max(low, Math.min(high, value));
    }
  }

  /** Mean and standard deviation of the logarithm. */
  record Lognormal(double logMean, double logDeviation) implements ErrorModel {
    @Override
    public double draw(Draws stream, long draw) {
      return StrictMath.exp(logMean + logDeviation * stream.normal(draw));
    }
  }

  /** The two parameters of the beta distribution. */
  record Share(double alpha, double beta) implements ErrorModel {
    @Override
    public double draw(Draws stream, long draw) {
      return stream.beta(draw, alpha, beta);
    }
  }
}
