package vn.cuulong.generate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Encodings in which files leave, among them two that the JDK cannot write Vietnamese in. */
enum Lettering {
  UTF_8 {
    @Override
    byte[] mark() {
      return new byte[0];
    }
  },
  /** With a byte order mark, as spreadsheets want it. */
  UTF_8_MARKED {
    @Override
    byte[] mark() {
      return new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    }
  },
  /** "Unicode text" of spreadsheets. */
  UTF_16LE {
    @Override
    byte[] mark() {
      return new byte[] {(byte) 0xFF, (byte) 0xFE};
    }

    @Override
    byte[] encode(byte[] utf8, int length) {
      return new String(utf8, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
    }
  },
  /** Base letters with their tone marks behind them. */
  WINDOWS_1258 {
    @Override
    byte[] encode(byte[] utf8, int length) {
      return spread(new String(utf8, 0, length, StandardCharsets.UTF_8)).getBytes(CP1258);
    }

    @Override
    boolean holds(String text) {
      return simple(text) && CP1258.newEncoder().canEncode(spread(text));
    }
  },
  /** The ABC fonts: one byte a letter; capitals with a tone mark have none and are lower case in a capital font. */
  TCVN3 {
    @Override
    byte[] encode(byte[] utf8, int length) {
      String text = new String(utf8, 0, length, StandardCharsets.UTF_8);
      byte[] bytes = new byte[text.length()];
      for (int i = 0; i < bytes.length; i++) {
        char c = text.charAt(i);
        bytes[i] = c < 0x80 ? (byte) c : TCVN3_BYTES.getOrDefault(c, (byte) '?');
      }
      return bytes;
    }

    @Override
    boolean holds(String text) {
      return text.chars().allMatch(c -> c < 0x80 || TCVN3_BYTES.containsKey((char) c));
    }
  };

  private static final Charset CP1258 = Charset.forName("windows-1258");
  private static final Map<Character, Byte> TCVN3_BYTES = tcvn3();

  /** The bytes before the first record. */
  byte[] mark() {
    return new byte[0];
  }

  /** The same text in this encoding. */
  byte[] encode(byte[] utf8, int length) {
    return utf8.length == length ? utf8 : java.util.Arrays.copyOf(utf8, length);
  }

  /** True when all letters exist in it, in a form that reads back the same. */
  boolean holds(String text) {
    return true;
  }

  /** Letters and tone marks apart, but circumflex, breve and horn on their letters: windows-1258 has just those. */
  private static String spread(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      String parts = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      StringBuilder shape = new StringBuilder(parts.substring(0, 1));
      StringBuilder tone = new StringBuilder();
      for (int j = 1; j < parts.length(); j++) {
        char mark = parts.charAt(j);
        boolean onLetter = mark == '\u0302' || mark == '\u0306' || mark == '\u031B';
        (onLetter ? shape : tone).append(mark);
      }
      out.append(Normalizer.normalize(shape, Normalizer.Form.NFC)).append(tone);
    }
    return out.toString();
  }

  /** Composed already, and without letters that mean another one in an old encoding. */
  private static boolean simple(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC) && text.indexOf('\u00D0') < 0;
  }

  /** The table of TCVN 5712:1993, VN3. */
  private static Map<Character, Byte> tcvn3() {
    Map<Character, Byte> table = new HashMap<>();
    put(table, 0xA1, "ĂÂÊÔƠƯĐăâêôơưđ");
    put(table, 0xB5, "àảãáạ");
    put(table, 0xBB, "ằẳẵắ");
    put(table, 0xC6, "ặầẩẫấậè");
    put(table, 0xCE, "ẻẽéẹềểễếệìỉ");
    put(table, 0xDC, "ĩíịò");
    put(table, 0xE1, "ỏõóọồổỗốộờởỡớợù");
    put(table, 0xF1, "ủũúụừửữứựỳỷỹýỵ");
    return table;
  }

  private static void put(Map<Character, Byte> table, int from, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      table.put(letters.charAt(i), (byte) (from + i));
    }
  }
}
