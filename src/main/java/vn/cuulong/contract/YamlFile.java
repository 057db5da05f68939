package vn.cuulong.contract;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One YAML file as nodes that know their lines. Only the plain part of YAML is accepted: maps, lists and scalars;
 * no anchors, no types, no second document, no key twice. Nothing is constructed, so nothing can be injected, and a
 * scalar is the text as it stands: {@code no} is a word and {@code 1.10} keeps its zero.
 */
final class YamlFile {
  private static final Set<Tag> PLAIN =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

  private final String name;
  private final List<Problem> problems;

  private YamlFile(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads a file; whatever is wrong is added to {@code problems} and an empty map stands for the file. */
  static YamlMap read(Path path, String name, List<Problem> problems) {
    YamlFile file = new YamlFile(name, problems);
    return new YamlMap(file, file.root(path), "the file", 1);
  }

  private MappingNode root(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      problem(0, "the file is not UTF-8", "contracts are written in UTF-8", "save it as UTF-8");
      return null;
    } catch (NoSuchFileException e) {
      problem(0, "the file does not exist", "the contracts are not complete without it", "write it");
      return null;
    } catch (IOException e) {
      problem(0, "the file cannot be read", String.valueOf(e.getMessage()), "see that it exists and may be read");
      return null;
    }
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        problem(0, "the file is empty", "a contract says something", "write it, or delete the file");
        return null;
      }
      return checked(node) && node instanceof MappingNode map ? map : notMap(node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problem(line, "the file is not valid YAML: " + e.getProblem(), "YAML cannot be read past this place",
          "put right the indentation, quotes or brackets here; a text with \": \" or \" #\" in it needs quotes");
      return null;
    } catch (ReaderException e) {
      problem(lineOf(text, e.getPosition()),
          "the file holds the character U+" + String.format("%04X", e.getCodePoint()), "YAML knows no such character", "take it out; an editor that shows control characters finds it");
      return null;
    } catch (YAMLException e) {
      problem(0, "the file is not valid YAML: " + e.getMessage(), "YAML cannot be read past this place",
          "write it with fewer maps and lists inside one another");
      return null;
    }
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.codePoints().limit(Math.max(0, position)).filter(c -> c == '\n').count();
  }

  private MappingNode notMap(Node node) {
    if (!(node instanceof MappingNode)) {
      problem(line(node), "the file is not a map", "a contract is a map of keys to values", "write \"key: value\"");
    }
    return null;
  }

  /** Refuses what is not plain, in the whole tree; an anchor could make it endless, so the walk stops there. */
  private boolean checked(Node node) {
    if (node.getAnchor() != null) {
      problem(line(node), "anchor \"&" + node.getAnchor() + "\"", "contracts are read line by line by people",
          "write the value out where it is used");
      return false;
    }
    if (!PLAIN.contains(node.getTag())) {
      problem(line(node), "type \"" + node.getTag().getValue() + "\"", "contracts hold plain maps, lists and texts",
          "leave the type out");
      return false;
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(this::checked).reduce(true, Boolean::logicalAnd);
    }
    return !(node instanceof MappingNode map) || checkedMap(map);
  }

  private boolean checkedMap(MappingNode map) {
    boolean plain = true;
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : map.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(line(entry.getKeyNode()), "a key that is not a text", "keys are names", "write a name");
        plain = false;
        continue;
      }
      Integer first = lines.putIfAbsent(key.getValue(), line(key));
      if (first != null) {
        problem(line(key), "key \"" + key.getValue() + "\" stands twice", "it stands on line " + first + " already",
            "keep one of them");
      }
      plain &= checked(entry.getValueNode());
    }
    return plain;
  }

  String name() {
    return name;
  }

  void problem(int line, String problem, String cause, String remedy) {
    problems.add(new Problem(name, line, problem, cause, remedy));
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
