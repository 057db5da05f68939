package vn.cuulong.table;

import java.util.Arrays;

/**
 * Numbers of any type: whole numbers and decimals (unscaled), days and microseconds since 1970, flags (0 and 1), the
 * bits of a double.
 */
public final class Numbers implements ColumnValues {
  /** Stands for no value: more than 18 digits, which no exact column holds, and as a double not a number. */
  public static final long NONE = 0x7FF8_0000_0000_CAFEL;

  private long[] values;

  /** Numbers of so many rows. */
  public Numbers(int rows) {
    values = new long[rows];
  }

  /** Sets the value of a row, or {@link #NONE}. */
  public void put(int row, long value) {
    values[row] = value;
  }

  /** The value of a row, or {@link #NONE}. */
  public long get(int row) {
    return values[row];
  }

  @Override
  public void resize(int rows) {
    values = Arrays.copyOf(values, rows);
  }
}
