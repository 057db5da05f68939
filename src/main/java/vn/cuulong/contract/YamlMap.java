package vn.cuulong.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map of a YAML file. Every question that the file answers wrongly adds a problem with its line and gives a value
 * to go on with, so that one reading finds all problems.
 */
final class YamlMap {
  /** A text and the line on which it stands. */
  record Item(String text, int line) {}

  private final YamlFile file;
  private final String what;
  private final int line;
  private final boolean quiet;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /**
   * Of a node, named {@code what} in messages. Null stands for a map whose fault has been reported, or that may be
   * left out: it is empty and does not complain about what is missing in it.
   */
  YamlMap(YamlFile file, MappingNode node, String what, int line) {
    this.file = file;
    this.what = what;
    this.line = line;
    this.quiet = node == null;
    if (node != null) {
      for (NodeTuple entry : node.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          values.putIfAbsent(key.getValue(), entry.getValueNode());
          lines.putIfAbsent(key.getValue(), YamlFile.line(key));
        }
      }
    }
  }

  /** Reports every key that is not among {@code names}. */
  YamlMap allow(String... names) {
    List<String> valid = List.of(names);
    for (String key : values.keySet()) {
      if (!valid.contains(key)) {
        problem(key, "unknown key \"" + key + "\" in " + what, "contracts are strict: a key that nobody reads is a "
            + "promise that nobody keeps", NearestName.remedy(key, valid));
      }
    }
    return this;
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** True when the map stands for one that could not be read. */
  boolean broken() {
    return quiet;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The line of a key, or of the map when the key is missing. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  void problem(String key, String problem, String cause, String remedy) {
    file.problem(line(key), problem, cause, remedy);
  }

  void problem(int atLine, String problem, String cause, String remedy) {
    file.problem(atLine, problem, cause, remedy);
  }

  /** Reports a name that is not among the valid ones; true when it is. */
  boolean known(int atLine, String kind, String name, Collection<String> valid, String declaredIn) {
    if (valid.contains(name)) {
      return true;
    }
    problem(atLine, "unknown " + kind + " \"" + name + "\"", "it is not declared in " + declaredIn,
        NearestName.remedy(name, valid));
    return false;
  }

  /** The text of a key that must be there; empty when it is not. */
  String text(String key) {
    if (!has(key)) {
      missing(key);
      return "";
    }
    return text(key, "");
  }

  /** The text of a key, or the fallback when it is not there. */
  String text(String key, String fallback) {
    Node node = values.get(key);
    if (node == null) {
      return fallback;
    }
    Item item = scalar(node, "\"" + key + "\" in " + what);
    return item == null ? fallback : item.text();
  }

  /** The text of a key with its blanks, for a value that may be a blank; empty when it is no text. */
  String raw(String key) {
    return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private void missing(String key) {
    if (quiet) {
      return;
    }
    problem(line, "\"" + key + "\" is missing in " + what, "it has no default", "add \"" + key + ": …\"");
  }

  private Item scalar(Node node, String where) {
    if (!(node instanceof ScalarNode scalar)) {
      problem(YamlFile.line(node), where + " is not a text", "a single value is expected", "write one value");
      return null;
    }
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      problem(YamlFile.line(node), where + " is empty", "an empty value says nothing",
          "write a value or leave the key out");
      return null;
    }
    return new Item(scalar.getValue().strip(), YamlFile.line(node));
  }

  /** The texts of a list, each with its line; empty when the key is not there. */
  List<Item> items(String key) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      problem(key, "\"" + key + "\" in " + what + " is not a list", "a list of texts is expected",
          "write \"" + key + ": [a, b]\"");
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (Node element : list.getValue()) {
      Item item = scalar(element, "an entry of \"" + key + "\" in " + what);
      if (item != null && items.stream().anyMatch(earlier -> earlier.text().equals(item.text()))) {
        problem(item.line(), "\"" + item.text() + "\" stands twice in \"" + key + "\"", "a list names each thing once",
            "keep one of them");
      } else if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  /** The texts of a list; empty when the key is not there. */
  List<String> texts(String key) {
    return items(key).stream().map(Item::text).toList();
  }

  /** One text or a list of texts. */
  List<Item> oneOrMore(String key) {
    return isText(key) ? List.of(new Item(text(key), line(key))) : items(key);
  }

  boolean isText(String key) {
    return values.get(key) instanceof ScalarNode;
  }

  boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  /** The map of a key; empty when it is not there. */
  YamlMap map(String key, String name) {
    Node node = values.get(key);
    if (node == null) {
      return new YamlMap(file, null, name, line(key));
    }
    return mapOf(node, name, line(key));
  }

  /** The map of a key that must be there. */
  YamlMap requiredMap(String key, String name) {
    if (!has(key)) {
      missing(key);
    }
    return map(key, name);
  }

  private YamlMap mapOf(Node node, String name, int atLine) {
    if (!(node instanceof MappingNode inner)) {
      problem(YamlFile.line(node), name + " is not a map", "keys and values are expected", "write \"{key: value}\"");
      return new YamlMap(file, null, name, atLine);
    }
    return new YamlMap(file, inner, name, atLine);
  }

  /** The maps of a list of maps. */
  List<YamlMap> maps(String key, String name) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      problem(key, "\"" + key + "\" in " + what + " is not a list", "a list of maps is expected",
          "write \"- {name: …}\" below \"" + key + ":\"");
      return List.of();
    }
    return list.getValue().stream().map(element -> mapOf(element, name, YamlFile.line(element))).toList();
  }

  /** The texts by key of a map of texts. */
  Map<String, String> textMap(String key) {
    YamlMap inner = map(key, "\"" + key + "\" in " + what);
    Map<String, String> texts = new LinkedHashMap<>();
    inner.keys().forEach(name -> texts.put(name, inner.text(name)));
    return texts;
  }

  /** {@code {vi: …, en: …}}, both required. */
  Bilingual bilingual(String key) {
    return requiredMap(key, "\"" + key + "\" in " + what).allow("vi", "en").bilingual("vi", "en");
  }

  /** Two required texts of this map as one. */
  Bilingual bilingual(String viKey, String enKey) {
    return new Bilingual(text(viKey), text(enKey));
  }

  /** One of the constants of an enum, written in lower case; the fallback when not there or not valid. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    String text = text(key, null);
    if (text == null) {
      return fallback;
    }
    List<String> valid = EnumSet.allOf(type).stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    if (!valid.contains(text)) {
      problem(key, "\"" + key + ": " + text + "\" in " + what, "it is not one of the values that \"" + key
          + "\" may have", NearestName.remedy(text, valid));
      return fallback;
    }
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  /** One of the words; the fallback when not there or not valid. */
  String word(String key, List<String> valid, String fallback) {
    String text = fallback == null ? text(key) : text(key, fallback);
    if (!text.isEmpty() && !valid.contains(text)) {
      problem(key, "\"" + key + ": " + text + "\" in " + what, "it is not one of the values that \"" + key
          + "\" may have", NearestName.remedy(text, valid));
    }
    return text;
  }

  boolean flag(String key, boolean fallback) {
    return word(key, List.of("true", "false"), String.valueOf(fallback)).equals("true");
  }

  int integer(String key, int fallback) {
    return parsed(key, "a whole number", Integer::valueOf, fallback);
  }

  Double number(String key, Double fallback) {
    return parsed(key, "a number", Double::valueOf, fallback);
  }

  LocalDate date(String key) {
    return parsed(key, "a date such as 2025-07-01", LocalDate::parse, null);
  }

  private <T> T parsed(String key, String expected, Function<String, T> parse, T fallback) {
    String text = text(key, null);
    if (text == null) {
      return fallback;
    }
    try {
      return parse.apply(text);
    } catch (NumberFormatException | DateTimeParseException e) {
      problem(key, "\"" + key + ": " + text + "\" in " + what, expected + " is expected", "write " + expected);
      return fallback;
    }
  }
}
