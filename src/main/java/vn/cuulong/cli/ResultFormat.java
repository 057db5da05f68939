package vn.cuulong.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import vn.cuulong.contract.NearestName;

/** How the rows of a query are printed. */
enum ResultFormat {
  /** For people. */
  TABLE {
    @Override
    void print(Dataset<Row> result, PrintStream out, int most) {
      StructField[] fields = result.schema().fields();
      TextTable table = new TextTable(List.of(result.columns()),
          java.util.Arrays.stream(fields).map(field -> field.dataType() instanceof NumericType).toList());
      List<Row> rows = result.takeAsList(most + 1);
      for (Row row : rows.subList(0, Math.min(most, rows.size()))) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
          cells.add(Words.value(plain(row.get(i))));
        }
        table.add(cells);
      }
      table.print(out, "");
      out.println(rows.size() > most
          ? "The first " + Words.counted(most, "row") + "; --rows N shows more, --format csv all."
          : Words.counted(rows.size(), "row"));
    }
  },
  /** Comma-separated, UTF-8, a heading first. */
  CSV {
    @Override
    void print(Dataset<Row> result, PrintStream out, int most) {
      StringBuilder line = new StringBuilder();
      for (String column : result.columns()) {
        line.append(line.length() == 0 ? "" : ",").append(quoted(column));
      }
      out.println(line);
      for (Iterator<Row> rows = result.toLocalIterator(); rows.hasNext(); ) {
        Row row = rows.next();
        line.setLength(0);
        for (int i = 0; i < row.length(); i++) {
          line.append(i == 0 ? "" : ",").append(row.isNullAt(i) ? "" : quoted(Words.value(plain(row.get(i)))));
        }
        out.println(line);
      }
    }
  },
  /** One object a line. */
  JSON {
    @Override
    void print(Dataset<Row> result, PrintStream out, int most) {
      String[] columns = result.columns();
      for (Iterator<Row> rows = result.toLocalIterator(); rows.hasNext(); ) {
        Row row = rows.next();
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
          entries.put(columns[i], json(row.get(i)));
        }
        out.println(JsonEvents.text(entries));
      }
    }
  };

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Prints the rows; {@code most} of them where people read. */
  abstract void print(Dataset<Row> result, PrintStream out, int most);

  /** The format of that name. */
  static ResultFormat of(String name) {
    List<String> valid = new ArrayList<>();
    for (ResultFormat format : values()) {
      valid.add(format.name().toLowerCase(Locale.ROOT));
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw CommandFailure.wrongUse("There is no format \"" + name + "\".", "A result is printed in one of three.",
        TableNames.capital(NearestName.remedy(name, valid)));
  }

  /** Moments in Vietnamese time with their zone; everything else as it is. */
  static Object plain(Object value) {
    return value instanceof Timestamp moment
        ? OffsetDateTime.ofInstant(moment.toInstant(), ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) : value;
  }

  private static Object json(Object value) {
    if (value == null || value instanceof Boolean || value instanceof BigDecimal || value instanceof Number) {
      return value;
    }
    if (value instanceof scala.collection.Iterable<?> many) {
      List<Object> list = new ArrayList<>();
      scala.collection.Iterator<?> each = many.iterator();
      while (each.hasNext()) {
        list.add(json(each.next()));
      }
      return list;
    }
    if (value instanceof Row row) {
      Map<String, Object> entries = new LinkedHashMap<>();
      for (int i = 0; i < row.length(); i++) {
        entries.put(row.schema() == null ? "_" + i : row.schema().fieldNames()[i], json(row.get(i)));
      }
      return entries;
    }
    return (value instanceof Date ? value : plain(value)).toString();
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
