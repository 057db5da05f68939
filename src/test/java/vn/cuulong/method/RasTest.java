package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RasTest {
  private static final long SEED = 20250701;
  private static final double[][] TABLE = {{8, 4, 6, 7}, {3, 6, 5, 2}, {9, 11, 3, 1}};
  private static final double[] ROWS = {20, 18, 22};
  private static final double[] COLUMNS = {18, 16, 12, 14};

  @Test
  void thePublishedExampleIsReproduced() {
    List<Map<String, String>> vector = VectorFile.rows("ipf_ipfn_2d.csv");
    double[] rows = new double[3];
    double[] columns = new double[4];
    vector.forEach(cell -> rows[Integer.parseInt(cell.get("i")) - 1] = Double.parseDouble(cell.get("row_total")));
    vector.forEach(cell -> columns[Integer.parseInt(cell.get("j")) - 1] = Double.parseDouble(cell.get("col_total")));
    double[][] expected = VectorFile.matrix(vector, "i", "j", "cell");
    double[][] balanced = Ras.balance(VectorFile.matrix(vector, "i", "j", "seed"), rows, columns).matrix(4);
    for (int i = 0; i < 3; i++) {
      assertThat(balanced[i]).as("row %d", i + 1).containsExactly(expected[i], within(1e-11));
    }
  }

  @Test
  void aTableThatMeetsItsMarginsIsReturnedToTheBit() {
    Ras.Balanced once = Ras.balance(TABLE, ROWS, COLUMNS);
    Ras.Balanced twice = Ras.balance(once.matrix(4), ROWS, COLUMNS);
    assertThat(twice.cells()).isEqualTo(once.cells());
    assertThat(twice.rounds()).isZero();
    assertThat(once.rounds()).isPositive();
    assertThat(once.largestDifference()).isLessThanOrEqualTo(Ras.TOLERANCE);
  }

  @Test
  void rescalingRowsAndColumnsOfTheSeedChangesNothing() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] expected = Ras.balance(TABLE, ROWS, COLUMNS).cells();
    for (int round = 0; round < 50; round++) {
      double[][] seed = new double[3][4];
      double[] r = random.doubles(3, 0.01, 100).toArray();
      double[] s = random.doubles(4, 0.01, 100).toArray();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 4; j++) {
          seed[i][j] = TABLE[i][j] * r[i] * s[j];
        }
      }
      assertThat(Ras.balance(seed, ROWS, COLUMNS).cells()).as("seed %d round %d", SEED, round)
          .containsExactly(expected, within(1e-9));
    }
  }

  @Test
  void anyOrderOfRowsAndColumnsGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] expected = Ras.balance(TABLE, ROWS, COLUMNS).matrix(4);
    for (int round = 0; round < 50; round++) {
      int[] rows = Shuffle.order(3, random);
      int[] columns = Shuffle.order(4, random);
      double[][] balanced = Ras.balance(Shuffle.apply(TABLE, rows, columns), Shuffle.apply(ROWS, rows),
          Shuffle.apply(COLUMNS, columns)).matrix(4);
      assertThat(balanced).as("seed %d round %d", SEED, round)
          .isDeepEqualTo(Shuffle.apply(expected, rows, columns));
    }
  }

  @Test
  void verySmallAndVeryLargeUnitsChangeOnlyTheScale() {
    double[] expected = Ras.balance(TABLE, ROWS, COLUMNS).cells();
    for (double unit : new double[] {1e-13, 1e13}) {
      double[] scaled = Ras.balance(Shuffle.times(TABLE, unit), Shuffle.times(ROWS, unit),
          Shuffle.times(COLUMNS, unit)).cells();
      assertThat(Shuffle.times(scaled, 1 / unit)).containsExactly(expected, within(1e-11));
    }
  }

  @Test
  void zerosStayZeroAndZeroTotalsClearTheirCells() {
    double[][] seed = {{0, 4, 6}, {3, 0, 5}, {2, 2, 2}};
    double[][] balanced = Ras.balance(seed, new double[] {10, 8, 0}, new double[] {5, 6, 7}).matrix(3);
    assertThat(balanced[0][0]).isZero();
    assertThat(balanced[1][1]).isZero();
    assertThat(balanced[2]).containsOnly(0);
    assertThat(balanced[1][0]).isCloseTo(5, within(1e-11));
  }

  @Test
  void theResultKeepsTheCrossRatiosOfItsSeed() {
    double[][] balanced = Ras.balance(TABLE, ROWS, COLUMNS).matrix(4);
    assertThat(balanced[0][0] * balanced[1][1] / (balanced[0][1] * balanced[1][0]))
        .isCloseTo(8.0 * 6 / (4 * 3), within(1e-10));
  }

  @Test
  void threeMarginsAreMetTogether() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] seed = random.doubles(24, 1, 10).toArray();
    double[] truth = random.doubles(24, 1, 10).toArray();
    int[] region = new int[24];
    int[] industry = new int[24];
    int[] quarter = new int[24];
    for (int cell = 0; cell < 24; cell++) {
      region[cell] = cell / 8;
      industry[cell] = region[cell] * 2 + cell / 4 % 2;
      quarter[cell] = region[cell] * 4 + cell % 4;
    }
    List<Margin> margins = List.of(margin("industry", industry, 6, truth), margin("quarter", quarter, 12, truth),
        margin("region", region, 3, truth));
    double[] cells = Ras.balance(seed, margins).cells();
    for (Margin margin : margins) {
      for (int group = 0; group < margin.totals().length; group++) {
        double sum = Arrays.stream(margin.members()[group]).mapToDouble(cell -> cells[cell]).sum();
        assertThat(sum).as(margin.labelled(group)).isCloseTo(margin.totals()[group], within(1e-9));
      }
    }
  }

  @Test
  void aFreeRowTakesWhatTheColumnsLeave() {
    Margin rows = Margin.of("province", List.of("Vĩnh Long"), new int[] {0, 0, -1, -1}, new double[] {3});
    Ras.Balanced balanced = Ras.balance(new double[] {1, 1, 4, 2},
        List.of(rows, Margin.columns(2, new double[] {8, 5})));
    assertThat(balanced.cells()[0] + balanced.cells()[1]).isCloseTo(3, within(1e-10));
    assertThat(balanced.cells()[0] + balanced.cells()[2]).isCloseTo(8, within(1e-10));
    assertThat(balanced.cells()[2] + balanced.cells()[3]).isCloseTo(10, within(1e-10));
  }

  @Test
  void aZeroRowWithATotalIsRefusedByName() {
    assertThatThrownBy(() -> Ras.balance(new double[][] {{0, 0}, {1, 1}}, new double[] {1, 1}, new double[] {1, 1}))
        .isInstanceOf(MethodException.class).hasMessageContaining("row 1 has to add to 1.0")
        .hasMessageContaining("zero in the seed");
    assertThatThrownBy(() -> Ras.balance(new double[][] {{1, 0}, {1, 1}}, new double[] {1, 1}, new double[] {0, 2}))
        .isInstanceOf(MethodException.class).hasMessageContaining("row 1")
        .hasMessageContaining("other margins with total 0");
  }

  @Test
  void marginsThatDisagreeAreRefusedWithBothTotals() {
    assertThatThrownBy(() -> Ras.balance(TABLE, ROWS, new double[] {18, 16, 12, 13}))
        .isInstanceOf(MethodException.class).hasMessageContaining("60.0").hasMessageContaining("59.0");
  }

  @Test
  void blocksThatDisagreeAreRefusedThoughTheGrandTotalsAgree() {
    assertThatThrownBy(() -> Ras.balance(new double[][] {{1, 0}, {0, 1}}, new double[] {2, 3}, new double[] {3, 2}))
        .isInstanceOf(MethodException.class).hasMessageContaining("The margins disagree")
        .hasMessageContaining("2.0").hasMessageContaining("3.0");
  }

  @Test
  void zerosThatLeaveNoSolutionAreRefused() {
    double[][] seed = {{1, 0, 0}, {1, 0, 0}, {1, 1, 1}};
    assertThatThrownBy(() -> Ras.balance(seed, new double[] {2, 2, 2}, new double[] {1, 3, 2}))
        .isInstanceOf(MethodException.class).hasMessageContaining("the zeros of the seed leave no table");
  }

  @Test
  void negativeCellsAndTotalsAreRefused() {
    assertThatThrownBy(() -> Ras.balance(new double[][] {{-1, 2}}, new double[] {1}, new double[] {0.5, 0.5}))
        .isInstanceOf(MethodException.class).hasMessageContaining("cell 0 of the seed is -1.0");
    assertThatThrownBy(() -> Ras.balance(new double[][] {{1, 2}}, new double[] {Double.NaN}, new double[] {1, 2}))
        .isInstanceOf(MethodException.class).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Ras.balance(new double[][] {{1, 2}}, new double[] {1}, new double[] {1}))
        .isInstanceOf(MethodException.class).hasMessageContaining("shape");
  }

  private static Margin margin(String name, int[] group, int groups, double[] truth) {
    double[] totals = new double[groups];
    for (int cell = 0; cell < group.length; cell++) {
      totals[group[cell]] += truth[cell];
    }
    List<String> labels = IntStream.range(0, groups).mapToObj(Integer::toString).toList();
    return Margin.of(name, labels, group, totals);
  }
}
