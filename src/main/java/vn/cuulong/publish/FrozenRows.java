package vn.cuulong.publish;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.ProductContract.PublishedTable;

/** Reads the rows of a mart once, and sorts them by its key. */
public final class FrozenRows {
  private FrozenRows() {}

  /**
   * Freezes a table.
   *
   * @param published what the product says of it
   * @param origin from where {@code rows} are
   * @param rows of one version of the mart; those columns that the contract names must be there
   * @throws PublishException when a value cannot be written in every format
   */
  public static FrozenTable of(PublishedTable published, TableOrigin origin, Dataset<Row> rows) {
    List<FrozenColumn> columns = published.columns().stream().map(use -> FrozenColumn.of(published, use)).toList();
    String[] names = columns.stream().map(FrozenColumn::name).toArray(String[]::new);
    List<Object[]> values = new ArrayList<>();
    for (Row row : rows.selectExpr(names).collectAsList()) {
      Object[] frozen = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        frozen[i] = value(row, i, published.table().name() + "." + names[i]);
      }
      values.add(frozen);
    }
    FrozenTable table = new FrozenTable(published.table(), origin, columns, values);
    values.sort(byKey(table));
    return table;
  }

  private static Object value(Row row, int at, String place) {
    Object value = row.get(at);
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    if (value instanceof Timestamp moment) {
      return moment.toInstant();
    }
    if (value instanceof scala.collection.Iterable<?>) {
      return row.getList(at);
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new PublishException("A value of " + place + " is " + number + ".", "It is no number that a spreadsheet or "
          + "a database could hold.", "A mart leaves a value that cannot be computed empty: put its build right.");
    }
    boolean known = value == null || value instanceof String || value instanceof Long || value instanceof Boolean
        || value instanceof Double || value instanceof java.math.BigDecimal || value instanceof LocalDate
        || value instanceof Instant;
    if (!known) {
      throw new IllegalStateException(place + " holds a " + value.getClass().getName());
    }
    return value;
  }

  /** Orders rows by the key of their table; a key has no empty values, and no two rows have the same. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Comparator<Object[]> byKey(FrozenTable table) {
    Comparator<Object[]> order = (a, b) -> 0;
    for (String key : table.contract().key()) {
      int at = table.indexOf(key);
      order = order.thenComparing((a, b) -> ((Comparable) a[at]).compareTo(b[at]));
    }
    return order;
  }
}
