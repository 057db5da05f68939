package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** {@link Places} as small tables that every executor gets a copy of. */
final class PlaceTables {
  private static final DataType FRACTIONS = DataTypes.createArrayType(DataTypes.createDecimalType(13, 12), false);

  private final SparkSession spark;
  private final Places places;

  PlaceTables(SparkSession spark, Places places) {
    this.spark = spark;
    this.places = places;
  }

  DataType fractionsType() {
    return FRACTIONS;
  }

  /** The recorded units with their places in {@link #recordedIds}, from 0. */
  Dataset<Row> numbers() {
    Set<Row> rows = new LinkedHashSet<>();
    List<String> ids = places.recordedIds();
    for (int i = 0; i < ids.size(); i++) {
      rows.add(RowFactory.create(ids.get(i), i));
    }
    return table(rows, new StructType()
        .add("numbered_unit_id", DataTypes.StringType, false)
        .add("unit_number", DataTypes.IntegerType, false));
  }

  /** The recorded units as a constant. */
  Column recordedIds() {
    return array(places.recordedIds().stream().map(id -> lit(id)).toArray(Column[]::new));
  }

  /** Where a recorded unit goes as a whole, and where it waits when it has to be split. */
  Dataset<Row> wholes() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Place place : places.places()) {
      if (place.isSplit()) {
        rows.add(RowFactory.create(place.recordedUnitId(), BoundaryBases.recorded(), place.recordedUnitId(), 0L,
            Places.ALWAYS, Places.FOREVER));
      } else {
        rows.add(RowFactory.create(place.recordedUnitId(), place.basis().code(), place.unitId(), place.land(),
            place.from(), place.until()));
      }
    }
    return table(rows, new StructType()
        .add("recorded_unit_id", DataTypes.StringType, false)
        .add(BoundaryBases.BASIS, DataTypes.StringType, false)
        .add("target_unit_id", DataTypes.StringType, false)
        .add(BoundaryBases.LAND, DataTypes.LongType, false)
        .add("shown_from", DataTypes.DateType, false)
        .add("shown_until", DataTypes.DateType, false));
  }

  /** Whether a recorded unit lies inside a target or only overlaps it; one row for each pair. */
  Dataset<Row> relations() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Place place : places.places()) {
      rows.add(RowFactory.create(place.recordedUnitId(), place.basis().code(), place.unitId(), !place.isSplit(),
          place.from(), place.until()));
    }
    return table(rows, new StructType()
        .add("recorded_unit_id", DataTypes.StringType, false)
        .add("target_basis", DataTypes.StringType, false)
        .add("target_unit_id", DataTypes.StringType, false)
        .add("is_whole", DataTypes.BooleanType, false)
        .add("shown_from", DataTypes.DateType, false)
        .add("shown_until", DataTypes.DateType, false));
  }

  /** The parts of the rows that wait to be split. */
  Dataset<Row> parts() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Place place : places.places()) {
      if (place.isSplit()) {
        rows.add(RowFactory.create(BoundaryBases.recorded(), place.recordedUnitId(), place.basis().code(),
            place.unitId(), place.fractions().toArray(), place.land()));
      }
    }
    return table(rows, new StructType()
        .add("placed_basis", DataTypes.StringType, false)
        .add("placed_unit_id", DataTypes.StringType, false)
        .add("part_basis", DataTypes.StringType, false)
        .add("part_unit_id", DataTypes.StringType, false)
        .add("fractions", FRACTIONS, false)
        .add("part_land", DataTypes.LongType, false));
  }

  /** Every way of every recorded unit, whole or split. */
  Dataset<Row> ways() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Place place : places.places()) {
      rows.add(RowFactory.create(place.recordedUnitId(), place.recordedMap().code(), place.basis().code(),
          place.unitId(), place.fractions().toArray(), place.isSplit(), place.land(),
          places.land(place.unitId())));
    }
    return table(rows, new StructType()
        .add("recorded_unit_id", DataTypes.StringType, false)
        .add("recorded_map", DataTypes.StringType, false)
        .add(BoundaryBases.BASIS, DataTypes.StringType, false)
        .add("target_unit_id", DataTypes.StringType, false)
        .add("fractions", FRACTIONS, false)
        .add("is_split", DataTypes.BooleanType, false)
        .add(BoundaryBases.LAND, DataTypes.LongType, false)
        .add("area_land", DataTypes.LongType, false));
  }

  /** What is known of each unit and region of each map. */
  Dataset<Row> areas() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Area area : places.areas()) {
      rows.add(RowFactory.create(area.basis().code(), area.unitId(), area.isRegion(), area.land(), area.regionId(),
          area.isComparable(), area.from(), area.until()));
    }
    return table(rows, new StructType()
        .add("area_basis", DataTypes.StringType, false)
        .add("area_id", DataTypes.StringType, false)
        .add("is_region", DataTypes.BooleanType, false)
        .add("area_land", DataTypes.LongType, false)
        .add("region_id", DataTypes.StringType, true)
        .add("is_comparable", DataTypes.BooleanType, false)
        .add("shown_from", DataTypes.DateType, false)
        .add("shown_until", DataTypes.DateType, false));
  }

  /** The provinces of the 2004 map with their bits, as a constant. */
  Column landIds() {
    List<Column> lands = new ArrayList<>();
    for (int i = 0; i < places.landIds().size(); i++) {
      lands.add(struct(lit(1L << i).as("bit"), lit(places.landIds().get(i)).as("id")));
    }
    return array(lands.toArray(Column[]::new));
  }

  private Dataset<Row> table(Set<Row> rows, StructType schema) {
    return spark.createDataFrame(List.copyOf(rows), schema);
  }
}
