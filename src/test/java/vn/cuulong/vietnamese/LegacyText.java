package vn.cuulong.vietnamese;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Writes Vietnamese text in the legacy encodings, by turning the decoding tables around. */
public final class LegacyText {
  private static final Map<Encoding, Map<String, byte[]>> TABLES = new HashMap<>();

  private LegacyText() {}

  /** The bytes of a text. */
  public static byte[] encode(String text, Encoding encoding) {
    switch (encoding) {
      case UTF_8:
        return text.getBytes(StandardCharsets.UTF_8);
      case UTF_16LE:
        return text.getBytes(StandardCharsets.UTF_16LE);
      case UTF_16BE:
        return text.getBytes(StandardCharsets.UTF_16BE);
      default:
        Map<String, byte[]> table = TABLES.computeIfAbsent(encoding, LegacyText::table);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (char c : text.toCharArray()) {
          byte[] bytes = c < 0x80 ? new byte[] {(byte) c} : table.get(String.valueOf(c));
          if (bytes == null) {
            throw new IllegalArgumentException(encoding + " has no " + c);
          }
          out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
  }

  /** Every single byte, and every pair of bytes that composes to one Vietnamese letter. */
  private static Map<String, byte[]> table(Encoding encoding) {
    Map<String, byte[]> table = new HashMap<>();
    for (int first = 0; first < 256; first++) {
      for (int second = 0x80; second < 256; second++) {
        put(table, encoding, (byte) first, (byte) second);
      }
    }
    for (int first = 0; first < 256; first++) {
      put(table, encoding, (byte) first);
    }
    return table;
  }

  private static void put(Map<String, byte[]> table, Encoding encoding, byte... bytes) {
    String text = Normalizer.normalize(encoding.decode(bytes, 0, bytes.length), Normalizer.Form.NFC);
    if (text.length() == 1 && ToneMarks.isVietnamese(text.charAt(0))) {
      table.put(text, bytes);
    }
  }
}
