package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every path, by drawn problems, and what is refused. */
class RegressionPathTest {
  /** A drawn problem; the seed names it when a test fails. */
  record Problem(long seed, Aggregation aggregation, double[] benchmarks, double[][] indicators,
      RegressionDisaggregation method) {
    RegressionPath path() {
      return method.estimate(benchmarks, aggregation, indicators);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  static Problem draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int years = random.nextInt(5, 16);
    int perYear = random.nextBoolean() ? 4 : 12;
    int before = random.nextInt(0, 4);
    int periods = before + years * perYear + random.nextInt(0, 5);
    Aggregation.Kind kind = random.nextBoolean() ? Aggregation.Kind.SUM : Aggregation.Kind.AVERAGE;
    Aggregation aggregation = Aggregation.regular(periods, years, perYear, before, kind);
    double[][] indicators = new double[random.nextInt(1, 3)][periods];
    double[] target = new double[periods];
    Arrays.setAll(target, t -> random.nextDouble(90, 110));
    for (double[] indicator : indicators) {
      double level = 50;
      for (int t = 0; t < periods; t++) {
        level += random.nextDouble(-2, 3);
        indicator[t] = level;
        target[t] += 2 * level;
      }
    }
    RegressionDisturbance disturbance = RegressionDisturbance.values()[random.nextInt(3)];
    RegressionRho rho = RegressionRho.given(random.nextDouble(-0.5, 0.95));
    return new Problem(seed, aggregation, aggregation.of(target), indicators,
        new RegressionDisaggregation(disturbance, rho, random.nextBoolean()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSpansOfThePathMeetTheirBenchmarksAndHaveNoError(long seed) {
    Problem problem = draw(seed);
    RegressionPath path = problem.path();
    double[] met = problem.aggregation().of(path.values());
    double typical = Arrays.stream(path.standardErrors()).max().orElseThrow();
    assertThat(typical).isPositive();
    for (int m = 0; m < met.length; m++) {
      double benchmark = problem.benchmarks()[m];
      assertThat(met[m]).as("seed %d, benchmark %d", seed, m).isCloseTo(benchmark, within(1e-12 * benchmark));
      assertThat(path.standardErrorOf(problem.aggregation().matrix().getRow(m))).isLessThan(1e-9 * typical);
    }
  }

  /** The formulas of the documentation, with explicit matrices and inverses. */
  @ParameterizedTest
  @MethodSource("seeds")
  void pathAndErrorsAreThoseOfTheFormulas(long seed) {
    Problem problem = draw(seed);
    RegressionPath path = problem.path();
    RealMatrix q = covariance(problem.method().disturbance(), path.rho(), problem.aggregation().periods());
    RealMatrix c = problem.aggregation().matrix();
    RealMatrix x = columns(problem);
    RealMatrix a = MatrixUtils.createColumnRealMatrix(problem.benchmarks());
    RealMatrix xl = c.multiply(x);
    RealMatrix v = inverse(c.multiply(q).multiply(c.transpose()));
    RealMatrix information = inverse(xl.transpose().multiply(v).multiply(xl));
    RealMatrix b = information.multiply(xl.transpose()).multiply(v).multiply(a);
    RealMatrix residual = a.subtract(xl.multiply(b));
    RealMatrix spread = q.multiply(c.transpose()).multiply(v);
    double rss = residual.transpose().multiply(v).multiply(residual).getEntry(0, 0);
    double s2 = rss / (a.getRowDimension() - x.getColumnDimension());
    RealMatrix g = x.subtract(spread.multiply(xl));
    RealMatrix variance = q.subtract(spread.multiply(c).multiply(q))
        .add(g.multiply(information).multiply(g.transpose())).scalarMultiply(s2);
    RealMatrix expected = x.multiply(b).add(spread.multiply(residual));

    assertThat(path.rss()).as("seed %d", seed).isCloseTo(rss, within(1e-7 * rss));
    double largest = Math.sqrt(Arrays.stream(diagonal(variance)).max().orElseThrow());
    for (int t = 0; t < path.values().length; t++) {
      assertThat(path.values()[t]).as("seed %d, period %d", seed, t).isCloseTo(expected.getEntry(t, 0), within(1e-7));
      assertThat(path.standardErrors()[t]).as("seed %d, period %d", seed, t)
          .isCloseTo(Math.sqrt(Math.max(0, variance.getEntry(t, t))), within(1e-5 * largest));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1e-6, 1e13})
  void theUnitsChangeTheUnitsAndNothingElse(double factor) {
    for (RegressionDisturbance disturbance : RegressionDisturbance.values()) {
      RegressionDisaggregation method =
          new RegressionDisaggregation(disturbance, RegressionRho.maximumLikelihood(), true);
      RegressionPath plain = method.estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports(),
          Swisspharma.imports());
      RegressionPath scaled = method.estimate(Shuffle.times(Swisspharma.sales(), factor), Swisspharma.YEARS,
          Shuffle.times(Swisspharma.exports(), 1 / factor), Swisspharma.imports());
      assertThat(scaled.rho()).isCloseTo(plain.rho(), within(1e-6));
      assertThat(scaled.rSquared()).isCloseTo(plain.rSquared(), within(1e-9));
      assertThat(scaled.coefficients()[1] / factor / factor)
          .isCloseTo(plain.coefficients()[1], within(1e-9 * Math.abs(plain.coefficients()[1])));
      assertThat(scaled.coefficientErrors()[2] / factor)
          .isCloseTo(plain.coefficientErrors()[2], within(1e-9 * plain.coefficientErrors()[2]));
      assertThat(scaled.logLikelihood() + 36 * Math.log(factor)).isCloseTo(plain.logLikelihood(), within(1e-6));
      for (int t = 0; t < Swisspharma.QUARTERS; t++) {
        assertThat(scaled.values()[t] / factor).isCloseTo(plain.values()[t], within(1e-9 * plain.values()[t]));
        assertThat(scaled.standardErrors()[t] / factor)
            .isCloseTo(plain.standardErrors()[t], within(1e-9 * plain.standardErrors()[t]));
      }
    }
  }

  @Test
  void anIndicatorThatExplainsEverythingNeedsNoRho() {
    double[] target = Arrays.stream(Swisspharma.exports()).map(value -> 3 + value / 7).toArray();
    double[] benchmarks = Swisspharma.YEARS.of(target);
    RegressionPath path = RegressionDisaggregation.chowLin(RegressionRho.given(0.3))
        .estimate(benchmarks, Swisspharma.YEARS, Swisspharma.exports());
    assertThat(path.values()).containsExactly(target, within(1e-9));
    assertThat(path.adjustedRSquared()).isCloseTo(1, within(1e-12));
    assertRefused(() -> RegressionDisaggregation.chowLin()
        .estimate(benchmarks, Swisspharma.YEARS, Swisspharma.exports()), "explain the benchmarks exactly", "Give rho");
  }

  @Test
  void benchmarksThatDoNotVaryHaveNothingToExplain() {
    double[] flat = new double[36];
    Arrays.fill(flat, 80);
    RegressionPath path = RegressionDisaggregation.leastSquares()
        .estimate(flat, Swisspharma.YEARS, Swisspharma.exports());
    assertThat(path.rSquared()).isZero();
    assertThat(path.isAdmissible()).isFalse();
    assertThat(path.values()[40]).isCloseTo(20, within(1e-9));
  }

  @Test
  void dependentColumnsAreRefusedByName() {
    double[] twice = Shuffle.times(Swisspharma.exports(), 2);
    assertRefused(() -> RegressionDisaggregation.fernandez().estimate(Swisspharma.sales(), Swisspharma.YEARS,
        Swisspharma.exports(), twice), "indicator", "is a combination of the other columns");
    double[] zeroSums = new double[Swisspharma.QUARTERS];
    Arrays.setAll(zeroSums, t -> t % 2 == 0 ? 1 : -1);
    assertRefused(() -> RegressionDisaggregation.fernandez().estimate(Swisspharma.sales(), Swisspharma.YEARS,
        Swisspharma.exports(), zeroSums), "indicator 2 adds up to 0 in every benchmark", "Leave it out");
  }

  @Test
  void tooFewBenchmarksAreRefusedWithTheFallback() {
    Aggregation two = Aggregation.sums(8, 2, 4);
    assertRefused(() -> RegressionDisaggregation.fernandez().estimate(new double[] {10, 12}, two,
        new double[] {1, 2, 3, 4, 5, 6, 7, 9}), "2 benchmarks cannot decide 2 coefficients", "Denton");
  }

  @Test
  void aBenchmarkGivenTwiceIsRefused() {
    Aggregation twice = new Aggregation(12, List.of(new Aggregation.Span(0, 3), new Aggregation.Span(0, 3),
        new Aggregation.Span(4, 7), new Aggregation.Span(8, 11)), Aggregation.Kind.SUM);
    assertRefused(() -> RegressionDisaggregation.leastSquares().estimate(new double[] {1, 1, 2, 3}, twice,
        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13}), "4 benchmarks cover only 3 independent", "once");
  }

  @Test
  void shapesAndNumbersThatDoNotFitAreRefused() {
    RegressionDisaggregation method = RegressionDisaggregation.chowLin();
    double[] sales = Swisspharma.sales();
    double[] exports = Swisspharma.exports();
    assertRefused(() -> method.estimate(Arrays.copyOf(sales, 35), Swisspharma.YEARS, exports), "35 benchmarks",
        "aggregation has 36");
    assertRefused(() -> method.estimate(sales, Swisspharma.YEARS, Arrays.copyOf(exports, 156)),
        "indicator 1 has 156 periods and the path 158");
    assertRefused(() -> method.withoutConstant().estimate(sales, Swisspharma.YEARS), "neither a constant nor");
    exports[7] = Double.NaN;
    assertRefused(() -> method.estimate(sales, Swisspharma.YEARS, exports), "indicator 1, period 8 is NaN");
    sales[0] = Double.POSITIVE_INFINITY;
    assertRefused(() -> method.estimate(sales, Swisspharma.YEARS, exports), "benchmark 1 is Infinity");
    assertRefused(() -> RegressionRho.given(1), "rho cannot be 1.0");
    assertRefused(() -> RegressionRho.given(Double.NaN), "rho cannot be NaN");
    assertRefused(() -> new RegressionRho(RegressionRho.Criterion.LIKELIHOOD, Double.NaN, 1), "from 1.0 on");
    assertRefused(() -> RegressionDisaggregation.litterman(RegressionRho.minimumRssOfCorrelation()),
        "no correlation matrix");
  }

  @Test
  void onlyALongPathWithAStrongIndicatorIsAdmissible() {
    RegressionPath strong = RegressionDisaggregation.chowLin()
        .estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports());
    assertThat(strong.isAdmissible()).isTrue();
    assertThat(strong.requireAdmissible()).isSameAs(strong);
    RegressionPath weak = RegressionDisaggregation.fernandez()
        .estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports());
    assertRefused(weak::requireAdmissible, "the adjusted R2 of 0.3528", "proportional Denton", "Cholette-Dagum");
    RegressionPath few = RegressionDisaggregation.leastSquares().estimate(Arrays.copyOf(Swisspharma.sales(), 11),
        Aggregation.regular(Swisspharma.QUARTERS, 11, 4, 12, Aggregation.Kind.SUM), Swisspharma.exports());
    assertThat(few.adjustedRSquared()).isGreaterThan(0.9);
    assertRefused(few::requireAdmissible, "11 benchmarks are fewer than 12", "proportional Denton");
  }

  @Test
  void thePathSaysWhatItsReaderShouldKnow() {
    RegressionPath path = RegressionDisaggregation.litterman(RegressionRho.maximumLikelihood())
        .estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports());
    assertThat(path.extrapolatedFrom()).isEqualTo(156);
    assertThat(path.notes()).containsExactly("from period 156, counted from 0, the path is extrapolated",
        "rho ended at 0.0, where the search ends: the benchmarks do not decide it",
        "not admissible: the adjusted R2 of 0.3528122 is below 0.9");
    assertThat(path.requireNotNegative()).isSameAs(path);
  }

  @Test
  void aNegativeValueIsRefusedByItsPeriod() {
    double[] dip = {9, 9, 9, 9, 9, 9, 9, -30, 9, 9, 9, 9, 9, 9, 9, 12};
    RegressionPath path = RegressionDisaggregation.leastSquares().withoutConstant()
        .estimate(new double[] {36, 1, 36, 40}, Aggregation.sums(16, 4, 4), dip);
    assertThat(path.notes()).contains("1 of 16 values are negative");
    assertRefused(path::requireNotNegative, "period 7, counted from 0, would be -");
  }

  @Test
  void fernandezIsLittermanWithoutRhoAndKeepsNone() {
    RegressionPath fernandez = new RegressionDisaggregation(RegressionDisturbance.FERNANDEZ,
        RegressionRho.given(0.7), true).estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports());
    assertThat(fernandez.rho()).isZero();
    assertThat(fernandez.values()).isEqualTo(RegressionDisaggregation.litterman(RegressionRho.given(0))
        .estimate(Swisspharma.sales(), Swisspharma.YEARS, Swisspharma.exports()).values());
  }

  @Test
  void theErrorOfASumOfAnotherLengthIsRefused() {
    RegressionPath path = draw(1).path();
    assertRefused(() -> path.standardErrorOf(new double[3]), "3 weights for a path of");
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... said) {
    assertThatThrownBy(call).isInstanceOf(MethodException.class).hasMessageContainingAll(said);
  }

  private static RealMatrix columns(Problem problem) {
    RealMatrix indicators = MatrixUtils.createRealMatrix(problem.indicators()).transpose();
    if (!problem.method().constant()) {
      return indicators;
    }
    RealMatrix columns = indicators.createMatrix(indicators.getRowDimension(), indicators.getColumnDimension() + 1);
    columns.setSubMatrix(indicators.getData(), 0, 1);
    for (int t = 0; t < columns.getRowDimension(); t++) {
      columns.setEntry(t, 0, 1);
    }
    return columns;
  }

  /** Q as the literature writes it. */
  private static RealMatrix covariance(RegressionDisturbance disturbance, double rho, int periods) {
    if (disturbance == RegressionDisturbance.CHOW_LIN) {
      RealMatrix q = MatrixUtils.createRealMatrix(periods, periods);
      for (int i = 0; i < periods; i++) {
        for (int j = 0; j < periods; j++) {
          q.setEntry(i, j, Math.pow(rho, Math.abs(i - j)) / (1 - rho * rho));
        }
      }
      return q;
    }
    RealMatrix d = difference(1, periods);
    RealMatrix h = difference(disturbance == RegressionDisturbance.LITTERMAN ? rho : 0, periods);
    RealMatrix hd = h.multiply(d);
    return inverse(hd.transpose().multiply(hd));
  }

  private static RealMatrix difference(double carried, int periods) {
    RealMatrix d = MatrixUtils.createRealIdentityMatrix(periods);
    for (int t = 1; t < periods; t++) {
      d.setEntry(t, t - 1, -carried);
    }
    return d;
  }

  private static RealMatrix inverse(RealMatrix matrix) {
    return new LUDecomposition(matrix, 0).getSolver().getInverse();
  }

  private static double[] diagonal(RealMatrix matrix) {
    double[] diagonal = new double[matrix.getRowDimension()];
    Arrays.setAll(diagonal, i -> matrix.getEntry(i, i));
    return diagonal;
  }
}
