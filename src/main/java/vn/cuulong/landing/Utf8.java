package vn.cuulong.landing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8. */
final class Utf8 {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  /** Bytes beyond ASCII are negative: those that follow a lead lie below all leads. */
  private static final byte FIRST_LEAD = (byte) 0xC0;
  private static final byte FIRST_OF_TWO = (byte) 0xC2;
  private static final byte FIRST_OF_THREE = (byte) 0xE0;
  private static final byte FIRST_OF_FOUR = (byte) 0xF0;

  private Utf8() {}

  /** True when no byte is beyond the 128 of ASCII. */
  static boolean isAscii(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** True when the bytes are well-formed UTF-8 and text: a zero byte is none. */
  static boolean isValid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end) {
      if (i + Long.BYTES <= end) {
        long special = special((long) LONGS.get(bytes, i));
        i += Long.numberOfTrailingZeros(special) / Byte.SIZE;
        if (special == 0) {
          continue;
        }
      }
      byte lead = bytes[i];
      if (lead > 0) {
        i++;
      } else if (lead >= FIRST_OF_TWO && lead < FIRST_OF_THREE && i + 1 < end && bytes[i + 1] < FIRST_LEAD) {
        i += 2;
      } else {
        int size = longer(bytes, i, end);
        if (size < 0) {
          return false;
        }
        i += size;
      }
    }
    return true;
  }

  /** The high bit of each of eight bytes that is zero or beyond ASCII, the first one in any case. */
  private static long special(long eight) {
    return (eight | (eight - ONES)) & HIGH_BITS;
  }

  /** Bytes of a character of three or four; -1 when there is none. */
  private static int longer(byte[] bytes, int at, int end) {
    byte lead = bytes[at];
    int follow = lead >= FIRST_OF_FOUR ? 3 : lead >= FIRST_OF_THREE ? 2 : -1;
    boolean valid = follow > 0 && lead <= (byte) 0xF4 && at + follow < end && follows(bytes, at, follow);
    return valid ? follow + 1 : -1;
  }

  private static boolean follows(byte[] bytes, int lead, int count) {
    for (int k = 1; k <= count; k++) {
      if ((bytes[lead + k] & 0xC0) != 0x80) {
        return false;
      }
    }
    int second = bytes[lead + 1] & 0xFF;
    return switch (bytes[lead] & 0xFF) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second < 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }
}
