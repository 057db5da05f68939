package vn.cuulong.landing;

import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Reading;

/**
 * Understands the field that feeds one column and puts its value into the column. What kind of value it is decides the
 * subclass; the rules themselves are those of {@code vietnamese} and {@code territory}.
 */
abstract class FieldReader {
  /** Longer than any honest value; a longer one rejects its row. */
  static final int MOST_FIELD_BYTES = 1 << 15;
  /** Hash of a value that is missing or not understood. */
  static final long NO_HASH = 0x5bd1e9955bd1e995L;

  final Reading reading = new Reading();

  /** What is doubtful about the last value, or null. */
  Doubt doubt;

  /** Hash of the last understood value; equal values have equal hashes. */
  long hash;

  /**
   * Reads one value.
   *
   * @param day epoch day of the row, or {@link RowReader#NO_DAY}
   * @return true when it was understood and can be put; false when it is missing or not understood
   */
  final boolean read(byte[] utf8, int offset, int length, long day) {
    doubt = null;
    hash = NO_HASH;
    if (length > MOST_FIELD_BYTES) {
      doubt = Doubt.TEXT_TOO_LONG;
      return false;
    }
    return understand(utf8, offset, length, day);
  }

  /** Begins the column of the next block of rows; the last one is left to its owner. */
  abstract ColumnValues begin(int rows);

  abstract boolean understand(byte[] utf8, int offset, int length, long day);

  /** Puts the last understood value into a row. */
  abstract void put(int row);

  /** Leaves a row without a value. */
  abstract void putNone(int row);

  static long hashOf(long value) {
    return XXH64.hashLong(value, 42L);
  }

  static long hashOf(byte[] bytes, int offset, int length) {
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET + offset, length, 42L);
  }
}
