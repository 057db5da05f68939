package vn.cuulong.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Builds one table for one interval. Reads only its declared inputs, writes nothing, knows no clock. */
public interface TableBuild {
  /**
   * The rows of the table in the interval, columns named as in the contract, in any order. A table that only grows
   * gives candidates: of these, the groups that it does not have yet are added.
   *
   * @param interval what is rebuilt; {@link Interval#ALWAYS} for a table without intervals
   */
  Dataset<Row> build(Inputs inputs, Interval interval);
}
