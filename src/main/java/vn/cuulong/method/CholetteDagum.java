package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The regression-based benchmarking of Cholette and Dagum, as G-Series of Statistics Canada has it: the most likely
 * path when the errors of the indicator are autocorrelated and those of the benchmarks are none, or known.
 *
 * <p>With b the bias and {@code s* = b s} (or s + b for lambda 0):
 * {@code y = s* + V J'(J V J' + W)^+ (a - J s*)}, {@code V = C [rho^|i-j|] C},
 * {@code C = diag(sqrt(c_t) |s*_t|^lambda)}, {@code W = diag(k_m |a_m|^(2 lambda))}; c and k are the alterabilities.
 * After the last benchmark the ratio y/s fades to the bias by the factor rho a period, where Denton's freezes. rho 1 is
 * Denton's method, without bias; rho 0 and lambda 0.5 is pro rata. G-Series writes {@code W = diag(k_m a_m)}: the same
 * at lambda 0.5, while at any other lambda that result depends on the unit of the data, which is why it is not followed
 * there.
 *
 * <p>Sources: E. B. Dagum, P. A. Cholette, Benchmarking, Temporal Distribution, and Reconciliation Methods for Time
 * Series (2006), chapter 3; B. Quenneville, S. Fortier, Z.-G. Chen, E. Latendresse, Recent developments in
 * benchmarking to annual totals in X-12-ARIMA and at Statistics Canada (2006); G-Series 3.0, benchmarking.
 *
 * @param rho autocorrelation of the errors from period to period, 0 to 1: 0.729 for quarters, 0.9 for months
 * @param lambda how errors grow with the level, 0 to 3: 0 additive, 1 proportional
 * @param bias whether the mean discrepancy is taken out of the indicator first
 * @param negativeRefused whether a negative value of the path is an error
 */
public record CholetteDagum(double rho, double lambda, Bias bias, boolean negativeRefused) {
  /** What is done about an indicator that is too low or too high throughout. */
  public enum Bias {
    /** Nothing: after the last benchmark the path returns to the indicator. */
    NONE,
    /** {@code 1'a / 1'J s} multiplies the indicator, or {@code 1'(a - J s) / 1'J 1} is added for lambda 0. */
    ESTIMATED
  }

  /** Refuses rho outside 0 to 1 and lambda outside 0 to 3. */
  public CholetteDagum {
    if (!(rho >= 0 && rho <= 1)) {
      throw refusal("rho is " + rho, "Give 0 to 1: 0.729 for quarters, 0.9 for months");
    }
    if (!(lambda >= 0 && lambda <= 3)) {
      throw refusal("lambda is " + lambda, "Give 0 (additive) to 3; 1 is proportional");
    }
  }

  /** Quarters, proportional, with the bias estimated: for series that are carried beyond their last benchmark. */
  public static CholetteDagum quarterly() {
    return new CholetteDagum(0.9 * 0.9 * 0.9, 1, Bias.ESTIMATED, false);
  }

  /** The same method, where a negative value is an error. */
  public CholetteDagum refusingNegative() {
    return new CholetteDagum(rho, lambda, bias, true);
  }

  /**
   * Benchmarks a series whose values may all change, to benchmarks that must all be met.
   *
   * @param indicator s, T values
   * @param aggregation which periods make which benchmark
   * @param benchmarks a, M values
   * @throws MethodException as {@link #benchmark(double[], Aggregation, double[], double[], double[])}
   */
  public BenchmarkedPath benchmark(double[] indicator, Aggregation aggregation, double[] benchmarks) {
    double[] free = new double[indicator.length];
    Arrays.fill(free, 1);
    return benchmark(indicator, aggregation, benchmarks, free, new double[benchmarks.length]);
  }

  /**
   * Benchmarks a series of which some values are fixed, or to benchmarks that may change.
   *
   * @param indicator s, T values
   * @param aggregation which periods make which benchmark
   * @param benchmarks a, M values
   * @param alterability c, T values of 0 or more: 0 keeps a value (of the indicator after the bias), 1 is usual
   * @param benchmarkAlterability k, M values of 0 or more: 0, the usual, is a benchmark that must be met
   * @throws MethodException if shapes do not fit, a value is not finite, an alterability is negative or not the usual
   *     one at rho 1, the bias cannot be estimated, the benchmarks contradict each other or what is fixed, or a value
   *     is negative where that is refused
   */
  public BenchmarkedPath benchmark(double[] indicator, Aggregation aggregation, double[] benchmarks,
      double[] alterability, double[] benchmarkAlterability) {
    BenchmarkProblem problem = new BenchmarkProblem(indicator, aggregation, benchmarks);
    requireAlterabilities("period", alterability, indicator.length, 1);
    requireAlterabilities("benchmark", benchmarkAlterability, benchmarks.length, 0);
    double shift = rho == 1 || bias == Bias.NONE ? (lambda == 0 ? 0 : 1) : estimatedBias(problem);
    double[] corrected = Arrays.stream(indicator).map(s -> lambda == 0 ? s + shift : s * shift).toArray();
    double[] unit = units(corrected, alterability);
    RealMatrix constraints = problem.constraints(unit);
    RealMatrix movement = Movement.autoregressive(indicator.length, rho);
    if (Arrays.stream(benchmarkAlterability).anyMatch(k -> k > 0)) {
      constraints = withBenchmarkErrors(constraints, units(benchmarks, benchmarkAlterability));
      movement = Movement.withIndependent(movement, benchmarks.length, Math.sqrt((1 - rho) * (1 + rho)));
    }
    SmoothestChange smoothest = new SmoothestChange("The benchmarks", movement, constraints);
    double[] change = smoothest.meeting(problem.lacking(corrected), problem.sizes(corrected));
    double[] values = corrected.clone();
    for (int t = 0; t < values.length; t++) {
      values[t] += unit[t] * change[t];
    }
    boolean[] binding = new boolean[benchmarks.length];
    for (int m = 0; m < binding.length; m++) {
      binding[m] = benchmarkAlterability[m] == 0;
    }
    return BenchmarkedPath.of(values, problem, shift, smoothest, binding, negativeRefused,
        notes(problem, corrected, shift));
  }

  /** {@code [G diag(unit)]}: each benchmark may miss by an error of its own. */
  private static RealMatrix withBenchmarkErrors(RealMatrix constraints, double[] unit) {
    int periods = constraints.getColumnDimension();
    RealMatrix wider = new Array2DRowRealMatrix(unit.length, periods + unit.length);
    wider.setSubMatrix(constraints.getData(), 0, 0);
    for (int m = 0; m < unit.length; m++) {
      wider.setEntry(m, periods + m, unit[m]);
    }
    return wider;
  }

  private double estimatedBias(BenchmarkProblem problem) {
    double asked = 0;
    double have = 0;
    double periods = 0;
    double[] totals = problem.aggregation().of(problem.indicator());
    for (int m = 0; m < totals.length; m++) {
      Aggregation.Span span = problem.aggregation().spans().get(m);
      asked += problem.benchmarks()[m];
      have += totals[m];
      periods += (span.last() - span.first() + 1) * problem.aggregation().weight(m);
    }
    double estimate = lambda == 0 ? (asked - have) / periods : asked / have;
    if (!Double.isFinite(estimate) || lambda > 0 && estimate <= 0) {
      throw refusal("the benchmarks sum to " + (float) asked + " and the indicator over them to " + (float) have
          + ", so that their ratio is no bias", "Use lambda 0, or no bias");
    }
    return estimate;
  }

  /** {@code sqrt(c) |s|^lambda}, where 0 to the power 0 is 1. */
  private double[] units(double[] values, double[] alterability) {
    double[] units = new double[values.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.sqrt(alterability[i]) * Math.pow(Math.abs(values[i]), lambda);
    }
    return units;
  }

  private void requireAlterabilities(String what, double[] values, int count, double usual) {
    if (values.length != count) {
      throw refusal("there are " + values.length + " alterabilities and " + count + " of " + what + "s",
          "Give one for each " + what);
    }
    for (int i = 0; i < count; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw refusal("the alterability of " + what + " " + i + ", counted from 0, is " + values[i],
            "Give 0 for what is fixed, and a finite positive value for the rest");
      }
      if (rho == 1 && values[i] != usual) {
        throw refusal("the alterability of " + what + " " + i + ", counted from 0, is " + values[i] + " at rho 1",
            "Give rho below 1, such as 0.999: at 1 the level of the errors has no variance to weigh against");
      }
    }
  }

  private List<String> notes(BenchmarkProblem problem, double[] corrected, double shift) {
    List<String> notes = new ArrayList<>();
    long zeros = lambda == 0 ? 0 : Arrays.stream(corrected).filter(s -> s == 0).count();
    if (zeros > 0) {
      notes.add(zeros + " zeros of the indicator stay zero");
    }
    if (rho < 1 && problem.aggregation().coveredUntil() < corrected.length) {
      notes.add("after the last benchmark the adjustment fades to " + (float) shift + " by " + (float) rho
          + " a period");
    }
    return notes;
  }

  private static MethodException refusal(String reason, String remedy) {
    return new MethodException("The series cannot be benchmarked", reason, remedy);
  }
}
