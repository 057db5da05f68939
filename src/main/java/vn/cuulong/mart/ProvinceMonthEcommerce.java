package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * What the sellers of each province sold on platforms, to whom, and the part of OCOP products in it.
 *
 * <p>Order lines are read once and grouped to orders, then to sellers, before anything is placed on a map: from there
 * on the rows are few, and sellers, concentration and trade between units can be counted again on every map.
 */
public final class ProvinceMonthEcommerce implements TableBuild {
  private static final String MISSING = "missing_unit_ids";
  private static final String SOLD = "sold";
  private static final String BOUGHT = "bought";

  private static final Measure ORDERS = Measure.count("order_count");
  private static final Measure VALUE = Measure.money("gross_value_vnd");
  private static final Measure OCOP_VALUE = Measure.money("ocop_value_vnd");
  private static final Measure UNKNOWN_VALUE = Measure.money("buyer_unknown_value_vnd");
  private static final List<Measure> ORDER_MEASURES = List.of(ORDERS, VALUE, OCOP_VALUE, UNKNOWN_VALUE,
      Measure.count("cancelled_or_returned_order_count"), Measure.count("payment_known_order_count"),
      Measure.count("cashless_order_count"));

  private static final List<Growth.Level> LEVELS = List.of(
      new Growth.Level(ORDERS, "order_growth", null, MISSING),
      new Growth.Level(VALUE, "gross_value_growth", "gross_value_12_months_vnd", MISSING));

  private static final List<Regions.Share> SHARES =
      List.of(new Regions.Share("gross_value_vnd", "region_gross_value_vnd", "gross_value_share_of_region"));

  private static final List<Ratio> RATIOS = List.of(
      new Ratio("average_basket_vnd", "gross_value_vnd", "order_count"),
      new Ratio("cancelled_or_returned_order_share", "cancelled_or_returned_order_count", "order_count"),
      new Ratio("cashless_order_share", "cashless_order_count", "payment_known_order_count"),
      new Ratio("ocop_value_share", "ocop_value_vnd", "gross_value_vnd"));

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> lines = Months.of(inputs.table("clean.ecommerce_order"), "order_date", interval);
    Dataset<Row> listings = Months.of(inputs.table("clean.ecommerce_listing"), Months.MONTH, interval);
    BoundaryBases bases = new BoundaryBases(lines.sparkSession(), Territory.standard());

    Dataset<Row> rows = bases.combine(List.of(
        new Family("order", trade(sellers(orders(lines)), bases), ORDER_MEASURES,
            List.of("active_seller_count", "seller_concentration", "sales_within_vnd", "sales_out_vnd",
                "sales_in_vnd"), MISSING),
        new Family("listing", OcopOffer.of(listings, lines, bases), List.of(), OcopOffer.MEASURES,
            "listing_missing_unit_ids")));
    rows = Balance.add(rows, ORDER_MEASURES);
    rows = Regions.add(rows, SHARES);
    rows = Growth.add(rows, inputs.table("mart.province_month_ecommerce"), LEVELS, interval);
    return Ratio.add(rows, RATIOS);
  }

  /** Order lines to orders of one seller; an order of several sellers is one for each. */
  private static Dataset<Row> orders(Dataset<Row> lines) {
    Column givenUp = col("order_status").isin("cancelled", "returned");
    return Grouping.of(Provenance.mark(lines, "gross_value_vnd", "ocop_star_count", "payment_method"),
            Months.MONTH, "platform", "order_id", "seller_id", "seller_unit_id")
        .with(max("buyer_unit_id").as("buyer_unit_id"),
            VALUE.sum(),
            OCOP_VALUE.sumOf(when(col("ocop_star_count").isNotNull(), col("gross_value_vnd")).otherwise(lit(0))),
            max(givenUp).as("is_given_up"),
            min(col("payment_method").notEqual("cash_on_delivery")).as("is_cashless"))
        .with(Provenance.carry())
        .rows();
  }

  /** Orders to sellers, apart by the place of the buyer. */
  private static Dataset<Row> sellers(Dataset<Row> orders) {
    return Grouping.of(orders, Months.MONTH, "platform", "seller_id", "seller_unit_id", "buyer_unit_id")
        .with(count(lit(1)).as("order_count"),
            VALUE.sum(),
            OCOP_VALUE.sum(),
            sum(when(col("is_given_up"), 1L).otherwise(0L)).as("cancelled_or_returned_order_count"),
            count(col("is_cashless")).as("payment_known_order_count"),
            sum(when(col("is_cashless"), 1L).otherwise(0L)).as("cashless_order_count"))
        .with(Provenance.carry())
        .rows();
  }

  /**
   * Sellers to the units and regions of each map. Every row stands once at the place of the seller and once at the
   * place of the buyer, where only what came from outside is of interest.
   */
  private static Dataset<Row> trade(Dataset<Row> sellers, BoundaryBases bases) {
    Dataset<Row> sides = sellers
        .withColumn("pair", explode(array(
            struct(lit(SOLD).as("side"), col("seller_unit_id").as("here"), col("buyer_unit_id").as("there")),
            struct(lit(BOUGHT).as("side"), col("buyer_unit_id").as("here"), col("seller_unit_id").as("there")))))
        .select(col("*"), col("pair.*"))
        .drop("pair", "seller_unit_id", "buyer_unit_id")
        .filter(col("side").equalTo(SOLD).or(not(col("here").eqNullSafe(col("there")))));
    Dataset<Row> placed = bases.relate(bases.place(sides, "here"), "there", "is_inside");
    return units(sellersOfUnits(placed));
  }

  private static Dataset<Row> sellersOfUnits(Dataset<Row> placed) {
    Column sold = col("side").equalTo(SOLD);
    Column inside = coalesce(col("is_inside"), lit(false));
    Column value = VALUE.column();
    Column known = col("there").isNotNull();
    Grouping grouping = Grouping.of(placed, BoundaryBases.BASIS, BoundaryBases.UNIT, Months.MONTH, "side", "platform",
        "seller_id");
    for (Measure measure : List.of(ORDERS, VALUE, OCOP_VALUE, Measure.count("cancelled_or_returned_order_count"),
        Measure.count("payment_known_order_count"), Measure.count("cashless_order_count"), Provenance.RECORDS,
        Provenance.GUESSES)) {
      // Records and values are counted where they were sold, or they would be counted twice.
      grouping.with(measure.sumOf(when(sold, measure.column())));
    }
    return grouping
        .with(UNKNOWN_VALUE.sumOf(when(sold, when(known, lit(0)).otherwise(value))),
            Measure.money("sales_within_vnd").sumOf(when(sold, when(inside, value).otherwise(lit(0)))),
            Measure.money("sales_out_vnd").sumOf(when(sold, when(known.and(not(inside)), value).otherwise(lit(0)))),
            Measure.money("sales_in_vnd").sumOf(when(not(sold), when(inside, lit(0)).otherwise(value))),
            // The other side covers the unit in part, so nobody knows on which side of the boundary it lies.
            max(coalesce(not(col("is_inside")), lit(false))).as("is_unclear"))
        .with(Provenance.ranks())
        .with(bit_or(when(sold, col(BoundaryBases.LAND))).as(BoundaryBases.LAND))
        .rows();
  }

  private static Dataset<Row> units(Dataset<Row> sellers) {
    Column clear = not(max("is_unclear"));
    Column squares = sum(col("gross_value_vnd").multiply(col("gross_value_vnd"))).cast("double");
    Column total = sum(col("gross_value_vnd")).cast("double");
    Column sold = max(col("side").equalTo(SOLD));
    return Grouping.of(sellers, BoundaryBases.KEY)
        .with(Measure.sums(ORDER_MEASURES))
        .with(when(sold, sum(when(col("side").equalTo(SOLD), 1L))).as("active_seller_count"),
            Ratio.of(squares, total.multiply(total)).as("seller_concentration"),
            when(clear, sum("sales_within_vnd")).cast(VALUE.type()).as("sales_within_vnd"),
            when(clear, sum("sales_out_vnd")).cast(VALUE.type()).as("sales_out_vnd"),
            when(clear, coalesce(sum("sales_in_vnd"), lit(0))).cast(VALUE.type()).as("sales_in_vnd"),
            BoundaryBases.coveredLand())
        .with(Provenance.carry())
        .rows();
  }
}
