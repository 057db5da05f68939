package vn.cuulong.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/**
 * Who stands behind the values of the monthly marts: for disclosure control, and for nothing else. On every map where
 * records go over as a whole; a split value has no contributors of its own.
 */
public final class ProvinceMonthContributor implements TableBuild {
  private static final Measure VALUE = Measure.money("value");
  private static final String WHO = "contributor";
  private static final String PARTNER = "partner_unit_id";
  private static final String ALL = "all";

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> stays = Months.of(inputs.table("clean.tourism_stay"), "stay_date", interval);
    Dataset<Row> orders = Months.of(inputs.table("clean.ecommerce_order"), "order_date", interval);
    BoundaryBases bases = new BoundaryBases(stays.sparkSession(), Territory.standard());
    Column guests = col("guest_domestic_count").plus(col("guest_international_count"));
    Column seller = concat_ws(" ", col("platform"), col("seller_id"));
    return largest(placed(stays, "unit_id", col("establishment_id"), guests, bases),
            "mart.province_month_tourism", "guest_count")
        .unionByName(largest(placed(stays, "unit_id", col("establishment_id"), col("revenue_vnd"), bases),
            "mart.province_month_tourism", "revenue_vnd"))
        .unionByName(largest(placed(orders, "seller_unit_id", seller, col("gross_value_vnd"), bases),
            "mart.province_month_ecommerce", "gross_value_vnd"))
        .unionByName(largest(paired(orders, seller, bases), "mart.place_month_trade", "gross_value_vnd"));
  }

  /** What each seller sold to each place of buyers, as {@link PlaceMonthTrade} places it. */
  private static Dataset<Row> paired(Dataset<Row> orders, Column seller, BoundaryBases bases) {
    Dataset<Row> recorded = Grouping.of(orders.withColumn(WHO, seller), "seller_unit_id", "buyer_unit_id",
        Months.MONTH, WHO).with(VALUE.sumOf(col("gross_value_vnd"))).rows().filter(VALUE.column().gt(0));
    Dataset<Row> sellers = bases.place(recorded, "seller_unit_id").drop(BoundaryBases.LAND)
        .withColumnRenamed(BoundaryBases.UNIT, "seller_place").withColumnRenamed(BoundaryBases.BASIS, "seller_basis");
    Dataset<Row> pairs = bases.place(sellers, "buyer_unit_id").filter(col("seller_basis").equalTo(
        col(BoundaryBases.BASIS))).withColumnRenamed(BoundaryBases.UNIT, PARTNER)
        .withColumnRenamed("seller_place", BoundaryBases.UNIT);
    return Grouping.of(pairs, BoundaryBases.BASIS, BoundaryBases.UNIT, PARTNER, Months.MONTH, WHO)
        .with(VALUE.sum()).rows()
        .filter(col(BoundaryBases.BASIS).isin(Basis.UNITS_2004.code(), Basis.UNITS_2025.code()));
  }

  /** What each contributor has in each unit and month of each map; one that is in several provinces is one. */
  private static Dataset<Row> placed(Dataset<Row> records, String unit, Column who, Column value, BoundaryBases bases) {
    Dataset<Row> recorded = Grouping.of(records.withColumn(WHO, who), unit, Months.MONTH, WHO)
        .with(VALUE.sumOf(value)).rows();
    return Grouping.of(bases.place(recorded.filter(VALUE.column().gt(0)), unit), BoundaryBases.BASIS,
            BoundaryBases.UNIT, Months.MONTH, WHO)
        .with(VALUE.sum()).rows()
        .withColumn(PARTNER, lit(ALL))
        .filter(col(BoundaryBases.BASIS).notEqual(BoundaryBases.recorded()));
  }

  private static Dataset<Row> largest(Dataset<Row> contributions, String table, String measure) {
    // Contributors of the same size are told apart by name, but the sizes are all that is kept.
    Column place = row_number().over(Window.partitionBy(BoundaryBases.BASIS, BoundaryBases.UNIT, PARTNER,
            Months.MONTH)
        .orderBy(VALUE.column().desc(), col(WHO)));
    return Grouping.of(contributions.withColumn("place", place), BoundaryBases.BASIS, BoundaryBases.UNIT, PARTNER,
            Months.MONTH)
        .with(count(lit(1)).as("contributor_count"),
            max(when(col("place").equalTo(1), VALUE.column())).as("largest_contribution"),
            coalesce(max(when(col("place").equalTo(2), VALUE.column())), lit(0).cast(VALUE.type()))
                .as("second_largest_contribution"),
            sum(VALUE.column()).cast(VALUE.type()).as("total_contribution"))
        .rows()
        .withColumn("contributed_table", lit(table))
        .withColumn("contributed_measure", lit(measure));
  }
}
