package vn.cuulong.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.MethodContract.Key;
import vn.cuulong.contract.MethodContract.Parameter;

/** Reads a {@code method.yml} strictly. */
final class MethodReader {
  static final String FILE = "method.yml";

  private MethodReader() {}

  /**
   * The method of a table: its own file, or that of the mart that it names under {@code method}.
   *
   * @param file its {@code table.yml}
   * @param path of that file
   * @param fileName of that file, for messages
   * @return null when the table is no estimate
   */
  static MethodContract of(YamlMap file, Path path, String fileName, List<Problem> problems) {
    Path own = path.resolveSibling(FILE);
    if (!file.has("method")) {
      return Files.exists(own) ? read(own, fileName.replace("table.yml", FILE), problems) : null;
    }
    String other = file.text("method");
    Path named = path.getParent().resolveSibling(other).resolve(FILE);
    if (Files.exists(own) || !Files.exists(named)) {
      file.problem("method", Files.exists(own) ? "the table names a method and has one of its own"
          : "there is no method.yml beside the mart \"" + other + "\"", "an estimate follows one method",
          Files.exists(own) ? "delete \"method\" or the file method.yml"
              : "name the folder of a mart that has a method.yml");
      return null;
    }
    // What is wrong in it is said once, where it stands.
    return read(named, fileName, new ArrayList<>());
  }

  private static MethodContract read(Path path, String fileName, List<Problem> problems) {
    YamlMap file = YamlFile.read(path, fileName, problems)
        .allow("family", "version", "seed", "draws", "parameters", "keys", "paths");
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    YamlMap numbers = file.requiredMap("parameters", "\"parameters\"");
    numbers.keys().forEach(name -> parameters.put(name, parameter(numbers, name, null)));
    Map<String, Key> keys = new LinkedHashMap<>();
    YamlMap maps = file.requiredMap("keys", "\"keys\"");
    maps.keys().forEach(name -> keys.put(name, key(maps, name)));
    Map<String, MethodContract.Path> paths = new LinkedHashMap<>();
    YamlMap columns = file.map("paths", "\"paths\"");
    columns.keys().forEach(name -> paths.put(name, pathOf(columns, name)));
    if (positive(file, "version") && positive(file, "draws")) {
      file.text("seed");
    }
    return new MethodContract(file.text("family"), file.integer("version", 1), file.integer("seed", 0),
        file.integer("draws", 1), parameters, keys, paths, false);
  }

  private static MethodContract.Path pathOf(YamlMap columns, String name) {
    YamlMap path = columns.map(name, "the path \"" + name + "\"").allow("table", "column", "missing", "moves");
    Map<String, Parameter> moves = new LinkedHashMap<>();
    YamlMap of = path.requiredMap("moves", "\"moves\" of \"" + name + "\"");
    of.keys().forEach(series -> moves.put(series, parameter(of, series, null)));
    return new MethodContract.Path(path.text("table"), path.text("column"), path.text("missing"), moves);
  }

  private static boolean positive(YamlMap file, String key) {
    boolean given = !file.text(key).isEmpty();
    if (given && file.integer(key, 1) < 1) {
      file.problem(key, "\"" + key + "\" is " + file.text(key), "it counts from 1", "write 1 or more");
    }
    return given;
  }

  private static Key key(YamlMap maps, String name) {
    YamlMap key = maps.map(name, "the key \"" + name + "\"").allow("other", "units");
    Parameter other = parameter(key, "other", null);
    Map<String, Parameter> units = new LinkedHashMap<>();
    YamlMap of = key.map("units", "\"units\" of \"" + name + "\"");
    of.keys().forEach(unit -> units.put(unit, parameter(of, unit, other)));
    return new Key(other, units);
  }

  /** A number with its error and source; what a unit leaves out is as for the others. */
  private static Parameter parameter(YamlMap of, String name, Parameter like) {
    YamlMap map = of.requiredMap(name, "\"" + name + "\"").allow("value", "error", "source", "judgement");
    map.text("value");
    double error = map.number("error", like == null ? 0.0 : like.error());
    if (error < 0) {
      map.problem("error", "the error of \"" + name + "\" is " + error, "a standard deviation is never negative",
          "write 0 or more");
    }
    String source = like == null ? map.text("source") : map.text("source", like.source());
    return new Parameter(map.number("value", 0.0), error, source,
        map.flag("judgement", like != null && like.isJudgement()));
  }
}
