package vn.cuulong.method;

import java.util.List;
import java.util.Map;

/** The example of the R package tempdisagg: sales of 36 years, exports and imports of 158 quarters around them. */
final class Swisspharma {
  static final int QUARTERS = 158;
  /** 1972 to 1974 lie before the first year, two quarters of 2011 after the last. */
  static final Aggregation YEARS = Aggregation.regular(QUARTERS, 36, 4, 12, Aggregation.Kind.SUM);

  private Swisspharma() {
  }

  static double[] sales() {
    return column("swisspharma_sales_annual.csv", "sales_a");
  }

  static double[] exports() {
    return column("swisspharma_quarterly_inputs.csv", "exports_q");
  }

  static double[] imports() {
    return column("swisspharma_quarterly_inputs.csv", "imports_q");
  }

  static double[] column(String file, String name) {
    return VectorFile.rows(file).stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  /** The row of a file of parameters. */
  static Map<String, String> parameters(String file, String key, String value) {
    List<Map<String, String>> rows = VectorFile.rows(file).stream().filter(row -> row.get(key).equals(value)).toList();
    return rows.get(0);
  }
}
