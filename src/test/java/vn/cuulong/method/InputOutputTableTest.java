package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InputOutputTableTest {
  private static final long SEED = 2012;
  private static final double[] NONE = {0, 0};

  @Test
  void theDomesticTableAddsUp() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      InputOutputTable table = PublishedTables.random(random, 2 + random.nextInt(20)).domestic();
      assertThat(table.isDomestic()).isTrue();
      double[] used = Leontief.times(table.coefficients(), table.output());
      double[] demand = table.allFinalDemand();
      for (int i = 0; i < used.length; i++) {
        assertThat(used[i] + demand[i]).as("seed %d round %d industry %d", SEED, round, i)
            .isCloseTo(table.output()[i], within(1e-9 * table.output()[i]));
      }
    }
  }

  @Test
  void importsAreTakenOffEveryUseInTheirShareOfSupplyButNotOffExports() {
    // Supply to domestic uses of "a" is 100 + 50 - 20 = 130, of which 50 are imports.
    InputOutputTable table = new InputOutputTable(List.of("a", "b"), new double[][] {{26, 52}, {30, 40}},
        new double[] {52, 130}, new double[] {20, 0}, new double[] {50, 0}, NONE, new double[] {44, 108},
        new double[] {100, 200});
    InputOutputTable domestic = table.domestic();
    assertThat(table.importShares()).containsExactly(new double[] {50.0 / 130, 0}, within(1e-15));
    assertThat(domestic.flows()[0]).containsExactly(new double[] {16, 32}, within(1e-12));
    assertThat(domestic.flows()[1]).containsExactly(30, 40);
    assertThat(domestic.allFinalDemand()).containsExactly(new double[] {52, 130}, within(1e-12));
    assertThat(domestic.otherInputs()).containsExactly(new double[] {10, 20}, within(1e-12));
    assertThat(domestic.domestic()).isSameAs(domestic);
  }

  @Test
  void reExportsAreRefused() {
    InputOutputTable table = new InputOutputTable(List.of("a"), new double[][] {{10}}, new double[] {15},
        new double[] {120}, new double[] {45}, new double[] {0}, new double[] {90}, new double[] {100});
    assertThatThrownBy(table::domestic).isInstanceOf(MethodException.class).hasMessageContaining("sent on");
  }

  @Test
  void industriesAreKeptInTheOrderOfTheirCodes() {
    InputOutputTable table = PublishedTables.millerBlair();
    InputOutputTable shuffled = PublishedTables.shuffled(table, new int[] {1, 0});
    assertThat(shuffled.industries()).containsExactly("1", "2");
    assertThat(shuffled.flows()).isDeepEqualTo(table.flows());
    assertThat(shuffled.indexOf("2")).isEqualTo(1);
    assertThatThrownBy(() -> table.indexOf("3")).isInstanceOf(MethodException.class).hasMessageContaining("1, 2");
  }

  @Test
  void aRoundedTableIsClosedInFinalDemandAndOtherInputs() {
    double[][] flows = {{150.2, 499.9}, {200, 100}};
    double[] demand = {350, 1700};
    double[] output = {1000, 2000};
    double[] valueAdded = {650, 1400};
    InputOutputTable table = InputOutputTable.closing(List.of("1", "2"), flows, demand, NONE, NONE, NONE, valueAdded,
        output, 1e-3);
    assertThat(table.finalDemand()).containsExactly(new double[] {349.9, 1700}, within(1e-9));
    assertThat(table.otherInputs()).containsExactly(new double[] {-0.2, 0.1}, within(1e-9));
    assertThatThrownBy(() -> InputOutputTable.closing(List.of("1", "2"), flows, demand, NONE, NONE, NONE, valueAdded,
        output, 1e-5)).isInstanceOf(MethodException.class).hasMessageContaining("the row of 1 misses its output");
  }

  @Test
  void aTableInAnotherUnitThanItsOutputIsRefused() {
    InputOutputTable table = PublishedTables.millerBlair();
    assertThatThrownBy(() -> new InputOutputTable(table.industries(), table.flows(), table.finalDemand(), NONE, NONE,
        NONE, table.valueAdded(), Shuffle.times(table.output(), 1000))).isInstanceOf(MethodException.class)
        .hasMessageContaining("misses its output").hasMessageContaining("Check the unit");
  }

  @Test
  void whatCannotBeATableIsRefusedByName() {
    double[] one = {1, 1};
    assertRefused("different codes", List.of("a", "a"), new double[][] {{0, 0}, {0, 0}}, one, NONE, one);
    assertRefused("different codes", List.of("a", "b"), new double[][] {{0, 0}}, one, NONE, one);
    assertRefused("finite", List.of("a", "b"), new double[][] {{0, Double.NaN}, {0, 0}}, one, NONE, one);
    assertRefused("the output of b is 0.0", List.of("a", "b"), new double[][] {{0, 0}, {0, 0}}, one, NONE,
        new double[] {1, 0});
    assertRefused("exports of -1.0", List.of("a", "b"), new double[][] {{0, 0}, {0, 0}}, one, new double[] {-1, 0},
        one);
    assertRefused("flow from b to a is -1.0", List.of("a", "b"), new double[][] {{0, 0}, {-1, 0}}, one, NONE, one);
  }

  @Test
  void anotherUnitChangesOnlyTheScale() {
    InputOutputTable table = PublishedTables.random(new SplittableRandom(SEED), 9);
    for (double unit : new double[] {1e-13, 1e13}) {
      double[] scaled = PublishedTables.times(table, unit).domestic().allFinalDemand();
      double[] expected = table.domestic().allFinalDemand();
      for (int i = 0; i < 9; i++) {
        assertThat(scaled[i] / unit).isCloseTo(expected[i], within(1e-9 * Arrays.stream(expected).max().orElseThrow()));
      }
    }
  }

  private static void assertRefused(String reason, List<String> codes, double[][] flows, double[] demand,
      double[] exports, double[] output) {
    assertThatThrownBy(() -> new InputOutputTable(codes, flows, demand, exports, NONE, NONE, output, output))
        .isInstanceOf(MethodException.class).hasMessageContaining(reason);
  }
}
