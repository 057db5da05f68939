package vn.cuulong.vietnamese;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Turns a stream of any encoding into one of UTF-8, piece by piece. A piece ends behind a newline or a space. */
final class Utf8Stream extends InputStream {
  private static final int PIECE = 1 << 16;

  private final Encoding encoding;
  private final InputStream in;
  private byte[] raw = new byte[PIECE];
  private int rawLength;
  private boolean ended;
  private boolean started;
  private byte[] piece = new byte[0];
  private int at;
  private int end;

  Utf8Stream(Encoding encoding, InputStream in) {
    this.encoding = encoding;
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return fill() ? piece[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(piece, at, out, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return end - at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Makes the next piece when the last one is used up; false at the end. */
  private boolean fill() throws IOException {
    while (at == end) {
      if (ended && rawLength == 0) {
        return false;
      }
      readRaw();
      int cut = ended ? rawLength : cut();
      if (cut == 0) {
        raw = Arrays.copyOf(raw, 2 * raw.length);
        continue;
      }
      int skip = started ? 0 : encoding.bomLength(raw, 0, rawLength);
      started = true;
      convert(skip, cut);
    }
    return true;
  }

  private void convert(int skip, int cut) {
    at = 0;
    if (encoding == Encoding.UTF_8) {
      piece = piece.length < cut ? new byte[raw.length] : piece;
      end = cut - skip;
      System.arraycopy(raw, skip, piece, 0, end);
    } else {
      piece = encoding.toUtf8(raw, skip, cut - skip);
      end = piece.length;
    }
    System.arraycopy(raw, cut, raw, 0, rawLength - cut);
    rawLength -= cut;
  }

  private void readRaw() throws IOException {
    while (!ended && rawLength < raw.length) {
      int count = in.read(raw, rawLength, raw.length - rawLength);
      if (count < 0) {
        ended = true;
      } else {
        rawLength += count;
      }
    }
  }

  /** Where the raw bytes can be cut: no letter, pair or combining mark goes on behind it. */
  private int cut() {
    if (encoding == Encoding.UTF_8) {
      return rawLength;
    }
    boolean wide = encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE;
    int newline = lastUnit('\n', wide);
    if (newline > 0) {
      return newline;
    }
    int space = lastUnit(' ', wide);
    if (space > 0) {
      return space;
    }
    // A megabyte without a space is no text; any even cut will do.
    return rawLength >= 1 << 20 ? rawLength & ~1 : 0;
  }

  /** Position behind the last such character that is not the last of all: a combining mark may follow that. */
  private int lastUnit(char unit, boolean wide) {
    if (!wide) {
      for (int i = rawLength - 1; i > 0; i--) {
        if (raw[i - 1] == unit) {
          return i;
        }
      }
      return 0;
    }
    int low = encoding == Encoding.UTF_16LE ? 0 : 1;
    for (int i = (rawLength & ~1) - 2; i >= 2; i -= 2) {
      if (raw[i - 2 + low] == unit && raw[i - 1 - low] == 0) {
        return i;
      }
    }
    return 0;
  }
}
