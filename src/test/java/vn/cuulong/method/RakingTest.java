package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RakingTest {
  private static final long SEED = 20241231;

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void thePublishedExamplesAreReproduced(String example) {
    List<Map<String, String>> rows = VectorFile.rows("raking_gseries.csv").stream()
        .filter(row -> row.get("example").equals(example)).toList();
    double[] cells = numbers(rows, "initial");
    List<Raking.Total> totals = new ArrayList<>(totals(rows, "total_by_product",
        row -> row.get("series").split("_")[0]));
    if (example.equals("2")) {
      totals.addAll(totals(rows, "total_by_region", row -> row.get("series").split("_")[1]));
    } else {
      totals = List.of(Raking.Total.fixed("all", 40, 0, 1));
    }
    Raking.Raked raked = Raking.balance(cells, Raking.variances(cells, numbers(rows, "alterability")), totals);
    assertThat(raked.cells()).containsExactly(numbers(rows, "expected_published"), within(5e-6));
    assertThat(raked.path()).isEqualTo(Raking.Path.LEAST_SQUARES);
  }

  @Test
  void aFixedCellStaysToTheBitAndRedundantTotalsAreMet() {
    double[] cells = {12, 14, 13, 20, 20, 24};
    Raking.Raked raked = Raking.balance(cells, Raking.variances(cells, new double[] {1, 1, 1, 1, 0, 1}), twoWay());
    assertThat(raked.cells()[4]).isEqualTo(20);
    assertThat(raked.largestDifference()).isLessThan(1e-14);
    assertThat(raked.largestMove()).isCloseTo(24 - 17.31298, within(1e-5));
  }

  @Test
  void cellsThatAlreadyAddUpAreLeftAlone() {
    double[] cells = {10, 20, 30, 40};
    List<Raking.Total> totals = List.of(Raking.Total.fixed("a", 30, 0, 1), Raking.Total.fixed("b", 60, 1, 3));
    assertThat(Raking.balance(cells, cells, totals).cells()).isEqualTo(cells);
  }

  @Test
  void aSoftTotalMovesByItsShareOfTheVariance() {
    double[] raked = Raking.balance(new double[] {10, 20}, new double[] {1, 2},
        List.of(new Raking.Total("published", new int[] {0, 1}, 36, 3))).cells();
    // Half of the variance is with the cells, so they take half of the gap of 6, one third and two thirds of it each.
    assertThat(raked).containsExactly(new double[] {11, 22}, within(1e-12));
  }

  @Test
  void aCellThatWouldTurnNegativeIsHeldAtZeroAndTheResultSaysSo() {
    double[] cells = {1, 10, 10, 10};
    double[] variances = {50, 1, 1, 1};
    List<Raking.Total> totals = List.of(Raking.Total.fixed("row 1", 6, 0, 1), Raking.Total.fixed("row 2", 20, 2, 3));
    Raking.Raked raked = Raking.balance(cells, variances, totals);
    assertThat(raked.path()).isEqualTo(Raking.Path.BOUNDED);
    assertThat(raked.heldAtZero()).containsExactly(0);
    assertThat(raked.cells()).containsExactly(new double[] {0, 6, 10, 10}, within(1e-12));
  }

  @Test
  void aCellMayNotPassItsUpperLimit() {
    Raking.Raked raked = Raking.balance(new double[] {4, 4, 4}, new double[] {4, 4, 4}, new double[] {5, 100, 100},
        List.of(Raking.Total.fixed("all", 24, 0, 1, 2)));
    assertThat(raked.cells()).containsExactly(new double[] {5, 9.5, 9.5}, within(1e-12));
    assertThat(raked.heldAtUpper()).containsExactly(0);
    assertThat(raked.path()).isEqualTo(Raking.Path.BOUNDED);
  }

  @Test
  void withinLimitsNoOtherTableIsNearer() {
    SplittableRandom random = new SplittableRandom(SEED);
    int bounded = 0;
    for (int round = 0; round < 300; round++) {
      double[] cells = random.doubles(12, 0, 10).toArray();
      double[] variances = random.doubles(12, 0.1, 5).toArray();
      double[] inside = random.doubles(12, 0, 1).map(u -> u < 0.5 ? 0 : 12 * u).toArray();
      double[] upper = Arrays.stream(inside).map(value -> value + 3).toArray();
      List<Raking.Total> totals = tableTotals(inside);
      Raking.Raked raked = Raking.balance(cells, variances, upper, totals);
      bounded += raked.path() == Raking.Path.BOUNDED ? 1 : 0;
      assertThat(squares(raked.cells(), cells, variances)).as("seed %d round %d", SEED, round)
          .isLessThanOrEqualTo(squares(inside, cells, variances) + 1e-9);
      // A step towards any other feasible table does not come nearer: the condition of a minimum of a convex function.
      double[] step = new double[12];
      Arrays.setAll(step, i -> raked.cells()[i] + 1e-4 * (inside[i] - raked.cells()[i]));
      assertThat(squares(step, cells, variances)).as("seed %d round %d", SEED, round)
          .isGreaterThanOrEqualTo(squares(raked.cells(), cells, variances) - 1e-9);
      for (int i = 0; i < 12; i++) {
        assertThat(raked.cells()[i]).as("seed %d round %d", SEED, round).isBetween(0.0, upper[i]);
      }
    }
    assertThat(bounded).isGreaterThan(100);
  }

  @Test
  void anyOrderOfCellsAndTotalsGivesTheSameBits() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] cells = random.doubles(12, 0, 10).toArray();
    double[] variances = random.doubles(12, 0.1, 50).toArray();
    List<Raking.Total> totals = tableTotals(random.doubles(12, 0, 10).toArray());
    double[] expected = Raking.balance(cells, variances, totals).cells();
    for (int round = 0; round < 50; round++) {
      int[] order = Shuffle.order(12, random);
      int[] placeOf = new int[12];
      IntStream.range(0, 12).forEach(place -> placeOf[order[place]] = place);
      List<Raking.Total> moved = IntStream.of(Shuffle.order(totals.size(), random)).mapToObj(totals::get)
          .map(total -> Raking.Total.fixed(total.name(), total.value(),
              IntStream.of(total.cells()).map(cell -> placeOf[cell]).toArray())).toList();
      double[] raked = Raking.balance(Shuffle.apply(cells, order), Shuffle.apply(variances, order), moved).cells();
      assertThat(raked).as("seed %d round %d", SEED, round).isEqualTo(Shuffle.apply(expected, order));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1e13})
  void verySmallAndVeryLargeUnitsChangeOnlyTheScale(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20; round++) {
      double[] alterability = random.doubles(12, 0, 3).map(c -> c < 0.5 ? 0 : c).toArray();
      double[] truth = random.doubles(12, 0, 8).toArray();
      double[] cells = new double[12];
      Arrays.setAll(cells, i -> alterability[i] == 0 ? truth[i] : random.nextDouble(8));
      double[] expected = Raking.balance(cells, Raking.variances(cells, alterability), tableTotals(truth)).cells();
      double[] scaled = Shuffle.times(cells, unit);
      double[] raked = Raking.balance(scaled, Raking.variances(scaled, alterability),
          tableTotals(Shuffle.times(truth, unit))).cells();
      assertThat(Shuffle.times(raked, 1 / unit)).as("seed %d round %d", SEED, round)
          .containsExactly(expected, within(1e-10));
    }
  }

  @Test
  void fixedCellsThatMissTheirTotalAreRefusedByName() {
    assertThatThrownBy(() -> Raking.balance(new double[] {1, 2}, new double[] {0, 0},
        List.of(Raking.Total.fixed("Cà Mau", 4, 0, 1)))).isInstanceOf(MethodException.class)
        .hasMessageContaining("Cà Mau has to be 4.0 but its cells add to 3.0");
  }

  @Test
  void fixedTotalsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> Raking.balance(new double[] {1, 2}, new double[] {1, 2},
        List.of(Raking.Total.fixed("a", 4, 0, 1), Raking.Total.fixed("b", 5, 0, 1))))
        .isInstanceOf(MethodException.class).hasMessageContaining("contradict");
  }

  @Test
  void aTotalBeyondTheLimitsOfItsCellsIsRefused() {
    assertThatThrownBy(() -> Raking.balance(new double[] {1, 2}, new double[] {1, 2}, new double[] {3, 3},
        List.of(Raking.Total.fixed("a", 7, 0, 1)))).isInstanceOf(MethodException.class)
        .hasMessageContaining("at their limits");
  }

  @Test
  void whatIsNoNumberOrNamedTwiceIsRefused() {
    Raking.Total total = Raking.Total.fixed("a", 4, 0, 1);
    assertThatThrownBy(() -> Raking.balance(new double[] {1, -2}, new double[] {1, 1}, List.of(total)))
        .isInstanceOf(MethodException.class).hasMessageContaining("cell 1 is -2.0");
    assertThatThrownBy(() -> Raking.balance(new double[] {1, 2}, new double[] {1, 1}, List.of(total, total)))
        .isInstanceOf(MethodException.class).hasMessageContaining("two totals are named a");
    assertThatThrownBy(() -> Raking.balance(new double[] {1, 2}, new double[] {1, 1},
        List.of(Raking.Total.fixed("a", 4, 1, 1)))).isInstanceOf(MethodException.class).hasMessageContaining("once");
  }

  private static List<Raking.Total> twoWay() {
    return List.of(Raking.Total.fixed("cars", 40, 0, 1, 2), Raking.Total.fixed("vans", 53, 3, 4, 5),
        Raking.Total.fixed("alb", 30, 0, 3), Raking.Total.fixed("sask", 31, 1, 4), Raking.Total.fixed("man", 32, 2, 5));
  }

  /** Row and column totals of a 3 x 4 table. */
  private static List<Raking.Total> tableTotals(double[] table) {
    List<Raking.Total> totals = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      int first = 4 * row;
      totals.add(total("row " + row, table, first, first + 1, first + 2, first + 3));
    }
    for (int column = 0; column < 4; column++) {
      totals.add(total("column " + column, table, column, column + 4, column + 8));
    }
    return totals;
  }

  private static Raking.Total total(String name, double[] table, int... cells) {
    return Raking.Total.fixed(name, IntStream.of(cells).mapToDouble(cell -> table[cell]).sum(), cells);
  }

  private static List<Raking.Total> totals(List<Map<String, String>> rows, String column,
      Function<Map<String, String>, String> name) {
    TreeMap<String, List<Integer>> cells = new TreeMap<>();
    TreeMap<String, Double> values = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.computeIfAbsent(name.apply(rows.get(i)), any -> new ArrayList<>()).add(i);
      values.put(name.apply(rows.get(i)), Double.valueOf(rows.get(i).get(column)));
    }
    return cells.entrySet().stream().map(entry -> Raking.Total.fixed(entry.getKey(), values.get(entry.getKey()),
        entry.getValue().stream().mapToInt(Integer::intValue).toArray())).toList();
  }

  private static double[] numbers(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }

  private static double squares(double[] values, double[] cells, double[] variances) {
    return IntStream.range(0, cells.length).mapToDouble(i -> Math.pow(values[i] - cells[i], 2) / variances[i]).sum();
  }
}
