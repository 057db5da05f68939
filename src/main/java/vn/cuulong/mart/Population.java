package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The average population of every unit and region on every map, from the published figures of provinces.
 *
 * <p>For a month the latest year not after its own counts; within a year a figure that needs no split, and then the
 * one made of the fewest published figures. Figures of old and new units are never added to each other, and a sum
 * stands only when it covers all the land.
 */
final class Population {
  private static final Measure POPULATION = new Measure("population_thousand", 3);

  private Population() {}

  /** Adds {@code population_thousand}, {@code population_year} and {@code population_is_estimated}. */
  static Dataset<Row> add(Dataset<Row> rows, Dataset<Row> statistics, BoundaryBases bases) {
    Dataset<Row> known = broadcast(knownYears(statistics, bases));
    Column same = rows.col(BoundaryBases.BASIS).equalTo(known.col("population_basis"))
        .and(rows.col(BoundaryBases.UNIT).equalTo(known.col("population_unit_id")));
    Column latest = array_max(filter(col("known_years"),
        one -> one.getField("year").leq(year(col(Months.MONTH)).cast("bigint"))));
    return rows.join(known, same, "left_outer")
        .withColumn("latest", latest)
        .withColumns(Map.of(
            POPULATION.name(), col("latest.value"),
            "population_year", col("latest.year"),
            "population_is_estimated", col("latest.whole_rank").equalTo(0)))
        .drop("latest", "known_years", "population_basis", "population_unit_id");
  }

  /** One row for each unit of each map, its years in an array that sorts by preference. */
  private static Dataset<Row> knownYears(Dataset<Row> statistics, BoundaryBases bases) {
    Dataset<Row> everywhere = bases.spread(published(statistics), POPULATION);
    Dataset<Row> sums = Grouping.of(everywhere, BoundaryBases.BASIS, BoundaryBases.UNIT, "area_land", "recorded_map",
            "population_year")
        .with(POPULATION.sum(), bit_or(col(BoundaryBases.LAND)).as(BoundaryBases.LAND),
            max("is_split").as("is_split"), count(lit(1)).as("figure_count"))
        .rows()
        .filter(col(BoundaryBases.LAND).equalTo(col("area_land")));
    Column choice = struct(
        col("population_year").as("year"),
        when(col("is_split"), 0).otherwise(1).as("whole_rank"),
        negate(col("figure_count")).as("fewness"),
        POPULATION.column().as("value"));
    return Grouping.of(sums, BoundaryBases.BASIS, BoundaryBases.UNIT)
        .with(collect_list(choice).as("known_years"))
        .rows()
        .withColumnRenamed(BoundaryBases.BASIS, "population_basis")
        .withColumnRenamed(BoundaryBases.UNIT, "population_unit_id");
  }

  /** One figure for each unit and year: of several the one of best status, then the latest published. */
  private static Dataset<Row> published(Dataset<Row> statistics) {
    Column wholeYear = date_add(col("period_end"), 1).equalTo(
        add_months(col("period_start"), 12));
    Column best = struct(
        negate(Provenance.statusRank(col("status"))),
        coalesce(col("vintage"), lit(Places.ALWAYS)),
        col("source_reference"),
        col("value"));
    return Grouping.of(
            statistics.filter(col("indicator").equalTo("population_thousand").and(col("unit_id").isNotNull())
                    .and(wholeYear))
                .withColumn("population_year", year(col("period_start")).cast("bigint")),
            "unit_id", "population_year")
        .with(max_by(col("value"), best).cast(POPULATION.type()).as(POPULATION.name()))
        .rows();
  }
}
