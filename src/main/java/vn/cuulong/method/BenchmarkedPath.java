package vn.cuulong.method;

import java.util.ArrayList;
import java.util.List;

/**
 * A path made to agree with its benchmarks, and how far it was moved.
 *
 * @param values the path, T values in the unit of the benchmarks
 * @param ratios the path over its indicator, T values; not a number where the indicator is 0
 * @param discrepancies benchmark less the total of the path, M values: rounding, or what a benchmark that may change
 *     was changed by, with the sign turned
 * @param largestDiscrepancy the largest relative discrepancy of the benchmarks that must be met, below 1e-9
 * @param benchmarkRatios benchmark over the total of the indicator, M values: its own movement is what the indicator
 *     failed to follow
 * @param largestGrowthChange the largest {@code |y_t/y_(t-1) - s_t/s_(t-1)|} over the periods where both exist
 * @param bias what the indicator was multiplied by, or what was added to it, beforehand
 * @param extrapolatedFrom the first period after the last benchmark, from 0; T if there is none
 * @param rank the number of independent benchmarks
 * @param condition estimate of the condition of the equations solved, at least 1
 * @param notes what a reader should know: extrapolation, negative values, zeros kept
 */
public record BenchmarkedPath(double[] values, double[] ratios, double[] discrepancies, double largestDiscrepancy,
    double[] benchmarkRatios, double largestGrowthChange, double bias, int extrapolatedFrom, int rank,
    double condition, List<String> notes) {
  private static final double MET = 1e-9;

  /** Copies the notes. */
  public BenchmarkedPath {
    notes = List.copyOf(notes);
  }

  /** The checked result: refuses benchmarks that are not met, and negative values where they are not allowed. */
  static BenchmarkedPath of(double[] values, BenchmarkProblem problem, double bias, SmoothestChange smoothest,
      boolean[] binding, boolean negativeRefused, List<String> said) {
    double[] indicator = problem.indicator();
    double[] benchmarks = problem.benchmarks();
    double[] totals = problem.aggregation().of(values);
    double[] before = problem.aggregation().of(indicator);
    double[] sizes = problem.sizes(values);
    double[] discrepancies = new double[totals.length];
    double[] benchmarkRatios = new double[totals.length];
    double largest = 0;
    for (int m = 0; m < totals.length; m++) {
      discrepancies[m] = benchmarks[m] - totals[m];
      benchmarkRatios[m] = before[m] == 0 ? Double.NaN : benchmarks[m] / before[m];
      if (binding[m] && discrepancies[m] != 0) {
        largest = Math.max(largest, Math.abs(discrepancies[m]) / sizes[m]);
      }
    }
    if (!(largest <= MET)) {
      throw problem.refusal("the largest benchmark is missed by " + largest + " of its size, at condition "
          + smoothest.condition(), "Look for an indicator that jumps by many orders of magnitude");
    }
    List<String> notes = new ArrayList<>(said);
    problem.noteUncovered(notes);
    noteNegative(values, problem, negativeRefused, notes);
    return new BenchmarkedPath(values, ratios(values, indicator), discrepancies, largest, benchmarkRatios,
        largestGrowthChange(values, indicator), bias, problem.aggregation().coveredUntil(), smoothest.rank(),
        smoothest.condition(), notes);
  }

  private static void noteNegative(double[] values, BenchmarkProblem problem, boolean refused, List<String> notes) {
    int count = 0;
    int worst = 0;
    for (int t = 0; t < values.length; t++) {
      count += values[t] < 0 ? 1 : 0;
      worst = values[t] < values[worst] ? t : worst;
    }
    if (count > 0 && refused) {
      throw problem.refusal("period " + worst + ", counted from 0, would be " + (float) values[worst]
          + ", and negative values are refused", "Use a proportional form, or look at the benchmarks beside it");
    }
    if (count > 0) {
      notes.add(count + " of " + values.length + " values are negative");
    }
  }

  private static double[] ratios(double[] values, double[] indicator) {
    double[] ratios = new double[values.length];
    for (int t = 0; t < ratios.length; t++) {
      ratios[t] = indicator[t] == 0 ? Double.NaN : values[t] / indicator[t];
    }
    return ratios;
  }

  private static double largestGrowthChange(double[] values, double[] indicator) {
    double largest = 0;
    for (int t = 1; t < values.length; t++) {
      double change = values[t] / values[t - 1] - indicator[t] / indicator[t - 1];
      largest = Double.isFinite(change) ? Math.max(largest, Math.abs(change)) : largest;
    }
    return largest;
  }
}
