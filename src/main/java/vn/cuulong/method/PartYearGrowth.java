package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Growth of each quarter of a year over the same quarter of the year before, from figures for a quarter, six months,
 * nine months or the year.
 *
 * <p>The shortest period counts first. The quarters of a longer one that have no growth yet share what the others leave
 * of it: with {@code w_q} the weight of quarter q in the year before, {@code sum_P w_q f_q = f_P sum_P w_q}. So growth
 * of Q1, Q3 and of nine months gives that of Q2, and with that of the year also Q4's.
 */
final class PartYearGrowth {
  static final int QUARTERS = 4;
  /** What is left beyond these multiples of its period comes from figures that contradict each other. */
  private static final double LEAST = 0.5;
  private static final double MOST = 2;

  private PartYearGrowth() {}

  /**
   * Growth over a part of a year.
   *
   * @param first quarter, 0 to 3
   * @param last quarter, 0 to 3
   * @param factor level over that of the same quarters of the year before
   */
  record Span(int first, int last, double factor) {
    /** The span of a published growth in percent; null when its period is not made of whole quarters of one year. */
    static Span of(Figure figure) {
      boolean whole = figure.start().getDayOfMonth() == 1 && figure.start().getMonthValue() % 3 == 1
          && figure.end().plusDays(1).getDayOfMonth() == 1 && figure.end().getMonthValue() % 3 == 0
          && figure.start().getYear() == figure.end().getYear();
      return whole ? new Span(figure.start().getMonthValue() / 3, figure.end().getMonthValue() / 3 - 1,
          1 + figure.value() / 100) : null;
    }

    boolean isYear() {
      return first == 0 && last == QUARTERS - 1;
    }

    /** Sum over the quarters of the span. */
    double sum(double[] values) {
      return StableSum.of(Arrays.copyOfRange(values, first, last + 1));
    }
  }

  /**
   * The factor of each quarter; not a number where no figure reaches it.
   *
   * @param spans in any order; of two for one period the first counts
   * @param weights of the quarters in the year before
   */
  static double[] quarters(List<Span> spans, double[] weights) {
    double[] factors = new double[QUARTERS];
    Arrays.fill(factors, Double.NaN);
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt((Span span) -> span.last() - span.first()).thenComparingInt(Span::first));
    for (Span span : sorted) {
      double open = 0;
      double taken = 0;
      for (int q = span.first(); q <= span.last(); q++) {
        open += Double.isNaN(factors[q]) ? weights[q] : 0;
        taken += Double.isNaN(factors[q]) ? 0 : weights[q] * factors[q];
      }
      double left = (span.factor() * span.sum(weights) - taken) / open;
      if (!(left > LEAST * span.factor() && left < MOST * span.factor())) {
        left = span.factor();
      }
      for (int q = span.first(); q <= span.last(); q++) {
        factors[q] = Double.isNaN(factors[q]) ? left : factors[q];
      }
    }
    return factors;
  }
}
