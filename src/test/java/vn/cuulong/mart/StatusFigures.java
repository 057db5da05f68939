package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;

/** A mart for tests of tables without intervals: how many figures are published with each status. */
public final class StatusFigures implements TableBuild {
  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    if (!interval.equals(Interval.ALWAYS)) {
      throw new IllegalArgumentException("a table without intervals is built for all days, not for " + interval);
    }
    return inputs.table("clean.official_statistic").groupBy(col("status"))
        .agg(count(lit(1)).as("record_count"));
  }
}
