package vn.cuulong.mart;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/** What the sellers of each province sold on platforms, to whom, and the part of OCOP products in it. */
public final class ProvinceMonthEcommerce implements TableBuild {
  private static final String MISSING = "missing_unit_ids";

  private static final Measure ORDERS = Measure.count("order_count");
  private static final Measure VALUE = Measure.money("gross_value_vnd");
  private static final List<Measure> ORDER_MEASURES = List.of(ORDERS, VALUE,
      Measure.money("ocop_value_vnd"), Measure.money("buyer_unknown_value_vnd"),
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
    Dataset<Row> days = Months.of(inputs.table("mart.place_day_trade"), "order_date", interval);
    Dataset<Row> listings = Months.of(inputs.table("clean.ecommerce_listing"), Months.MONTH, interval);
    BoundaryBases bases = new BoundaryBases(lines.sparkSession(), Territory.standard());

    Dataset<Row> rows = bases.combine(List.of(
        new Family("order", Trade.of(days, lines, bases), ORDER_MEASURES, Trade.RECOUNTED, MISSING),
        new Family("listing", OcopOffer.of(listings, lines, bases), List.of(), OcopOffer.MEASURES,
            "listing_missing_unit_ids")));
    rows = Balance.add(rows, ORDER_MEASURES);
    rows = Regions.add(rows, SHARES);
    rows = Growth.add(rows, inputs.table("mart.province_month_ecommerce"), LEVELS, interval);
    return Ratio.add(rows, RATIOS);
  }
}
