package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegionalMeasuresTest {
  private static final long SEED = 1992;

  @Test
  @DisplayName("Location quotient, Gini, Herfindahl, Hoover and mean log deviation are the published ones")
  void published() {
    List<Map<String, String>> rows = VectorFile.rows("regional_measures_reat.csv");
    double[] laender = numbers(inputs(rows, 5).replaceAll(".*: ", ""));
    double[] persons = numbers(inputs(rows, 7).replaceAll(".*pop=", ""));
    assertThat(laender).hasSameSizeAs(persons).hasSize(16);
    assertThat(LocationQuotient.of(1714, 79006, 879213, 15593224)).isCloseTo(expected(rows, 0), within(5e-8));
    assertThat(Inequality.meanLogDeviation(numbers("10 10 10 20 50"))).isCloseTo(expected(rows, 1), within(5e-8));
    assertThat(Inequality.gini(numbers("20 50 20 10"))).isCloseTo(expected(rows, 2), within(1e-15));
    assertThat(Inequality.giniOfFew(numbers("20 50 20 10"))).isCloseTo(expected(rows, 3), within(1e-15));
    assertThat(Inequality.gini(numbers("500 1500 2500 4000 7500 15000"), numbers("1000 1200 1600 400 200 600")))
        .isCloseTo(expected(rows, 4), within(5e-5)).isCloseTo(0.527826086956522, within(1e-14));
    assertThat(Inequality.gini(laender)).isCloseTo(expected(rows, 5), within(5e-5))
        .isCloseTo(0.500934845830992, within(1e-14));
    assertThat(Inequality.herfindahl(laender)).isCloseTo(expected(rows, 6), within(5e-4))
        .isCloseTo(0.125176299067962, within(1e-14));
    assertThat(Inequality.hoover(laender, persons)).isCloseTo(expected(rows, 7), within(1e-15));
  }

  @Test
  @DisplayName("Shift-share of three regions is the published one, and its parts add up to the change")
  void shiftShare() {
    List<Map<String, String>> rows = VectorFile.rows("shift_share_reat.csv");
    for (String region : List.of("A", "B", "C")) {
      List<Map<String, String>> own = rows.stream().filter(row -> row.get("region").equals(region)).toList();
      ShiftShare parts = ShiftShare.of(column(own, "region_t"), column(own, "region_t1"), column(own, "nation_t"),
          column(own, "nation_t1"));
      assertThat(parts.change()).isEqualTo(column(own, "growth")[0]);
      assertThat(parts.national()).isCloseTo(column(own, "national_share")[0], within(1e-12));
      assertThat(parts.mix()).isCloseTo(column(own, "industrial_mix")[0], within(1e-12));
      assertThat(parts.regional()).isCloseTo(column(own, "regional_share")[0], within(1e-12));
      assertThat(parts.netShift()).isCloseTo(column(own, "net_total_shift")[0], within(1e-12));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      double[] before = random.doubles(7, 0, 1e6).toArray();
      double[] after = random.doubles(7, 0, 1e6).toArray();
      double[] nation = random.doubles(7, 1e6, 1e7).toArray();
      double[] nationAfter = random.doubles(7, 1e6, 1e7).toArray();
      ShiftShare parts = ShiftShare.of(before, after, nation, nationAfter);
      assertThat(parts.national() + parts.mix() + parts.regional()).as("seed %d round %d", SEED, round)
          .isCloseTo(parts.change(), within(1e-7));
      int[] order = Shuffle.order(7, random);
      assertThat(ShiftShare.of(Shuffle.apply(before, order), Shuffle.apply(after, order),
          Shuffle.apply(nation, order), Shuffle.apply(nationAfter, order))).isEqualTo(parts);
      // A nation that grows evenly has no mix.
      assertThat(ShiftShare.of(before, after, nation, Shuffle.times(nation, 1.07)).mix()).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  @DisplayName("Equal regions give 0, and neither order nor scale changes a measure")
  void inequalityProperties() {
    double[] equal = new double[13];
    Arrays.fill(equal, 7.3);
    double[] persons = new SplittableRandom(SEED).doubles(13, 1, 9).toArray();
    assertThat(Inequality.gini(equal)).isZero();
    assertThat(Inequality.gini(equal, persons)).isZero();
    assertThat(Inequality.meanLogDeviation(equal)).isCloseTo(0, within(1e-15));
    assertThat(Inequality.williamson(equal, persons)).isCloseTo(0, within(1e-15));
    assertThat(Inequality.hoover(persons, persons)).isZero();
    assertThat(Inequality.herfindahl(equal)).isCloseTo(1 / 13.0, within(1e-15));
    assertThat(Convergence.sigma(equal)).isZero();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      double[] y = random.doubles(13, 1, 100).toArray();
      double[] p = random.doubles(13, 1, 9).toArray();
      double[] measures = measures(y, p);
      int[] order = Shuffle.order(13, random);
      assertThat(measures(Shuffle.apply(y, order), Shuffle.apply(p, order))).as("seed %d round %d", SEED, round)
          .isEqualTo(measures);
      for (double scale : new double[] {1e-13, 1e13}) {
        double[] scaled = measures(Shuffle.times(y, scale), Shuffle.times(p, scale));
        for (int i = 0; i < measures.length; i++) {
          assertThat(scaled[i]).isCloseTo(measures[i], within(1e-11));
        }
      }
    }
  }

  private static double[] measures(double[] y, double[] p) {
    return new double[] {Inequality.gini(y), Inequality.giniOfFew(y), Inequality.gini(y, p),
        Inequality.meanLogDeviation(y), Inequality.williamson(y, p), Inequality.hoover(y, p),
        Inequality.herfindahl(y), Convergence.sigma(y), Convergence.of(y, p, 5).slope(),
        RankAgreement.of(y, p).spearman(), RankAgreement.of(y, p).kendallTauB()};
  }

  @Test
  @DisplayName("Williamson by hand: persons 1 and 3, income 2 and 6, mean 5")
  void williamson() {
    assertThat(Inequality.williamson(new double[] {2, 6}, new double[] {1, 3}))
        .isCloseTo(Math.sqrt(0.25 * 9 + 0.75 * 1) / 5, within(1e-15));
  }

  @Test
  @DisplayName("Regions that close 2 percent of the gap a year show this speed, its half-life, and a falling sigma")
  void convergence() {
    double[] start = {1, 2, 4, 5, 9};
    double[] end = Arrays.stream(start).map(y -> 3 * Math.pow(y, Math.exp(-0.02 * 10))).toArray();
    Convergence beta = Convergence.of(start, end, 10);
    assertThat(beta.speed().getAsDouble()).isCloseTo(0.02, within(1e-12));
    assertThat(beta.halfLife().getAsDouble()).isCloseTo(Math.log(2) / 0.02, within(1e-9));
    assertThat(beta.rSquared()).isCloseTo(1, within(1e-12));
    assertThat(Convergence.sigma(end)).isCloseTo(Math.exp(-0.2) * Convergence.sigma(start), within(1e-14));
    assertThat(Convergence.sigma(new double[] {1, Math.E * Math.E})).isCloseTo(1, within(1e-15));
  }

  @Test
  @DisplayName("The regression of beta convergence has the errors and probabilities of ordinary least squares")
  void regression() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] start = random.doubles(13, 1, 10).toArray();
    double[] end = random.doubles(13, 1, 10).toArray();
    SimpleRegression oracle = new SimpleRegression();
    for (int i = 0; i < 13; i++) {
      oracle.addData(Math.log(start[i]), Math.log(end[i] / start[i]) / 4);
    }
    Convergence beta = Convergence.of(start, end, 4);
    assertThat(beta.slope()).isCloseTo(oracle.getSlope(), within(1e-13));
    assertThat(beta.intercept()).isCloseTo(oracle.getIntercept(), within(1e-13));
    assertThat(beta.slopeError()).isCloseTo(oracle.getSlopeStdErr(), within(1e-13));
    assertThat(beta.probability().getAsDouble()).isCloseTo(oracle.getSignificance(), within(1e-12));
    assertThat(beta.rSquared()).isCloseTo(oracle.getRSquare(), within(1e-13));
  }

  @Test
  @DisplayName("Rank agreement is that of two independent programs, ties and all")
  void ranks() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      double[] before = random.ints(12, 0, 8).mapToDouble(i -> i).toArray();
      double[] after = random.ints(12, 0, 8).mapToDouble(i -> i).toArray();
      RankAgreement agreement = RankAgreement.of(before, after);
      assertThat(agreement.spearman()).as("seed %d round %d", SEED, round)
          .isCloseTo(new SpearmansCorrelation().correlation(before, after), within(1e-12));
      assertThat(agreement.kendallTauB())
          .isCloseTo(new KendallsCorrelation().correlation(before, after), within(1e-12));
    }
    assertThat(RankAgreement.ranks(new double[] {5, 9, 5, 1})).containsExactly(2.5, 1, 2.5, 4);
    assertThat(RankAgreement.of(new double[] {3, 2, 1}, new double[] {1, 2, 3}))
        .isEqualTo(new RankAgreement(-1, -1, 4 / 3.0));
  }

  @Test
  @DisplayName("Questions without an answer are refused")
  void refusals() {
    double[] two = {1, 2};
    refused(() -> LocationQuotient.of(1, 0, 1, 1));
    refused(() -> LocationQuotient.of(-1, 1, 1, 1));
    refused(() -> Inequality.meanLogDeviation(new double[] {1, 0}));
    refused(() -> Inequality.giniOfFew(new double[] {1}));
    refused(() -> Inequality.williamson(two, new double[] {1, -1}));
    refused(() -> Inequality.herfindahl(new double[] {0, 0}));
    refused(() -> Inequality.hoover(two, new double[] {1}));
    refused(() -> Convergence.of(two, two, 5));
    refused(() -> Convergence.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 5));
    refused(() -> Convergence.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}, 0));
    refused(() -> Convergence.sigma(new double[] {1, 0}));
    refused(() -> RankAgreement.of(new double[] {1, 1}, two));
    refused(() -> ShiftShare.of(two, two, new double[] {0, 1}, two));
    refused(() -> ShiftShare.of(two, two, two, new double[] {1, 2, 3}));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
    assertThatThrownBy(question).isInstanceOfSatisfying(MethodException.class, refusal -> {
      assertThat(refusal.reason()).isNotBlank();
      assertThat(refusal.remedy()).isNotBlank();
    });
  }

  private static String inputs(List<Map<String, String>> rows, int row) {
    return rows.get(row).get("inputs");
  }

  private static double expected(List<Map<String, String>> rows, int row) {
    return Double.parseDouble(rows.get(row).get("expected"));
  }

  private static double[] column(List<Map<String, String>> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
