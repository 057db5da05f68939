package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
  private static final long SEED = 405;
  private static final double Z = 1.959963984540054;

  @Test
  @DisplayName("The interval of a ratio is that of the closed form on the logit scale")
  void closedForm() {
    // p = 0.2, Var p = p² (0.05² + 0.03² - 2 · 0.5 · 0.05 · 0.03), worked by hand: 0.0019 of p².
    ConfidenceInterval interval = ConfidenceInterval.ofRatio(20, 1, 100, 3, 0.5 * 3, 0.95);
    double width = Z * Math.sqrt(0.0019) / 0.8;
    double logit = Math.log(0.25);
    assertThat(interval.point()).isEqualTo(0.2);
    assertThat(interval.low()).isCloseTo(1 / (1 + Math.exp(-(logit - width))), within(1e-14));
    assertThat(interval.high()).isCloseTo(1 / (1 + Math.exp(-(logit + width))), within(1e-14));
    assertThat(ConfidenceInterval.ofRatio(20, 0, 100, 0, 0, 0.95)).isEqualTo(new ConfidenceInterval(0.2, 0.2, 0.2));
    assertThat(ConfidenceInterval.ofNormal(10, 2, 0.95).high()).isCloseTo(10 + 2 * Z, within(1e-13));
  }

  @Test
  @DisplayName("An interval of 95 percent holds the truth in about 95 of 100 simulated worlds")
  void coverage() {
    int held = 0;
    for (int world = 0; world < 4000; world++) {
      double numerator = 13 + 1.3 * Draws.seeded(SEED).of("numerator").normal(world);
      double denominator = 100 + 4 * Draws.seeded(SEED).of("denominator").normal(world);
      held += ConfidenceInterval.ofRatio(numerator, 1.3, denominator, 4, 0, 0.95).contains(0.13) ? 1 : 0;
    }
    // Four standard errors of a share of 0.95 among 4000.
    assertThat(held / 4000.0).isCloseTo(0.95, within(0.014));
  }

  @Test
  @DisplayName("Whatever the errors, a share keeps within 0 and 1, and another unit of money changes nothing")
  void staysInside() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 300; round++) {
      double denominator = Math.pow(10, random.nextInt(-3, 6));
      double numerator = denominator * random.nextDouble(1e-6, 1 - 1e-6);
      double error = random.nextDouble(0, 2);
      ConfidenceInterval one = ConfidenceInterval.ofRatio(numerator, error * numerator, denominator,
          0.1 * denominator, 0, 0.95);
      assertThat(one.low()).as("seed %d round %d", SEED, round).isBetween(0.0, one.point());
      assertThat(one.high()).as("seed %d round %d", SEED, round).isBetween(one.point(), 1.0);
      for (double scale : new double[] {1e-13, 1e13}) {
        ConfidenceInterval other = ConfidenceInterval.ofRatio(scale * numerator, error * scale * numerator,
            scale * denominator, 0.1 * scale * denominator, 0, 0.95);
        assertThat(other.low()).isCloseTo(one.low(), within(1e-12));
        assertThat(other.high()).isCloseTo(one.high(), within(1e-12));
      }
    }
  }

  @Test
  @DisplayName("A first estimate is widened to its usual revision, but not beyond the limits")
  void widened() {
    ConfidenceInterval narrow = new ConfidenceInterval(0.1, 0.101, 0.102);
    assertThat(narrow.widenedTo(0.0019, 0, 1)).isEqualTo(new ConfidenceInterval(0.101 - 0.0019, 0.101, 0.101 + 0.0019));
    assertThat(narrow.widenedTo(0.0005, 0, 1)).isEqualTo(narrow);
    assertThat(narrow.widenedTo(0.5, 0, 1)).isEqualTo(new ConfidenceInterval(0, 0.101, 0.601));
    assertThat(narrow.holding(0.2)).isEqualTo(new ConfidenceInterval(0.1, 0.2, 0.2));
  }

  @Test
  @DisplayName("A ratio without an interval is refused with the number that forbids it")
  void refusals() {
    assertThatThrownBy(() -> ConfidenceInterval.ofRatio(0, 1, 100, 1, 0, 0.95)).isInstanceOf(MethodException.class)
        .hasMessageContaining("0.0");
    assertThatThrownBy(() -> ConfidenceInterval.ofRatio(120, 1, 100, 1, 0, 0.95)).isInstanceOf(MethodException.class)
        .hasMessageContaining("1.2");
    assertThatThrownBy(() -> ConfidenceInterval.ofRatio(20, 1, 100, 5, 99, 0.95)).isInstanceOf(MethodException.class)
        .hasMessageContaining("covariance");
    assertThatThrownBy(() -> ConfidenceInterval.ofRatio(20, 1, 100, 5, 0, 95)).isInstanceOf(MethodException.class)
        .hasMessageContaining("95.0");
    assertThatThrownBy(() -> new ConfidenceInterval(1, 0.5, 2)).isInstanceOf(MethodException.class);
  }

  @Test
  @DisplayName("Quantiles are those of R's type 7")
  void quantiles() {
    double[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(DrawSummary.quantile(ten, 0.25)).isEqualTo(3.25);
    assertThat(DrawSummary.quantile(ten, 0)).isEqualTo(1);
    assertThat(DrawSummary.quantile(ten, 1)).isEqualTo(10);
    assertThat(DrawSummary.quantile(new double[] {5}, 0.975)).isEqualTo(5);
    Percentile oracle = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      double[] values = random.doubles(2 + random.nextInt(40)).sorted().toArray();
      double p = random.nextDouble(0.001, 1);
      assertThat(DrawSummary.quantile(values, p)).as("seed %d round %d", SEED, round)
          .isCloseTo(oracle.evaluate(values, 100 * p), within(1e-14));
    }
  }

  @Test
  @DisplayName("A summary of draws is the same bits in whatever order they come, and refuses what is no draw")
  void summary() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] draws = random.doubles(999).toArray();
    DrawSummary summary = DrawSummary.of(draws, 0.95);
    assertThat(DrawSummary.of(Shuffle.apply(draws, Shuffle.order(draws.length, random)), 0.95)).isEqualTo(summary);
    assertThat(summary.around(2)).isEqualTo(new ConfidenceInterval(summary.low(), 2, 2));
    assertThat(summary.draws()).isEqualTo(999);
    assertThat(DrawSummary.of(new double[] {1, 2, 3, 4}, 0.5).deviation()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-15));
    draws[5] = Double.NaN;
    assertThatThrownBy(() -> DrawSummary.of(draws, 0.95)).isInstanceOf(MethodException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> DrawSummary.of(new double[] {1}, 0.95)).isInstanceOf(MethodException.class);
  }
}
