package vn.cuulong.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A text of {@code schedulers/} with places written as <code>${name}</code>; <code>$$</code> stands for a dollar. */
final class Template {
  private final String name;
  private final String text;

  Template(String name) {
    this.name = name;
    try (InputStream in = Template.class.getResourceAsStream("/schedulers/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without schedulers/" + name);
      }
      this.text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with every place filled; each value is wanted by the text, and each place has a value. */
  String filled(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    Set<String> used = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      filled.append(text, at, dollar);
      if (text.startsWith("$$", dollar)) {
        filled.append('$');
        at = dollar + 2;
      } else if (text.startsWith("${", dollar)) {
        int end = text.indexOf('}', dollar);
        String place = text.substring(dollar + 2, end);
        if (!values.containsKey(place)) {
          throw new IllegalArgumentException("schedulers/" + name + " wants a value for " + place);
        }
        used.add(place);
        filled.append(values.get(place));
        at = end + 1;
      } else {
        filled.append('$');
        at = dollar + 1;
      }
    }
    if (!used.equals(values.keySet())) {
      throw new IllegalArgumentException("schedulers/" + name + " has no place for one of " + values.keySet());
    }
    return filled.append(text.substring(at)).toString();
  }
}
