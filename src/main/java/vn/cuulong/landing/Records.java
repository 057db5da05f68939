package vn.cuulong.landing;

import java.io.Closeable;
import java.io.IOException;

/** The records of a file or a part of it, one at a time, in the order in which they stand. */
interface Records extends Closeable {
  /**
   * Reads the next record.
   *
   * @return false at the end
   * @throws LandingFault when the file as a whole cannot be used
   */
  boolean next(RawRecord record) throws IOException;

  /** Goes to a record by its position, which lies behind all positions read so far; then {@link #next} gives it. */
  void seek(long position) throws IOException;
}
