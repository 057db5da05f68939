package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path that {@link RegressionDisaggregation} gives, with what is known about it. Units: the path is in the unit of
 * the benchmarks, a coefficient in that unit over the unit of its indicator.
 */
public final class RegressionPath {
  /** Fewer benchmarks than this do not let rho and the coefficients be estimated honestly. */
  public static final int FEWEST_BENCHMARKS = 12;
  /** An indicator that explains less than this does not carry the path within the year. */
  public static final double LEAST_ADJUSTED_R2 = 0.9;

  static final String FALLBACK = "fall back on proportional Denton, or on Cholette-Dagum with rho 0.729 and a"
      + " multiplicative bias, along the indicator";

  private final RegressionDisaggregation method;
  private final double rho;
  private final double[] values;
  private final double[][] root;
  private final double[] coefficients;
  private final double[] coefficientErrors;
  private final int benchmarkCount;
  private final int extrapolatedFrom;
  private final double rss;
  private final double logLikelihood;
  private final double rSquared;

  RegressionPath(RegressionDisaggregation method, RegressionFit fit, Aggregation aggregation,
      double[][] columns, double[] units, double unit) {
    this.method = method;
    this.rho = fit.rho();
    this.benchmarkCount = aggregation.benchmarks();
    this.extrapolatedFrom = aggregation.coveredUntil();
    int degreesOfFreedom = benchmarkCount - columns.length;
    double deviation = unit * Math.sqrt(fit.rss() / degreesOfFreedom);
    this.values = fit.disturbance();
    for (int j = 0; j < columns.length; j++) {
      for (int t = 0; t < values.length; t++) {
        values[t] += fit.coefficients()[j] * columns[j][t];
      }
    }
    scale(values, unit);
    this.root = fit.pathRoot(columns);
    for (double[] row : root) {
      scale(row, deviation);
    }
    double[] variances = fit.coefficientVariances();
    this.coefficients = new double[units.length];
    this.coefficientErrors = new double[units.length];
    for (int j = 0; j < units.length; j++) {
      coefficients[j] = fit.coefficients()[j] * unit / units[j];
      coefficientErrors[j] = deviation / units[j] * Math.sqrt(variances[j]);
    }
    this.rss = fit.rss() * unit * unit;
    this.logLikelihood = fit.logLikelihood() - benchmarkCount * Math.log(unit);
    this.rSquared = fit.rSquared();
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  /** The method that gave it. */
  public RegressionDisaggregation method() {
    return method;
  }

  /** The path y, T values. Its sums (or averages) over the spans of the benchmarks are the benchmarks. */
  public double[] values() {
    return values.clone();
  }

  /**
   * The standard error of each of the T values, rho taken as known:
   * {@code Var(y) = s2 (Q - Q C'V^-1 C Q) + s2 G (X_l'V^-1 X_l)^-1 G'}, {@code G = X - Q C'V^-1 X_l},
   * {@code s2 = rss / (M - k)}. It comes from the residuals of the benchmarks alone, so it says nothing of an error in
   * the indicators. JDemetra+ divides by M instead.
   */
  public double[] standardErrors() {
    double[] errors = new double[root.length];
    for (int t = 0; t < errors.length; t++) {
      errors[t] = Math.sqrt(RegressionFit.dot(root[t], root[t]));
    }
    return errors;
  }

  /**
   * The standard error of a weighted sum of the path, its covariances included: 0, but for rounding, for the sum over
   * the span of a benchmark.
   *
   * @param weights T values
   * @throws MethodException when there are more or fewer than T
   */
  public double standardErrorOf(double[] weights) {
    if (weights.length != root.length) {
      throw new MethodException("The standard error of a sum cannot be computed", "there are " + weights.length
          + " weights for a path of " + root.length + " periods", "Give one weight for each period");
    }
    double[] sum = new double[root[0].length];
    for (int t = 0; t < weights.length; t++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[t] * root[t][i];
      }
    }
    return Math.sqrt(RegressionFit.dot(sum, sum));
  }

  /** The coefficients b: the constant first, if there is one, then the indicators in their order. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * Standard errors of the coefficients, with {@code s2 = rss / (M - k)} whether rho is estimated or not, as in R;
   * JDemetra+ divides by M - k - 1 when it is. The error of the constant of a random walk depends on where the walk
   * starts and means little.
   */
  public double[] coefficientErrors() {
    return coefficientErrors.clone();
  }

  /** The rho used; 0 for Fernandez. */
  public double rho() {
    return rho;
  }

  /**
   * Whether rho was estimated and ended where the search ends: at 0, or -0.999 if it was untruncated, or at 0.999. The
   * criterion then has no top in between, and the benchmarks do not decide rho.
   */
  public boolean isRhoAtEnd() {
    return !method.rho().isGiven() && (rho == method.rho().floor() || rho == RegressionRho.BOUND);
  }

  /** The number of benchmarks M. */
  public int benchmarkCount() {
    return benchmarkCount;
  }

  /** The first period after the last benchmark, from 0; T if there is none. */
  public int extrapolatedFrom() {
    return extrapolatedFrom;
  }

  /** {@code u'V^-1 u}: the residuals u of the benchmarks weighted by the inverse of V. */
  public double rss() {
    return rss;
  }

  /** The variance of a step of the disturbance without bias, {@code rss / (M - k)}. */
  public double stepVariance() {
    return rss / (benchmarkCount - coefficients.length);
  }

  /**
   * The logarithm of the likelihood of the benchmarks, b and the variance at their best:
   * {@code -M/2 - (M/2) ln 2pi - (M/2) ln(rss/M) - (1/2) ln det V}. Infinite when nothing is left unexplained.
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** The explained share of the squares of the benchmarks around their mean, both weighted by the inverse of V. */
  public double rSquared() {
    return rSquared;
  }

  /** {@code 1 - (1 - R2) (M - 1) / (M - k)}. */
  public double adjustedRSquared() {
    return 1 - (1 - rSquared) * (benchmarkCount - 1) / (benchmarkCount - coefficients.length);
  }

  /**
   * Whether the path may be published: at least 12 benchmarks and an adjusted R2 of at least 0.9. With fewer years the
   * regression fits anything; with a weaker indicator the path within the year is that of the disturbance.
   */
  public boolean isAdmissible() {
    return benchmarkCount >= FEWEST_BENCHMARKS && adjustedRSquared() >= LEAST_ADJUSTED_R2;
  }

  /**
   * This path, if it is admissible.
   *
   * @throws MethodException naming the method to fall back on, if it is not
   */
  public RegressionPath requireAdmissible() {
    if (!isAdmissible()) {
      throw new MethodException("The path of the regression is not admissible", whyNotAdmissible(),
          "Do not publish it; " + FALLBACK);
    }
    return this;
  }

  /**
   * This path, if none of its values is negative: a regression does not know that value added has no sign.
   *
   * @throws MethodException naming the lowest period, if one is
   */
  public RegressionPath requireNotNegative() {
    int lowest = 0;
    for (int t = 1; t < values.length; t++) {
      lowest = values[t] < values[lowest] ? t : lowest;
    }
    if (values[lowest] < 0) {
      throw new MethodException("The path of the regression is not admissible", "period " + lowest
          + ", counted from 0, would be " + (float) values[lowest], "Do not publish it; " + FALLBACK);
    }
    return this;
  }

  /** What a reader should know: extrapolation, a rho that the benchmarks do not decide, a path not admissible. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (extrapolatedFrom < values.length) {
      notes.add("from period " + extrapolatedFrom + ", counted from 0, the path is extrapolated");
    }
    if (isRhoAtEnd()) {
      notes.add("rho ended at " + rho + ", where the search ends: the benchmarks do not decide it");
    }
    if (!isAdmissible()) {
      notes.add("not admissible: " + whyNotAdmissible());
    }
    long negative = Arrays.stream(values).filter(value -> value < 0).count();
    if (negative > 0) {
      notes.add(negative + " of " + values.length + " values are negative");
    }
    return List.copyOf(notes);
  }

  private String whyNotAdmissible() {
    return benchmarkCount < FEWEST_BENCHMARKS
        ? benchmarkCount + " benchmarks are fewer than " + FEWEST_BENCHMARKS
        : "the adjusted R2 of " + (float) adjustedRSquared() + " is below " + LEAST_ADJUSTED_R2;
  }
}
