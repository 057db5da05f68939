package vn.cuulong.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML with every text escaped, one element a line. */
final class XmlText {
  private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; names and values of its attributes in turn. */
  XmlText begin(String element, String... attributes) {
    start(element, attributes).append(">\n");
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  XmlText end() {
    String element = open.pop();
    indent().append("</").append(element).append(">\n");
    return this;
  }

  /** An element that holds a text. */
  XmlText leaf(String element, String content, String... attributes) {
    start(element, attributes).append('>').append(escaped(content)).append("</").append(element).append(">\n");
    return this;
  }

  /** An element that holds nothing. */
  XmlText empty(String element, String... attributes) {
    start(element, attributes).append("/>\n");
    return this;
  }

  /** What was written. */
  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private StringBuilder start(String element, String... attributes) {
    indent().append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append("  ".repeat(open.size()));
  }

  private static String escaped(String content) {
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
