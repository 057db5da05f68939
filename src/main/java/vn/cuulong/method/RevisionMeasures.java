package vn.cuulong.method;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How a series is revised. With {@code R = later - earlier} (L later, P earlier, n periods):
 *
 * <p>Source: the vignette of rjd3revisions (JDemetra+) and the revision tables of the UK Office for National
 * Statistics; the relative measure as the UK Office for Statistics Regulation uses it.
 *
 * @param periods n
 * @param mean {@code MR = mean R}, in the unit of the series
 * @param meanAbsolute {@code MAR = mean |R|}
 * @param relativeMeanAbsolute {@code RMAR = sum |R| / sum |L|}; empty when all later values are 0
 * @param deviation standard deviation of R, with {@code n - 1} below the line; empty for one period
 * @param smallest the most negative revision
 * @param largest the most positive revision
 * @param t {@code MR / sqrt(s² / n)}; empty when all revisions are equal
 * @param autocorrelation {@code g}, of each revision with the next
 * @param adjustedT {@code MR / sqrt(s² (1 + g) / (n (1 - g)))}, which does not take revisions that follow each other
 *     for independent ones
 * @param theilU1 {@code rms(L - P) / (rms L + rms P)}: 0 for a perfect first figure, 1 at worst
 * @param theilU2 error against that of the forecast "no change": below 1 the first figure is better; empty without two
 *     periods, or when the series does not change or touches 0
 * @param slope the regression {@code L = b0 + b1 P} and the test of its slope; null for fewer than three periods or
 *     equal earlier values
 */
public record RevisionMeasures(int periods, double mean, double meanAbsolute, OptionalDouble relativeMeanAbsolute,
    OptionalDouble deviation, double smallest, double largest, OptionalDouble t, OptionalDouble autocorrelation,
    OptionalDouble adjustedT, OptionalDouble theilU1, OptionalDouble theilU2, SlopeTest slope) {

  /**
   * The regression of later on earlier values: an efficient first figure has intercept 0 and slope 1.
   *
   * @param intercept b0
   * @param slope b1
   * @param slopeError standard error of b1
   * @param t {@code (b1 - 1) / slopeError}; empty when the line fits exactly
   * @param probability two-sided probability of such a t or a larger one if the slope were 1
   */
  public record SlopeTest(double intercept, double slope, double slopeError, OptionalDouble t,
      OptionalDouble probability) {}

  static RevisionMeasures of(Revisions revisions) {
    int n = revisions.size();
    double[] r = revisions.revisions();
    Given.finite("revisions", r, 1);
    double[] later = revisions.later();
    double mean = StableSum.mean(r);
    double absolute = StableSum.of(absolute(r));
    double size = StableSum.of(absolute(later));
    double[] centred = shifted(r, mean);
    double squares = StableSum.ofProducts(centred, centred);
    OptionalDouble deviation = when(n > 1, Math.sqrt(squares / (n - 1)));
    double error = Math.sqrt(squares / (n - 1) / n);
    double g = neighbours(centred) / squares;
    // Equal revisions differ in their last digits when the values are not whole numbers; that is no spread.
    boolean tested = n > 1 && Math.sqrt(squares) > 1e-12 * Math.max(largest(later), largest(revisions.earlier()));
    return new RevisionMeasures(n, mean, absolute / n, when(size > 0, absolute / size), deviation,
        least(r, 1), -least(r, -1), when(tested, mean / error),
        when(tested, g), when(tested && Math.abs(g) < 1, mean / (error * Math.sqrt((1 + g) / (1 - g)))),
        theilU1(revisions.earlier(), later, r), theilU2(later, r), slope(revisions.earlier(), later));
  }

  /** Whether the mean revision differs from 0, by the adjusted t at the 5 percent level; empty without a t. */
  public Optional<Boolean> significant() {
    return adjustedT.isEmpty() ? Optional.empty()
        : Optional.of(significant(adjustedT.getAsDouble(), periods));
  }

  /** Whether a t of this many periods differs from 0 at the 5 percent level, two-sided, n - 1 degrees of freedom. */
  static boolean significant(double t, int periods) {
    return probability(t, periods - 1) < 0.05;
  }

  private static OptionalDouble theilU1(double[] earlier, double[] later, double[] revisions) {
    double sizes = rootSquares(later) + rootSquares(earlier);
    return when(sizes > 0, rootSquares(revisions) / sizes);
  }

  private static OptionalDouble theilU2(double[] later, double[] revisions) {
    int steps = later.length - 1;
    if (steps < 1) {
      return OptionalDouble.empty();
    }
    double[] errors = new double[steps];
    double[] changes = new double[steps];
    for (int i = 0; i < steps; i++) {
      errors[i] = revisions[i + 1] / later[i];
      changes[i] = (later[i + 1] - later[i]) / later[i];
    }
    double u2 = rootSquares(errors) / rootSquares(changes);
    return when(Double.isFinite(u2), u2);
  }

  private static SlopeTest slope(double[] earlier, double[] later) {
    if (earlier.length < 3 || Arrays.stream(earlier).distinct().count() < 2) {
      return null;
    }
    StraightLine line = StraightLine.through(earlier, later);
    return new SlopeTest(line.intercept(), line.slope(), line.slopeError(), line.t(1), line.probability(1));
  }

  private static double probability(double t, int degrees) {
    return 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(t));
  }

  private static OptionalDouble when(boolean defined, double value) {
    return defined && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static double neighbours(double[] centred) {
    double[] products = new double[Math.max(0, centred.length - 1)];
    for (int i = 0; i < products.length; i++) {
      products[i] = centred[i] * centred[i + 1];
    }
    return StableSum.of(products);
  }

  private static double largest(double[] values) {
    return -least(absolute(values), -1);
  }

  private static double least(double[] values, int sign) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, sign * value);
    }
    return least;
  }

  private static double rootSquares(double[] values) {
    return Math.sqrt(StableSum.ofProducts(values, values));
  }

  private static double[] absolute(double[] values) {
    double[] absolute = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      absolute[i] = Math.abs(values[i]);
    }
    return absolute;
  }

  private static double[] shifted(double[] values, double by) {
    double[] shifted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      shifted[i] = values[i] - by;
    }
    return shifted;
  }
}
