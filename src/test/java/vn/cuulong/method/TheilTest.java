package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TheilTest {
  private static final long SEED = 1967;
  /** The published figures are printed to eight decimals. */
  private static final double EIGHT_DECIMALS = 5.1e-9;

  @Test
  @DisplayName("Income of the Mexican states: total, between and within regions as published, seven years")
  void mexico() {
    List<Map<String, String>> states = VectorFile.rows("theil_mexico_data.csv");
    String[] regions = states.stream().map(row -> row.get("hanson98_region")).toArray(String[]::new);
    List<Map<String, String>> years = VectorFile.rows("theil_mexico_expected.csv");
    assertThat(years).hasSize(7);
    for (Map<String, String> year : years) {
      double[] income = states.stream().mapToDouble(row -> number(row, "pcgdp" + year.get("year"))).toArray();
      Theil theil = Theil.split(income, regions);
      assertThat(theil.total()).as("%s", year).isCloseTo(number(year, "T_published"), within(EIGHT_DECIMALS));
      assertThat(theil.between()).isCloseTo(number(year, "between_published"), within(EIGHT_DECIMALS));
      assertThat(theil.within()).isCloseTo(number(year, "within_published"), within(EIGHT_DECIMALS));
      assertThat(theil.groups()).hasSize(5);
      if (!year.get("gini_published").isEmpty()) {
        assertThat(Inequality.gini(income)).isCloseTo(number(year, "gini_published"), within(1e-14));
      }
    }
  }

  @Test
  @DisplayName("Against weights, a unit of twice the size counts as two units")
  void weights() {
    double byUnits = Theil.of(new double[] {5, 5, 20, 8});
    assertThat(Theil.of(new double[] {10, 20, 8}, new double[] {2, 1, 1})).isCloseTo(byUnits, within(1e-15));
    // Values in proportion to their weights are equal per head.
    assertThat(Theil.of(new double[] {2, 6, 10}, new double[] {1, 3, 5})).isZero();
  }

  @Test
  @DisplayName("Between and within add up to the total; order, scale and a name of a group change nothing")
  void properties() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(40);
      double[] values = random.doubles(n, 0, 100).toArray();
      double[] weights = random.doubles(n, 0.1, 5).toArray();
      values[random.nextInt(n)] = round % 3 == 0 ? 0 : 50;
      String[] groups = random.ints(n, 0, 4).mapToObj(g -> "region " + g).toArray(String[]::new);
      Theil theil = Theil.split(values, weights, groups);
      assertThat(theil.between() + theil.within()).as("seed %d round %d", SEED, round)
          .isCloseTo(theil.total(), within(1e-13));
      assertThat(theil.total()).isBetween(0.0, Math.log(StableSum.of(weights) / 0.1));
      int[] order = Shuffle.order(n, random);
      assertThat(Theil.split(Shuffle.apply(values, order), Shuffle.apply(weights, order),
          Arrays.stream(order).mapToObj(i -> groups[i]).toArray(String[]::new))).isEqualTo(theil);
      for (double scale : new double[] {1e-13, 1e13}) {
        assertThat(Theil.of(Shuffle.times(values, scale), Shuffle.times(weights, 1 / scale)))
            .isCloseTo(theil.total(), within(1e-12));
      }
    }
  }

  @Test
  @DisplayName("Equal regions give exactly 0, and one region has nothing to be unequal to")
  void equal() {
    for (int n = 1; n < 64; n++) {
      double[] values = new double[n];
      Arrays.fill(values, 0.1 + n);
      assertThat(Theil.of(values)).as("%d equal units", n).isZero();
    }
  }

  @Test
  @DisplayName("What has no shares is refused: values below 0, all 0, no number, weights of 0")
  void refusals() {
    assertThatThrownBy(() -> Theil.of(new double[] {1, -2})).isInstanceOf(MethodException.class)
        .hasMessageContaining("-2.0");
    assertThatThrownBy(() -> Theil.of(new double[] {0, 0})).isInstanceOf(MethodException.class)
        .hasMessageContaining("all values are 0");
    assertThatThrownBy(() -> Theil.of(new double[] {1, Double.NaN})).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> Theil.of(new double[0])).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> Theil.of(new double[] {1, 2}, new double[] {1, 0})).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> Theil.of(new double[] {1, 2}, new double[] {1})).isInstanceOf(MethodException.class);
    assertThatThrownBy(() -> Theil.split(new double[] {1, 2}, new String[] {"a"}))
        .isInstanceOf(MethodException.class);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
