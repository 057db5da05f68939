package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.method.Aggregation.Kind;
import vn.cuulong.method.Aggregation.Span;
import vn.cuulong.method.Denton.Form;
import vn.cuulong.method.Denton.Start;

class DentonTest {
  private static final int SEED = 2;

  @Test
  void theExampleOfTheImfManualIsReproducedToItsPrintedDigit() {
    double[] indicator = VectorFile.column("denton_imf_qna_1998_2000.csv", "indicator");
    BenchmarkedPath path = Denton.proportional()
        .benchmark(indicator, Aggregation.sums(12, 2, 4), new double[] {4000, 4161.4});
    assertThat(path.values()).containsExactly(
        VectorFile.column("denton_imf_qna_1998_2000.csv", "expected_published_1dp"), within(0.06));
    assertThat(path.values()).containsExactly(
        VectorFile.column("denton_imf_qna_1998_2000.csv", "computed_full_precision"), within(1e-9));
    assertThat(path.extrapolatedFrom()).isEqualTo(8);
    assertThat(path.notes()).containsExactly("periods 8 to 11 are extrapolated");
    assertThat(path.ratios()[11]).isCloseTo(path.ratios()[7], within(1e-12));
    assertThat(path.largestDiscrepancy()).isLessThan(1e-14);
    assertThat(path.rank()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"PROPORTIONAL,expected_PFD", "ADDITIVE,expected_AFD"})
  void theBlocksOfFiveOfRjd3benchAreReproduced(Form form, String expected) {
    BenchmarkedPath path = new Denton(form, 1, Start.FREE, false).benchmark(
        VectorFile.column("denton_rjd3bench_freq5.csv", "indicator"), Aggregation.sums(21, 4, 5),
        new double[] {500, 510, 525, 520});
    assertThat(path.values()).containsExactly(
        VectorFile.column("denton_rjd3bench_freq5.csv", expected), within(6e-6));
  }

  @ParameterizedTest
  @CsvSource({"ADDITIVE,0,FROM_ZERO,a0", "ADDITIVE,1,FROM_ZERO,a1", "ADDITIVE,2,FROM_ZERO,a2",
      "ADDITIVE,3,FROM_ZERO,a3", "PROPORTIONAL,0,FROM_ZERO,p0", "PROPORTIONAL,1,FROM_ZERO,p1",
      "PROPORTIONAL,2,FROM_ZERO,p2", "PROPORTIONAL,3,FROM_ZERO,p3", "ADDITIVE,1,FREE,cho_a1",
      "PROPORTIONAL,1,FREE,cho_p1", "PROPORTIONAL,2,FREE,cho_p2"})
  void theTableOfDentonIsReproduced(Form form, int order, Start start, String column) {
    BenchmarkedPath path = new Denton(form, order, start, false).benchmark(
        VectorFile.column("denton1971_table_full_precision.csv", "z"), Aggregation.sums(20, 5, 4),
        new double[] {500, 400, 300, 400, 500});
    assertThat(path.values()).containsExactly(
        VectorFile.column("denton1971_table_full_precision.csv", column), within(1e-8));
    if (start == Start.FROM_ZERO) {
      assertThat(path.values()).containsExactly(
          VectorFile.column("denton1971_table_p101_rounded.csv", column), within(0.5 + 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1, 1e13})
  void theUnitOfTheIndicatorDoesNotMatterAndThatOfTheBenchmarksIsTheUnitOfThePath(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      double[] indicator = positive(random, 26);
      double[] benchmarks = positive(random, 6);
      Aggregation years = Aggregation.regular(26, 6, 4, random.nextInt(3), Kind.SUM);
      double[] expected = Denton.proportional().benchmark(indicator, years, benchmarks).values();
      assertRelative(Denton.proportional().benchmark(times(indicator, unit), years, benchmarks).values(), expected,
          round);
      assertRelative(Denton.proportional().benchmark(indicator, years, times(benchmarks, unit)).values(),
          times(expected, unit), round);
      assertRelative(Denton.additive().benchmark(times(indicator, unit), years, times(benchmarks, unit)).values(),
          times(Denton.additive().benchmark(indicator, years, benchmarks).values(), unit), round);
    }
  }

  @Test
  void aSeriesThatMeetsItsBenchmarksComesBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      double[] indicator = positive(random, 26);
      Aggregation years = Aggregation.regular(26, 6, 4, 1, round % 2 == 0 ? Kind.SUM : Kind.AVERAGE);
      for (Form form : Form.values()) {
        for (Start start : Start.values()) {
          for (int order = 0; order <= 3; order++) {
            double[] again = new Denton(form, order, start, false)
                .benchmark(indicator, years, years.of(indicator)).values();
            assertRelative(again, indicator, round);
          }
        }
      }
    }
  }

  @Test
  void everyTotalIsMetWhateverTheSpans() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      double[] indicator = positive(random, 24);
      Aggregation spans = new Aggregation(24, List.of(new Span(1, 4), new Span(3, 9), new Span(12, 12),
          new Span(13, 20)), round % 2 == 0 ? Kind.SUM : Kind.AVERAGE);
      double[] benchmarks = positive(random, 4);
      for (Form form : Form.values()) {
        BenchmarkedPath path = new Denton(form, 1, Start.FREE, false).benchmark(indicator, spans, benchmarks);
        assertThat(path.largestDiscrepancy()).as("seed %d, round %d", SEED, round).isLessThan(1e-12);
        assertThat(spans.of(path.values())).containsExactly(benchmarks, within(1e-11));
        assertThat(path.notes()).contains("periods 0 to 0 lie before the first benchmark",
            "periods 21 to 23 are extrapolated");
      }
    }
  }

  @Test
  void totalsAreMetThoughTheIndicatorJumpsByTwelveOrdersOfMagnitude() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      double[] indicator = random.doubles(26, -6, 6).map(power -> Math.pow(10, power)).toArray();
      double[] benchmarks = random.doubles(6, -6, 6).map(power -> Math.pow(10, power)).toArray();
      for (Form form : Form.values()) {
        BenchmarkedPath path = new Denton(form, 1, Start.FREE, false)
            .benchmark(indicator, Aggregation.sums(26, 6, 4), benchmarks);
        assertThat(path.largestDiscrepancy()).as("seed %d, round %d, %s", SEED, round, form).isLessThan(1e-9);
      }
    }
  }

  @Test
  void aSinglePeriodIsItsBenchmark() {
    for (Form form : Form.values()) {
      assertThat(new Denton(form, 1, Start.FREE, false)
          .benchmark(new double[] {3}, Aggregation.sums(1, 1, 1), new double[] {7}).values()).containsExactly(7);
    }
  }

  @Test
  void noOtherPathWithTheSameTotalsIsSmoother() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] indicator = positive(random, 12);
    Aggregation years = Aggregation.sums(12, 3, 4);
    double[] path = Denton.proportional().benchmark(indicator, years, new double[] {9, 11, 10}).values();
    for (int round = 0; round < 100; round++) {
      double[] other = path.clone();
      int year = 4 * random.nextInt(3);
      double moved = random.nextDouble(-0.1, 0.1);
      other[year + random.nextInt(2)] += moved;
      other[year + 2 + random.nextInt(2)] -= moved;
      assertThat(roughness(other, indicator)).as("seed %d, round %d", SEED, round)
          .isGreaterThan(roughness(path, indicator));
    }
  }

  @Test
  void theResponseToTheBenchmarksGivesThePathOfAnyBenchmarks() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20; round++) {
      double[] indicator = positive(random, 26);
      double[] first = positive(random, 6);
      double[] second = positive(random, 6);
      Aggregation years = Aggregation.sums(26, 6, 4);
      for (Form form : Form.values()) {
        for (Start start : Start.values()) {
          Denton method = new Denton(form, 1, start, false);
          double[] expected = method.benchmark(indicator, years, second).values();
          double[] step = second.clone();
          Arrays.setAll(step, m -> second[m] - first[m]);
          double[] moved = method.response(indicator, years).operate(step);
          double[] path = method.benchmark(indicator, years, first).values();
          Arrays.setAll(path, t -> path[t] + moved[t]);
          assertRelative(path, expected, round);
        }
      }
    }
  }

  @Test
  void whatCannotBeBenchmarkedIsRefusedWithTheReason() {
    Aggregation years = Aggregation.sums(8, 2, 4);
    double[] indicator = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] withZero = {1, 2, 3, 4, 5, 0, 7, 8};
    assertRefused(Denton.proportional(), withZero, years, new double[] {1, 2}, "indicator is 0 in period 5");
    assertThat(Denton.additive().benchmark(withZero, years, new double[] {1, 2}).ratios()[5]).isNaN();
    assertRefused(Denton.proportional(), new double[7], years, new double[] {1, 2}, "7 periods and the aggregation 8");
    assertRefused(Denton.proportional(), indicator, years, new double[] {1}, "1 benchmarks and the aggregation has 2");
    assertRefused(Denton.proportional(), indicator, years, new double[] {1, Double.NaN}, "the benchmarks: value 1 is");
    indicator[3] = Double.POSITIVE_INFINITY;
    assertRefused(Denton.proportional(), indicator, years, new double[] {1, 2}, "the indicator: value 3 is Inf");
    indicator[3] = 4;
    Aggregation twice = new Aggregation(8, List.of(new Span(0, 3), new Span(0, 3)), Kind.SUM);
    assertRefused(Denton.proportional(), indicator, twice, new double[] {10, 11}, "2 totals of rank 1 contradict");
    assertRefused(new Denton(Form.ADDITIVE, 2, Start.FREE, false), indicator, Aggregation.sums(8, 1, 4),
        new double[] {10}, "only 6 of them are held");
    assertThatThrownBy(() -> new Denton(Form.ADDITIVE, 4, Start.FREE, false)).isInstanceOf(MethodException.class)
        .hasMessageContaining("order of differences is 4");
  }

  @Test
  void aNegativeValueIsNotedOrRefusedAsAsked() {
    Aggregation years = Aggregation.sums(8, 2, 4);
    double[] indicator = {1, 9, 9, 9, 1, 9, 9, 9};
    double[] benchmarks = {20, 4};
    assertThat(Denton.additive().benchmark(indicator, years, benchmarks).notes())
        .containsExactly("2 of 8 values are negative");
    assertRefused(Denton.additive().refusingNegative(), indicator, years, benchmarks, "negative values are refused");
    assertThat(Denton.proportional().refusingNegative().benchmark(indicator, years, benchmarks).notes()).isEmpty();
  }

  private static void assertRefused(Denton method, double[] indicator, Aggregation aggregation, double[] benchmarks,
      String reason) {
    assertThatThrownBy(() -> method.benchmark(indicator, aggregation, benchmarks))
        .isInstanceOf(MethodException.class).hasMessageContaining(reason);
  }

  private static double roughness(double[] path, double[] indicator) {
    double sum = 0;
    for (int t = 1; t < path.length; t++) {
      sum += Math.pow(path[t] / indicator[t] - path[t - 1] / indicator[t - 1], 2);
    }
    return sum;
  }

  private static void assertRelative(double[] got, double[] expected, int round) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(got).as("seed %d, round %d", SEED, round).containsExactly(expected, within(1e-11 * size));
  }

  private static double[] positive(SplittableRandom random, int count) {
    return random.doubles(count, 1, 10).toArray();
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
