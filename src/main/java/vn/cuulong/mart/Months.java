package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Interval;

/** The month of a record, as its first day. */
final class Months {
  static final String MONTH = "month";

  private Months() {}

  /** The records whose day lies in the interval, with their month. */
  static Dataset<Row> of(Dataset<Row> records, String day, Interval interval) {
    return records
        .filter(col(day).geq(lit(interval.start())).and(col(day).lt(lit(interval.end()))))
        .withColumn(MONTH, trunc(col(day), "month"));
  }
}
