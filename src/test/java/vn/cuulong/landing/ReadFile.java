package vn.cuulong.landing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.NoValues;
import vn.cuulong.table.Numbers;
import vn.cuulong.table.PlainTexts;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.Schemas;

/** A landing file read to its end without Spark: every accepted row as text, every reject by code. */
final class ReadFile {
  /** Accepted rows by the key of the table, the last one where a key stands twice. */
  final Map<String, Map<String, String>> rows = new HashMap<>();
  final Map<String, Integer> rejectsByCode = new TreeMap<>();
  final List<String> rejectSamples = new ArrayList<>();
  int accepted;
  int rejected;

  private ReadFile() {}

  static ReadFile of(Jobs jobs, Path landing, Path file) throws IOException {
    String path = landing.relativize(file).toString();
    SourceContract source = jobs.sources().get(path.substring(0, path.indexOf('/')));
    TableContract table = jobs.tables().get(source.feeds());
    Configuration conf = new Configuration(false);
    LandingFolder folder = new LandingFolder(conf, landing.toUri().toString());
    LandingFolder.Found found = folder.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    FileLayout layout = new FileInspection(conf, folder.identify(found, source), source, table).layout();
    ReadFile read = new ReadFile();
    TablePlan plan = new TablePlan(table, jobs.dictionary());
    List<FilePart> parts = FilePart.packed(List.of(layout)).stream().flatMap(List::stream).toList();
    for (ReadBlock block : new Survey(plan, List.of(layout), null, conf).read(parts)) {
      read.take(block, Schemas.of(table), table.key());
    }
    return read;
  }

  private void take(ReadBlock block, StructType schema, List<String> key) {
    for (FileSurvey.Reject reject : block.survey().rejects) {
      rejected++;
      reject.codes().forEach(issue ->
          rejectsByCode.merge(issue.substring(issue.indexOf(':') + 1), 1, Integer::sum));
      rejectSamples.add(String.join(",", reject.codes()) + " at " + reject.position());
    }
    for (Map<String, String> values : texts(block.rows(), schema)) {
      rows.put(String.join("|", key.stream().map(values::get).toList()), values);
      accepted++;
    }
  }

  /** The rows of a block, every column as text; empty for a missing value. */
  static List<Map<String, String>> texts(RowBlock block, StructType schema) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < block.size(); row++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int column = 0; column < schema.length(); column++) {
        StructField field = schema.fields()[column];
        values.put(field.name(), text(block.columns().get(column), field.dataType(), row));
      }
      rows.add(values);
    }
    return rows;
  }

  private static String text(ColumnValues column, DataType type, int row) {
    if (column instanceof Numbers numbers) {
      return numbers.get(row) == Numbers.NONE ? "" : text(numbers.get(row), type);
    }
    if (column instanceof PlainTexts texts) {
      int length = texts.length(row);
      return length < 0 ? "" : new String(texts.bytes(), texts.start(row), length, StandardCharsets.UTF_8);
    }
    if (column instanceof NoValues || ((Coded<?>) column).get(row) == Coded.NONE) {
      return "";
    }
    Object word = ((Coded<?>) column).words().get(((Coded<?>) column).get(row));
    return word instanceof byte[] text ? new String(text, StandardCharsets.UTF_8)
        : Arrays.stream((String[]) word).map(issue -> issue + ",").collect(Collectors.joining("", ",", ""));
  }

  private static String text(long number, DataType type) {
    if (type instanceof DecimalType decimal) {
      BigDecimal exact = BigDecimal.valueOf(number, decimal.scale());
      return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay(number).toString();
    }
    if (type.equals(DataTypes.TimestampType)) {
      Instant at = Instant.EPOCH.plus(number, ChronoUnit.MICROS);
      return at.atOffset(ZoneOffset.ofHours(7)).truncatedTo(ChronoUnit.SECONDS)
          .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.toString(number != 0);
    }
    return type.equals(DataTypes.DoubleType) ? Double.toString(Double.longBitsToDouble(number)) : Long.toString(number);
  }
}
