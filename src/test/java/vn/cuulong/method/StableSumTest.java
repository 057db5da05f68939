package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StableSumTest {
  private static final long SEED = 20260101;

  @Test
  void anyOrderGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      double[] values = values(random, 1 + random.nextInt(200));
      double[] shuffled = Shuffle.apply(values, Shuffle.order(values.length, random));
      assertThat(StableSum.of(shuffled)).as("seed %d round %d", SEED, round).isEqualTo(StableSum.of(values));
    }
  }

  @Test
  void theSumIsRoundedAboutOnce() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      double[] values = values(random, 1 + random.nextInt(200));
      double exact = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)
          .doubleValue();
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      assertThat(StableSum.of(values)).as("seed %d round %d", SEED, round)
          .isCloseTo(exact, within(Math.ulp(exact) + largest * 0x1p-85));
    }
  }

  @Test
  void whatCancelsLeavesTheSmallTerm() {
    assertThat(StableSum.of(1e16, 1, -1e16)).isEqualTo(1);
    assertThat(StableSum.of(0.1, 0.2, 0.3, -0.3, -0.2, -0.1)).isZero();
  }

  @Test
  void nothingAddsToZeroAndWhatIsNoNumberStaysSo() {
    assertThat(StableSum.of()).isZero();
    assertThat(StableSum.of(1, Double.NaN)).isNaN();
    assertThat(StableSum.of(1, Double.POSITIVE_INFINITY)).isInfinite();
  }

  @Test
  void aPowerOfTwoGoesThroughTheSumUnchanged() {
    double[] values = values(new SplittableRandom(SEED), 77);
    assertThat(StableSum.of(Shuffle.times(values, 0x1p-43))).isEqualTo(StableSum.of(values) * 0x1p-43);
  }

  /** Values of very different size and sign. */
  private static double[] values(SplittableRandom random, int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9)));
    return values;
  }
}
