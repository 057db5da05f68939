package vn.cuulong.landing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.table.Schemas;

/** A landing file read to its end without Spark: every accepted row as text, every reject by code. */
final class ReadFile implements RowReader.RowUse {
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
    try (RowReader reader = new RowReader(plan, layout, layout.records(conf), read)) {
      while (reader.nextBatch()) {
        read.take(reader.batch(), Schemas.of(table), table.key());
      }
    }
    return read;
  }

  @Override
  public boolean wants(RowReader row) {
    if (row.rejected) {
      rejected++;
      for (String issue : row.issueCodes()) {
        rejectsByCode.merge(issue.substring(issue.indexOf(':') + 1), 1, Integer::sum);
      }
      rejectSamples.add(String.join(",", row.issueCodes()) + " <- " + row.record.rawText(200));
    }
    return true;
  }

  private void take(ColumnarBatch batch, StructType schema, List<String> key) {
    for (Map<String, String> values : texts(batch, schema)) {
      rows.put(String.join("|", key.stream().map(values::get).toList()), values);
      accepted++;
    }
  }

  /** The rows of a batch, every column as text; empty for a missing value. */
  static List<Map<String, String>> texts(ColumnarBatch batch, StructType schema) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < batch.numRows(); row++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int column = 0; column < schema.length(); column++) {
        StructField field = schema.fields()[column];
        values.put(field.name(), text(batch.column(column), field, row));
      }
      rows.add(values);
    }
    return rows;
  }

  private static String text(ColumnVector vector, StructField field, int row) {
    if (vector.isNullAt(row)) {
      return "";
    }
    if (field.dataType() instanceof DecimalType type) {
      BigDecimal number = vector.getDecimal(row, type.precision(), type.scale()).toJavaBigDecimal();
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (field.dataType() instanceof ArrayType) {
      StringBuilder issues = new StringBuilder(",");
      for (int i = 0; i < vector.getArray(row).numElements(); i++) {
        issues.append(vector.getArray(row).getUTF8String(i)).append(',');
      }
      return issues.toString();
    }
    if (field.dataType().equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay(vector.getInt(row)).toString();
    }
    if (field.dataType().equals(DataTypes.TimestampType)) {
      Instant at = Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
      return at.atOffset(ZoneOffset.ofHours(7)).truncatedTo(ChronoUnit.SECONDS)
          .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
    }
    if (field.dataType().equals(DataTypes.LongType)) {
      return Long.toString(vector.getLong(row));
    }
    if (field.dataType().equals(DataTypes.BooleanType)) {
      return Boolean.toString(vector.getBoolean(row));
    }
    return vector.getUTF8String(row).toString();
  }
}
