package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocationQuotientsTest {
  private static final List<Map<String, String>> EXAMPLE = VectorFile.rows("flq_worked_example_computed.csv");
  private static final LocationQuotients QUOTIENTS = new LocationQuotients(List.of("1", "2", "3", "4", "5", "6"),
      vector("a_region"), vector("b_nation"));

  @Test
  void theSimpleQuotientOfTheTextbookIsReproduced() {
    Map<String, String> row = VectorFile.rows("location_quotient_reat.csv").get(0);
    double industry = Double.parseDouble(row.get("industry_region"));
    double nation = Double.parseDouble(row.get("industry_nation"));
    LocationQuotients quotients = new LocationQuotients(List.of("industry", "others"),
        new double[] {industry, Double.parseDouble(row.get("total_region")) - industry},
        new double[] {nation, Double.parseDouble(row.get("total_nation")) - nation});
    assertThat(quotients.simple()[0]).isCloseTo(Double.parseDouble(row.get("location_quotient")), within(5e-8));
  }

  @Test
  void theWorkedExampleIsReproduced() {
    assertThat(QUOTIENTS.simple()).containsExactly(vector("SLQ"), within(1e-14));
    assertThat(QUOTIENTS.size(0.3)).isCloseTo(vector("lambda")[0], within(1e-14));
    assertMatrix(QUOTIENTS.flegg(0.3), matrix("FLQ"));
    assertMatrix(QUOTIENTS.augmentedFlegg(0.3), matrix("AFLQ"));
  }

  @Test
  void crossIndustryQuotientsHoldTheSimpleOnesOnTheDiagonal() {
    double[][] expected = matrix("CILQ");
    double[] simple = vector("SLQ");
    IntStream.range(0, 6).forEach(i -> expected[i][i] = simple[i]);
    assertMatrix(QUOTIENTS.crossIndustry(), expected);
  }

  @Test
  void withoutASizeFleggIsCrossIndustry() {
    assertThat(QUOTIENTS.flegg(0)).isDeepEqualTo(QUOTIENTS.crossIndustry());
  }

  @Test
  void theNationItselfHasQuotientsOfOne() {
    SplittableRandom random = new SplittableRandom(1997);
    double[] nation = random.doubles(7, 1, 100).toArray();
    LocationQuotients quotients = new LocationQuotients(List.of("a", "b", "c", "d", "e", "f", "g"), nation, nation);
    assertThat(quotients.size(0.25)).isEqualTo(1);
    assertThat(quotients.simple()).containsOnly(1);
    for (double[] row : quotients.flegg(0.25)) {
      assertThat(row).containsOnly(1);
    }
    assertThat(quotients.augmentedFlegg(0.25)).isDeepEqualTo(quotients.flegg(0.25));
  }

  @Test
  void anAbsentSupplierHasNoQuotientAndAnAbsentBuyerNoLimit() {
    LocationQuotients quotients = new LocationQuotients(List.of("a", "b", "c"), new double[] {0, 5, 0},
        new double[] {10, 20, 30});
    assertThat(quotients.flegg(0.3)[0]).containsOnly(0);
    assertThat(quotients.flegg(0.3)[1][0]).isInfinite();
    assertThat(quotients.flegg(0.3)[2][0]).isZero();
  }

  @Test
  void largerDeltasLeaveSmallerQuotients() {
    assertThat(QUOTIENTS.size(0.2)).isGreaterThan(QUOTIENTS.size(0.25));
    assertThat(QUOTIENTS.size(0.25)).isGreaterThan(QUOTIENTS.size(0.3));
  }

  @Test
  void mixedUpMeasuresAreRefused() {
    List<String> two = List.of("a", "b");
    assertThatThrownBy(() -> new LocationQuotients(two, new double[] {11, 1}, new double[] {10, 10}))
        .isInstanceOf(MethodException.class).hasMessageContaining("a is 11.0 in the region and 10.0 in the nation");
    assertThatThrownBy(() -> new LocationQuotients(two, new double[] {1, 0}, new double[] {10, 0}))
        .isInstanceOf(MethodException.class).hasMessageContaining("b is 0.0");
    assertThatThrownBy(() -> new LocationQuotients(two, new double[] {0, 0}, new double[] {10, 10}))
        .isInstanceOf(MethodException.class).hasMessageContaining("every industry of the region is 0");
    assertThatThrownBy(() -> new LocationQuotients(two, new double[] {1}, new double[] {10, 10}))
        .isInstanceOf(MethodException.class).hasMessageContaining("1 values of the region");
    assertThatThrownBy(() -> QUOTIENTS.size(1)).isInstanceOf(MethodException.class)
        .hasMessageContaining("delta is 1.0");
  }

  private static void assertMatrix(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("row %d", i + 1).containsExactly(expected[i], within(1e-13));
    }
  }

  private static double[] vector(String quantity) {
    return EXAMPLE.stream().filter(row -> row.get("quantity").equals(quantity))
        .mapToDouble(row -> Double.parseDouble(row.get("value"))).toArray();
  }

  private static double[][] matrix(String quantity) {
    return VectorFile.matrix(EXAMPLE.stream().filter(row -> row.get("quantity").equals(quantity)).toList(), "i", "j",
        "value");
  }
}
