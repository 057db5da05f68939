package vn.cuulong.method;

/**
 * How the autocorrelation rho of a regression disaggregation is found: given, or estimated by a criterion between 0 and
 * 0.999.
 *
 * <p>A negative rho makes neighbouring periods swing against each other, which no economic series does; the literature
 * therefore raises a negative estimate to 0 ("truncated rho"). Here the best rho from 0 on is taken. That is the same
 * wherever the criterion has one top, and the better choice where a second, negative one stands higher.
 *
 * @param criterion what the best rho makes best
 * @param value the rho, if it is given; not a number if it is estimated
 * @param floor the lowest rho that is looked at, if it is estimated
 */
public record RegressionRho(Criterion criterion, double value, double floor) {
  /** The highest rho that is looked at, and with the other sign the lowest. */
  public static final double BOUND = 0.999;

  /** What the best rho makes best. */
  public enum Criterion { GIVEN, LIKELIHOOD, RSS_OF_CORRELATION, RSS_OF_COVARIANCE }

  /** Refuses a given rho that is not between -1 and 1, and a floor that is not between the bounds. */
  public RegressionRho {
    if (criterion == Criterion.GIVEN && !(value > -1 && value < 1)) {
      throw new MethodException("rho cannot be " + value, "the disturbance would not come to rest",
          "Give a rho above -1 and below 1; a random walk is the Fernandez disturbance");
    }
    if (!(floor >= -BOUND && floor < BOUND)) {
      throw new MethodException("rho cannot be looked for from " + floor + " on", "the search ends at " + BOUND,
          "Give a floor from -" + BOUND + " on and below " + BOUND);
    }
  }

  /**
   * A rho that is not estimated.
   *
   * @param rho above -1 and below 1
   * @throws MethodException when rho lies elsewhere
   */
  public static RegressionRho given(double rho) {
    return new RegressionRho(Criterion.GIVEN, rho, 0);
  }

  /**
   * The rho of the greatest likelihood, never below 0: the recommended rule, because it does not depend on the scale
   * of the covariance. Bournay and Laroque (1979).
   */
  public static RegressionRho maximumLikelihood() {
    return new RegressionRho(Criterion.LIKELIHOOD, Double.NaN, 0);
  }

  /**
   * The rho of the smallest {@code u'R^-1 u} with the correlation matrix {@code R = [rho^|i-j|]}, as Ecotrim has it;
   * only for Chow-Lin. To reproduce published series; the likelihood is the better criterion.
   */
  public static RegressionRho minimumRssOfCorrelation() {
    return new RegressionRho(Criterion.RSS_OF_CORRELATION, Double.NaN, 0);
  }

  /**
   * The rho of the smallest {@code u'Q^-1 u} with the covariance matrix Q of the disturbance, as Quilis has it (Barbone
   * and others, 1981). For Chow-Lin it often ends at the bound. To reproduce published series; the likelihood is the
   * better criterion.
   */
  public static RegressionRho minimumRssOfCovariance() {
    return new RegressionRho(Criterion.RSS_OF_COVARIANCE, Double.NaN, 0);
  }

  /** The same criterion over all of -0.999 to 0.999. */
  public RegressionRho untruncated() {
    return new RegressionRho(criterion, value, -BOUND);
  }

  boolean isGiven() {
    return criterion == Criterion.GIVEN;
  }

  boolean needsCorrelation() {
    return criterion == Criterion.RSS_OF_CORRELATION;
  }

  /** What an estimated rho makes greatest; never NaN for a rho between the bounds. */
  double score(RegressionFit fit) {
    return switch (criterion) {
      case LIKELIHOOD -> fit.logLikelihood();
      // The correlation matrix is (1 - rho^2) Q, so its rss is that of Q divided by the same number.
      case RSS_OF_CORRELATION -> -fit.rss() / (1 - fit.rho() * fit.rho());
      case RSS_OF_COVARIANCE -> -fit.rss();
      case GIVEN -> throw new IllegalStateException("a given rho is not estimated");
    };
  }
}
