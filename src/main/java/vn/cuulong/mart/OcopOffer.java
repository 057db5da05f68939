package vn.cuulong.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * OCOP products on offer ("one commune, one product", rated with three to five stars): listed, listed with sales,
 * listed with stock. A product that several shops or platforms list is one product, so the counts are made again on
 * every map.
 */
final class OcopOffer {
  static final List<String> MEASURES = List.of("ocop_product_listed_count", "ocop_product_with_sales_count",
      "ocop_product_with_stock_count");
  private static final String PRODUCT = "ocop_product";

  private OcopOffer() {}

  /** Placed rows of the listings of each month, with the three counts. */
  static Dataset<Row> of(Dataset<Row> listings, Dataset<Row> orderLines, BoundaryBases bases) {
    Dataset<Row> products = Grouping.of(withSales(listings, orderLines), Months.MONTH, "seller_unit_id", PRODUCT)
        .with(max("has_sales").as("has_sales"), max("has_stock").as("has_stock"))
        .with(Provenance.carry())
        .rows();
    Dataset<Row> placed = Grouping.of(bases.place(products, "seller_unit_id"), BoundaryBases.BASIS,
            BoundaryBases.UNIT, Months.MONTH, PRODUCT)
        .with(max("has_sales").as("has_sales"), max("has_stock").as("has_stock"), BoundaryBases.coveredLand())
        .with(Provenance.carry())
        .rows();
    return Grouping.of(placed, BoundaryBases.KEY)
        .with(count(col(PRODUCT)).as("ocop_product_listed_count"),
            counted("has_sales").as("ocop_product_with_sales_count"),
            counted("has_stock").as("ocop_product_with_stock_count"),
            BoundaryBases.coveredLand())
        .with(Provenance.carry())
        .rows();
  }

  /** Listings that were up in their month; those of other products stay, because they show that a unit lists. */
  private static Dataset<Row> withSales(Dataset<Row> listings, Dataset<Row> orderLines) {
    Column up = col("delisted_date").isNull().or(col("delisted_date").geq(col(Months.MONTH)));
    Column isOcop = col("ocop_code").isNotNull().or(col("ocop_star_count").isNotNull());
    Dataset<Row> offered = Provenance.mark(listings.filter(up), "ocop_code", "ocop_star_count", "stock_count")
        .withColumn(PRODUCT,
            when(isOcop, coalesce(col("ocop_code"), concat_ws(" ", col("platform"), col("product_id")))));
    Dataset<Row> sold = sold(orderLines);
    Column same = offered.col(Months.MONTH).equalTo(sold.col("sold_month"))
        .and(offered.col("platform").equalTo(sold.col("sold_platform")))
        .and(offered.col("product_id").equalTo(sold.col("sold_product_id")));
    return offered.join(sold, same, "left_outer")
        .withColumn("has_sales", col("sold_product_id").isNotNull())
        .withColumn("has_stock", coalesce(col("stock_count").gt(0), lit(false)));
  }

  /** One row for each product that a platform sold in a month. */
  private static Dataset<Row> sold(Dataset<Row> orderLines) {
    return orderLines
        .filter(col("product_id").isNotNull().and(not(col("order_status").isin("cancelled", "returned"))))
        .select(col(Months.MONTH).as("sold_month"), col("platform").as("sold_platform"),
            col("product_id").as("sold_product_id"))
        .distinct();
  }

  private static Column counted(String flag) {
    return coalesce(sum(when(col(PRODUCT).isNotNull().and(col(flag)), 1L)), lit(0L));
  }
}
