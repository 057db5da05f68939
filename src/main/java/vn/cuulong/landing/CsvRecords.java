package vn.cuulong.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import vn.cuulong.vietnamese.Doubt;

/**
 * Records of delimited text, found in the byte array that was read. A record belongs to the part of the file in which
 * it starts, so that parts can be read on their own.
 *
 * <p>A quote that never closes costs its own line only: reading goes on at the next one.
 */
final class CsvRecords implements Records {
  /** A quoted field over several lines is at most this long; a longer one is a quote left open. */
  private static final int MOST_QUOTED = 1 << 16;
  /** A record longer than this is cut, and rejected with its first part. */
  private static final int MOST_RECORD = 8 << 20;
  private static final int MORE_BYTES = -1;
  private static final byte QUOTE = '"';
  private static final byte NEWLINE = '\n';

  private final InputStream in;
  private final byte delimiter;
  private final boolean multiline;
  private final int width;
  private final long end;
  private byte[] buffer;
  private int at;
  private int limit;
  private long base;
  private boolean exhausted;

  /**
   * Reads from a stream.
   *
   * @param in stands at {@code start}
   * @param start offset of the first byte of the stream in the file
   * @param end records that start here or later are left to the next part
   * @param skipsFirst true when the stream starts inside a record, which belongs to the part before
   * @param multiline true when a quoted field may hold newlines
   * @param width number of fields of a record over several lines; one with fewer or more began with a quote that was
   *     left open. 0 when not known
   */
  CsvRecords(InputStream in, long start, long end, boolean skipsFirst, byte delimiter, boolean multiline, int width)
      throws IOException {
    this.in = in;
    this.base = start;
    this.end = end;
    this.delimiter = delimiter;
    this.multiline = multiline;
    this.width = width;
    this.buffer = new byte[(int) Math.max(1 << 12, Math.min(1 << 20, end - start))];
    if (skipsFirst) {
      skipLine();
    }
  }

  @Override
  public boolean next(RawRecord record) throws IOException {
    if (!skipEmptyLines() || base + at >= end) {
      return false;
    }
    while (true) {
      record.start(base + at);
      int after = parse(record, multiline);
      if (after != MORE_BYTES) {
        if (multiline && record.fault == null && isRunOn(record, after)) {
          record.start(base + at);
          after = parse(record, false);
        }
        int rawEnd = after > at && buffer[after - 1] == NEWLINE ? after - 1 : after;
        record.raw(buffer, at, rawEnd - at);
        at = after;
        return true;
      }
      if (limit - at > MOST_RECORD) {
        return cut(record);
      }
      fill();
    }
  }

  @Override
  public void seek(long position) throws IOException {
    while (position > base + limit && !exhausted) {
      at = limit;
      fill();
    }
    at = (int) (position - base);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Fills the record from {@code at}; gives the index after it, or MORE_BYTES when the buffer ends before it does. */
  private int parse(RawRecord record, boolean overLines) {
    int i = at;
    while (true) {
      int j;
      if (i < limit && buffer[i] == QUOTE) {
        j = quoted(record, i + 1, overLines);
        if (j == MORE_BYTES) {
          return MORE_BYTES;
        }
        if (record.fault != null) {
          return endOfLine(at);
        }
      } else {
        j = plain(record, i);
        if (j == MORE_BYTES) {
          return MORE_BYTES;
        }
      }
      if (j >= limit) {
        return limit;
      }
      if (buffer[j] == NEWLINE) {
        return j + 1;
      }
      i = j + 1;
    }
  }

  /** True for a record over several lines with another number of fields: its quotes belong to different records. */
  private boolean isRunOn(RawRecord record, int after) {
    boolean hasWidth = width == 0 || record.count >= width;
    for (int i = width; i < record.count && width > 0; i++) {
      hasWidth &= record.length[i] == 0;
    }
    for (int i = at; i < after - 1 && !hasWidth; i++) {
      if (buffer[i] == NEWLINE) {
        return true;
      }
    }
    return false;
  }

  private int plain(RawRecord record, int from) {
    byte[] bytes = buffer;
    int stop = limit;
    byte separator = delimiter;
    int j = from;
    while (j < stop) {
      byte b = bytes[j];
      if (b == separator || b == NEWLINE) {
        break;
      }
      j++;
    }
    if (j == stop && !exhausted) {
      return MORE_BYTES;
    }
    boolean endsLine = j == stop || bytes[j] == NEWLINE;
    int fieldEnd = endsLine && j > from && bytes[j - 1] == '\r' ? j - 1 : j;
    record.add(bytes, from, fieldEnd - from);
    return j;
  }

  private int quoted(RawRecord record, int from, boolean overLines) {
    int doubled = 0;
    int j = from;
    while (true) {
      if (j >= limit) {
        return exhausted ? leftOpen(record, from) : MORE_BYTES;
      }
      byte b = buffer[j];
      if (b == QUOTE) {
        if (j + 1 >= limit && !exhausted) {
          return MORE_BYTES;
        }
        if (j + 1 < limit && buffer[j + 1] == QUOTE) {
          doubled++;
          j += 2;
          continue;
        }
        break;
      }
      if (b == NEWLINE && !overLines || j - from > MOST_QUOTED && overLines) {
        return leftOpen(record, from);
      }
      j++;
    }
    addQuoted(record, from, j, doubled);
    return behindQuote(record, j + 1, from);
  }

  /** A field that closes must be followed by a separator or the end of the line. */
  private int behindQuote(RawRecord record, int from, int fieldStart) {
    int j = from;
    if (j < limit && buffer[j] == '\r') {
      j++;
    }
    if (j >= limit) {
      return exhausted ? limit : MORE_BYTES;
    }
    if (buffer[j] == delimiter || buffer[j] == NEWLINE) {
      return j;
    }
    return leftOpen(record, fieldStart);
  }

  private int leftOpen(RawRecord record, int fieldStart) {
    record.fault = Doubt.QUOTE_LEFT_OPEN;
    return fieldStart;
  }

  private void addQuoted(RawRecord record, int from, int to, int doubled) {
    if (doubled == 0) {
      record.add(buffer, from, to - from);
      return;
    }
    byte[] single = new byte[to - from - doubled];
    for (int i = from, k = 0; i < to; i++) {
      single[k++] = buffer[i];
      if (buffer[i] == QUOTE) {
        i++;
      }
    }
    record.add(single, 0, single.length);
  }

  private int endOfLine(int from) {
    for (int j = from; j < limit; j++) {
      if (buffer[j] == NEWLINE) {
        return j + 1;
      }
    }
    return exhausted ? limit : MORE_BYTES;
  }

  /** A record without end: what was read of it is kept as its raw text, and reading goes on at the next line. */
  private boolean cut(RawRecord record) throws IOException {
    long position = base + at;
    byte[] first = Arrays.copyOfRange(buffer, at, Math.min(limit, at + MOST_QUOTED));
    skipLine();
    record.start(position);
    record.fault = Doubt.TEXT_TOO_LONG;
    record.raw(first, 0, first.length);
    return true;
  }

  private boolean skipEmptyLines() throws IOException {
    while (true) {
      while (at < limit && (buffer[at] == NEWLINE || buffer[at] == '\r')) {
        at++;
      }
      if (at < limit) {
        return true;
      }
      if (exhausted) {
        return false;
      }
      fill();
    }
  }

  private void skipLine() throws IOException {
    while (true) {
      while (at < limit) {
        if (buffer[at++] == NEWLINE) {
          return;
        }
      }
      if (exhausted) {
        return;
      }
      fill();
    }
  }

  /** Keeps what is not read yet, and reads on behind it. */
  private void fill() throws IOException {
    int kept = limit - at;
    if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    } else if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, kept);
    }
    base += at;
    at = 0;
    limit = kept;
    try {
      // The whole buffer is filled, for a record that goes on is parsed again from its start.
      int read = in.readNBytes(buffer, limit, buffer.length - limit);
      exhausted = limit + read < buffer.length;
      limit += read;
    } catch (EOFException truncated) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file ends before its content does");
    }
  }
}
