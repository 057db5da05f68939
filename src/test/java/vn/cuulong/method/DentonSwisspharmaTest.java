package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Denton, both starts, both forms, orders 0 to 2, with and without an indicator, against the R package tempdisagg. */
class DentonSwisspharmaTest {
  private static final List<Map<String, String>> PATHS =
      VectorFile.rows("swisspharma_reference_tempdisagg_0.24.1.csv");

  static Stream<String> columns() {
    return published().map(row -> row.get("column"));
  }

  private static Stream<Map<String, String>> published() {
    return VectorFile.rows("swisspharma_reference_parameters_0.24.1.csv").stream()
        .filter(row -> row.get("method").startsWith("denton"));
  }

  @Test
  void allTwentyFourPublishedVariantsAreRead() {
    assertThat(published()).hasSize(24);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void thePathIsThePublishedOne(String column) {
    Map<String, String> published = published().filter(row -> row.get("column").equals(column))
        .findFirst().orElseThrow();
    Denton denton = new Denton(
        published.get("criterion").equals("additive") ? Denton.Form.ADDITIVE : Denton.Form.PROPORTIONAL,
        Integer.parseInt(published.get("h")),
        published.get("method").equals("denton") ? Denton.Start.FROM_ZERO : Denton.Start.FREE, false);
    // Without an indicator R knows only the quarters of the benchmarks.
    boolean alone = published.get("formula").equals("sales.a ~ 1");
    double[] path = alone ? denton.benchmark(ones(), Aggregation.sums(144, 36, 4), Swisspharma.sales()).values()
        : denton.benchmark(Swisspharma.exports(), Swisspharma.YEARS, Swisspharma.sales()).values();
    double[] expected = PATHS.stream().map(row -> row.get(column)).filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble).toArray();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(path).containsExactly(expected, within(1e-8 * largest));
  }

  private static double[] ones() {
    double[] ones = new double[144];
    Arrays.fill(ones, 1);
    return ones;
  }
}
