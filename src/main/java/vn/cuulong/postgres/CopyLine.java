package vn.cuulong.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.example.data.Group;

/** A row as a line of COPY in its text format: a tab between values, {@code \N} for none. */
final class CopyLine {
  private final List<ReleaseColumn> columns;
  private final StringBuilder line = new StringBuilder();

  CopyLine(List<ReleaseColumn> columns) {
    this.columns = columns;
  }

  /** The line of a row, with its end. */
  String of(Group row) {
    line.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append('\t');
      }
      if (row.getFieldRepetitionCount(i) == 0) {
        line.append("\\N");
      } else {
        escaped(value(columns.get(i), row, i));
      }
    }
    return line.append('\n').toString();
  }

  private static String value(ReleaseColumn column, Group row, int at) {
    if (column.isList()) {
      return list(row.getGroup(at, 0));
    }
    if (column.scale() >= 0) {
      return BigDecimal.valueOf(row.getLong(at, 0), column.scale()).toPlainString();
    }
    return switch (column.stored().asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> row.getString(at, 0);
      case INT64 -> column.isMoment() ? Instant.EPOCH.plus(row.getLong(at, 0), ChronoUnit.MICROS).toString()
          : Long.toString(row.getLong(at, 0));
      case INT32 -> LocalDate.ofEpochDay(row.getInteger(at, 0)).toString();
      case DOUBLE -> Double.toString(row.getDouble(at, 0));
      default -> Boolean.toString(row.getBoolean(at, 0));
    };
  }

  private static String list(Group list) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      text.append(i == 0 ? "\"" : ",\"");
      text.append(list.getGroup(0, i).getString(0, 0).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return text.append('}').toString();
  }

  private void escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
