package vn.cuulong;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table of a case as CSV: a header of column names, one row a line, an empty cell for null, the items of an array
 * joined by {@code |} and an empty array as {@code []}. A column that the file leaves out is null, except those of
 * {@link #DEFAULTS}.
 */
record CaseTable(List<String> header, List<List<String>> rows) {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Map<String, String> DEFAULTS = Map.of("issues", "[]", "data_origin", "administrative");

  static CaseTable read(Path file) {
    try {
      List<List<String>> lines = Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank()).map(CaseTable::cells).toList();
      return new CaseTable(lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  /** The rows as the schema has them. */
  List<Row> rows(StructType schema) {
    for (String name : header) {
      if (!Arrays.asList(schema.fieldNames()).contains(name)) {
        throw new IllegalArgumentException("The case has a column \"" + name + "\" that the table has not; it has "
            + Arrays.toString(schema.fieldNames()));
      }
    }
    List<Row> made = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException("Row " + row + " has " + row.size() + " cells; the header has "
            + header.size());
      }
      made.add(RowFactory.create(Arrays.stream(schema.fields()).map(field -> value(field, row)).toArray()));
    }
    return made;
  }

  private Object value(StructField field, List<String> row) {
    int at = header.indexOf(field.name());
    String text = at < 0 ? DEFAULTS.getOrDefault(field.name(), "") : row.get(at);
    return text.isEmpty() ? null : value(field.dataType(), text);
  }

  private static Object value(DataType type, String text) {
    if (type instanceof ArrayType) {
      return text.equals("[]") ? new String[0] : text.split("\\|");
    }
    if (type instanceof DecimalType decimal) {
      return new BigDecimal(text).setScale(decimal.scale());
    }
    if (type.equals(DataTypes.LongType)) {
      return Long.valueOf(text);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Double.valueOf(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return java.time.LocalDate.parse(text.length() == 7 ? text + "-01" : text);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return OffsetDateTime.parse(text).toInstant();
    }
    return text;
  }

  /** Rows of a result as cells of this format, sorted. */
  static CaseTable of(List<String> header, List<Row> rows) {
    List<List<String>> cells = rows.stream()
        .map(row -> header.stream().map(name -> text(row.getAs(name))).toList())
        .sorted(java.util.Comparator.comparing(line -> String.join("\u0001", line)))
        .toList();
    return new CaseTable(header, cells);
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof scala.collection.Seq<?> items) {
      String joined = CollectionConverters.asJava(items).stream().map(String::valueOf)
          .collect(Collectors.joining("|"));
      return joined.isEmpty() ? "[]" : joined;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Instant instant) {
      return instant.atZone(VIET_NAM).toOffsetDateTime().toString();
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant().atZone(VIET_NAM).toOffsetDateTime().toString();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate().toString();
    }
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    return String.valueOf(value);
  }

  /** Ten significant digits: enough to catch a wrong formula, few enough to read and check by hand. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(10));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The lines of the file. */
  String text() {
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString();
  }

  /** What differs from the expected table, one line each, {@code -} for expected and {@code +} for found. */
  String difference(CaseTable expected) {
    List<List<String>> missing = new ArrayList<>(expected.rows);
    List<List<String>> added = new ArrayList<>();
    for (List<String> row : rows) {
      if (!missing.remove(row)) {
        added.add(row);
      }
    }
    StringBuilder text = new StringBuilder();
    missing.forEach(row -> text.append("- ").append(String.join(",", row)).append('\n'));
    added.forEach(row -> text.append("+ ").append(String.join(",", row)).append('\n'));
    return text.isEmpty() ? "" : "  " + String.join(",", header) + '\n' + text;
  }
}
