package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RankProbabilitiesTest {
  private static final long SEED = 12;

  @Test
  @DisplayName("Ranks are counted draw by draw; a tie is half a win each, and shares its ranks")
  void counted() {
    RankProbabilities ranks = RankProbabilities.of(new double[][] {{5, 1, 3, 4}, {2, 2, 3, 1}, {1, 3, 3, 0}}, true);
    assertThat(ranks.outranks()[0]).containsExactly(0, (1 + 0 + 0.5 + 1) / 4, (1 + 0 + 0.5 + 1) / 4);
    assertThat(ranks.outranks()[1]).containsExactly((0 + 1 + 0.5 + 0) / 4, 0, (1 + 0 + 0.5 + 1) / 4);
    assertThat(ranks.rank()[0]).usingComparatorWithPrecision(1e-15)
        .containsExactly((1 + 0 + 1 / 3.0 + 1) / 4, 1 / 12.0, (1 + 1 / 3.0) / 4);
    assertThat(ranks.meanRank(0)).isCloseTo((1 + 3 + 2 + 1) / 4.0, within(1e-15));
    assertThat(ranks.amongFirst(0, 2)).isCloseTo((1 + 0 + 2 / 3.0 + 1) / 4, within(1e-15));
    assertThat(ranks.rankAt(0, 0.5)).isEqualTo(1);
    assertThat(ranks.rankAt(0, 0.975)).isEqualTo(3);
  }

  @Test
  @DisplayName("Of two normal estimates one stands first as often as the closed form says")
  void closedForm() {
    int many = 20_000;
    double[][] draws = new double[2][many];
    for (int d = 0; d < many; d++) {
      draws[0][d] = 12 + 0.8 * Draws.seeded(SEED).of("a").normal(d);
      draws[1][d] = 11 + 0.6 * Draws.seeded(SEED).of("b").normal(d);
    }
    assertThat(RankProbabilities.of(draws, true).outranks()[0][1])
        .isCloseTo(StandardNormal.probability(1 / Math.hypot(0.8, 0.6)), within(0.01));
    assertThat(RankProbabilities.of(draws, false).outranks()[1][0])
        .isEqualTo(RankProbabilities.of(draws, true).outranks()[0][1]);
  }

  @Test
  @DisplayName("Every unit has some rank, every rank some unit, and the order of draws changes no bit")
  void doublyStochastic() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] draws = new double[9][300];
    for (double[] unit : draws) {
      for (int d = 0; d < unit.length; d++) {
        unit[d] = random.nextInt(12);
      }
    }
    RankProbabilities ranks = RankProbabilities.of(draws, true);
    for (int i = 0; i < 9; i++) {
      assertThat(StableSum.of(ranks.rank()[i])).isCloseTo(1, within(1e-12));
      double column = 0;
      for (int unit = 0; unit < 9; unit++) {
        column += ranks.rank()[unit][i];
        assertThat(unit == i ? 1 : ranks.outranks()[unit][i] + ranks.outranks()[i][unit]).isEqualTo(1);
      }
      assertThat(column).isCloseTo(1, within(1e-12));
    }
    int[] order = Shuffle.order(300, random);
    double[][] moved = new double[9][];
    for (int unit = 0; unit < 9; unit++) {
      moved[unit] = Shuffle.apply(draws[unit], order);
    }
    assertThat(RankProbabilities.of(moved, true)).isEqualTo(ranks);
  }

  @Test
  @DisplayName("Draws that do not belong together are refused")
  void refusals() {
    assertThatThrownBy(() -> RankProbabilities.of(new double[][] {{1, 2}, {1}}, true))
        .isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> RankProbabilities.of(new double[][] {{1, 2}}, true)).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> RankProbabilities.of(new double[][] {{1, Double.NaN}, {1, 2}}, true))
        .isInstanceOf(MethodException.class);
  }
}
