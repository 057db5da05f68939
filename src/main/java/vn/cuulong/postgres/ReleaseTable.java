package vn.cuulong.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import vn.cuulong.publish.PublishException;

/**
 * A table of a release: its words from {@code datapackage.json}, its rows from its Parquet file, in the order of the
 * key.
 *
 * @param name of the table
 * @param comment what it is, Vietnamese first
 * @param columns in their order
 * @param key the columns of the primary key
 * @param rowCount how many rows the manifest promises
 * @param file the rows
 */
record ReleaseTable(String name, String comment, List<ReleaseColumn> columns, List<String> key, long rowCount,
    Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The tables of a release folder. */
  static List<ReleaseTable> of(Path release) {
    try {
      JsonNode manifest = JSON.readTree(release.resolve("manifest.json").toFile());
      JsonNode words = JSON.readTree(release.resolve("datapackage.json").toFile());
      List<ReleaseTable> tables = new ArrayList<>();
      for (JsonNode table : manifest.path("tables")) {
        tables.add(table(release, table, words.path("resources")));
      }
      return tables;
    } catch (IOException unreadable) {
      throw new PublishException("The release " + release + " cannot be read.", "Reading failed: "
          + unreadable.getMessage() + ".", "Check it with \"cuulong verify\", or publish the product again.");
    }
  }

  private static ReleaseTable table(Path release, JsonNode manifest, JsonNode resources) throws IOException {
    String name = manifest.path("name").asText();
    Path file = release.resolve("parquet").resolve(name + ".parquet");
    JsonNode resource = named(resources, name);
    List<ReleaseColumn> columns = new ArrayList<>();
    MessageType stored;
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      stored = reader.getFileMetaData().getSchema();
    }
    stored.getFields().forEach(field -> columns.add(
        new ReleaseColumn(field, comment(named(resource.path("schema").path("fields"), field.getName())))));
    List<String> key = new ArrayList<>();
    manifest.path("key").forEach(column -> key.add(column.asText()));
    return new ReleaseTable(name, resource.path("title").asText(), columns, key, manifest.path("rows").asLong(), file);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    return JSON.createObjectNode();
  }

  private static String comment(JsonNode field) {
    StringJoiner comment = new StringJoiner("\n");
    comment.add(field.path("title").asText());
    comment.add(field.path("description").asText());
    Optional.ofNullable(field.get("unit")).ifPresent(unit -> comment.add("[" + unit.asText() + "]"));
    return comment.toString().strip();
  }

  /** Reads the rows, one after the other. */
  ParquetReader<Group> rows() throws IOException {
    return new Rows(new LocalInputFile(file), new PlainParquetConfiguration()).build();
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file, ParquetConfiguration conf) {
      super(file, conf);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
