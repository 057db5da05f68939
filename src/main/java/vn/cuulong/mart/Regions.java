package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Compares each unit with the region that {@code region_id} names, on the same map and in the same month. */
final class Regions {
  private Regions() {}

  /** Adds the value of the region and the share of the unit in it; both are null for a region. */
  static Dataset<Row> addShare(Dataset<Row> rows, String measure, String ofRegion, String share) {
    WindowSpec sameMap = Window.partitionBy(Months.MONTH, BoundaryBases.BASIS);
    Column regions = collect_list(when(col("is_region"), struct(col(BoundaryBases.UNIT), col(measure))));
    return rows
        .withColumn(ofRegion, try_element_at(map_from_entries(regions.over(sameMap)), col("region_id")))
        .withColumn(share, Ratio.of(measure, ofRegion));
  }
}
