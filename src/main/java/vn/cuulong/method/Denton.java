package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Denton's benchmarking: the path y that meets its benchmarks and whose distance from the indicator s changes least
 * from period to period.
 *
 * <p>Proportional: minimise {@code sum (y_t/s_t - y_(t-1)/s_(t-1))²} subject to {@code J y = a}. Additive: the same
 * of {@code y_t - s_t}. Order h takes h-th differences. With {@link Start#FREE} (Cholette) the first ratio is as good
 * as any; with {@link Start#FROM_ZERO} (as printed by Denton) the change before the first period counts as 0, which
 * bends the start of the path: kept for comparison. After the last benchmark the last ratio, or difference, stays.
 *
 * <p>Sources: F. T. Denton, Adjustment of monthly or quarterly series to annual totals, JASA 66 (1971), 99-102;
 * P. A. Cholette, Adjusting sub-annual series to yearly benchmarks, Survey Methodology 10 (1984), 35-49; IMF,
 * Quarterly National Accounts Manual (2017), chapter 6.
 *
 * @param form whether ratios or differences are kept smooth
 * @param order h, the order of differences: 0 spreads a discrepancy without regard to neighbours, 1 is usual
 * @param start what is held at the first period
 * @param negativeRefused whether a negative value of the path is an error
 */
public record Denton(Form form, int order, Start start, boolean negativeRefused) {
  /** What is kept smooth. */
  public enum Form { PROPORTIONAL, ADDITIVE }

  /** What is held at the first period. */
  public enum Start { FREE, FROM_ZERO }

  /** Refuses an order below 0 or above 3. */
  public Denton {
    if (order < 0 || order > 3) {
      throw new MethodException("The series cannot be benchmarked", "the order of differences is " + order,
          "Give 0 to 3; 1 is usual");
    }
  }

  /** Proportional, first differences, free start: the recommended form. */
  public static Denton proportional() {
    return new Denton(Form.PROPORTIONAL, 1, Start.FREE, false);
  }

  /** Additive, first differences, free start: for series that may be 0 or change sign. */
  public static Denton additive() {
    return new Denton(Form.ADDITIVE, 1, Start.FREE, false);
  }

  /** The same method, where a negative value is an error. */
  public Denton refusingNegative() {
    return new Denton(form, order, start, true);
  }

  /**
   * Benchmarks a series.
   *
   * @param indicator s, T values; never 0 in the proportional form
   * @param aggregation which periods make which benchmark
   * @param benchmarks a, M values
   * @throws MethodException if shapes do not fit, a value is not finite, the indicator is 0 where a ratio is taken, the
   *     benchmarks contradict each other or are too few for the order, or a value is negative where that is refused
   */
  public BenchmarkedPath benchmark(double[] indicator, Aggregation aggregation, double[] benchmarks) {
    BenchmarkProblem problem = new BenchmarkProblem(indicator, aggregation, benchmarks);
    double[] unit = units(problem);
    // A constant ratio is smooth, so that the ratios themselves are sought; anything else is a change of the indicator.
    boolean ratiosSought = form == Form.PROPORTIONAL && start == Start.FREE && order > 0;
    double[] base = ratiosSought ? new double[indicator.length] : indicator;
    SmoothestChange smoothest = smoothest(problem, unit);
    double[] change = smoothest.meeting(problem.lacking(base), problem.sizes(base));
    double[] values = new double[indicator.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = base[t] + unit[t] * change[t];
    }
    boolean[] binding = new boolean[benchmarks.length];
    Arrays.fill(binding, true);
    double bias = form == Form.ADDITIVE ? 0 : 1;
    return BenchmarkedPath.of(values, problem, bias, smoothest, binding, negativeRefused, List.of());
  }

  /**
   * How each value of the path answers to each benchmark: {@code R = dy/da}, T x M, the same for any benchmarks.
   *
   * <p>Benchmarks {@code a + h} have the path {@code y + R h}; benchmarks with the covariance S have a path with the
   * covariance {@code R S R'}, and {@code J R} is the identity. Thousands of draws of the benchmarks therefore need one
   * factorisation.
   *
   * @param indicator s, T values; never 0 in the proportional form
   * @param aggregation which periods make which benchmark, none of them redundant
   * @throws MethodException as {@link #benchmark}
   */
  public RealMatrix response(double[] indicator, Aggregation aggregation) {
    BenchmarkProblem problem = new BenchmarkProblem(indicator, aggregation, aggregation.of(indicator));
    double[] unit = units(problem);
    RealMatrix response = smoothest(problem, unit).response();
    for (int t = 0; t < unit.length; t++) {
      for (int m = 0; m < aggregation.benchmarks(); m++) {
        response.multiplyEntry(t, m, unit[t]);
      }
    }
    return response;
  }

  private SmoothestChange smoothest(BenchmarkProblem problem, double[] unit) {
    int periods = unit.length;
    RealMatrix movement = start == Start.FREE
        ? Movement.differences(periods, order) : Movement.differencesFromZero(periods, order);
    return new SmoothestChange("The benchmarks", movement, problem.constraints(unit));
  }

  /** What a change is counted in: the indicator itself, or 1. */
  private double[] units(BenchmarkProblem problem) {
    if (form == Form.PROPORTIONAL) {
      problem.requireNoZero();
      return problem.indicator();
    }
    double[] ones = new double[problem.indicator().length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
