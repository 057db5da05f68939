package vn.cuulong.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Builds one table for one interval. Reads only its declared inputs, writes nothing, knows no clock. */
public interface TableBuild {
  /** The rows of the table in the interval, columns named as in the contract, in any order. */
  Dataset<Row> build(Inputs inputs, Interval interval);
}
