package vn.cuulong.table;

import java.io.Serializable;
import java.util.List;

/**
 * Rows of a table column by column, as one reader understood them.
 *
 * @param columns in the order of the schema
 * @param size number of rows
 * @param left rows that do not count, sorted
 */
public record RowBlock(List<ColumnValues> columns, int size, int[] left) implements Serializable {
  private static final int[] NONE = {};

  /** A block of which every row counts. */
  public RowBlock(List<ColumnValues> columns, int size) {
    this(columns, size, NONE);
  }

  /** Number of rows that count. */
  public int count() {
    return size - left.length;
  }
}
