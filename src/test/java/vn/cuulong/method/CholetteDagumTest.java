package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.method.Aggregation.Kind;
import vn.cuulong.method.Aggregation.Span;
import vn.cuulong.method.CholetteDagum.Bias;

class CholetteDagumTest {
  private static final int SEED = 3;
  private static final String VECTORS = "cholette_gseries_example3.csv";
  private static final Aggregation YEARS = Aggregation.sums(30, 6, 4);
  private static final CholetteDagum WITHOUT_BIAS = new CholetteDagum(0.729, 1, Bias.NONE, false);

  @ParameterizedTest
  @CsvSource({"car_indicator,car_annual,expected_car_published_3dp,computed_car",
      "van_indicator,van_annual,expected_van_published_3dp,computed_van"})
  void theExampleOfStatisticsCanadaIsReproduced(String indicator, String annual, String published, String computed) {
    BenchmarkedPath path = WITHOUT_BIAS.benchmark(VectorFile.column(VECTORS, indicator), YEARS, years(annual));
    assertThat(path.values()).containsExactly(VectorFile.column(VECTORS, computed), within(1e-8));
    assertPrinted(path.values(), VectorFile.column(VECTORS, published));
    assertThat(path.extrapolatedFrom()).isEqualTo(24);
    assertThat(path.notes()).contains("after the last benchmark the adjustment fades to 1.0 by 0.729 a period");
  }

  @Test
  void twoFixedQuartersStayAsStatisticsCanadaHasThem() {
    double[] free = new double[30];
    Arrays.fill(free, 1);
    free[4] = 0;
    free[5] = 0;
    BenchmarkedPath path = WITHOUT_BIAS.benchmark(VectorFile.column(VECTORS, "van_indicator"), YEARS,
        years("van_annual"), free, new double[6]);
    assertThat(path.values()).containsExactly(VectorFile.column(VECTORS, "computed_vanA"), within(1e-8));
    assertPrinted(path.values(), VectorFile.column(VECTORS, "expected_vanA_fixed_2012Q1Q2_published_3dp"));
    assertThat(Arrays.copyOfRange(path.values(), 4, 6)).containsExactly(1900, 2500);
  }

  @Test
  void theBiasOfTheFirstExampleOfStatisticsCanadaIsEstimated() {
    double[] indicator = {1.9, 2.4, 3.1, 2.2, 2.0, 2.6, 3.4, 2.4, 2.3};
    BenchmarkedPath path = new CholetteDagum(0.729, 0, Bias.ESTIMATED, false)
        .benchmark(indicator, Aggregation.sums(9, 2, 4), new double[] {10.3, 10.2});
    assertThat(path.bias()).isCloseTo(0.0625, within(1e-15));
    assertThat(path.largestDiscrepancy()).isLessThan(1e-14);
  }

  @Test
  void theAnswerIsTheFormulaOfGeneralizedLeastSquares() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 60; round++) {
      double rho = random.nextDouble(0, 0.95);
      double lambda = round % 3 * 0.5;
      double[] s = random.doubles(14, 1, 10).toArray();
      double[] a = random.doubles(3, 10, 30).toArray();
      double[] c = random.doubles(14, 0, 2).toArray();
      double[] k = {0, random.nextDouble(0.1, 2), 0.3};
      Aggregation years = Aggregation.regular(14, 3, 4, 1, Kind.SUM);
      double[] expected = formula(s, years.matrix(), a, c, k, rho, lambda);
      BenchmarkedPath path = new CholetteDagum(rho, lambda, Bias.NONE, false).benchmark(s, years, a, c, k);
      assertThat(path.values()).as("seed %d, round %d", SEED, round).containsExactly(expected, within(1e-9));
      assertThat(path.discrepancies()[0]).isCloseTo(0, within(1e-12));
      assertThat(Math.abs(path.discrepancies()[1])).isGreaterThan(1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,PROPORTIONAL", "0,ADDITIVE"})
  void rhoOneIsTheMethodOfDentonAndJustBelowIsCloseToIt(double lambda, Denton.Form form) {
    double[] indicator = VectorFile.column(VECTORS, "car_indicator");
    double[] denton = new Denton(form, 1, Denton.Start.FREE, false)
        .benchmark(indicator, YEARS, years("car_annual")).values();
    assertThat(new CholetteDagum(1, lambda, Bias.ESTIMATED, false)
        .benchmark(indicator, YEARS, years("car_annual")).values()).containsExactly(denton, within(1e-8));
    double[] near = new CholetteDagum(0.9999999, lambda, Bias.ESTIMATED, false)
        .benchmark(indicator, YEARS, years("car_annual")).values();
    assertThat(near).containsExactly(denton, within(0.1));
  }

  @Test
  void rhoZeroAndLambdaOneHalfIsProRata() {
    double[] indicator = VectorFile.column(VECTORS, "car_indicator");
    double[] annual = years("car_annual");
    double[] path = new CholetteDagum(0, 0.5, Bias.NONE, false).benchmark(indicator, YEARS, annual).values();
    double[] have = YEARS.of(indicator);
    for (int t = 0; t < 30; t++) {
      double expected = t < 24 ? indicator[t] * annual[t / 4] / have[t / 4] : indicator[t];
      assertThat(path[t]).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void theExtrapolatedRatioFadesToTheBiasByRho() {
    double[] indicator = VectorFile.column(VECTORS, "van_indicator");
    BenchmarkedPath path = CholetteDagum.quarterly().benchmark(indicator, YEARS, years("van_annual"));
    double last = path.ratios()[23] / path.bias() - 1;
    for (int t = 24; t < 30; t++) {
      assertThat(path.ratios()[t] / path.bias() - 1).isCloseTo(last * Math.pow(0.729, t - 23), within(1e-12));
    }
    assertThat(path.bias()).isCloseTo(75850.0 / Arrays.stream(indicator, 0, 24).sum(), within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1, 1e13})
  void unitsDoNotMatter(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 30; round++) {
      double[] s = random.doubles(14, 1, 10).toArray();
      double[] a = random.doubles(3, 10, 30).toArray();
      double[] free = random.doubles(14, 0.5, 1).toArray();
      double[] soft = {0, 0.01, 0};
      Aggregation years = Aggregation.sums(14, 3, 4);
      CholetteDagum biased = CholetteDagum.quarterly();
      assertRelative(biased.benchmark(times(s, unit), years, a).values(), biased.benchmark(s, years, a).values());
      for (double lambda : new double[] {0, 0.5, 1}) {
        CholetteDagum method = new CholetteDagum(0.729, lambda, Bias.ESTIMATED, false);
        assertRelative(method.benchmark(times(s, unit), years, times(a, unit), free, soft).values(),
            times(method.benchmark(s, years, a, free, soft).values(), unit));
      }
    }
  }

  @Test
  void aSeriesThatMeetsItsBenchmarksComesBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (double rho : new double[] {0, 0.729, 0.999, 1}) {
      for (double lambda : new double[] {0, 0.5, 1}) {
        for (Bias bias : Bias.values()) {
          double[] s = random.doubles(14, 1, 10).toArray();
          Aggregation years = Aggregation.sums(14, 3, 4);
          assertRelative(new CholetteDagum(rho, lambda, bias, false).benchmark(s, years, years.of(s)).values(), s);
        }
      }
    }
  }

  @Test
  void aBenchmarkThatMayChangeIsMissedBetweenTheIndicatorAndItself() {
    double[] free = new double[30];
    Arrays.fill(free, 1);
    double[] soft = {0, 0.5, 0, 0, 0, 0};
    BenchmarkedPath path = WITHOUT_BIAS.benchmark(VectorFile.column(VECTORS, "car_indicator"), YEARS,
        years("car_annual"), free, soft);
    assertThat(path.discrepancies()[1]).isBetween(10200 - 10418.0, -1.0);
    assertThat(path.largestDiscrepancy()).isLessThan(1e-14);
  }

  @Test
  void zerosStayZeroAndAreNoted() {
    double[] s = {1, 0, 3, 4, 5, 6, 7, 8};
    BenchmarkedPath path = WITHOUT_BIAS.benchmark(s, Aggregation.sums(8, 2, 4), new double[] {10, 20});
    assertThat(path.values()[1]).isZero();
    assertThat(path.notes()).contains("1 zeros of the indicator stay zero");
  }

  @Test
  void whatCannotBeBenchmarkedIsRefusedWithTheReason() {
    Aggregation years = Aggregation.sums(8, 2, 4);
    double[] s = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] a = {12, 30};
    double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
    assertRefused(() -> new CholetteDagum(1.1, 1, Bias.NONE, false), "rho is 1.1");
    assertRefused(() -> new CholetteDagum(Double.NaN, 1, Bias.NONE, false), "rho is NaN");
    assertRefused(() -> new CholetteDagum(0.5, -1, Bias.NONE, false), "lambda is -1.0");
    assertRefused(() -> WITHOUT_BIAS.benchmark(new double[8], years, a), "every coefficient is zero");
    assertRefused(() -> CholetteDagum.quarterly().benchmark(new double[8], years, a), "their ratio is no bias");
    assertRefused(() -> CholetteDagum.quarterly().benchmark(s, years, new double[] {-12, 3}), "ratio is no bias");
    assertRefused(() -> WITHOUT_BIAS.benchmark(s, years, a, new double[] {0, 0, 0, 0, 1, 1, 1, 1}, new double[2]),
        "where total 1 asks for 2.0");
    assertRefused(() -> WITHOUT_BIAS.benchmark(s, years, a, new double[7], new double[2]), "7 alterabilities and 8");
    assertRefused(() -> WITHOUT_BIAS.benchmark(s, years, a, ones, new double[] {0, -1}),
        "the alterability of benchmark 1, counted from 0, is -1.0");
    assertRefused(() -> new CholetteDagum(1, 1, Bias.NONE, false).benchmark(s, years, a, ones, new double[] {0, 1}),
        "at rho 1");
    assertRefused(() -> new CholetteDagum(0.5, 0, Bias.NONE, true).benchmark(s, years, new double[] {-20, 30}),
        "negative values are refused");
    Aggregation twice = new Aggregation(8, List.of(new Span(0, 3), new Span(0, 3)), Kind.SUM);
    assertRefused(() -> WITHOUT_BIAS.benchmark(s, twice, a), "2 totals of rank 1 contradict");
    assertThat(WITHOUT_BIAS.benchmark(s, twice, new double[] {12, 12}).rank()).isEqualTo(1);
  }

  private static void assertRefused(ThrowingCallable call, String reason) {
    assertThatThrownBy(call).isInstanceOf(MethodException.class).hasMessageContaining(reason);
  }

  /** The six annual values, of which the file repeats each in the quarters of its year. */
  private static double[] years(String column) {
    double[] quarters = VectorFile.column(VECTORS, column);
    double[] years = new double[6];
    Arrays.setAll(years, year -> quarters[4 * year]);
    return years;
  }

  private static void assertPrinted(double[] got, double[] published) {
    assertThat(Arrays.copyOf(got, 10)).containsExactly(Arrays.copyOf(published, 10), within(5.1e-4));
  }

  private static double[] formula(double[] s, RealMatrix j, double[] a, double[] c, double[] k, double rho,
      double lambda) {
    RealMatrix v = MatrixUtils.createRealMatrix(s.length, s.length);
    for (int row = 0; row < s.length; row++) {
      for (int column = 0; column < s.length; column++) {
        v.setEntry(row, column, Math.sqrt(c[row] * c[column]) * Math.pow(s[row] * s[column], lambda)
            * Math.pow(rho, Math.abs(row - column)));
      }
    }
    RealMatrix middle = j.multiply(v).multiply(j.transpose());
    double[] lacking = a.clone();
    for (int m = 0; m < a.length; m++) {
      middle.addToEntry(m, m, k[m] * Math.pow(a[m], 2 * lambda));
      lacking[m] -= j.operate(s)[m];
    }
    double[] step = v.multiply(j.transpose()).multiply(new SingularValueDecomposition(middle).getSolver()
        .getInverse()).operate(lacking);
    double[] path = s.clone();
    Arrays.setAll(path, t -> s[t] + step[t]);
    return path;
  }

  private static void assertRelative(double[] got, double[] expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(got).as("seed %d", SEED).containsExactly(expected, within(1e-11 * size));
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
