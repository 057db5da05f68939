package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeontiefTest {
  private static final List<Map<String, String>> MILLER_BLAIR = VectorFile.rows("io_miller_blair_ch2.csv");

  @Test
  void coefficientsAndInverseOfMillerAndBlairAreReproduced() {
    InputOutputTable table = PublishedTables.millerBlair();
    assertRows(table.coefficients(), PublishedTables.matrix(MILLER_BLAIR, "A"), 1e-15);
    assertRows(inverse(table), PublishedTables.matrix(MILLER_BLAIR, "L"), 5e-9);
  }

  @Test
  void newFinalDemandNeedsThePublishedOutput() {
    double[] output = Leontief.times(inverse(PublishedTables.millerBlair()), new double[] {600, 1500});
    assertThat(output).containsExactly(PublishedTables.vector(MILLER_BLAIR, "x_for_demand_600_1500"), within(0.05));
  }

  @Test
  void theInverseOfTwoRegionsIsReproduced() {
    InputOutputTable table = PublishedTables.twoRegions();
    double[][] inverse = inverse(table);
    VectorFile.rows("io_small_mrio_pymrio.csv").stream().filter(row -> row.get("matrix").equals("L_published"))
        .forEach(row -> assertThat(inverse[table.indexOf(row.get("row"))][table.indexOf(row.get("col"))])
            .as("%s to %s", row.get("row"), row.get("col"))
            .isCloseTo(Double.parseDouble(row.get("value")), within(1e-13)));
  }

  @Test
  void theContentOfValueAddedAddsToValueAddedByRowAndToFinalDemandByColumn() {
    InputOutputTable table = PublishedTables.millerBlair();
    double[][] content = Leontief.valueAddedContent(table.valueAddedShares(), inverse(table), table.finalDemand());
    assertRows(content, PublishedTables.matrix(MILLER_BLAIR, "VA_content_matrix_vLf"), 1e-10);
    assertThat(content[0][0] + content[0][1]).isCloseTo(650, within(1e-10));
    assertThat(content[0][1] + content[1][1]).isCloseTo(1700, within(1e-10));
  }

  @Test
  void industriesThatUseMoreThanTheyMakeAreRefused() {
    assertThatThrownBy(() -> Leontief.inverse(new double[][] {{0.6, 0.7}, {0.8, 0.5}}, List.of("a", "b")))
        .isInstanceOf(MethodException.class).hasMessageContaining("use more than they make");
    assertThatThrownBy(() -> Leontief.inverse(new double[][] {{0.5, 0.5}, {0.5, 0.5}}, List.of("a", "b")))
        .isInstanceOf(MethodException.class).hasMessageContaining("singular");
  }

  private static double[][] inverse(InputOutputTable table) {
    return Leontief.inverse(table.coefficients(), table.industries());
  }

  private static void assertRows(double[][] actual, double[][] expected, double tolerance) {
    assertThat(actual.length).isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("row %d of %s", i, Arrays.deepToString(actual))
          .containsExactly(expected[i], within(tolerance));
    }
  }
}
