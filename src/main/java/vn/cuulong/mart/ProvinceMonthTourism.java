package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * How many guests each province received, how long they stayed and what they spent.
 *
 * <p>Two families of measures stand side by side and are never mixed: what establishments recorded day by day, and
 * what provincial departments reported for the month, day visitors among them.
 */
public final class ProvinceMonthTourism implements TableBuild {
  private static final String MISSING = "missing_unit_ids";
  private static final String REPORTED_MISSING = "reported_missing_unit_ids";

  private static final Measure GUESTS = Measure.count("guest_count");
  private static final Measure REVENUE = Measure.money("revenue_vnd");
  private static final Measure REPORTED_GUESTS = Measure.count("reported_guest_count");
  private static final Measure REPORTED_REVENUE = Measure.money("reported_revenue_vnd");

  /** All guests are not among them: they are added up from these, so that they still add up where these are split. */
  private static final List<Measure> STAY_MEASURES = List.of(Measure.count("guest_domestic_count"),
      Measure.count("guest_international_count"), Measure.count("guest_night_count"), REVENUE,
      Measure.count("revenue_guest_count"));
  private static final List<Measure> REPORT_MEASURES = List.of(REPORTED_GUESTS,
      Measure.count("reported_guest_international_count"), Measure.count("reported_origin_guest_count"),
      REPORTED_REVENUE, Measure.count("reported_revenue_guest_count"));

  private static final Column ALL_GUESTS = col("guest_domestic_count").plus(col("guest_international_count"));

  private static final List<Growth.Level> LEVELS = List.of(
      new Growth.Level(GUESTS, "guest_growth", "guest_count_12_months", MISSING),
      new Growth.Level(REVENUE, "revenue_growth", "revenue_12_months_vnd", MISSING),
      new Growth.Level(REPORTED_GUESTS, "reported_guest_growth", "reported_guest_count_12_months", REPORTED_MISSING),
      new Growth.Level(REPORTED_REVENUE, "reported_revenue_growth", "reported_revenue_12_months_vnd",
          REPORTED_MISSING));

  private static final List<Regions.Share> SHARES = List.of(
      new Regions.Share("guest_count", "region_guest_count", "guest_share_of_region"),
      new Regions.Share("reported_guest_count", "reported_region_guest_count", "reported_guest_share_of_region"));

  private static final List<Ratio> RATIOS = List.of(
      new Ratio("guest_international_share", "guest_international_count", "guest_count"),
      new Ratio("average_stay_nights", "guest_night_count", "guest_count"),
      new Ratio("revenue_per_guest_vnd", "revenue_vnd", "revenue_guest_count"),
      new Ratio("guests_per_1000_people", "guest_count", "population_thousand"),
      new Ratio("reported_guest_international_share", "reported_guest_international_count",
          "reported_origin_guest_count"),
      new Ratio("reported_revenue_per_guest_vnd", "reported_revenue_vnd", "reported_revenue_guest_count"),
      new Ratio("reported_guests_per_1000_people", "reported_guest_count", "population_thousand"));

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> stays = Months.of(inputs.table("clean.tourism_stay"), "stay_date", interval);
    Dataset<Row> reports = Months.of(inputs.table("clean.tourism_report"), Months.MONTH, interval);
    BoundaryBases bases = new BoundaryBases(stays.sparkSession(), Territory.standard());

    Dataset<Row> rows = bases.combine(List.of(
        new Family("stay", bases.place(recorded(stays), "unit_id"), STAY_MEASURES, List.of(), MISSING),
        new Family("report", bases.place(reported(reports), "unit_id"), REPORT_MEASURES, List.of(),
            REPORTED_MISSING)))
        .withColumn(GUESTS.name(), ALL_GUESTS);
    rows = Balance.add(rows, allMeasures());
    rows = Regions.add(rows, SHARES);
    rows = Growth.add(rows, inputs.table("mart.province_month_tourism"), LEVELS, interval);
    rows = Population.add(rows, inputs.table("clean.official_statistic"), bases);
    return Ratio.add(rows, RATIOS);
  }

  private static Dataset<Row> recorded(Dataset<Row> stays) {
    Dataset<Row> marked = Provenance.mark(stays, "guest_domestic_count", "guest_international_count",
            "guest_night_count", "revenue_vnd")
        .withColumn("revenue_guest_count", when(col("revenue_vnd").isNotNull(), ALL_GUESTS));
    return Grouping.of(marked, "unit_id", Months.MONTH)
        .with(Measure.sums(STAY_MEASURES)).with(Provenance.carry()).rows();
  }

  private static Dataset<Row> reported(Dataset<Row> reports) {
    Dataset<Row> marked = Provenance.mark(reports, "guest_count", "guest_international_count", "revenue_vnd")
        .withColumns(Map.of(
            "reported_guest_count", col("guest_count"),
            "reported_guest_international_count", col("guest_international_count"),
            "reported_origin_guest_count", when(col("guest_international_count").isNotNull(), col("guest_count")),
            "reported_revenue_vnd", col("revenue_vnd"),
            "reported_revenue_guest_count", when(col("revenue_vnd").isNotNull(), col("guest_count"))));
    return Grouping.of(marked, "unit_id", Months.MONTH)
        .with(Measure.sums(REPORT_MEASURES)).with(Provenance.carry()).rows();
  }

  private static List<Measure> allMeasures() {
    List<Measure> all = new ArrayList<>(STAY_MEASURES);
    all.add(GUESTS);
    all.addAll(REPORT_MEASURES);
    return all;
  }
}
