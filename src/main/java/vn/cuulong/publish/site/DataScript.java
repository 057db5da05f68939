package vn.cuulong.publish.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Data as a script, because a page that is opened from a disk may load scripts but not files of data.
 *
 * <p>The script is one call with one JSON value. Characters that could end a script or a line of it are written as
 * escapes, so the text is the same value wherever it stands.
 */
final class DataScript {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DataScript() {}

  /** {@code cuulong.give("name", value);} */
  static String of(String name, Object value) {
    return "cuulong.give(" + json(name) + ", " + json(value) + ");\n";
  }

  /** JSON that is also safe inside a script element. */
  static String json(Object value) {
    String text;
    try {
      text = JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Outside of strings JSON has none of these.
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        safe.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** A map that keeps the order of its entries, from names and values in turn. */
  static Map<String, Object> object(Object... entries) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      object.put((String) entries[i], entries[i + 1]);
    }
    return object;
  }
}
