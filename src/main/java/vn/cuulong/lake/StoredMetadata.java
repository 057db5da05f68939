package vn.cuulong.lake;

import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;

/** The metadata of a Delta table as its shape asks for, and what of it may change. */
final class StoredMetadata {
  /** Whether Delta takes away old entries of the log by itself, cited or not. */
  static final String LOG_CLEANUP = "delta.enableExpiredLogCleanup";

  private StoredMetadata() {}

  /** Metadata of a new table. Reader version 1, writer version 2: every Delta reader there is can open it. */
  static Metadata of(TableShape shape, String id, long now) {
    return new Metadata(id, null, shape.description(), format(), shape.schema().json(), noStrings(),
        immutable(properties(shape)), scala.Option.apply((Object) now));
  }

  /**
   * Metadata of a table that exists, brought to its shape: added columns, other comments, other properties.
   *
   * @param whole true when every row is replaced; then columns may change in any way
   * @return the old object when nothing differs
   * @throws SchemaChangeException when the shape asks for more than that
   */
  static Metadata aligned(TableShape shape, Metadata stored, boolean whole) {
    StructType schema = shape.schema();
    if (!whole) {
      refuseOtherThanAdded(shape, stored.schema());
    }
    Map<String, String> configuration = new LinkedHashMap<>(asJava(stored.configuration()));
    configuration.putAll(properties(shape));
    boolean same = schema.json().equals(stored.schemaString())
        && configuration.equals(asJava(stored.configuration()))
        && shape.description().equals(stored.description());
    return same ? stored : new Metadata(stored.id(), stored.name(), shape.description(), stored.format(),
        schema.json(), noStrings(), immutable(configuration), stored.createdTime());
  }

  private static void refuseOtherThanAdded(TableShape shape, StructType stored) {
    List<String> differences = new ArrayList<>();
    Set<String> wanted = Set.of(shape.schema().fieldNames());
    for (StructField old : stored.fields()) {
      if (!wanted.contains(old.name())) {
        differences.add("column " + old.name() + " is no longer in it");
        continue;
      }
      StructField now = shape.schema().apply(old.name());
      if (!DataType.equalsIgnoreNullability(old.dataType(), now.dataType())) {
        differences.add("column " + old.name() + " was " + old.dataType().sql() + " and is " + now.dataType().sql());
      } else if (old.nullable() && !now.nullable()) {
        differences.add("column " + old.name() + " could be empty and is now required");
      }
    }
    Set<String> had = Set.of(stored.fieldNames());
    for (StructField now : shape.schema().fields()) {
      if (!had.contains(now.name()) && !now.nullable()) {
        differences.add("the new column " + now.name() + " is required, and the rows that exist do not have it");
      }
    }
    if (!differences.isEmpty()) {
      throw new SchemaChangeException(
          "The table " + shape.name() + " does not fit its contract any more.",
          "Since it was written, " + String.join("; ", differences) + ".",
          "Rebuild the whole table with --force, or take the change back; a new column that may be empty needs "
              + "neither.");
    }
  }

  private static Map<String, String> properties(TableShape shape) {
    Map<String, String> properties = new LinkedHashMap<>();
    // Set although it is the default: a session of another tool could have another one, and readers would be lost.
    properties.put("delta.enableDeletionVectors", "false");
    // A checkpoint costs as much as a small night of the table; a hundred small log files are read in no time.
    properties.put("delta.checkpointInterval", "100");
    // A release may cite a version for years; what is no longer needed of the log is taken away by maintenance.
    properties.put(LOG_CLEANUP, "false");
    if (!shape.statistics().isEmpty()) {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", shape.statistics()));
    }
    // What readers skip by is the list above; least and greatest values of other texts are compared for nothing.
    properties.put("parquet.size.statistics.enabled", "false");
    for (StructField field : shape.schema().fields()) {
      if (field.dataType().equals(DataTypes.StringType) && !shape.statistics().contains(field.name())) {
        properties.put("parquet.column.statistics.enabled#" + field.name(), "false");
      }
    }
    for (String column : shape.identifiers()) {
      // Table properties reach the Parquet writer as they are.
      properties.put("parquet.enable.dictionary#" + column, "false");
    }
    return properties;
  }

  private static Format format() {
    return new Format("parquet", immutable(Map.of()));
  }

  @SuppressWarnings("unchecked")
  private static scala.collection.immutable.Seq<String> noStrings() {
    return (scala.collection.immutable.Seq<String>) (Object) Nil$.MODULE$;
  }

  static scala.collection.immutable.Map<String, String> immutable(Map<String, String> map) {
    return Map$.MODULE$.from(asScala(map));
  }
}
