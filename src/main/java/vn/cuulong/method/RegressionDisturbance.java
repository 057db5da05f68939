package vn.cuulong.method;

/**
 * How the part of a series that its indicators do not explain moves from one period to the next.
 *
 * <p>The disturbance of T periods is {@code u = K e}: independent steps e of equal variance, accumulated by a lower
 * triangular K (T x T) of the parameter rho, so that its covariance is {@code Q = K K'}. Working with the factor K
 * keeps every covariance symmetric and free of the subtractions that an explicit inverse would need.
 */
public enum RegressionDisturbance {
  /**
   * Stationary: {@code u_t = rho u_(t-1) + e_t}, {@code Q = [rho^|i-j|] / (1 - rho^2)}. With rho = 0 it is ordinary
   * least squares. Chow and Lin (1971), "Best linear unbiased interpolation, distribution, and extrapolation of time
   * series by related series", Review of Economics and Statistics 53.
   */
  CHOW_LIN,

  /**
   * A random walk that starts at its first step: {@code u_t = u_(t-1) + e_t}, {@code Q = (D'D)^-1}; it has no rho.
   * Fernandez (1981), "A methodological note on the estimation of time series", Review of Economics and Statistics 63.
   */
  FERNANDEZ,

  /**
   * A random walk with autoregressive steps: {@code u_t = u_(t-1) + v_t}, {@code v_t = rho v_(t-1) + e_t},
   * {@code Q = (D'H'HD)^-1}; with rho = 0 it is Fernandez. Litterman (1983), "A random walk, Markov model for the
   * distribution of time series", Journal of Business and Economic Statistics 1.
   */
  LITTERMAN;

  boolean hasRho() {
    return this != FERNANDEZ;
  }

  /** Turns the steps e into the disturbance K e, in place. */
  void accumulate(double rho, double[] steps) {
    if (this == CHOW_LIN) {
      steps[0] /= Math.sqrt(1 - rho * rho);
    }
    if (hasRho()) {
      sumForward(rho, steps);
    }
    if (this != CHOW_LIN) {
      sumForward(1, steps);
    }
  }

  /** Turns weights w on the periods into the weights K'w on the steps, in place. */
  void weighSteps(double rho, double[] weights) {
    if (this != CHOW_LIN) {
      sumBackward(1, weights);
    }
    if (hasRho()) {
      sumBackward(rho, weights);
    }
    if (this == CHOW_LIN) {
      weights[0] /= Math.sqrt(1 - rho * rho);
    }
  }

  private static void sumForward(double carried, double[] values) {
    for (int t = 1; t < values.length; t++) {
      values[t] += carried * values[t - 1];
    }
  }

  private static void sumBackward(double carried, double[] values) {
    for (int t = values.length - 2; t >= 0; t--) {
      values[t] += carried * values[t + 1];
    }
  }
}
