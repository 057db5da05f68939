package vn.cuulong.landing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8. */
final class Utf8 {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

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
      if (i + Long.BYTES <= end && isPlain((long) LONGS.get(bytes, i))) {
        i += Long.BYTES;
        continue;
      }
      byte lead = bytes[i];
      if (lead > 0) {
        i++;
        continue;
      }
      int follow = lead >= (byte) 0xF0 ? 3 : lead >= (byte) 0xE0 ? 2 : lead >= (byte) 0xC2 ? 1 : -1;
      if (follow < 0 || lead > (byte) 0xF4 || i + follow >= end || !follows(bytes, i, follow)) {
        return false;
      }
      i += follow + 1;
    }
    return true;
  }

  /** True when none of eight bytes is zero or beyond ASCII: most of most files is passed over this way. */
  private static boolean isPlain(long eight) {
    return ((eight | (eight - ONES)) & HIGH_BITS) == 0;
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
