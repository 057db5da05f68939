package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * What went from each province to each other in each month, on either map. On the map of today older trade is added
 * up; trade of today is not split over the old provinces, because a split of both ends would say more than is known.
 *
 * <p>Buyers outside the units that marts cover, and buyers whom nobody recorded, are left out.
 */
public final class PlaceMonthTrade implements TableBuild {
  private static final String SELLER = "seller_unit_id";
  private static final String BUYER = "buyer_unit_id";
  private static final String SELLER_BASIS = "seller_basis";
  private static final LocalDate NEW_MAP = Basis.UNITS_2025.day();

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> days = Months.of(inputs.table("mart.place_day_trade"), "order_date", interval);
    BoundaryBases bases = new BoundaryBases(days.sparkSession(), Territory.standard());
    Dataset<Row> sellers = bases.place(Trade.months(days), "seller_place")
        .withColumnRenamed(BoundaryBases.UNIT, SELLER).withColumnRenamed(BoundaryBases.BASIS, SELLER_BASIS)
        .drop(BoundaryBases.LAND).filter(col(SELLER).isin(provinces()));
    Dataset<Row> pairs = bases.place(sellers, "buyer_place")
        .withColumnRenamed(BoundaryBases.UNIT, BUYER)
        .drop(BoundaryBases.LAND).filter(col(BUYER).isin(provinces()))
        .filter(col(SELLER_BASIS).equalTo(col(BoundaryBases.BASIS)).and(isKnown()));
    return Provenance.name(Grouping.of(pairs, SELLER, BUYER, BoundaryBases.BASIS, Months.MONTH)
        .with(sum("order_count").as("order_count"),
            Trade.inDong(sum("gross_value_vnd")).as("gross_value_vnd"),
            Trade.inDong(sum("ocop_value_vnd")).as("ocop_value_vnd"))
        .with(Provenance.carry())
        .rows());
  }

  /** The new map at all times, the old one as long as it stood. */
  private static Column isKnown() {
    return col(BoundaryBases.BASIS).equalTo(Basis.UNITS_2025.code())
        .or(col(BoundaryBases.BASIS).equalTo(Basis.UNITS_2004.code()).and(col(Months.MONTH).lt(NEW_MAP)));
  }

  private static Object[] provinces() {
    return Territory.standard().units().stream().filter(Unit::isProvince).map(Unit::id).toArray();
  }
}
