package vn.cuulong.method;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Beta convergence: whether regions that began lower grew faster, {@code (1/T) ln(y_T / y_0) = a + b ln y_0}.
 *
 * <p>Source: Barro and Sala-i-Martin (1992), "Convergence", Journal of Political Economy 100(2).
 *
 * @param units how many regions
 * @param intercept a
 * @param slope b; below 0 is convergence
 * @param slopeError standard error of b
 * @param t of b against 0; empty when the line fits exactly
 * @param probability two-sided probability of such a t or a larger one if b were 0
 * @param rSquared of the regression
 * @param speed {@code -ln(1 + b T) / T}, share of the gap that closes in a unit of time; empty when {@code 1 + b T} is
 *     not above 0
 * @param halfLife {@code ln 2 / speed}, in the unit of T; empty unless the speed is above 0
 */
public record Convergence(int units, double intercept, double slope, double slopeError, OptionalDouble t,
    OptionalDouble probability, double rSquared, OptionalDouble speed, OptionalDouble halfLife) {

  /**
   * Regresses growth on the level at the start.
   *
   * @param start y_0, above 0, of three or more regions that are not all equal
   * @param end y_T, above 0, of the same regions in the same order
   * @param time T, such as years, above 0
   */
  public static Convergence of(double[] start, double[] end, double time) {
    Given.positive("values at the start", start, 3);
    Given.positive("values at the end", end, 3);
    Given.sameLength("Values at the start", start.length, "values at the end", end.length);
    Given.positive("the time between them", new double[] {time}, 1);
    double[] growth = new double[start.length];
    for (int i = 0; i < growth.length; i++) {
      growth[i] = StrictMath.log(end[i] / start[i]) / time;
    }
    StraightLine line = StraightLine.through(logarithms(start), growth);
    double left = 1 + line.slope() * time;
    OptionalDouble speed = left > 0 ? OptionalDouble.of(-StrictMath.log(left) / time) : OptionalDouble.empty();
    return new Convergence(start.length, line.intercept(), line.slope(), line.slopeError(), line.t(0),
        line.probability(0), line.rSquared(), speed, speed.isPresent() && speed.getAsDouble() > 0
            ? OptionalDouble.of(StrictMath.log(2) / speed.getAsDouble()) : OptionalDouble.empty());
  }

  /**
   * Sigma of one period, whose decline over periods is sigma convergence: the standard deviation of {@code ln y} over
   * regions, with n below the line, because the regions are all there are.
   *
   * @param values y, above 0, of two or more regions
   */
  public static double sigma(double[] values) {
    Given.positive("values to compare", values, 2);
    double[] logarithms = logarithms(values);
    double mean = StableSum.mean(logarithms);
    return Math.sqrt(StableSum.mean(Arrays.stream(logarithms).map(x -> (x - mean) * (x - mean)).toArray()));
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(StrictMath::log).toArray();
  }
}
