package vn.cuulong.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.cuulong.contract.Bilingual;

/** JSON whose bytes follow from its values: keys in the order in which they were put, the same on every machine. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Json() {}

  /** An object; keys and values in turn. A null value is left out. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        object.put((String) keysAndValues[i], keysAndValues[i + 1]);
      }
    }
    return object;
  }

  /** {@code {"vi": …, "en": …}}. */
  static Map<String, Object> both(Bilingual text) {
    return object("vi", text.vi(), "en", text.en());
  }

  /** On several lines, for a file that people read too. */
  static byte[] pretty(Object value) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(INDENT);
    printer.indentArraysWith(INDENT);
    return (write(value, printer) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** On one line. */
  static String line(Object value) {
    return write(value, null);
  }

  /** Reads what was written. */
  static JsonNode read(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  private static String write(Object value, DefaultPrettyPrinter printer) {
    try {
      return (printer == null ? MAPPER.writer() : MAPPER.writer(printer)).writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("maps, lists and texts can always be written", impossible);
    }
  }
}
