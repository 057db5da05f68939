package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A ratio of two columns that stand beside it in the row.
 *
 * @param name the column of the ratio
 * @param numerator the column above
 * @param denominator the column below
 */
record Ratio(String name, String numerator, String denominator) {

  /** Rows with these ratios. */
  static Dataset<Row> add(Dataset<Row> rows, List<Ratio> ratios) {
    Map<String, Column> columns = new LinkedHashMap<>();
    ratios.forEach(ratio -> columns.put(ratio.name(), of(col(ratio.numerator()), col(ratio.denominator()))));
    return rows.withColumns(columns);
  }

  /** {@code numerator / denominator}; null when either is, or when the denominator is not above zero. */
  static Column of(Column numerator, Column denominator) {
    return when(denominator.gt(0), numerator.cast("double").divide(denominator.cast("double")));
  }
}
