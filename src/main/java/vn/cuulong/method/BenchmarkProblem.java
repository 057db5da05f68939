package vn.cuulong.method;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * An indicator, the benchmarks that a path shaped like it must meet, and which periods make which benchmark.
 *
 * @param indicator s, T values
 * @param aggregation J, M x T
 * @param benchmarks a, M values
 */
record BenchmarkProblem(double[] indicator, Aggregation aggregation, double[] benchmarks) {

  /** Refuses shapes that do not fit and values that are not finite. */
  BenchmarkProblem {
    if (indicator.length != aggregation.periods()) {
      throw refusal("the indicator has " + indicator.length + " periods and the aggregation "
          + aggregation.periods(), "Give one value a period");
    }
    if (benchmarks.length != aggregation.benchmarks()) {
      throw refusal("there are " + benchmarks.length + " benchmarks and the aggregation has "
          + aggregation.benchmarks(), "Give one value a benchmark");
    }
    Given.finite("the indicator", indicator, 1);
    Given.finite("the benchmarks", benchmarks, 1);
    indicator = indicator.clone();
    benchmarks = benchmarks.clone();
  }

  MethodException refusal(String reason, String remedy) {
    return new MethodException("The series cannot be benchmarked", reason, remedy);
  }

  /** Refuses an indicator with a zero, which has no ratio to it. */
  void requireNoZero() {
    for (int t = 0; t < indicator.length; t++) {
      if (indicator[t] == 0) {
        throw refusal("the indicator is 0 in period " + t + ", counted from 0, and the form is proportional",
            "Use the additive form, or an indicator without zeros");
      }
    }
  }

  /** {@code a - J p}: what a path still lacks. */
  double[] lacking(double[] path) {
    double[] lacking = aggregation.of(path);
    for (int m = 0; m < lacking.length; m++) {
      lacking[m] = benchmarks[m] - lacking[m];
    }
    return lacking;
  }

  /** The size of each benchmark or of the largest of its terms, against which a miss is judged. */
  double[] sizes(double[] path) {
    double[] sizes = new double[benchmarks.length];
    for (int m = 0; m < sizes.length; m++) {
      sizes[m] = Math.abs(benchmarks[m]);
      for (int t = aggregation.spans().get(m).first(); t <= aggregation.spans().get(m).last(); t++) {
        sizes[m] = Math.max(sizes[m], Math.abs(path[t]) * aggregation.weight(m));
      }
    }
    return sizes;
  }

  /** {@code J diag(unit)}: the constraints on a change counted in a unit of its own in each period. */
  RealMatrix constraints(double[] unit) {
    RealMatrix matrix = aggregation.matrix();
    for (int t = 0; t < unit.length; t++) {
      for (int m = 0; m < benchmarks.length; m++) {
        matrix.multiplyEntry(m, t, unit[t]);
      }
    }
    return matrix;
  }

  void noteUncovered(List<String> notes) {
    int first = aggregation.spans().stream().mapToInt(Aggregation.Span::first).min().getAsInt();
    int end = aggregation.coveredUntil();
    if (first > 0) {
      notes.add("periods 0 to " + (first - 1) + " lie before the first benchmark");
    }
    if (end < indicator.length) {
      notes.add("periods " + end + " to " + (indicator.length - 1) + " are extrapolated");
    }
  }
}
