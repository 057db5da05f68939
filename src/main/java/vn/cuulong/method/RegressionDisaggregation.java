package vn.cuulong.method;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Distributes benchmarks (years) over periods (quarters), and extends them, along indicators by a regression of the
 * benchmarks on the aggregated indicators: the methods of Chow and Lin, Fernandez, and Litterman.
 *
 * <p>The path is {@code y = X b + u}; only {@code a = C y} is known. With Q the covariance of the disturbance u (see
 * {@link RegressionDisturbance}), {@code V = C Q C'} and {@code X_l = C X}:
 *
 * <pre>
 * b = (X_l'V^-1 X_l)^-1 X_l'V^-1 a
 * y = X b + Q C'V^-1 (a - X_l b)
 * </pre>
 *
 * <p>The constant is a column of ones of the path, so over a year of four quarters it counts 4. Benchmarks and
 * indicators may be in any unit: they are divided by a power of two first, which rounds nothing.
 *
 * <p>Sources: Chow and Lin (1971), Fernandez (1981), Litterman (1983); the numbers agree with the R package tempdisagg
 * (Sax and Steiner, "Temporal disaggregation of time series", The R Journal 5/2, 2013) and with JDemetra+.
 *
 * @param disturbance what the indicators do not explain
 * @param rho how its autocorrelation is found; Fernandez has none, and keeps a given 0 here whatever is given
 * @param constant whether a constant stands before the indicators
 */
public record RegressionDisaggregation(RegressionDisturbance disturbance, RegressionRho rho, boolean constant) {

  /** Refuses the residuals of a correlation matrix for a random walk, which has none. */
  public RegressionDisaggregation {
    rho = disturbance.hasRho() ? rho : RegressionRho.given(0);
    if (rho.needsCorrelation() && disturbance != RegressionDisturbance.CHOW_LIN) {
      throw refusal("the disturbance " + disturbance + " is a random walk and has no correlation matrix",
          "Choose the rho of maximum likelihood, or of the smallest rss of the covariance");
    }
  }

  /** Chow-Lin with a constant and the rho of greatest likelihood, not below 0: the recommended form. */
  public static RegressionDisaggregation chowLin() {
    return chowLin(RegressionRho.maximumLikelihood());
  }

  /** Chow-Lin with a constant. */
  public static RegressionDisaggregation chowLin(RegressionRho rho) {
    return new RegressionDisaggregation(RegressionDisturbance.CHOW_LIN, rho, true);
  }

  /** Ordinary least squares with a constant, its residuals spread evenly over the periods of their year. */
  public static RegressionDisaggregation leastSquares() {
    return chowLin(RegressionRho.given(0));
  }

  /** Fernandez with a constant. */
  public static RegressionDisaggregation fernandez() {
    return new RegressionDisaggregation(RegressionDisturbance.FERNANDEZ, RegressionRho.given(0), true);
  }

  /** Litterman with a constant. */
  public static RegressionDisaggregation litterman(RegressionRho rho) {
    return new RegressionDisaggregation(RegressionDisturbance.LITTERMAN, rho, true);
  }

  /** The same method without a constant. */
  public RegressionDisaggregation withoutConstant() {
    return new RegressionDisaggregation(disturbance, rho, false);
  }

  /**
   * The path.
   *
   * @param benchmarks a, M values in the unit of the path
   * @param aggregation C, how T periods make the M benchmarks; periods outside every benchmark are extrapolated
   * @param indicators X without its constant: k or k - 1 series of T values each, any units
   * @return the path with its diagnostics
   * @throws MethodException when shapes disagree; a value is not finite; there is no column, or not more benchmarks
   *     than columns; a column adds up to zeros or depends on the others; or rho is to be estimated and the columns
   *     explain the benchmarks exactly
   */
  public RegressionPath estimate(double[] benchmarks, Aggregation aggregation, double[]... indicators) {
    requireShapes(benchmarks, aggregation, indicators);
    double unit = powerOfTwo(benchmarks);
    double[] target = divided(benchmarks, unit);
    double[][] columns = columns(aggregation.periods(), indicators);
    double[] units = new double[columns.length];
    double[][] aggregated = new double[columns.length][];
    String[] names = new String[columns.length];
    for (int j = 0; j < columns.length; j++) {
      names[j] = name(j);
      units[j] = powerOfTwo(columns[j]);
      columns[j] = divided(columns[j], units[j]);
      aggregated[j] = aggregation.of(columns[j]);
      refuseZeros(names[j], aggregated[j]);
    }
    RealMatrix matrix = aggregation.matrix();
    DoubleFunction<RegressionFit> fits = at ->
        new RegressionFit(disturbance, at, matrix, aggregated, names, target);
    double best = rho.isGiven() ? rho.value() : estimatedRho(fits);
    return new RegressionPath(this, fits.apply(best), aggregation, columns, units, unit);
  }

  private double estimatedRho(DoubleFunction<RegressionFit> fits) {
    if (fits.apply(0).isExact()) {
      throw refusal("the indicators explain the benchmarks exactly, so there are no residuals to estimate rho from",
          "Give rho, 0 for example; the path is the same for every rho");
    }
    return RegressionRhoSearch.best(rho.floor(), RegressionRho.BOUND, at -> rho.score(fits.apply(at)));
  }

  private double[][] columns(int periods, double[][] indicators) {
    if (!constant) {
      return indicators.clone();
    }
    double[][] columns = new double[indicators.length + 1][];
    columns[0] = new double[periods];
    Arrays.fill(columns[0], 1);
    System.arraycopy(indicators, 0, columns, 1, indicators.length);
    return columns;
  }

  private String name(int column) {
    return constant && column == 0 ? "the constant" : "indicator " + (constant ? column : column + 1);
  }

  private void requireShapes(double[] benchmarks, Aggregation aggregation, double[][] indicators) {
    if (benchmarks.length != aggregation.benchmarks()) {
      throw refusal("there are " + benchmarks.length + " benchmarks and the aggregation has "
          + aggregation.benchmarks(), "Give one benchmark for each span of periods");
    }
    requireFinite("benchmark ", benchmarks);
    for (int j = 0; j < indicators.length; j++) {
      String name = "indicator " + (j + 1);
      if (indicators[j].length != aggregation.periods()) {
        throw refusal(name + " has " + indicators[j].length + " periods and the path "
            + aggregation.periods(), "Give every indicator for every period, extrapolated ones included");
      }
      requireFinite(name + ", period ", indicators[j]);
    }
    int columns = indicators.length + (constant ? 1 : 0);
    if (columns == 0) {
      throw refusal("there is neither a constant nor an indicator", "Give at least one");
    }
    if (benchmarks.length <= columns) {
      throw refusal(benchmarks.length + " benchmarks cannot decide " + columns
          + " coefficients and leave a residual", "Give more benchmarks than columns, or " + RegressionPath.FALLBACK);
    }
  }

  private static void requireFinite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw refusal(name + (i + 1) + " is " + values[i], "Give finite values only");
      }
    }
  }

  private static void refuseZeros(String name, double[] aggregated) {
    if (Arrays.stream(aggregated).allMatch(value -> value == 0)) {
      throw refusal(name + " adds up to 0 in every benchmark", "Leave it out");
    }
  }

  /** The power of two just below the largest absolute value; 1 for zeros. */
  private static double powerOfTwo(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest == 0 ? 1 : Math.max(Math.scalb(1.0, Math.getExponent(largest)), Double.MIN_NORMAL);
  }

  private static double[] divided(double[] values, double unit) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i] / unit;
    }
    return result;
  }

  static MethodException refusal(String reason, String remedy) {
    return new MethodException("The regression cannot distribute the benchmarks", reason, remedy);
  }
}
