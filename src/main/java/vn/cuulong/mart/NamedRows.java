package vn.cuulong.mart;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Rows that are computed in plain Java, filled by column name. What is not set is null. */
final class NamedRows {
  private final StructType schema;
  private final List<Row> rows = new ArrayList<>();
  private Object[] values;

  NamedRows(StructType schema) {
    this.schema = schema;
  }

  /** Begins a row. */
  NamedRows next() {
    finish();
    values = new Object[schema.size()];
    return this;
  }

  /**
   * Sets a column of the row.
   *
   * @throws IllegalArgumentException when the table has no such column
   */
  NamedRows set(String column, Object value) {
    values[schema.fieldIndex(column)] = value;
    return this;
  }

  Dataset<Row> in(SparkSession spark) {
    finish();
    return spark.createDataFrame(rows, schema);
  }

  private void finish() {
    if (values != null) {
      rows.add(RowFactory.create(values));
      values = null;
    }
  }
}
