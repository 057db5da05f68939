package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.cuulong.territory.Basis;

/** The books of a mart: what the provinces of a month add up to must not depend on the map. */
final class Balance {
  private Balance() {}

  /**
   * Adds {@code is_balanced}, the same for all rows of a month, and drops {@code is_comparable}. Regions are left
   * out, and so is land that cannot be shown on every map.
   */
  static Dataset<Row> add(Dataset<Row> rows, List<Measure> measures) {
    WindowSpec month = Window.partitionBy(Months.MONTH);
    Column balanced = lit(true);
    for (Measure measure : measures) {
      Column recorded = total(measure, Basis.AS_PUBLISHED, month);
      balanced = balanced.and(recorded.eqNullSafe(total(measure, Basis.UNITS_2004, month)))
          .and(recorded.eqNullSafe(total(measure, Basis.UNITS_2025, month)));
    }
    return rows.withColumn("is_balanced", balanced).drop("is_comparable");
  }

  private static Column total(Measure measure, Basis basis, WindowSpec month) {
    Column counts = col(BoundaryBases.BASIS).equalTo(basis.code()).and(not(col("is_region"))).and(col("is_comparable"));
    return sum(when(counts, measure.column())).over(month);
  }
}
