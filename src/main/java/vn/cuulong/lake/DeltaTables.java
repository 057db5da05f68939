package vn.cuulong.lake;

import java.sql.Timestamp;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.DeltaTimeTravelSpec;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import scala.Option;
import scala.collection.immutable.Map$;

/** Delta tables by their folder, as a catalog hands them to Spark. The active session reads them. */
public final class DeltaTables {
  private DeltaTables() {}

  /** The newest version. */
  public static Table at(String folder) {
    return table(folder, Option.empty());
  }

  /** One version. */
  public static Table at(String folder, long version) {
    return table(folder, Option.apply(new DeltaTimeTravelSpec(Option.empty(), Option.apply(version), Option.empty(),
        false)));
  }

  /**
   * What was the newest version at a moment.
   *
   * @param moment microseconds since 1970-01-01 UTC
   */
  public static Table asOf(String folder, long moment) {
    Expression time = Literal$.MODULE$.apply(new Timestamp(Math.floorDiv(moment, 1000)));
    return table(folder, Option.apply(new DeltaTimeTravelSpec(Option.apply(time), Option.empty(), Option.empty(),
        false)));
  }

  @SuppressWarnings("unchecked")
  private static Table table(String folder, Option<DeltaTimeTravelSpec> moment) {
    return DeltaTableV2.apply(SparkSession.active(), new Path(folder), Option.empty(), Option.empty(),
        (scala.collection.immutable.Map<String, String>) (Object) Map$.MODULE$.empty(), moment);
  }
}
