package vn.cuulong.method;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How the periods of a path (quarters) make its benchmarks (years): the M x T matrix J, or C, of the literature on
 * benchmarking and temporal disaggregation.
 *
 * <p>Periods that no benchmark covers, at either end or between, are columns of zeros. Spans may overlap (a year and
 * one of its quarters), and need not be of one length. A stock at the end of a year is a span of its last period.
 *
 * @param periods the number of periods T of the path
 * @param spans the periods of each of the M benchmarks, in the order of the benchmarks
 * @param kind whether a benchmark is the sum or the average of its periods
 */
public record Aggregation(int periods, List<Span> spans, Kind kind) {
  /** What a benchmark is to its periods. */
  public enum Kind { SUM, AVERAGE }

  /** The periods of one benchmark, counted from 0, both ends included. */
  public record Span(int first, int last) { }

  /** Refuses an aggregation without benchmarks, or with a span that is empty or outside the path. */
  public Aggregation {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw refusal("there is no benchmark", "Give at least one");
    }
    for (int m = 0; m < spans.size(); m++) {
      Span span = spans.get(m);
      if (span.first < 0 || span.last < span.first || span.last >= periods) {
        throw refusal("benchmark " + (m + 1) + " covers periods " + span.first + " to " + span.last
            + " of a path of " + periods + ", counted from 0", "Give spans within the path, first before last");
      }
    }
  }

  /**
   * Benchmarks that follow each other without a gap.
   *
   * @param periods the number of periods of the path
   * @param benchmarks the number of benchmarks
   * @param perBenchmark periods in each benchmark: 4 quarters or 12 months in a year
   * @param offset periods before the first benchmark
   */
  public static Aggregation regular(int periods, int benchmarks, int perBenchmark, int offset, Kind kind) {
    if (perBenchmark < 1 || offset < 0 || offset + (long) benchmarks * perBenchmark > periods) {
      throw refusal(benchmarks + " benchmarks of " + perBenchmark + " periods each, from period " + offset
          + ", do not fit a path of " + periods, "Give the periods of every benchmark, at least one each");
    }
    List<Span> spans = new ArrayList<>();
    for (int m = 0; m < benchmarks; m++) {
      spans.add(new Span(offset + m * perBenchmark, offset + (m + 1) * perBenchmark - 1));
    }
    return new Aggregation(periods, spans, kind);
  }

  /** Sums over benchmarks that begin with the path; what is left over at its end is extrapolated. */
  public static Aggregation sums(int periods, int benchmarks, int perBenchmark) {
    return regular(periods, benchmarks, perBenchmark, 0, Kind.SUM);
  }

  /** The number of benchmarks M. */
  public int benchmarks() {
    return spans.size();
  }

  /** The first period after the last covered one; equal to {@link #periods} if the benchmarks reach the end. */
  public int coveredUntil() {
    return spans.stream().mapToInt(Span::last).max().getAsInt() + 1;
  }

  /** What one period of benchmark {@code m} counts: 1, or one over the number of its periods. */
  public double weight(int m) {
    return kind == Kind.SUM ? 1.0 : 1.0 / (spans.get(m).last - spans.get(m).first + 1);
  }

  /** The matrix, M x T; a new one at each call. */
  public RealMatrix matrix() {
    RealMatrix matrix = new Array2DRowRealMatrix(benchmarks(), periods);
    for (int m = 0; m < benchmarks(); m++) {
      for (int t = spans.get(m).first; t <= spans.get(m).last; t++) {
        matrix.setEntry(m, t, weight(m));
      }
    }
    return matrix;
  }

  /**
   * The benchmarks that a path has: the matrix times the path.
   *
   * @throws MethodException if the path has another number of periods
   */
  public double[] of(double[] path) {
    if (path.length != periods) {
      throw refusal("the path has " + path.length + " periods and the aggregation " + periods, "Give both alike");
    }
    double[] totals = new double[benchmarks()];
    for (int m = 0; m < totals.length; m++) {
      double sum = 0;
      for (int t = spans.get(m).first; t <= spans.get(m).last; t++) {
        sum += path[t];
      }
      totals[m] = sum * weight(m);
    }
    return totals;
  }

  private static MethodException refusal(String reason, String remedy) {
    return new MethodException("The periods cannot be aggregated", reason, remedy);
  }
}
