package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Order lines turned into the trade of each unit: orders, values, sellers, concentration, and what went in and out.
 *
 * <p>Only the first two steps see many rows: lines to orders, orders to sellers. A seller in one province, as nearly
 * all are, is then no more than one in a count and one square in a sum, and those add up on every map; only sellers
 * that sell from several provinces go on by name, because a map may make one of their places.
 *
 * <p>Values are added up in hundredths of a đồng, and places are numbers, where rows are many.
 */
final class Trade {
  static final List<String> RECOUNTED = List.of("active_seller_count", "seller_concentration", "sales_within_vnd",
      "sales_out_vnd", "sales_in_vnd");
  /** Summed over orders; the value columns are in hundredths of a đồng until the last step. */
  private static final List<String> COUNTS = List.of("order_count", "cancelled_or_returned_order_count",
      "payment_known_order_count", "cashless_order_count");
  private static final List<String> VALUES = List.of("gross_value_vnd", "ocop_value_vnd", "buyer_unknown_value_vnd",
      "sales_within_vnd", "sales_out_vnd", "sales_in_vnd");
  private static final String SQUARE = "decimal(38,0)";
  private static final Column HUNDRED = lit(100);

  private Trade() {}

  /** Placed rows, one for each basis, unit and month. */
  static Dataset<Row> of(Dataset<Row> lines, BoundaryBases bases) {
    Dataset<Row> placed = placed(sellers(orders(lines, bases)), bases);
    return units(sellersOfUnits(placed));
  }

  /** An order of several sellers is one for each. */
  private static Dataset<Row> orders(Dataset<Row> lines, BoundaryBases bases) {
    Column givenUp = col("order_status").isin("cancelled", "returned");
    Dataset<Row> marked = Provenance.mark(lines, "gross_value_vnd", "ocop_star_count", "payment_method")
        .withColumn("cents", col("gross_value_vnd").multiply(HUNDRED).cast("bigint"));
    Dataset<Row> numbered = bases.number(bases.number(marked, "seller_unit_id", "seller_unit"),
        "buyer_unit_id", "buyer_unit");
    return Grouping.of(numbered.filter(col("seller_unit").geq(0).or(col("buyer_unit").geq(0))),
            Months.MONTH, "platform", "order_id", "seller_id", "seller_unit")
        .with(max("buyer_unit").as("buyer_unit"),
            sum("cents").as("gross_value_vnd"),
            sum(when(col("ocop_star_count").isNotNull(), col("cents")).otherwise(lit(0L))).as("ocop_value_vnd"),
            max(givenUp).as("is_given_up"),
            min(col("payment_method").notEqual("cash_on_delivery")).as("is_cashless"))
        .with(Provenance.carry())
        .rows();
  }

  /** The trade between each two units; sellers of several units by name, all others added up. */
  private static Dataset<Row> sellers(Dataset<Row> orders) {
    Dataset<Row> pairs = Grouping.of(orders, Months.MONTH, "platform", "seller_id", "seller_unit", "buyer_unit")
        .with(count(lit(1)).as("order_count"),
            sum("gross_value_vnd").as("gross_value_vnd"),
            sum("ocop_value_vnd").as("ocop_value_vnd"),
            sum(when(col("is_given_up"), 1L).otherwise(0L)).as("cancelled_or_returned_order_count"),
            count(col("is_cashless")).as("payment_known_order_count"),
            sum(when(col("is_cashless"), 1L).otherwise(0L)).as("cashless_order_count"))
        .with(Provenance.carry())
        .rows();
    WindowSpec seller = Window.partitionBy(Months.MONTH, "platform", "seller_id");
    Column total = sum("gross_value_vnd").over(seller).cast("decimal(19,0)");
    Dataset<Row> known = pairs.withColumns(Map.of(
        "is_single", min("seller_unit").over(seller).equalTo(max("seller_unit").over(seller)),
        "seller_value", total,
        "seller_row", row_number().over(seller.orderBy("seller_unit", "buyer_unit"))));
    Column counts = col("is_single").and(col("seller_row").equalTo(1));
    Dataset<Row> named = known.withColumns(Map.of(
        "seller", when(not(col("is_single")), concat_ws(" ", col("platform"), col("seller_id"))),
        "seller_count", when(counts, 1L).otherwise(0L),
        "square", when(counts, col("seller_value").multiply(col("seller_value")).cast(SQUARE))));
    Grouping grouping = Grouping.of(named, Months.MONTH, "seller_unit", "buyer_unit", "seller");
    COUNTS.forEach(measure -> grouping.with(sum(measure).as(measure)));
    return grouping
        .with(sum("gross_value_vnd").as("gross_value_vnd"), sum("ocop_value_vnd").as("ocop_value_vnd"),
            sum("seller_count").as("seller_count"), sum("square").cast(SQUARE).as("square"))
        .with(Provenance.carry())
        .rows();
  }

  /**
   * The same on each map. Every row stands once at the place of the seller and once at the place of the buyer, where
   * only what came from outside is of interest.
   */
  private static Dataset<Row> placed(Dataset<Row> sellers, BoundaryBases bases) {
    Column seller = bases.recorded(col("seller_unit"));
    Column buyer = bases.recorded(col("buyer_unit"));
    Dataset<Row> sides = sellers
        .withColumn("pair", explode(array(
            struct(lit(true).as("is_sale"), seller.as("here"), buyer.as("there")),
            struct(lit(false).as("is_sale"), buyer.as("here"), seller.as("there")))))
        .select(col("*"), col("pair.*"))
        .drop("pair", "seller_unit", "buyer_unit")
        .filter(col("is_sale").or(not(col("here").eqNullSafe(col("there")))));
    return bases.relate(bases.place(sides, "here"), "there", "is_inside");
  }

  private static Dataset<Row> sellersOfUnits(Dataset<Row> placed) {
    Column sold = col("is_sale");
    Column value = col("gross_value_vnd");
    Column inside = coalesce(col("is_inside"), lit(false));
    Column known = col("there").isNotNull();
    Map<String, Column> measures = new LinkedHashMap<>();
    // Orders and records are counted where they were sold, or they would be counted twice.
    COUNTS.forEach(measure -> measures.put(measure, when(sold, col(measure))));
    List.of("gross_value_vnd", "ocop_value_vnd", "seller_count", "record_count", "guess_count")
        .forEach(measure -> measures.put(measure, when(sold, col(measure))));
    measures.put("buyer_unknown_value_vnd", when(sold, when(known, 0L).otherwise(value)));
    measures.put("sales_within_vnd", when(sold, when(inside, value).otherwise(0L)));
    measures.put("sales_out_vnd", when(sold, when(known.and(not(inside)), value).otherwise(0L)));
    measures.put("sales_in_vnd", when(not(sold), when(inside, 0L).otherwise(value)));
    Grouping grouping = Grouping.of(placed, BoundaryBases.BASIS, BoundaryBases.UNIT, Months.MONTH, "is_sale", "seller");
    measures.forEach((name, measure) -> grouping.with(sum(measure).as(name)));
    return grouping
        .with(sum(when(sold, col("square"))).cast(SQUARE).as("square"),
            // The other side overlaps the unit, so nobody knows on which side of the boundary it lies.
            max(coalesce(not(col("is_inside")), lit(false))).as("is_unclear"),
            bit_or(when(sold, col(BoundaryBases.LAND))).as(BoundaryBases.LAND))
        .with(Provenance.ranks())
        .rows();
  }

  private static Dataset<Row> units(Dataset<Row> sellers) {
    Column isNamed = col("seller").isNotNull().and(col("is_sale"));
    Column value = col("gross_value_vnd").cast("decimal(19,0)");
    Column squares = sum(when(isNamed, value.multiply(value).cast(SQUARE)).otherwise(col("square"))).cast("double");
    Column total = sum("gross_value_vnd").cast("double");
    Grouping grouping = Grouping.of(sellers, BoundaryBases.KEY);
    COUNTS.forEach(measure -> grouping.with(sum(measure).as(measure)));
    VALUES.forEach(measure -> grouping.with(inDong(sum(known(measure)))
        .as(measure)));
    return grouping
        .with(sum(when(isNamed, 1L).otherwise(col("seller_count"))).as("active_seller_count"),
            Ratio.of(squares, total.multiply(total)).as("seller_concentration"),
            max("is_unclear").as("is_unclear"),
            BoundaryBases.coveredLand())
        .with(Provenance.carry())
        .rows()
        .withColumns(Map.of(
            "sales_within_vnd", when(not(col("is_unclear")), col("sales_within_vnd")),
            "sales_out_vnd", when(not(col("is_unclear")), col("sales_out_vnd")),
            "sales_in_vnd", when(not(col("is_unclear")), col("sales_in_vnd"))))
        .drop("is_unclear");
  }

  /** A unit that bought nothing from outside, although its sellers sold, bought for zero. */
  private static Column known(String measure) {
    return measure.equals("sales_in_vnd") ? coalesce(col(measure), lit(0L)) : col(measure);
  }

  private static Column inDong(Column cents) {
    return cents.cast("decimal(20,0)").divide(HUNDRED).cast(Measure.money("").type());
  }
}
