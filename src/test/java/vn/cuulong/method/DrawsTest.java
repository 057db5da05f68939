package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 20_000;
  private static final Draws STREAM = Draws.seeded(42).of("vinh-long-2025").of("core").of(2024);

  /** The largest distance of 20,000 draws from their distribution, at one in a thousand: 1.95 / sqrt(n). */
  private static final double FARTHEST = 1.95 / Math.sqrt(MANY);

  @Test
  @DisplayName("The quantile of the normal distribution is the published one of algorithm AS 241")
  void normalQuantile() {
    assertThat(StandardNormal.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
    assertThat(StandardNormal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
    assertThat(StandardNormal.quantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-14));
    assertThat(StandardNormal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(StandardNormal.quantile(0.5)).isZero();
    for (double z = -8; z <= 5; z += 0.37) {
      assertThat(StandardNormal.quantile(StandardNormal.probability(z))).as("z %s", z).isCloseTo(z, within(1e-9));
    }
  }

  @Test
  @DisplayName("Draws have the distribution that they are named after")
  void distributions() {
    assertThat(distance(new UniformRealDistribution(), i -> STREAM.uniform(i))).isLessThan(FARTHEST);
    assertThat(distance(new NormalDistribution(null, 0, 1), i -> STREAM.normal(i))).isLessThan(FARTHEST);
    for (double shape : new double[] {0.3, 1, 2.5, 400}) {
      assertThat(distance(new GammaDistribution(null, shape, 1), i -> STREAM.gamma(i, shape))).as("shape %s", shape)
          .isLessThan(FARTHEST);
    }
    assertThat(distance(new BetaDistribution(null, 0.6, 3), i -> STREAM.beta(i, 0.6, 3))).isLessThan(FARTHEST);
    assertThat(distance(new BetaDistribution(null, 130, 900), i -> STREAM.beta(i, 130, 900))).isLessThan(FARTHEST);
  }

  @Test
  @DisplayName("Neighbouring draws, words and years are not correlated")
  void streamsAreApart() {
    double[] here = draws(i -> STREAM.normal(i));
    assertThat(correlation(here, draws(i -> STREAM.normal(i + 1)))).isCloseTo(0, within(0.03));
    assertThat(correlation(here, draws(i -> Draws.seeded(43).of("vinh-long-2025").of("core").of(2024).normal(i))))
        .isCloseTo(0, within(0.03));
    assertThat(correlation(here, draws(i -> Draws.seeded(42).of("vinh-long-2025").of("core").of(2025).normal(i))))
        .isCloseTo(0, within(0.03));
    assertThat(correlation(here, draws(i -> Draws.seeded(42).of("vinh-long-2024").of("core").of(2024).normal(i))))
        .isCloseTo(0, within(0.03));
    assertThat(Draws.seeded(1).of("ab").of("c").uniform(0)).isNotEqualTo(Draws.seeded(1).of("a").of("bc").uniform(0));
    assertThat(Draws.seeded(1).of("a").of("b").uniform(0)).isNotEqualTo(Draws.seeded(1).of("b").of("a").uniform(0));
  }

  @Test
  @DisplayName("A draw is the same bits whichever thread asks for it, in whatever order")
  void threadsAndOrderNeverShow() {
    double[] forward = IntStream.range(0, MANY).mapToDouble(i -> STREAM.beta(i, 3, 5)).toArray();
    double[] parallel = IntStream.range(0, MANY).parallel().mapToDouble(i -> STREAM.beta(i, 3, 5)).toArray();
    double[] backward = new double[MANY];
    for (int i = MANY - 1; i >= 0; i--) {
      backward[i] = Draws.seeded(42).of("vinh-long-2025").of("core").of(2024).beta(i, 3, 5);
    }
    assertThat(parallel).isEqualTo(forward);
    assertThat(backward).isEqualTo(forward);
  }

  @Test
  @DisplayName("The numbers behind a seed stay what they were when results were published")
  void numbersStay() {
    assertThat(STREAM.uniform(0)).isEqualTo(0.30385477721673737);
    assertThat(STREAM.normal(9_999)).isEqualTo(-1.30202138573762);
    assertThat(STREAM.gamma(7, 0.5)).isEqualTo(0.29560891077074464);
    assertThat(STREAM.beta(7, 2, 9)).isEqualTo(0.11502050644350736);
  }

  @Test
  @DisplayName("A draw allocates nothing")
  void allocatesNothing() {
    ErrorModel[] models = {ErrorModel.normal(1, 0.1), ErrorModel.truncatedNormal(0.1, 0.05, 0, 1),
        ErrorModel.lognormal(100, 0.2), ErrorModel.share(0.12, 0.01), ErrorModel.exactly(3)};
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double sum = total(models);
    long before = threads.getCurrentThreadAllocatedBytes();
    sum += total(models);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("bytes for %s", sum).isLessThan(MANY);
  }

  private static double total(ErrorModel[] models) {
    double sum = 0;
    for (int i = 0; i < MANY; i++) {
      for (ErrorModel model : models) {
        sum += model.draw(STREAM, i);
      }
    }
    return sum;
  }

  @Test
  @DisplayName("Error models have the mean, the deviation and the bounds that they were given")
  void errorModels() {
    assertThat(distance(new LogNormalDistribution(null, Math.log(100) - Math.log1p(0.04) / 2,
        Math.sqrt(Math.log1p(0.04))), i -> ErrorModel.lognormal(100, 0.2).draw(STREAM, i))).isLessThan(FARTHEST);
    DrawSummary share = summary(ErrorModel.share(0.12, 0.02));
    assertThat(share.mean()).isCloseTo(0.12, within(0.0006));
    assertThat(share.deviation()).isCloseTo(0.02, within(0.0006));
    DrawSummary lognormal = summary(ErrorModel.lognormal(100, 0.2));
    assertThat(lognormal.mean()).isCloseTo(100, within(0.6));
    assertThat(lognormal.deviation()).isCloseTo(20, within(0.6));
    assertThat(summary(ErrorModel.exactly(7))).isEqualTo(new DrawSummary(MANY, 7, 0, 7, 7, 7));
    assertThat(summary(ErrorModel.normal(5, 0)).deviation()).isZero();
  }

  @Test
  @DisplayName("A truncated normal keeps within its bounds, and has the mean of its closed form, in the far tail too")
  void truncated() {
    checkTruncated(0, 1, -0.5, 2);
    checkTruncated(0, 1, 6, 100);
    checkTruncated(10, 2, -100, -4);
    checkTruncated(0.02, 0.05, 0, 1);
  }

  private static void checkTruncated(double mean, double deviation, double low, double high) {
    double[] draws = draws(i -> ErrorModel.truncatedNormal(mean, deviation, low, high).draw(STREAM, i));
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double a = (low - mean) / deviation;
    double b = (high - mean) / deviation;
    // The tail on the left keeps its digits; 1 - 1 on the right has none.
    double mass = a > 0 ? normal.cumulativeProbability(-a) - normal.cumulativeProbability(-b)
        : normal.cumulativeProbability(b) - normal.cumulativeProbability(a);
    double expected = mean + deviation * (normal.density(a) - normal.density(b)) / mass;
    assertThat(java.util.Arrays.stream(draws).allMatch(value -> value >= low && value <= high)).isTrue();
    assertThat(StableSum.mean(draws)).as("mean of %s to %s", low, high)
        .isCloseTo(expected, within(0.025 * deviation));
    assertThat(draws[0]).isNotEqualTo(draws[1]);
  }

  @Test
  @DisplayName("An error that no distribution has is refused with its numbers")
  void refusals() {
    assertThatThrownBy(() -> ErrorModel.share(0.1, 0.3)).isInstanceOf(MethodException.class)
        .hasMessageContaining("0.1").hasMessageContaining("0.3");
    assertThatThrownBy(() -> ErrorModel.share(1.2, 0.3)).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> ErrorModel.normal(1, -1)).isInstanceOf(MethodException.class)
        .hasMessageContaining("-1.0");
    assertThatThrownBy(() -> ErrorModel.normal(Double.NaN, 1)).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> ErrorModel.lognormal(-5, 0.1)).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> ErrorModel.truncatedNormal(0, 1, 50, 60)).isInstanceOf(MethodException.class)
        .hasMessageContaining("leave nothing");
    assertThatThrownBy(() -> ErrorModel.truncatedNormal(0, 1, 2, 1)).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> ErrorModel.truncatedNormal(5, 0, 1, 2)).isInstanceOf(MethodException.class);
  }

  private static DrawSummary summary(ErrorModel model) {
    return DrawSummary.of(draws(i -> model.draw(STREAM, i)), 0.95);
  }

  private static double distance(RealDistribution distribution, Draw draw) {
    return new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(distribution, draws(draw));
  }

  private static double[] draws(Draw draw) {
    double[] values = new double[MANY];
    for (int i = 0; i < MANY; i++) {
      values[i] = draw.at(i);
    }
    return values;
  }

  private static double correlation(double[] left, double[] right) {
    return new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(left, right);
  }

  private interface Draw {
    double at(long draw);
  }
}
