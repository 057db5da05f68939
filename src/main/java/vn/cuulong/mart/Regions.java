package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Compares each unit with the region that {@code region_id} names, on the same map and in the same month. */
final class Regions {
  private Regions() {}

  /**
   * A measure whose part in the region is asked for.
   *
   * @param measure the value of the unit
   * @param ofRegion name of the column with the value of the region
   * @param share name of the column with the part
   */
  record Share(String measure, String ofRegion, String share) {}

  /** Adds the value of the region and the share of the unit in it; both are null for a region. */
  static Dataset<Row> add(Dataset<Row> rows, List<Share> shares) {
    Map<String, Column> values = new LinkedHashMap<>();
    shares.forEach(share -> values.put(share.ofRegion(), ofRegion(share.measure())));
    return Ratio.add(rows.withColumns(values),
        shares.stream().map(share -> new Ratio(share.share(), share.measure(), share.ofRegion())).toList());
  }

  private static Column ofRegion(String measure) {
    Column entry = struct(key(BoundaryBases.UNIT), col(measure));
    Column regions = collect_list(when(col("is_region"), entry)).over(Window.partitionBy(Months.MONTH));
    return when(col("region_id").isNotNull(), try_element_at(map_from_entries(regions), key("region_id")));
  }

  private static Column key(String unit) {
    return concat_ws(" ", col(BoundaryBases.BASIS), col(unit));
  }
}
