package vn.cuulong.postgres;

import java.util.ArrayList;
import java.util.List;
import vn.cuulong.publish.PublishException;

/** The SQL that makes one table. Names are letters, digits and underscores; everything else is quoted. */
final class TableStatements {
  private static final int LONGEST_NAME = 63;

  private final String schema;
  private final ReleaseTable table;

  TableStatements(String schema, ReleaseTable table) {
    this.schema = schema;
    this.table = table;
  }

  /** A name that needs no doubt: {@code [a-z_][a-z0-9_]*}, in quotes because it may be a word of SQL. */
  static String name(String name) {
    boolean plain = !name.isEmpty() && name.length() <= LONGEST_NAME && !Character.isDigit(name.charAt(0));
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }
    if (!plain) {
      throw new PublishException("\"" + name + "\" cannot be a name in the database.", "Names are up to " + LONGEST_NAME
          + " of a to z, 0 to 9 and _, and begin with no digit.", "Rename it in its contract.");
    }
    return '"' + name + '"';
  }

  /** A text constant. */
  static String text(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }

  /** The name of the table with its schema. */
  String qualified() {
    return name(schema) + "." + name(table.name());
  }

  /** Makes the table without rows. */
  String create() {
    List<String> lines = new ArrayList<>();
    for (ReleaseColumn column : table.columns()) {
      lines.add("  " + name(column.name()) + " " + column.type() + (column.required() ? " NOT NULL" : ""));
    }
    return "CREATE TABLE " + qualified() + " (\n" + String.join(",\n", lines) + "\n)";
  }

  /** Takes the rows. */
  String copy() {
    return "COPY " + qualified() + " FROM STDIN (FORMAT text, ENCODING 'UTF8')";
  }

  /**
   * The key and the comments; after the rows, because an index over rows that are there is made faster.
   *
   * @param release the name of the release, for the comment of the table
   */
  List<String> finish(String release) {
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TABLE " + qualified() + " ADD PRIMARY KEY ("
        + String.join(", ", table.key().stream().map(TableStatements::name).toList()) + ")");
    statements.add("COMMENT ON TABLE " + qualified() + " IS " + text(table.comment() + "\n" + release));
    for (ReleaseColumn column : table.columns()) {
      statements.add("COMMENT ON COLUMN " + qualified() + "." + name(column.name()) + " IS " + text(column.comment()));
    }
    return statements;
  }
}
