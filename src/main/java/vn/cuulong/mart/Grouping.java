package vn.cuulong.mart;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows grouped by some of their columns, with the columns that are computed for each group. */
final class Grouping {
  private final Dataset<Row> rows;
  private final Column[] keys;
  private final List<Column> columns = new ArrayList<>();

  private Grouping(Dataset<Row> rows, Column[] keys) {
    this.rows = rows;
    this.keys = keys;
  }

  static Grouping of(Dataset<Row> rows, String... keys) {
    Column[] columns = new Column[keys.length];
    for (int i = 0; i < keys.length; i++) {
      columns[i] = functions.col(keys[i]);
    }
    return new Grouping(rows, columns);
  }

  Grouping with(Column... more) {
    columns.addAll(List.of(more));
    return this;
  }

  Grouping with(List<Column> more) {
    columns.addAll(more);
    return this;
  }

  Dataset<Row> rows() {
    return rows.groupBy(keys)
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }
}
