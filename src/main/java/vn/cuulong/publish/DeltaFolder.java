package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.table.Schemas;

/**
 * A table as a Delta table of one version and one file. The commit is written here and not by Delta, so that the same
 * rows give the same bytes: its id comes from the rows, its times are the day of the release. The protocol is the
 * oldest, reader 1 and writer 2, which everything that reads Delta understands.
 */
final class DeltaFolder {
  private DeltaFolder() {}

  /**
   * Adds the files of a table.
   *
   * @param files of the release
   * @param parquet the rows
   * @param day of the release
   */
  static void add(SortedMap<String, byte[]> files, FrozenTable table, byte[] parquet, LocalDate day) {
    String folder = "delta/" + table.name() + "/";
    String hash = Sha256.of(parquet);
    String part = "part-00000-" + hash.substring(0, 32) + ".snappy.parquet";
    long time = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    String commit = String.join("\n",
        action("commitInfo", "timestamp", time, "operation", "WRITE", "operationParameters",
            Json.object("mode", "ErrorIfExists"), "isBlindAppend", true),
        action("protocol", "minReaderVersion", 1, "minWriterVersion", 2),
        action("metaData", "id", UUID.nameUUIDFromBytes((table.name() + hash).getBytes(StandardCharsets.UTF_8))
            .toString(), "name", table.name(), "description", table.contract().title().en(), "format",
            Json.object("provider", "parquet", "options", Map.of()), "schemaString", schema(table.columns()).json(),
            "partitionColumns", List.of(), "configuration", Map.of(), "createdTime", time),
        action("add", "path", part, "partitionValues", Map.of(), "size", parquet.length, "modificationTime", time,
            "dataChange", true, "stats", Json.line(Json.object("numRecords", table.rows().size()))));
    files.put(folder + part, parquet);
    files.put(folder + "_delta_log/00000000000000000000.json", (commit + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String action(String name, Object... keysAndValues) {
    return Json.line(Map.of(name, Json.object(keysAndValues)));
  }

  private static StructType schema(List<FrozenColumn> columns) {
    return new StructType(columns.stream().map(column -> new StructField(column.name(), Schemas.type(column.type()),
        !column.required(), new MetadataBuilder().putString("comment", column.title().vi() + " / "
            + column.title().en()).build())).toArray(StructField[]::new));
  }
}
