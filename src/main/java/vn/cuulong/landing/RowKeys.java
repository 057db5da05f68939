package vn.cuulong.landing;

import java.io.Serializable;
import java.util.Arrays;

/** Of accepted rows, the hashes by which rows of the same key are found, and where they stand. 32 bytes a row. */
public final class RowKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Rows of the same key lie in the same one of so many buckets. */
  public static final int BUCKETS = 64;
  private static final int FEW_ROWS = 64;

  private long[] keys = new long[FEW_ROWS];
  private long[] contents = new long[FEW_ROWS];
  private long[] positions = new long[FEW_ROWS];
  private int[] intervals = new int[FEW_ROWS];
  private int[] files = new int[FEW_ROWS];
  private int size;

  /** The bucket of a key. */
  public static int bucket(long key) {
    return (int) (key >>> 58);
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Hash of the key of a row. */
  public long key(int row) {
    return keys[row];
  }

  /** Hash of everything that a row says. */
  public long content(int row) {
    return contents[row];
  }

  /** Where a row stands in its file. */
  public long position(int row) {
    return positions[row];
  }

  /** Epoch day on which the interval of a row starts. */
  public long interval(int row) {
    return intervals[row];
  }

  /** Place of the file of a row in the list of the files that were read together. */
  public int file(int row) {
    return files[row];
  }

  /** The rows of one bucket. */
  public RowKeys ofBucket(int bucket) {
    RowKeys rows = new RowKeys();
    for (int row = 0; row < size; row++) {
      if (bucket(keys[row]) == bucket) {
        rows.addRow(this, row);
      }
    }
    return rows;
  }

  void add(int file, long key, long content, long position, long interval) {
    if (size == keys.length) {
      resize(2 * size);
    }
    keys[size] = key;
    contents[size] = content;
    positions[size] = position;
    intervals[size] = (int) interval;
    files[size] = file;
    size++;
  }

  void addRow(RowKeys from, int row) {
    add(from.files[row], from.keys[row], from.contents[row], from.positions[row], from.intervals[row]);
  }

  void trim() {
    resize(size);
  }

  private void resize(int rows) {
    keys = Arrays.copyOf(keys, rows);
    contents = Arrays.copyOf(contents, rows);
    positions = Arrays.copyOf(positions, rows);
    intervals = Arrays.copyOf(intervals, rows);
    files = Arrays.copyOf(files, rows);
  }
}
