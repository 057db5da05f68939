package vn.cuulong.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Text in which a carriage return alone ends a line, given with newlines; every byte keeps its offset. */
final class LoneReturns extends FilterInputStream {
  LoneReturns(InputStream in) {
    super(in);
  }

  /** True when the first line of a text ends with a carriage return that no newline follows. */
  static boolean endLines(byte[] utf8, int from) {
    boolean quoted = false;
    for (int i = from; i + 1 < utf8.length; i++) {
      quoted ^= utf8[i] == '"';
      if (!quoted && utf8[i] == '\n') {
        return false;
      }
      if (!quoted && utf8[i] == '\r' && utf8[i + 1] != '\r') {
        return utf8[i + 1] != '\n';
      }
    }
    return false;
  }

  /** Puts newlines in the place of carriage returns. */
  static void replace(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\r') {
        bytes[i] = '\n';
      }
    }
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    return one == '\r' ? '\n' : one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    replace(bytes, offset, offset + Math.max(0, count));
    return count;
  }
}
