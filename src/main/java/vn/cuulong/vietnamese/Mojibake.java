package vn.cuulong.vietnamese;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text whose UTF-8 bytes were once decoded as windows-1252: "Äá»“ng ThÃ¡p" for "Đồng Tháp". It can be undone exactly,
 * because no Vietnamese text looks like that.
 */
final class Mojibake {
  private static final char[] WINDOWS_1252 = table();

  private Mojibake() {}

  /** True for a pair that no Vietnamese text holds and damaged text does. */
  static boolean isSign(int last, int code) {
    return last == 0xC3 && !ToneMarks.isVietnamese(code);
  }

  /** The text as it was meant, or null when it is not damaged in this way. */
  static String mend(String text) {
    if (!looksDamaged(text)) {
      return null;
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < text.length(); i++) {
      int value = windows1252(text.charAt(i));
      if (value < 0) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    String mended;
    try {
      mended = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8 underneath: the odd characters are meant.
      return null;
    }
    boolean vietnamese = mended.chars().anyMatch(ToneMarks::isVietnamese);
    return vietnamese ? mended : null;
  }

  private static boolean looksDamaged(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      int next = text.charAt(i + 1);
      switch (text.charAt(i)) {
        case 0xC3, 0xC4, 0xC5, 0xC6:
          if (!Character.isLetter(next) || next == 0xAA || next == 0xBA || next == 0x192 || next == 0x160
              || next == 0x161 || next == 0x152 || next == 0x153 || next == 0x17D || next == 0x178 || next == 0x17E) {
            return true;
          }
          break;
        case 0xE1:
          if (next == 0xBA || next == 0xBB) {
            return true;
          }
          break;
        default:
          break;
      }
    }
    return false;
  }

  private static int windows1252(char c) {
    if (c < 0x80 || c >= 0xA0 && c <= 0xFF) {
      return c;
    }
    for (int i = 0; i < WINDOWS_1252.length; i++) {
      if (WINDOWS_1252[i] == c) {
        return 0x80 + i;
      }
    }
    return -1;
  }

  /** 0x80 to 0x9F; the five holes of the table pass as the controls that decoders make of them. */
  private static char[] table() {
    char[] table = new char[32];
    for (int i = 0; i < table.length; i++) {
      char c = new String(new byte[] {(byte) (0x80 + i)}, Charset.forName("windows-1252")).charAt(0);
      table[i] = c == Utf8.REPLACEMENT ? (char) (0x80 + i) : c;
    }
    return table;
  }
}
