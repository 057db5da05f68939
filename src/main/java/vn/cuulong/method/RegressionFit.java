package vn.cuulong.method;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The generalised least-squares fit of M benchmarks on k aggregated indicators, for one rho.
 *
 * <p>With the disturbance {@code u = K e} the covariance of its aggregate is {@code V = F F'}, {@code F = C K} (M x T).
 * The factorisation {@code F' = S R}, S (T x M) orthonormal, R (M x M) upper triangular, gives {@code V = R'R} without
 * forming V: its determinant is that of a factor, nothing has to be made symmetric or inverted, and only the root of
 * its condition is lost in digits. {@code R'^-1} from the left turns the regression into an ordinary one; a series of
 * M values so treated is called whitened here.
 */
final class RegressionFit {
  /** A column nearer than this to the space of the others, relative to its own length, adds nothing to them. */
  private static final double DEPENDENT = 1e-9;
  /** Squared residuals below this part of the squared benchmarks are rounding. */
  private static final double ROUNDING = 1e-24;

  private final RegressionDisturbance disturbance;
  private final double rho;
  private final PivotedQr steps;
  private final int periods;
  private final int benchmarkCount;
  private final double[][] columns;
  private final double[] lengths;
  private final PivotedQr triangle;
  private final double[] coefficients;
  private final double[] residuals;
  private final double squaredBenchmarks;
  private final double rss;
  private final double tss;

  /**
   * Fits.
   *
   * @param rho between -1 and 1, both excluded; not used by Fernandez
   * @param aggregation C, M x T, rows independent
   * @param regressors C X by columns, k arrays of M values
   * @param names of the columns, for the message of a refusal
   * @param benchmarks M values
   * @throws MethodException when a column of C X depends on the others, or a row of C on the other rows
   */
  RegressionFit(RegressionDisturbance disturbance, double rho, RealMatrix aggregation, double[][] regressors,
      String[] names, double[] benchmarks) {
    this.disturbance = disturbance;
    this.rho = rho;
    this.periods = aggregation.getColumnDimension();
    this.benchmarkCount = benchmarks.length;
    this.steps = steps(disturbance, rho, aggregation);
    this.columns = new double[regressors.length][];
    this.lengths = new double[regressors.length];
    for (int j = 0; j < regressors.length; j++) {
      double[] column = whitened(regressors[j]);
      lengths[j] = Math.sqrt(dot(column, column));
      columns[j] = scaled(column, 1 / lengths[j]);
    }
    this.triangle = new PivotedQr(new Array2DRowRealMatrix(columns, false).transpose());
    refuseDependentColumns(names);
    double[] target = whitened(benchmarks);
    this.coefficients = solved(target);
    this.residuals = target.clone();
    for (int j = 0; j < columns.length; j++) {
      subtract(coefficients[j] * lengths[j], columns[j], residuals);
    }
    this.rss = dot(residuals, residuals);
    this.squaredBenchmarks = dot(target, target);
    this.tss = squaresAroundMean(target);
  }

  /** F' = S R, refused if the benchmarks of some rows decide another. */
  private static PivotedQr steps(RegressionDisturbance disturbance, double rho, RealMatrix aggregation) {
    double[][] rows = aggregation.getData();
    for (double[] row : rows) {
      disturbance.weighSteps(rho, row);
    }
    PivotedQr qr = new PivotedQr(new Array2DRowRealMatrix(rows, false).transpose());
    if (qr.rank() < rows.length) {
      throw RegressionDisaggregation.refusal("the " + rows.length + " benchmarks cover only " + qr.rank()
          + " independent sums of periods", "Give each period span once");
    }
    return qr;
  }

  private void refuseDependentColumns(String[] names) {
    for (int k = 0; k < columns.length; k++) {
      if (k >= triangle.rank() || Math.abs(triangle.r(k, k)) < DEPENDENT) {
        throw RegressionDisaggregation.refusal(names[triangle.column(k)] + ", summed to the " + benchmarkCount
            + " benchmarks, is a combination of the other columns", "Leave it out");
      }
    }
  }

  /** R'^-1 times M values, which stand for benchmarks. */
  private double[] whitened(double[] values) {
    double[] pivoted = new double[benchmarkCount];
    for (int i = 0; i < benchmarkCount; i++) {
      pivoted[i] = values[steps.column(i)];
    }
    return steps.solveUpperTransposed(pivoted);
  }

  private double[] solved(double[] target) {
    double[] pivoted = triangle.solveUpper(triangle.qTransposed(target));
    double[] result = new double[columns.length];
    for (int k = 0; k < result.length; k++) {
      result[triangle.column(k)] = pivoted[k] / lengths[triangle.column(k)];
    }
    return result;
  }

  private double squaresAroundMean(double[] target) {
    double[] ones = new double[benchmarkCount];
    Arrays.fill(ones, 1);
    double[] level = whitened(ones);
    double[] centred = target.clone();
    subtract(dot(level, target) / dot(level, level), level, centred);
    return dot(centred, centred);
  }

  double rho() {
    return rho;
  }

  /** The coefficients b, in the order of the columns. */
  double[] coefficients() {
    return coefficients;
  }

  /** {@code u'V^-1 u}, u the residuals of the benchmarks. */
  double rss() {
    return rss;
  }

  /** Whether the residuals are zero but for rounding, so that nothing is left that rho could describe. */
  boolean isExact() {
    return rss <= ROUNDING * squaredBenchmarks;
  }

  /** The share of the squares around the mean, both weighted by V^-1, that is explained; 0 if there are none. */
  double rSquared() {
    return tss <= ROUNDING * squaredBenchmarks ? 0 : 1 - rss / tss;
  }

  /** {@code -M/2 - (M/2) ln 2pi - (M/2) ln(rss/M) - (1/2) ln det V}. */
  double logLikelihood() {
    double logDeterminant = 0;
    for (int i = 0; i < benchmarkCount; i++) {
      logDeterminant += 2 * Math.log(Math.abs(steps.r(i, i)));
    }
    double half = benchmarkCount / 2.0;
    return -half - half * Math.log(2 * Math.PI) - half * Math.log(rss / benchmarkCount) - logDeterminant / 2;
  }

  /** The disturbance of the T periods that is expected from the benchmarks: {@code Q C'V^-1 u}. */
  double[] disturbance() {
    return spread(residuals);
  }

  /** {@code Q C'V^-1} times M values, given whitened: {@code K S}. */
  private double[] spread(double[] whitened) {
    double[] result = steps.q(Arrays.copyOf(whitened, periods));
    disturbance.accumulate(rho, result);
    return result;
  }

  /** The diagonal of {@code (X_l'V^-1 X_l)^-1}: the variances of the coefficients over the residual variance. */
  double[] coefficientVariances() {
    double[] result = new double[columns.length];
    for (int j = 0; j < result.length; j++) {
      double[] unit = new double[columns.length];
      unit[j] = 1;
      double[] root = coefficientRoot(unit);
      result[j] = dot(root, root);
    }
    return result;
  }

  /** z with {@code z'z = g'(X_l'V^-1 X_l)^-1 g}. */
  private double[] coefficientRoot(double[] weights) {
    double[] pivoted = new double[weights.length];
    for (int k = 0; k < pivoted.length; k++) {
      pivoted[k] = weights[triangle.column(k)] / lengths[triangle.column(k)];
    }
    return triangle.solveUpperTransposed(pivoted);
  }

  /**
   * A root B (T x (T + k)) of the covariance of the path over the residual variance:
   * {@code B B' = Q - Q C'V^-1 C Q + G (X_l'V^-1 X_l)^-1 G'}, {@code G = X - Q C'V^-1 X_l}. The first T columns are
   * {@code K (I - S S')}: what the benchmarks leave open of the steps.
   *
   * @param indicators X by columns, k arrays of T values
   */
  double[][] pathRoot(double[][] indicators) {
    double[][] open = new double[indicators.length][];
    for (int j = 0; j < open.length; j++) {
      open[j] = indicators[j].clone();
      subtract(lengths[j], spread(columns[j]), open[j]);
    }
    double[][] root = new double[periods][];
    for (int t = 0; t < periods; t++) {
      double[] step = new double[periods];
      step[t] = 1;
      disturbance.weighSteps(rho, step);
      double[] known = steps.qTransposed(step);
      Arrays.fill(known, benchmarkCount, periods, 0);
      subtract(1, steps.q(known), step);
      double[] weights = new double[open.length];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = open[j][t];
      }
      double[] regression = coefficientRoot(weights);
      root[t] = Arrays.copyOf(step, periods + regression.length);
      System.arraycopy(regression, 0, root[t], periods, regression.length);
    }
    return root;
  }

  private static double[] scaled(double[] values, double factor) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i] * factor;
    }
    return result;
  }

  private static void subtract(double factor, double[] values, double[] from) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * values[i];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
