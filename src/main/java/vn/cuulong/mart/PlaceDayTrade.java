package vn.cuulong.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * What went from each place to each other on each day. Everything in it adds up, so that longer times and other maps
 * are made of these few rows, and a night looks only at the order lines of the days that are new.
 *
 * <p>Places are the recorded units that the marts cover; all others are {@code elsewhere}. An order is what one seller
 * sold to one buyer on one day under one order id of a platform.
 */
public final class PlaceDayTrade implements TableBuild {
  /** The place of a buyer whom nobody recorded. */
  static final String UNKNOWN = "unknown";

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> lines = inputs.table("clean.ecommerce_order");
    BoundaryBases bases = new BoundaryBases(lines.sparkSession(), Territory.standard());
    Dataset<Row> pairs = Grouping.of(orders(lines, bases), "order_date", "seller_unit", "buyer_unit")
        .with(count(lit(1)).as("order_count"),
            Trade.inDong(sum("value")).as("gross_value_vnd"),
            Trade.inDong(sum("ocop_value")).as("ocop_value_vnd"),
            sum(when(col("is_given_up"), 1L).otherwise(0L)).as("cancelled_or_returned_order_count"),
            count(col("is_cashless")).as("payment_known_order_count"),
            sum(when(col("is_cashless"), 1L).otherwise(0L)).as("cashless_order_count"))
        .with(Provenance.carry())
        .rows();
    return Provenance.name(pairs)
        .withColumn("seller_place", bases.recorded(col("seller_unit")))
        .withColumn("buyer_place", coalesce(bases.recorded(col("buyer_unit")), lit(UNKNOWN)))
        .drop("seller_unit", "buyer_unit");
  }

  /** Places are numbers here, where rows are many. An order of several sellers is one for each. */
  private static Dataset<Row> orders(Dataset<Row> lines, BoundaryBases bases) {
    Column givenUp = col("order_status").isin("cancelled", "returned");
    Dataset<Row> marked = Provenance.mark(lines, "gross_value_vnd", "ocop_star_count", "payment_method")
        .withColumn("cents", Trade.cents("gross_value_vnd"));
    Dataset<Row> numbered = bases.number(bases.number(marked, "seller_unit_id", "seller_unit"),
        "buyer_unit_id", "buyer_unit");
    return Grouping.of(numbered.filter(col("seller_unit").geq(0).or(col("buyer_unit").geq(0))),
            "order_date", "platform", "order_id", "seller_id", "seller_unit")
        .with(max("buyer_unit").as("buyer_unit"),
            sum("cents").as("value"),
            sum(when(col("ocop_star_count").isNotNull(), col("cents")).otherwise(lit(0L))).as("ocop_value"),
            max(givenUp).as("is_given_up"),
            min(col("payment_method").notEqual("cash_on_delivery")).as("is_cashless"))
        .with(Provenance.carry())
        .rows();
  }
}
