package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Cholette's method for several series at once: regions by quarters that must add to the nation in every quarter and,
 * where wanted, to their own years.
 *
 * <p>Minimises, over the series i and periods t, with {@code e_it = (y_it - x_it) / |x_it|^lambda},
 * {@code sum_i [(1 - rho²) e_i1² + sum_(t>1) (e_it - rho e_i,t-1)²]} subject to {@code sum_i w_i y_it = z_t} and
 * {@code J y_i = Y_i}. The totals are redundant by nature and must agree: {@code sum_i w_i Y_im = (J z)_m}. Give the
 * series in a fixed order: another one changes the last digits.
 *
 * <p>Sources: T. Di Fonzo, M. Marini, Simultaneous and two-step reconciliation of systems of time series, JRSS C 60
 * (2011), 143-164; E. B. Dagum, P. A. Cholette (2006), chapter 11; JDemetra+, multivariate Cholette.
 *
 * @param rho how far movements are kept, 0 to 1; 0.8 is the default of JDemetra+
 * @param lambda how changes grow with the level, 0 to 3: 0.5 pro rata, 1 proportional
 * @param negativeRefused whether a negative value of a path is an error
 */
public record MultivariateCholette(double rho, double lambda, boolean negativeRefused) {
  private static final double AGREE = 1e-9;

  /** Refuses rho outside 0 to 1 and lambda outside 0 to 3. */
  public MultivariateCholette {
    if (!(rho >= 0 && rho <= 1)) {
      throw refusal("rho is " + rho, "Give 0 to 1; 0.8 is usual");
    }
    if (!(lambda >= 0 && lambda <= 3)) {
      throw refusal("lambda is " + lambda, "Give 0 (additive) to 3; 0.5 is usual");
    }
  }

  /** rho 0.8, lambda 0.5, as JDemetra+ has them. */
  public static MultivariateCholette usual() {
    return new MultivariateCholette(0.8, 0.5, false);
  }

  /** The same method, where a negative value is an error. */
  public MultivariateCholette refusingNegative() {
    return new MultivariateCholette(rho, lambda, true);
  }

  /**
   * Paths that meet all their totals.
   *
   * @param values y, N x T
   * @param ratios y over its preliminary value, N x T; not a number where that is 0
   * @param largestDiscrepancy the largest relative discrepancy of any total, below 1e-9
   * @param largestChange the largest {@code |y/x - 1|} where x is not 0
   * @param rank the number of independent totals
   * @param condition estimate of the condition of the equations solved, at least 1
   * @param notes what a reader should know: extrapolation, negative values, zeros kept
   */
  public record Reconciled(double[][] values, double[][] ratios, double largestDiscrepancy, double largestChange,
      int rank, double condition, List<String> notes) { }

  /**
   * Reconciles paths with a total in every period, each series free over the years.
   *
   * @param preliminary x, N x T
   * @param weights w, N values; 1 where series simply add
   * @param totals z, T values
   * @throws MethodException if shapes do not fit, a value is not finite, the totals cannot be met or do not determine
   *     the paths (at rho 1), or a value is negative where that is refused
   */
  public Reconciled reconcile(double[][] preliminary, double[] weights, double[] totals) {
    requireShapes(preliminary, weights, totals);
    return solve(new Totals(preliminary, weights, totals, null, new double[preliminary.length][0]));
  }

  /**
   * Reconciles paths with a total in every period and a benchmark of each series over its years.
   *
   * @param preliminary x, N x T
   * @param weights w, N values; 1 where series simply add
   * @param totals z, T values
   * @param aggregation which periods make which benchmark, the same for all series
   * @param benchmarks Y, N x M
   * @throws MethodException as without benchmarks, and if benchmarks and totals disagree by more than 1e-9
   */
  public Reconciled reconcile(double[][] preliminary, double[] weights, double[] totals, Aggregation aggregation,
      double[][] benchmarks) {
    requireShapes(preliminary, weights, totals);
    if (benchmarks.length != preliminary.length || aggregation.periods() != totals.length
        || Arrays.stream(benchmarks).anyMatch(row -> row.length != aggregation.benchmarks())) {
      throw refusal("the benchmarks are not " + preliminary.length + " x " + aggregation.benchmarks()
          + ", or the aggregation is of " + aggregation.periods() + " periods and not of " + totals.length,
          "Give each series the same benchmarks");
    }
    Arrays.stream(benchmarks).forEach(row -> Given.finite("the benchmarks of a series", row, 1));
    requireAgreement(weights, totals, aggregation, benchmarks);
    return solve(new Totals(preliminary, weights, totals, aggregation, benchmarks));
  }

  /**
   * How each value answers to each total, for given preliminary values: (N T) x (T + N M), values by series and then
   * period, totals by period and then the benchmarks by series.
   *
   * <p>For totals that agree with each other {@code y = x + R (totals - G x)}; with x near those that R was made for,
   * all totals are still met exactly. Thousands of draws therefore need one factorisation.
   *
   * @param preliminary x, N x T
   * @param weights w, N values
   * @param aggregation which periods make which benchmark, the same for all series
   * @throws MethodException if shapes do not fit or the totals do not determine the paths
   */
  public RealMatrix response(double[][] preliminary, double[] weights, Aggregation aggregation) {
    double[] totals = new double[aggregation.periods()];
    requireShapes(preliminary, weights, totals);
    double[][] benchmarks = new double[preliminary.length][aggregation.benchmarks()];
    Totals sought = new Totals(preliminary, weights, totals, aggregation, benchmarks);
    double[] unit = units(sought.flat());
    RealMatrix response = smoothest(sought, unit).response();
    for (int j = 0; j < unit.length; j++) {
      response.setRowVector(j, response.getRowVector(j).mapMultiply(unit[j]));
    }
    return response;
  }

  private Reconciled solve(Totals totals) {
    double[] x = totals.flat();
    double[] unit = units(x);
    double[] asked = totals.asked();
    double[] size = totals.sizes(x);
    double[] have = totals.matrix().operate(x);
    for (int k = 0; k < asked.length; k++) {
      asked[k] -= have[k];
    }
    SmoothestChange smoothest = smoothest(totals, unit);
    double[] change = smoothest.meeting(asked, size);
    for (int j = 0; j < x.length; j++) {
      change[j] *= unit[j];
      x[j] += change[j];
    }
    double[] met = totals.matrix().operate(change);
    double largest = 0;
    for (int k = 0; k < asked.length; k++) {
      largest = met[k] == asked[k] ? largest : Math.max(largest, Math.abs(met[k] - asked[k]) / size[k]);
    }
    if (!(largest <= AGREE)) {
      throw refusal("a total is missed by " + largest + " of its size, at condition " + smoothest.condition(),
          "Look for a series that jumps by many orders of magnitude");
    }
    return reconciled(totals, x, largest, smoothest);
  }

  private SmoothestChange smoothest(Totals totals, double[] unit) {
    RealMatrix matrix = totals.matrix();
    for (int k = 0; k < matrix.getRowDimension(); k++) {
      for (int j = 0; j < unit.length; j++) {
        matrix.multiplyEntry(k, j, unit[j]);
      }
    }
    RealMatrix movement = Movement.repeated(Movement.autoregressive(totals.periods(), rho), totals.series());
    return new SmoothestChange("The totals (of periods, then of series)", movement, matrix);
  }

  /** {@code |x|^lambda}, where 0 to the power 0 is 1: what a change is counted in. */
  private double[] units(double[] x) {
    return Arrays.stream(x).map(value -> Math.pow(Math.abs(value), lambda)).toArray();
  }

  private Reconciled reconciled(Totals totals, double[] y, double discrepancy, SmoothestChange smoothest) {
    int periods = totals.periods();
    double[][] values = new double[totals.series()][];
    double[][] ratios = new double[totals.series()][periods];
    double largest = 0;
    int negative = 0;
    int zeros = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOfRange(y, i * periods, (i + 1) * periods);
      for (int t = 0; t < periods; t++) {
        double x = totals.preliminary[i][t];
        ratios[i][t] = x == 0 ? Double.NaN : values[i][t] / x;
        largest = x == 0 ? largest : Math.max(largest, Math.abs(ratios[i][t] - 1));
        zeros += x == 0 && lambda > 0 ? 1 : 0;
        negative += values[i][t] < 0 ? 1 : 0;
        if (negativeRefused && negative > 0) {
          throw refusal("series " + i + " would be " + (float) values[i][t] + " in period " + t
              + ", both counted from 0, and negative values are refused", "Look at its totals, or use lambda 1");
        }
      }
    }
    List<String> notes = new ArrayList<>();
    if (zeros > 0) {
      notes.add(zeros + " zeros stay zero");
    }
    if (negative > 0) {
      notes.add(negative + " of " + y.length + " values are negative");
    }
    if (totals.aggregation != null && totals.aggregation.coveredUntil() < periods) {
      notes.add("periods " + totals.aggregation.coveredUntil() + " to " + (periods - 1)
          + " have no benchmark of their own");
    }
    return new Reconciled(values, ratios, discrepancy, largest, smoothest.rank(), smoothest.condition(),
        List.copyOf(notes));
  }

  private static void requireShapes(double[][] preliminary, double[] weights, double[] totals) {
    if (preliminary.length == 0 || preliminary.length != weights.length
        || Arrays.stream(preliminary).anyMatch(row -> row.length != totals.length)) {
      throw refusal("there are " + preliminary.length + " series, " + weights.length + " weights and "
          + totals.length + " totals, or a series has another number of periods",
          "Give one weight a series and one total a period");
    }
    Arrays.stream(preliminary).forEach(row -> Given.finite("a preliminary series", row, 1));
    Given.finite("the weights", weights, 1);
    Given.finite("the totals", totals, 1);
  }

  private static void requireAgreement(double[] weights, double[] totals, Aggregation aggregation,
      double[][] benchmarks) {
    double[] over = aggregation.of(totals);
    for (int m = 0; m < over.length; m++) {
      double sum = 0;
      double size = Math.abs(over[m]);
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * benchmarks[i][m];
        size = Math.max(size, Math.abs(weights[i] * benchmarks[i][m]));
      }
      if (Math.abs(sum - over[m]) > AGREE * size) {
        throw refusal("the benchmarks " + m + ", counted from 0, of all series add to " + sum
            + " and the totals over its periods to " + over[m], "Balance the benchmarks to the totals first");
      }
    }
  }

  private static MethodException refusal(String reason, String remedy) {
    return new MethodException("The series cannot be reconciled", reason, remedy);
  }

  /** What is to be met; without an aggregation there are no benchmarks. */
  private record Totals(double[][] preliminary, double[] weights, double[] totals, Aggregation aggregation,
      double[][] benchmarks) {
    int series() {
      return weights.length;
    }

    int periods() {
      return totals.length;
    }

    /** G: a row for each period, then one for each benchmark of each series; a column for each value. */
    RealMatrix matrix() {
      int perSeries = benchmarks[0].length;
      RealMatrix matrix = new Array2DRowRealMatrix(periods() + series() * perSeries, series() * periods());
      for (int i = 0; i < series(); i++) {
        for (int t = 0; t < periods(); t++) {
          matrix.setEntry(t, i * periods() + t, weights[i]);
        }
        if (perSeries > 0) {
          matrix.setSubMatrix(aggregation.matrix().getData(), periods() + i * perSeries, i * periods());
        }
      }
      return matrix;
    }

    /** The preliminary values, series after series. */
    double[] flat() {
      return Arrays.stream(preliminary).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The size of each total or of the largest of its terms, against which a miss is judged. */
    double[] sizes(double[] x) {
      RealMatrix matrix = matrix();
      double[] sizes = asked();
      for (int k = 0; k < sizes.length; k++) {
        sizes[k] = Math.abs(sizes[k]);
        for (int j = 0; j < x.length; j++) {
          sizes[k] = Math.max(sizes[k], Math.abs(matrix.getEntry(k, j) * x[j]));
        }
      }
      return sizes;
    }

    double[] asked() {
      double[] asked = Arrays.copyOf(totals, periods() + series() * benchmarks[0].length);
      for (int i = 0; i < series(); i++) {
        System.arraycopy(benchmarks[i], 0, asked, periods() + i * benchmarks[i].length, benchmarks[i].length);
      }
      return asked;
    }
  }
}
