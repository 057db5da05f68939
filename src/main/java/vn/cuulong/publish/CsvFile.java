package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table as CSV: UTF-8 with its mark at the start, so that Excel reads it as UTF-8, and lines that end in CR LF. */
final class CsvFile {
  /** How numbers and fields are told apart. */
  enum Dialect {
    /** {@code 1.5,2}: what programs read, and Excel in English. */
    INTERNATIONAL(',', '.', "csv"),
    /** {@code 1,5;2}: what Excel reads in Vietnamese. */
    VIETNAMESE(';', ',', "csv-vi");

    private final char separator;
    private final char decimalMark;
    private final String folder;

    Dialect(char separator, char decimalMark, String folder) {
      this.separator = separator;
      this.decimalMark = decimalMark;
      this.folder = folder;
    }

    /** The folder of a release that holds the files of this dialect. */
    String folder() {
      return folder;
    }

    char separator() {
      return separator;
    }

    char decimalMark() {
      return decimalMark;
    }
  }

  private final StringBuilder text = new StringBuilder("\ufeff");
  private final Dialect dialect;

  private CsvFile(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The bytes of a table. */
  static byte[] of(FrozenTable table, Dialect dialect) {
    CsvFile file = new CsvFile(dialect);
    List<FrozenColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      file.field(columns.get(i).name(), i);
    }
    file.text.append("\r\n");
    for (Object[] row : table.rows()) {
      for (int i = 0; i < row.length; i++) {
        file.field(file.value(columns.get(i), row[i]), i);
      }
      file.text.append("\r\n");
    }
    return file.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String value(FrozenColumn column, Object value) {
    String plain = PlainText.of(value);
    if (column.isNumber()) {
      return dialect.decimalMark == '.' ? plain : plain.replace('.', dialect.decimalMark);
    }
    return PlainText.harmlessBetweenMarks(plain);
  }

  private void field(String value, int at) {
    if (at > 0) {
      text.append(dialect.separator);
    }
    boolean quoted = value.indexOf(dialect.separator) >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0;
    if (quoted) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
  }
}
