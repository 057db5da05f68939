package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bitwise_not;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.territory.Territory;

/**
 * Shows recorded values on the three maps.
 *
 * <p>{@link #place} sends each row to every unit and region to which it goes as a whole; a mart may then count again
 * what does not add up. Rows that have to be split wait as {@value #RECORDED} rows of their own unit, so that only
 * sums of a unit and month are split and never single records, and {@link #combine} gives them their parts.
 */
final class BoundaryBases {
  static final String BASIS = "boundary_basis";
  static final String UNIT = "unit_id";
  static final String[] KEY = {BASIS, UNIT, Months.MONTH};
  /** The provinces of the 2004 map that a placed row covers, as bits. */
  static final String LAND = "land";
  private static final String RECORDED = "recorded";
  private static final String ELSEWHERE = "elsewhere";
  private static final int NOT_COVERED = -1;

  private final Places places;
  private final PlaceTables tables;

  BoundaryBases(SparkSession spark, Territory territory) {
    this.places = new Places(territory);
    this.tables = new PlaceTables(spark, places);
  }

  /**
   * Rows with {@code boundary_basis}, {@code unit_id} and {@code land} in place of the recorded unit. Rows of units
   * that the marts do not cover are left out. Each row becomes about six.
   *
   * @param rows with a column {@code month}
   * @param recorded the column that holds the recorded unit
   */
  Dataset<Row> place(Dataset<Row> rows, String recorded) {
    Dataset<Row> ways = broadcast(tables.wholes());
    Column here = rows.col(recorded).equalTo(ways.col("recorded_unit_id"))
        .and(rows.col(Months.MONTH).geq(ways.col("shown_from")))
        .and(rows.col(Months.MONTH).lt(ways.col("shown_until")));
    Dataset<Row> placed = rows.join(ways, here).drop("recorded_unit_id", "shown_from", "shown_until");
    return recorded.equals(UNIT)
        ? placed.drop(rows.col(UNIT)).withColumnRenamed("target_unit_id", UNIT)
        : placed.drop(recorded).withColumnRenamed("target_unit_id", UNIT);
  }

  /**
   * Turns a recorded unit into a small number: -1 for one that the marts do not cover, null for none. Grouping many
   * rows by numbers, or taking the greatest of a group, costs a fraction of the same with text.
   */
  Dataset<Row> number(Dataset<Row> rows, String recorded, String number) {
    Dataset<Row> numbers = broadcast(tables.numbers());
    return rows.join(numbers, rows.col(recorded).equalTo(numbers.col("numbered_unit_id")), "left_outer")
        .withColumn(number, when(col(recorded).isNotNull(), coalesce(col("unit_number"), lit(NOT_COVERED))))
        .drop(recorded, "numbered_unit_id", "unit_number");
  }

  /** The recorded unit of a number; {@value #ELSEWHERE} for one that the marts do not cover. */
  Column recorded(Column number) {
    return when(number.geq(0), element_at(tables.recordedIds(), number.plus(1)))
        .when(number.isNotNull(), ELSEWHERE);
  }

  /**
   * Marks placed rows with the relation of another recorded unit to the unit of the row: {@code true} inside,
   * {@code false} when it only overlaps, null when it lies outside. At most one row for each row.
   */
  Dataset<Row> relate(Dataset<Row> placed, String otherRecorded, String relation) {
    Dataset<Row> ways = broadcast(tables.relations().withColumnRenamed("is_whole", relation));
    Column there = placed.col(otherRecorded).equalTo(ways.col("recorded_unit_id"))
        .and(placed.col(BASIS).equalTo(ways.col("target_basis")))
        .and(placed.col(UNIT).equalTo(ways.col("target_unit_id")))
        .and(placed.col(Months.MONTH).geq(ways.col("shown_from")))
        .and(placed.col(Months.MONTH).lt(ways.col("shown_until")));
    return placed.join(ways, there, "left_outer")
        .drop("recorded_unit_id", "target_basis", "target_unit_id", "shown_from", "shown_until");
  }

  /**
   * Figures of recorded units on every unit and region of every map at once, whatever the month: whole or split, with
   * {@code recorded_map}, {@code is_split}, the {@code land} that the figure covers and the {@code area_land} it
   * should cover.
   */
  Dataset<Row> spread(Dataset<Row> figures, Measure measure) {
    Dataset<Row> ways = broadcast(tables.ways());
    return figures.join(ways, figures.col(UNIT).equalTo(ways.col("recorded_unit_id")))
        .drop(figures.col(UNIT)).drop("recorded_unit_id")
        .withColumnRenamed("target_unit_id", UNIT)
        .withColumn(measure.name(), measure.part(col("fractions")))
        .drop("fractions");
  }

  /** The land that a group of placed rows covers. */
  static Column coveredLand() {
    return bit_or(col(LAND)).as(LAND);
  }

  /**
   * The families side by side, one row for each unit, basis and month, on all three maps: their measures, the
   * provinces without records, {@code is_region}, {@code region_id}, {@code is_comparable} and what
   * {@link Provenance} carries.
   */
  Dataset<Row> combine(List<Family> families) {
    Dataset<Row> all = null;
    for (Family family : families) {
      Dataset<Row> rows = family.rows().withColumn("family", lit(family.name()));
      all = all == null ? rows : all.unionByName(rows, true);
    }
    // By month, so that neither this grouping nor what is compared within a month moves rows again.
    Dataset<Row> parts = split(all, families).repartition(col(Months.MONTH));
    Grouping grouping = Grouping.of(parts, KEY).with(Provenance.carry())
        .with(max("is_split").as("is_split"));
    for (Family family : families) {
      Column own = col("family").equalTo(family.name());
      grouping.with(Measure.sums(family.additive()));
      for (String measure : family.recounted()) {
        Column counted = sum(measure).cast(family.rows().schema().apply(measure).dataType());
        grouping.with(when(not(max(own.and(col("is_split")))), counted).as(measure));
      }
      grouping.with(bit_or(when(own, col(LAND))).as(family.missing()));
    }
    Dataset<Row> rows = Provenance.name(described(grouping.rows(), families));
    return rows.filter(hasValue(families))
        .withColumn("is_estimated", col("is_split").or(Provenance.GUESSES.column().gt(0)))
        .drop("is_split");
  }

  /** Splits the waiting rows; all others stay as they are. */
  private Dataset<Row> split(Dataset<Row> all, List<Family> families) {
    Dataset<Row> ways = broadcast(tables.parts());
    Column same = all.col(BASIS).equalTo(ways.col("placed_basis"))
        .and(all.col(UNIT).equalTo(ways.col("placed_unit_id")));
    // Rows that are in place already have no fractions, and the fold over none of them gives the whole.
    Column none = array().cast(tables.fractionsType());
    Column fractions = coalesce(ways.col("fractions"), none);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("is_split", ways.col("placed_basis").isNotNull());
    columns.put(BASIS, coalesce(ways.col("part_basis"), all.col(BASIS)));
    columns.put(UNIT, coalesce(ways.col("part_unit_id"), all.col(UNIT)));
    columns.put(LAND, coalesce(ways.col("part_land"), all.col(LAND)));
    List<Measure> measures = new ArrayList<>(List.of(Provenance.RECORDS, Provenance.GUESSES));
    families.forEach(family -> measures.addAll(family.additive()));
    measures.forEach(measure -> columns.put(measure.name(), measure.part(fractions)));
    return all.join(ways, same, "left_outer")
        .withColumns(columns)
        .drop("fractions", "placed_basis", "placed_unit_id", "part_basis", "part_unit_id", "part_land");
  }

  /** Adds what is known of the unit, and turns covered land into the provinces that lack records. */
  private Dataset<Row> described(Dataset<Row> rows, List<Family> families) {
    Dataset<Row> areas = broadcast(tables.areas());
    Column same = rows.col(BASIS).equalTo(areas.col("area_basis")).and(rows.col(UNIT).equalTo(areas.col("area_id")))
        .and(rows.col(Months.MONTH).geq(areas.col("shown_from")))
        .and(rows.col(Months.MONTH).lt(areas.col("shown_until")));
    Map<String, Column> missing = new LinkedHashMap<>();
    families.forEach(family -> missing.put(family.missing(), missing(col(family.missing()))));
    return rows.join(areas, same)
        .withColumns(missing)
        .drop("area_basis", "area_id", "area_land", "shown_from", "shown_until");
  }

  private Column missing(Column covered) {
    Column bits = col("area_land").bitwiseAND(bitwise_not(coalesce(covered, lit(0L))));
    Column without = filter(tables.landIds(), land -> not(bits.bitwiseAND(land.getField("bit")).equalTo(0L)));
    return sort_array(transform(without, land -> land.getField("id")));
  }

  /** Only rows that say something: a province that neither sold nor bought has no row, rather than an empty one. */
  private static Column hasValue(List<Family> families) {
    Column has = lit(false);
    for (Family family : families) {
      for (Measure measure : family.additive()) {
        has = has.or(measure.column().isNotNull());
      }
      for (String measure : family.recounted()) {
        has = has.or(col(measure).isNotNull());
      }
    }
    return has;
  }

  /** The basis under which a row waits to be split. */
  static String recorded() {
    return RECORDED;
  }
}
