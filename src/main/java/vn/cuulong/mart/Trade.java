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
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
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

/**
 * The trade of each unit and month: what adds up comes from the days of {@link PlaceDayTrade}, few rows; only the
 * sellers, who do not add up over days, are counted again from the order lines of the month.
 *
 * <p>A seller in one province, as nearly all are, is no more than one in a count and one square in a sum, and those add
 * up on every map; only sellers that sell from several provinces go on by name, because a map may make one of their
 * places. Values are added up in hundredths of a đồng.
 */
final class Trade {
  static final List<String> RECOUNTED = List.of("active_seller_count", "seller_concentration", "sales_within_vnd",
      "sales_out_vnd", "sales_in_vnd");
  private static final List<String> COUNTS = List.of("order_count", "cancelled_or_returned_order_count",
      "payment_known_order_count", "cashless_order_count");
  private static final List<String> SIDES = List.of("sales_within_vnd", "sales_out_vnd", "sales_in_vnd");
  private static final String SQUARE = "decimal(38,0)";
  private static final Column HUNDRED = lit(100);

  private Trade() {}

  /**
   * Placed rows, one for each basis, unit and month.
   *
   * @param days rows of {@link PlaceDayTrade}
   * @param lines order lines of the same months
   */
  static Dataset<Row> of(Dataset<Row> days, Dataset<Row> lines, BoundaryBases bases) {
    Dataset<Row> flows = flows(placed(months(days), bases));
    Dataset<Row> sellers = concentrated(sellers(lines), bases);
    Column same = flows.col(BoundaryBases.BASIS).equalTo(sellers.col("seller_basis"))
        .and(flows.col(BoundaryBases.UNIT).equalTo(sellers.col("seller_unit")))
        .and(flows.col(Months.MONTH).equalTo(sellers.col("seller_month")));
    return flows.join(sellers, same, "left_outer").drop("seller_basis", "seller_unit", "seller_month");
  }

  /** A value in hundredths of a đồng: whole numbers are added up at a fraction of the cost of decimals. */
  static Column cents(String value) {
    return col(value).multiply(HUNDRED).cast("bigint");
  }

  /** Hundredths as đồng again. */
  static Column inDong(Column cents) {
    return cents.cast("decimal(20,0)").divide(HUNDRED).cast(Measure.money("").type());
  }

  /** Days added up to months; values in hundredths of a đồng. */
  static Dataset<Row> months(Dataset<Row> days) {
    Grouping grouping = Grouping.of(Provenance.rank(days), Months.MONTH, "seller_place", "buyer_place");
    COUNTS.forEach(measure -> grouping.with(sum(measure).as(measure)));
    return grouping
        .with(sum(cents("gross_value_vnd")).as("gross_value_vnd"), sum(cents("ocop_value_vnd")).as("ocop_value_vnd"))
        .with(Provenance.carry())
        .rows();
  }

  /**
   * The same on each map. Every row stands once at the place of the seller and once at the place of the buyer, where
   * only what came from outside is of interest.
   */
  private static Dataset<Row> placed(Dataset<Row> pairs, BoundaryBases bases) {
    Column seller = col("seller_place");
    Column buyer = nullif(col("buyer_place"), lit(PlaceDayTrade.UNKNOWN));
    Dataset<Row> sides = pairs
        .withColumn("pair", explode(array(
            struct(lit(true).as("is_sale"), seller.as("here"), buyer.as("there")),
            struct(lit(false).as("is_sale"), buyer.as("here"), seller.as("there")))))
        .select(col("*"), col("pair.*"))
        .drop("pair", "seller_place", "buyer_place")
        .filter(col("is_sale").or(not(col("here").eqNullSafe(col("there")))));
    return bases.relate(bases.place(sides, "here"), "there", "is_inside");
  }

  private static Dataset<Row> flows(Dataset<Row> placed) {
    Column sold = col("is_sale");
    Column value = col("gross_value_vnd");
    Column inside = coalesce(col("is_inside"), lit(false));
    Column known = col("there").isNotNull();
    Map<String, Column> values = new LinkedHashMap<>();
    values.put("gross_value_vnd", when(sold, value));
    values.put("ocop_value_vnd", when(sold, col("ocop_value_vnd")));
    values.put("buyer_unknown_value_vnd", when(sold, when(known, 0L).otherwise(value)));
    values.put("sales_within_vnd", when(sold, when(inside, value).otherwise(0L)));
    values.put("sales_out_vnd", when(sold, when(known.and(not(inside)), value).otherwise(0L)));
    // A unit that bought nothing from outside, although its sellers sold, bought for zero.
    values.put("sales_in_vnd", when(sold.or(inside), 0L).otherwise(value));
    Grouping grouping = Grouping.of(placed, BoundaryBases.KEY);
    values.forEach((name, measure) -> grouping.with(inDong(sum(measure)).as(name)));
    // Orders and records are counted where they were sold, or they would be counted twice.
    COUNTS.forEach(measure -> grouping.with(sum(when(sold, col(measure))).as(measure)));
    List.of(Provenance.RECORDS, Provenance.GUESSES)
        .forEach(measure -> grouping.with(measure.sumOf(when(sold, measure.column()))));
    // The other side overlaps the unit, so nobody knows on which side of the boundary it lies.
    Column isUnclear = max(coalesce(not(col("is_inside")), lit(false)));
    Map<String, Column> clear = new LinkedHashMap<>();
    SIDES.forEach(side -> clear.put(side, when(not(col("is_unclear")), col(side))));
    return grouping
        .with(isUnclear.as("is_unclear"), bit_or(when(sold, col(BoundaryBases.LAND))).as(BoundaryBases.LAND))
        .with(Provenance.ranks())
        .rows()
        .withColumns(clear)
        .drop("is_unclear");
  }

  /** What each seller sold from each province; sellers of several provinces by name, all others added up. */
  private static Dataset<Row> sellers(Dataset<Row> lines) {
    Dataset<Row> sold = Grouping.of(lines.withColumn("cents", cents("gross_value_vnd")),
            Months.MONTH, "platform", "seller_id", "seller_unit_id")
        .with(sum("cents").as("value"))
        .rows();
    Column isSingle = count(lit(1)).over(Window.partitionBy(Months.MONTH, "platform", "seller_id")).equalTo(1);
    Dataset<Row> named = sold
        .withColumn("seller", when(not(isSingle), concat_ws(" ", col("platform"), col("seller_id"))));
    Column counts = col("seller").isNull();
    return Grouping.of(named, Months.MONTH, "seller_unit_id", "seller")
        .with(sum("value").as("value"), sum(when(counts, 1L).otherwise(0L)).as("seller_count"),
            sum(when(counts, square(col("value")))).cast(SQUARE).as("square"))
        .rows();
  }

  /** How many sellers there are on each map, and how unevenly they sell. */
  private static Dataset<Row> concentrated(Dataset<Row> sellers, BoundaryBases bases) {
    Dataset<Row> ofUnits = Grouping.of(bases.place(sellers, "seller_unit_id"), BoundaryBases.BASIS,
            BoundaryBases.UNIT, Months.MONTH, "seller")
        .with(sum("value").as("value"), sum("seller_count").as("seller_count"),
            sum("square").cast(SQUARE).as("square"))
        .rows();
    Column isNamed = col("seller").isNotNull();
    Column squares = sum(when(isNamed, square(col("value"))).otherwise(col("square"))).cast("double");
    Column total = sum("value").cast("double");
    return Grouping.of(ofUnits, BoundaryBases.KEY)
        .with(sum(when(isNamed, 1L).otherwise(col("seller_count"))).as("active_seller_count"),
            Ratio.of(squares, total.multiply(total)).as("seller_concentration"))
        .rows()
        .withColumnRenamed(BoundaryBases.BASIS, "seller_basis")
        .withColumnRenamed(BoundaryBases.UNIT, "seller_unit")
        .withColumnRenamed(Months.MONTH, "seller_month");
  }

  private static Column square(Column value) {
    return value.cast("decimal(19,0)").multiply(value.cast("decimal(19,0)")).cast(SQUARE);
  }
}
