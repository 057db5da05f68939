package vn.cuulong.table;

import java.util.Arrays;

/** Texts that hardly repeat, one behind the other in UTF-8. */
public final class PlainTexts implements ColumnValues {
  private byte[] bytes;
  /** Where each text ends; the complement of it for no value. */
  private int[] ends;

  /** Texts of so many rows. */
  public PlainTexts(int rows) {
    bytes = new byte[8 * rows];
    ends = new int[rows];
  }

  /** Sets the text of a row. Rows are put in order; one may be put again as long as none behind it was. */
  public void put(int row, byte[] source, int offset, int length) {
    int start = start(row);
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + length, 2 * bytes.length));
    }
    System.arraycopy(source, offset, bytes, start, length);
    ends[row] = start + length;
  }

  /** Leaves a row without a value. */
  public void putNone(int row) {
    ends[row] = ~start(row);
  }

  /** The array that holds the texts. */
  public byte[] bytes() {
    return bytes;
  }

  /** First byte of the text of a row. */
  public int start(int row) {
    return row == 0 ? 0 : Math.max(ends[row - 1], ~ends[row - 1]);
  }

  /** Length of the text of a row in bytes, or less than 0 for no value. */
  public int length(int row) {
    return ends[row] < 0 ? -1 : ends[row] - start(row);
  }

  @Override
  public void resize(int rows) {
    bytes = rows <= ends.length ? Arrays.copyOf(bytes, start(rows)) : bytes;
    ends = Arrays.copyOf(ends, rows);
  }
}
