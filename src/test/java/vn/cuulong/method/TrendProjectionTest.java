package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrendProjectionTest {
  private static final long SEED = 2045;

  @Test
  @DisplayName("The prediction, its interval and its probability are those worked out by hand")
  void byHand() {
    // Line 1 + 2 t through (0, 1) (1, 4) (2, 4) (3, 7): slope 1.8, intercept 1.3; residuals -0.3 0.9 -0.9 0.3.
    TrendProjection projection = TrendProjection.of(new double[] {0, 1, 2, 3}, new double[] {1, 4, 4, 7}, 5, 0.5);
    assertThat(projection.pace()).isCloseTo(1.8, within(1e-14));
    assertThat(projection.value()).isCloseTo(10.3, within(1e-13));
    double variance = 1.8 / 2 * (1 + 0.25 + 3.5 * 3.5 / 5) + 0.25;
    assertThat(projection.deviation()).isCloseTo(Math.sqrt(variance), within(1e-13));
    // Student's t with two degrees of freedom has the 97.5th percentile 4.302653.
    assertThat(projection.interval(0.95).high())
        .isCloseTo(10.3 + 4.302652729911275 * Math.sqrt(variance), within(1e-9));
    assertThat(projection.probabilityOfAtLeast(10.3)).isCloseTo(0.5, within(1e-12));
    double t = (10.3 - 12) / Math.sqrt(variance);
    assertThat(projection.probabilityOfAtLeast(12)).isCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), within(1e-12));
  }

  @Test
  @DisplayName("A series without deviation from its line is certain, and has the pace of its ends")
  void exact() {
    TrendProjection projection = TrendProjection.of(new double[] {2020, 2021, 2023}, new double[] {5, 6, 8}, 2030, 0);
    assertThat(projection.value()).isCloseTo(15, within(1e-9));
    assertThat(projection.probabilityOfAtLeast(14.9)).isGreaterThan(0.999);
    assertThat(projection.probabilityOfAtLeast(15.1)).isLessThan(0.001);
    assertThat(TrendProjection.pace(new double[] {2020, 2023}, new double[] {5, 8})).hasValue(1);
    assertThat(TrendProjection.pace(new double[] {2020}, new double[] {5})).isEmpty();
    assertThatThrownBy(() -> TrendProjection.of(new double[] {1, 2}, new double[] {1, 2}, 3, 0))
        .isInstanceOf(MethodException.class);
  }

  @Test
  @DisplayName("In simulated worlds with a straight trend, events of 20 percent happen in 20 of 100")
  void calibrated() {
    SplittableRandom random = new SplittableRandom(SEED);
    TDistribution t = new TDistribution(null, 4);
    int happened = 0;
    int held = 0;
    for (int world = 0; world < 4000; world++) {
      double[] times = {0, 1, 2, 3, 4, 5};
      double[] values = new double[6];
      for (int i = 0; i < 6; i++) {
        values[i] = 7 + 0.4 * i + 0.3 * random.nextGaussian();
      }
      double truth = 7 + 0.4 * 9 + 0.3 * random.nextGaussian();
      TrendProjection projection = TrendProjection.of(times, values, 9, 0);
      // The goal that this projection gives 20 percent.
      double goal = projection.value() + projection.deviation() * t.inverseCumulativeProbability(0.8);
      assertThat(projection.probabilityOfAtLeast(goal)).isCloseTo(0.2, within(1e-9));
      happened += truth >= goal ? 1 : 0;
      held += projection.interval(0.95).contains(truth) ? 1 : 0;
    }
    // Four standard errors among 4000 worlds.
    assertThat(happened / 4000.0).as("seed %d", SEED).isCloseTo(0.2, within(0.026));
    assertThat(held / 4000.0).as("seed %d", SEED).isCloseTo(0.95, within(0.014));
  }

  @Test
  @DisplayName("Neither the order of values nor the unit of money changes the judgement")
  void orderAndScale() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] times = random.doubles(7, 2018, 2026).toArray();
    double[] values = random.doubles(7, 1, 9).toArray();
    TrendProjection projection = TrendProjection.of(times, values, 2030, 0.1);
    int[] order = Shuffle.order(7, random);
    assertThat(TrendProjection.of(Shuffle.apply(times, order), Shuffle.apply(values, order), 2030, 0.1))
        .isEqualTo(projection);
    for (double scale : new double[] {1e-13, 1e13}) {
      assertThat(TrendProjection.of(times, Shuffle.times(values, scale), 2030, 0.1 * scale)
          .probabilityOfAtLeast(8 * scale)).isCloseTo(projection.probabilityOfAtLeast(8), within(1e-9));
    }
  }
}
