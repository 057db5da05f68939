package vn.cuulong.landing;

import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.unsafe.Platform;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Reading;

/**
 * Understands the field that feeds one column and writes its value into the column's vector. What kind of value it is
 * decides the subclass; the rules themselves are those of {@code vietnamese} and {@code territory}.
 */
abstract class FieldReader {
  /** Longer than any honest value; a longer one rejects its row. */
  static final int MOST_FIELD_BYTES = 1 << 15;
  private static final long NULL_HASH = 0x5bd1e9955bd1e995L;

  final Reading reading = new Reading();

  /** False when nobody asks for hashes. */
  boolean hashes = true;

  /** What is doubtful about the last value, or null. */
  Doubt doubt;

  /** Hash of the last understood value; equal values have equal hashes. */
  long hash;

  /**
   * Reads one value into a row of the vector.
   *
   * @param day epoch day of the row, or {@link RowReader#NO_DAY}
   * @return true when a value was written; false when it is missing or not understood
   */
  final boolean read(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    doubt = null;
    hash = NULL_HASH;
    if (length > MOST_FIELD_BYTES) {
      doubt = Doubt.TEXT_TOO_LONG;
      return false;
    }
    return understand(utf8, offset, length, day, out, row);
  }

  abstract boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row);

  final void hashOf(long value) {
    if (hashes) {
      hash = XXH64.hashLong(value, 42L);
    }
  }

  final void hashOf(byte[] bytes, int offset, int length) {
    if (hashes) {
      hash = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET + offset, length, 42L);
    }
  }
}
