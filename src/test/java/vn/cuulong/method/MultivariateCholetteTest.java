package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cuulong.method.MultivariateCholette.Reconciled;

class MultivariateCholetteTest {
  private static final int SEED = 4;
  private static final double[] ONES = {1, 1, 1};
  private static final Aggregation YEARS = Aggregation.sums(8, 2, 4);
  private static final double[][] ANNUAL = {{30, 30.6}, {80, 81.2}, {8, 8.1}};

  @ParameterizedTest
  @ValueSource(strings = {"rho0.8_lambda0.5_TC", "rho0.5_lambda0.5_TC", "rho1_lambda0.5_TC",
      "rho0.729_lambda0.5_TC", "rho0.8_lambda0.5_noTC"})
  void theSettingsOfRjd3benchAreReproduced(String setting) {
    List<Map<String, String>> rows = rows(setting);
    double rho = Double.parseDouble(rows.get(0).get("rho"));
    double lambda = Double.parseDouble(rows.get(0).get("lambda"));
    MultivariateCholette method = new MultivariateCholette(rho, lambda, false);
    double[][] preliminary = bySeries(rows, "preliminary");
    double[] totals = bySeries(rows, "contemporaneous_total_z")[0];
    Reconciled got = rows.get(0).get("temporal_constraints").equals("1")
        ? method.reconcile(preliminary, ONES, totals, YEARS, ANNUAL) : method.reconcile(preliminary, ONES, totals);
    double[][] expected = bySeries(rows, "expected");
    for (int i = 0; i < 3; i++) {
      // Six significant digits are printed: half of the sixth is 5e-6 in values above ten.
      assertThat(got.values()[i]).containsExactly(expected[i], within(5.1e-6));
    }
    assertThat(got.largestDiscrepancy()).isLessThan(1e-13);
    assertThat(got.rank()).isEqualTo(rows.get(0).get("temporal_constraints").equals("1") ? 8 + 4 : 8);
    assertThat(got.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1, 1e13})
  void everyTotalIsMetInAnyUnit(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20; round++) {
      Problem problem = Problem.random(random, 5, 14, 3);
      MultivariateCholette method = new MultivariateCholette(round % 4 / 3.0, round % 3 * 0.5, false);
      Reconciled plain = problem.solve(method, 1);
      Reconciled scaled = problem.solve(method, unit);
      for (int i = 0; i < 5; i++) {
        assertThat(problem.years.of(scaled.values()[i])).as("seed %d, round %d", SEED, round)
            .containsExactly(times(problem.annual[i], unit), within(1e-9 * unit));
        assertThat(scaled.values()[i]).as("seed %d, round %d", SEED, round)
            .containsExactly(times(plain.values()[i], unit), within(1e-9 * unit));
      }
      for (int t = 0; t < 14; t++) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
          sum += problem.weights[i] * scaled.values()[i][t];
        }
        assertThat(sum).isCloseTo(problem.totals[t] * unit, within(1e-9 * unit));
      }
      assertThat(plain.largestDiscrepancy()).isLessThan(1e-12);
      assertThat(plain.notes()).contains("periods 12 to 13 have no benchmark of their own");
    }
  }

  @Test
  void seriesThatMeetTheirTotalsComeBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20; round++) {
      Problem problem = Problem.random(random, 4, 12, 3);
      double[][] truth = problem.truth;
      Reconciled got = new MultivariateCholette(round % 4 / 3.0, round % 3 * 0.5, false)
          .reconcile(truth, problem.weights, problem.totals, problem.years, problem.annual);
      for (int i = 0; i < 4; i++) {
        assertThat(got.values()[i]).as("seed %d, round %d", SEED, round).containsExactly(truth[i], within(1e-11));
      }
      assertThat(got.largestChange()).isLessThan(1e-12);
    }
  }

  @Test
  void theOrderOfTheSeriesDoesNotMatter() {
    Problem problem = Problem.random(new SplittableRandom(SEED), 4, 12, 3);
    Reconciled got = problem.solve(MultivariateCholette.usual(), 1);
    Problem turned = new Problem(reversed(problem.truth), reversed(problem.preliminary), problem.totals,
        problem.years, reversed(problem.annual), new double[] {problem.weights[3], problem.weights[2],
            problem.weights[1], problem.weights[0]});
    Reconciled other = turned.solve(MultivariateCholette.usual(), 1);
    for (int i = 0; i < 4; i++) {
      assertThat(other.values()[3 - i]).containsExactly(got.values()[i], within(1e-12));
    }
  }

  @Test
  void thirteenProvincesAndTheRestOverSevenYearsOfQuartersAreReconciled() {
    Problem problem = Problem.random(new SplittableRandom(SEED), 14, 28, 6);
    Reconciled got = problem.solve(MultivariateCholette.usual(), 1e6);
    assertThat(got.largestDiscrepancy()).isLessThan(1e-12);
    assertThat(got.rank()).isEqualTo(28 + 14 * 6 - 6);
  }

  @Test
  void theResponseToTheTotalsGivesThePathsOfAnyTotalsThatAgree() {
    SplittableRandom random = new SplittableRandom(SEED);
    Problem problem = Problem.random(random, 4, 14, 3);
    Reconciled expected = problem.solve(MultivariateCholette.usual(), 1);
    double[] lacking = new double[14 + 4 * 3];
    for (int i = 0; i < 4; i++) {
      double[] have = problem.years.of(problem.preliminary[i]);
      for (int t = 0; t < 14; t++) {
        lacking[t] += problem.weights[i] * (problem.truth[i][t] - problem.preliminary[i][t]);
      }
      for (int m = 0; m < 3; m++) {
        lacking[14 + 3 * i + m] = problem.annual[i][m] - have[m];
      }
    }
    double[] moved = MultivariateCholette.usual()
        .response(problem.preliminary, problem.weights, problem.years).operate(lacking);
    for (int i = 0; i < 4; i++) {
      double[] path = problem.preliminary[i].clone();
      int from = 14 * i;
      Arrays.setAll(path, t -> path[t] + moved[from + t]);
      assertThat(path).containsExactly(expected.values()[i], within(1e-10));
    }
  }

  @Test
  void zerosStayZeroAndNegativeValuesAreNotedOrRefused() {
    double[][] preliminary = {{0, 2, 2, 2}, {5, 5, 5, 5}};
    double[] weights = {1, 1};
    Aggregation year = Aggregation.sums(4, 1, 4);
    Reconciled zero = MultivariateCholette.usual()
        .reconcile(preliminary, weights, new double[] {6, 7, 8, 9}, year, new double[][] {{7}, {23}});
    assertThat(zero.values()[0][0]).isZero();
    assertThat(zero.ratios()[0][0]).isNaN();
    assertThat(zero.notes()).containsExactly("1 zeros stay zero");
    double[] falling = {1, 7, 8, 9};
    double[][] annual = {{-4}, {29}};
    assertThat(MultivariateCholette.usual().reconcile(preliminary, weights, falling, year, annual).notes())
        .anyMatch(note -> note.endsWith("values are negative"));
    assertRefused(() -> MultivariateCholette.usual().refusingNegative()
        .reconcile(preliminary, weights, falling, year, annual), "negative values are refused");
  }

  @Test
  void aSeriesOfNothingStaysNothingAndCannotBecomeSomething() {
    double[][] preliminary = {{0, 0, 0, 0}, {5, 5, 5, 5}};
    Aggregation year = Aggregation.sums(4, 1, 4);
    double[] totals = {6, 5, 5, 6};
    Reconciled got = MultivariateCholette.usual()
        .reconcile(preliminary, new double[] {1, 1}, totals, year, new double[][] {{0}, {22}});
    assertThat(got.values()[0]).containsExactly(0, 0, 0, 0);
    assertThat(got.values()[1]).containsExactly(totals, within(1e-12));
    assertRefused(() -> MultivariateCholette.usual()
        .reconcile(preliminary, new double[] {1, 1}, totals, year, new double[][] {{2}, {20}}),
        "The totals (of periods, then of series) cannot be met");
  }

  @Test
  void whatCannotBeReconciledIsRefusedWithTheReason() {
    double[][] x = {{1, 2, 3, 4, 1, 2, 3, 4}, {5, 5, 5, 5, 5, 5, 5, 5}, {1, 1, 1, 1, 1, 1, 1, 1}};
    double[] z = {8, 8, 8, 8, 9, 9, 9, 9};
    MultivariateCholette usual = MultivariateCholette.usual();
    assertRefused(() -> new MultivariateCholette(-0.1, 0.5, false), "rho is -0.1");
    assertRefused(() -> new MultivariateCholette(0.8, Double.NaN, false), "lambda is NaN");
    assertRefused(() -> usual.reconcile(x, ONES, z, YEARS, new double[][] {{10, 10}, {20, 20}, {2, 7}}),
        "add to 37.0 and the totals over its periods to 36.0");
    assertRefused(() -> usual.reconcile(x, new double[2], z), "3 series, 2 weights and 8 totals");
    assertRefused(() -> usual.reconcile(x, ONES, new double[7]), "another number of periods");
    assertRefused(() -> usual.reconcile(x, ONES, z, YEARS, new double[3][1]), "not 3 x 2");
    assertRefused(() -> usual.reconcile(new double[3][8], ONES, z), "every coefficient is zero");
    double[] broken = z.clone();
    broken[2] = Double.NaN;
    assertRefused(() -> usual.reconcile(x, ONES, broken), "the totals: value 2 is NaN");
    assertRefused(() -> new MultivariateCholette(1, 0.5, false).reconcile(x, ONES, z), "do not determine a path");
  }

  private static void assertRefused(ThrowingCallable call, String reason) {
    assertThatThrownBy(call).isInstanceOf(MethodException.class).hasMessageContaining(reason);
  }

  private static List<Map<String, String>> rows(String setting) {
    return VectorFile.rows("multivariate_cholette_rjd3bench.csv").stream()
        .filter(row -> row.get("case").equals(setting)).toList();
  }

  private static double[][] bySeries(List<Map<String, String>> rows, String column) {
    return rows.stream().map(row -> row.get("series")).distinct()
        .map(series -> rows.stream().filter(row -> row.get("series").equals(series))
            .mapToDouble(row -> Double.parseDouble(row.get(column))).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] reversed(double[][] rows) {
    double[][] turned = new double[rows.length][];
    Arrays.setAll(turned, i -> rows[rows.length - 1 - i]);
    return turned;
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /** Paths, what is known of them, and totals that agree because they are those of the paths. */
  private record Problem(double[][] truth, double[][] preliminary, double[] totals, Aggregation years,
      double[][] annual, double[] weights) {
    static Problem random(SplittableRandom random, int series, int periods, int years) {
      double[][] truth = new double[series][];
      double[][] preliminary = new double[series][];
      double[][] annual = new double[series][];
      double[] totals = new double[periods];
      double[] weights = random.doubles(series, 0.5, 2).toArray();
      Aggregation spans = Aggregation.sums(periods, years, 4);
      for (int i = 0; i < series; i++) {
        truth[i] = random.doubles(periods, 1, 10).toArray();
        preliminary[i] = Arrays.stream(truth[i]).map(value -> value * random.nextDouble(0.8, 1.2)).toArray();
        annual[i] = spans.of(truth[i]);
        for (int t = 0; t < periods; t++) {
          totals[t] += weights[i] * truth[i][t];
        }
      }
      return new Problem(truth, preliminary, totals, spans, annual, weights);
    }

    Reconciled solve(MultivariateCholette method, double unit) {
      double[][] x = Arrays.stream(preliminary).map(row -> times(row, unit)).toArray(double[][]::new);
      double[][] a = Arrays.stream(annual).map(row -> times(row, unit)).toArray(double[][]::new);
      return method.reconcile(x, weights, times(totals, unit), years, a);
    }
  }
}
