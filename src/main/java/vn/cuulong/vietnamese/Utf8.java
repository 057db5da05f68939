package vn.cuulong.vietnamese;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Code points in UTF-8 bytes. A malformed byte reads as U+FFFD of width 1, so that every loop moves on. */
final class Utf8 {
  static final int REPLACEMENT = 0xFFFD;

  /** Eight bytes at once. */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Utf8() {}

  /** The code point that starts at {@code i}. */
  static int codePoint(byte[] b, int i, int end) {
    int first = b[i];
    if (first >= 0) {
      return first;
    }
    int width = width(first);
    if (width == 1 || i + width > end) {
      return REPLACEMENT;
    }
    int code = first & (0x7F >> width);
    for (int k = 1; k < width; k++) {
      if ((b[i + k] & 0xC0) != 0x80) {
        return REPLACEMENT;
      }
      code = code << 6 | b[i + k] & 0x3F;
    }
    boolean overlong = code < 0x80 || width == 3 && code < 0x800 || width == 4 && code < 0x10000;
    boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
    return overlong || surrogate || code > 0x10FFFF ? REPLACEMENT : code;
  }

  /** The number of bytes of the code point that {@link #codePoint} gave at {@code i}. */
  static int step(int code, byte[] b, int i) {
    if (code < 0x80) {
      return 1;
    }
    if (code < 0x800) {
      return 2;
    }
    // A malformed byte gives U+FFFD too; the true one is three bytes and starts with 0xEF.
    return code == REPLACEMENT ? isReplacement(b, i) ? 3 : 1 : code < 0x10000 ? 3 : 4;
  }

  private static boolean isReplacement(byte[] b, int i) {
    return i + 2 < b.length && b[i] == (byte) 0xEF && b[i + 1] == (byte) 0xBF && b[i + 2] == (byte) 0xBD;
  }

  /** Writes a code point and returns the position behind it. */
  static int write(int code, byte[] out, int at) {
    if (code < 0x80) {
      out[at] = (byte) code;
      return at + 1;
    }
    if (code < 0x800) {
      out[at] = (byte) (0xC0 | code >> 6);
      out[at + 1] = (byte) (0x80 | code & 0x3F);
      return at + 2;
    }
    if (code < 0x10000) {
      out[at] = (byte) (0xE0 | code >> 12);
      out[at + 1] = (byte) (0x80 | code >> 6 & 0x3F);
      out[at + 2] = (byte) (0x80 | code & 0x3F);
      return at + 3;
    }
    out[at] = (byte) (0xF0 | code >> 18);
    out[at + 1] = (byte) (0x80 | code >> 12 & 0x3F);
    out[at + 2] = (byte) (0x80 | code >> 6 & 0x3F);
    out[at + 3] = (byte) (0x80 | code & 0x3F);
    return at + 4;
  }

  /** True for spaces of every width, tabs and newlines. */
  static boolean isSpace(int code) {
    return code == ' ' || code >= 0x09 && code <= 0x0D || code == 0xA0 || code == 0x85 || code == 0x1680
        || code >= 0x2000 && code <= 0x200A || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F
        || code == 0x3000;
  }

  /** True for characters that show nothing: zero width, byte order mark, soft hyphen, direction marks, controls. */
  static boolean isInvisible(int code) {
    return code < 0x20 && !isSpace(code) || code >= 0x7F && code <= 0x9F && code != 0x85 || code == 0xAD
        || code >= 0x200B && code <= 0x200F || code >= 0x202A && code <= 0x202E || code >= 0x2060 && code <= 0x2069
        || code == 0xFEFF || code == 0x180E;
  }

  /** Position of the first malformed byte, or {@code end}. */
  static int validUntil(byte[] b, int from, int end) {
    int i = from;
    while (i < end) {
      while (i + 8 <= end && ((long) LONGS.get(b, i) & 0x8080808080808080L) == 0) {
        i += 8;
      }
      if (i >= end) {
        return end;
      }
      if (b[i] < 0) {
        int code = codePoint(b, i, end);
        int step = step(code, b, i);
        if (code == REPLACEMENT && step == 1) {
          return i;
        }
        i += step;
      } else {
        i++;
      }
    }
    return end;
  }

  /** True when what starts at {@code i} is the beginning of a character that {@code end} cuts off. */
  static boolean isCutOff(byte[] b, int i, int end) {
    int width = width(b[i]);
    if (width == 1 || i + width <= end) {
      return false;
    }
    for (int k = i + 1; k < end; k++) {
      if ((b[k] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  static boolean isAscii(byte[] b, int from, int end) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      if (((long) LONGS.get(b, i) & 0x8080808080808080L) != 0) {
        return false;
      }
    }
    for (; i < end; i++) {
      if (b[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static int width(int first) {
    int unsigned = first & 0xFF;
    if (unsigned >= 0xF0) {
      return unsigned < 0xF5 ? 4 : 1;
    }
    if (unsigned >= 0xE0) {
      return 3;
    }
    return unsigned >= 0xC2 ? 2 : 1;
  }
}
