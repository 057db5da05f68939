package vn.cuulong.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.TableContract.Check;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableContract.Severity;

/** Reads one {@code table.yml} and checks what can be checked with the dictionary at hand. */
final class TableReader {
  /** What landing writes beside the columns of every clean table: issues and where the row comes from. */
  static final List<String> PROVENANCE = List.of("issues", "data_origin", "source_id", "file_id", "position");

  private static final String[] KEYS = {"title", "question", "grain", "key", "columns", "interval", "append_by", "method", "inputs",
      "checks", "statistics", "schedule", "warnings", "owner"};

  private final Dictionary dictionary;
  private final Set<String> schedules;
  private final List<Problem> problems;

  TableReader(Dictionary dictionary, Set<String> schedules, List<Problem> problems) {
    this.dictionary = dictionary;
    this.schedules = schedules;
    this.problems = problems;
  }

  /** A table and its file, for the checks that need all tables. */
  record Read(TableContract table, YamlMap file) {
    /** The line on which an input is declared. */
    int inputLine(TableName input) {
      return file.map("inputs", "inputs").line(input.toString());
    }
  }

  Read read(TableName name, Path path, String fileName) {
    YamlMap file = YamlFile.read(path, fileName, problems).allow(KEYS);
    List<ColumnUse> columns = columns(file, name);
    Set<String> names = new LinkedHashSet<>(columns.stream().map(ColumnUse::name).toList());
    List<String> key = key(file, columns, names);
    YamlMap interval = interval(file, name, columns, names);
    TableContract table = new TableContract(name, file.bilingual("title"), file.bilingual("question"),
        file.bilingual("grain"), key, columns, interval == null ? null : interval.text("column"),
        interval == null ? null : interval.choice("grain", Grain.class, Grain.MONTH), appendBy(file, key),
        MethodReader.of(file, path, fileName, problems),
        inputs(file, name), checks(file),
        known(file, "statistics", "column", names, "the columns of this table"), schedules(file),
        known(file, "warnings", "warning", dictionary.warnings().keySet(), "dictionary/warnings.yml"),
        file.text("owner"));
    return new Read(table, file);
  }

  private List<ColumnUse> columns(YamlMap file, TableName name) {
    Map<String, ColumnUse> columns = new LinkedHashMap<>();
    for (YamlMap.Item item : file.items("columns")) {
      String column = item.text();
      boolean keepsText = column.endsWith("+");
      column = keepsText ? column.substring(0, column.length() - 1) : column;
      boolean required = column.endsWith("!");
      column = required ? column.substring(0, column.length() - 1) : column;
      if (file.known(item.line(), "column", column, dictionary.columns().keySet(), "dictionary/columns.yml")) {
        ColumnUse use = new ColumnUse(dictionary.columns().get(column), required, keepsText);
        if (columns.put(column, use) != null) {
          file.problem(item.line(), "column \"" + column + "\" stands twice", "a table has a column once",
              "keep one of them");
        }
      }
    }
    if (columns.isEmpty() && !file.broken()) {
      file.problem("columns", name + " has no columns", "a table holds something", "list its columns");
    }
    for (ColumnUse use : columns.values()) {
      if (use.keepsText() && columns.containsKey(use.name() + "_text")) {
        file.problem("columns", "\"" + use.name() + "_text\" stands twice", "\"" + use.name()
            + "+\" makes a column of that name", "drop the \"+\" or the column \"" + use.name() + "_text\"");
      }
    }
    provenance(file, name, columns);
    return List.copyOf(columns.values());
  }

  private static void provenance(YamlMap file, TableName name, Map<String, ColumnUse> columns) {
    List<String> names = new ArrayList<>(columns.keySet());
    boolean clean = name.layer().equals("clean") && !names.isEmpty();
    int from = Math.max(0, names.size() - PROVENANCE.size());
    if (clean && (!names.subList(from, names.size()).equals(PROVENANCE)
        || !PROVENANCE.stream().allMatch(column -> columns.get(column).required()))) {
      file.problem("columns", name + " does not end with its provenance", "every clean row says where it comes from",
          "end the columns with issues!, data_origin!, source_id!, file_id!, position!");
    }
  }

  /** By which days a table is rebuilt, or null for a mart that is built whole. */
  private static YamlMap interval(YamlMap file, TableName name, List<ColumnUse> columns, Set<String> names) {
    if (!file.has("interval") && name.layer().equals("mart")) {
      return null;
    }
    YamlMap interval = file.requiredMap("interval", "\"interval\"").allow("column", "grain");
    String column = interval.text("column");
    if (!column.isEmpty() && !names.isEmpty()) {
      intervalColumn(interval, column, columns, names);
    }
    interval.text("grain");
    return interval;
  }

  private static List<String> appendBy(YamlMap file, List<String> key) {
    if (!file.has("append_by")) {
      return List.of();
    }
    if (file.has("interval")) {
      file.problem("append_by", "the table has an interval and is append-only", "the rows of an interval are replaced "
          + "by those built anew, and rows that are only ever added are not", "delete \"interval\" or \"append_by\"");
    }
    return known(file, "append_by", "key column", Set.copyOf(key), "the key of this table");
  }

  private static void intervalColumn(YamlMap interval, String column, List<ColumnUse> columns, Set<String> names) {
    if (!interval.known(interval.line("column"), "column", column, names, "the columns of this table")) {
      return;
    }
    ColumnUse use = columns.stream().filter(one -> one.name().equals(column)).findFirst().orElseThrow();
    if (use.column().type().base() != Base.DATE || !use.required()) {
      interval.problem("column", "the interval column \"" + column + "\" is "
          + (use.required() ? "of type " + use.column().type().sql() : "not required"),
          "a row without a day belongs to no interval and would never be rebuilt",
          "name a column of type date with \"!\" behind it");
    }
  }

  private static List<String> key(YamlMap file, List<ColumnUse> columns, Set<String> names) {
    List<YamlMap.Item> items = file.items("key");
    if (items.isEmpty() && !file.broken()) {
      file.problem("key", "the table has no key", "duplicates could not be found", "add \"key: [column, …]\"");
    }
    for (YamlMap.Item item : items) {
      if (!names.isEmpty() && file.known(item.line(), "column", item.text(), names, "the columns of this table")) {
        columns.stream().filter(use -> use.name().equals(item.text()) && !use.required()).forEach(use ->
            file.problem(item.line(), "the key column \"" + use.name() + "\" is not required",
                "a row whose key is empty is no row that can be told from others",
                "write \"" + use.name() + "!\" in the columns"));
      }
    }
    return items.stream().map(YamlMap.Item::text).toList();
  }

  private List<Input> inputs(YamlMap file, TableName name) {
    YamlMap map = file.map("inputs", "\"inputs\"");
    boolean clean = name.layer().equals("clean");
    if (clean && file.has("inputs")) {
      file.problem("inputs", name + " declares inputs", "a clean table is made of its sources, and joins nothing",
          "delete \"inputs\"; a source says \"feeds: " + name + "\"");
      return List.of();
    }
    if (!clean && map.keys().isEmpty() && !file.broken()) {
      file.problem("inputs", name + " has no inputs", "a mart is made of other tables",
          "add \"inputs:\" with the tables that it reads");
    }
    List<Input> inputs = new ArrayList<>();
    for (String input : map.keys()) {
      YamlMap options = map.map(input, "the input \"" + input + "\"").allow("lookback");
      TableName table = tableName(map, map.line(input), input);
      boolean all = options.text("lookback", "0").equals("all");
      boolean whole = !clean && !file.has("interval");
      int lookback = all || whole ? -1 : options.integer("lookback", 0);
      if (whole) {
        inputOfWhole(file, options, name.equals(table));
      } else if (!all && lookback < 0 || name.equals(table) && lookback < 1) {
        options.problem("lookback", "lookback of \"" + input + "\" is " + (all ? "all" : lookback),
            name.equals(table) ? "a table reads only its own earlier intervals" : "it counts intervals back",
            name.equals(table) ? "write 1 or more" : "write 0 or more, or all");
      }
      if (table != null) {
        inputs.add(new Input(table, lookback));
      }
    }
    return inputs;
  }

  /** A table without intervals reads all of its inputs; its own rows only when they stay. */
  private static void inputOfWhole(YamlMap file, YamlMap options, boolean itself) {
    if (options.has("lookback")) {
      options.problem("lookback", "lookback in a table without interval", "it is built whole and reads all of its "
          + "inputs", "delete \"lookback\"");
    }
    if (itself && !file.has("append_by")) {
      file.problem("inputs", "the table reads itself", "a build replaces all of its rows, so that none is left to read",
          "take the table out of its own inputs, or make it append-only with \"append_by\"");
    }
  }

  static TableName tableName(YamlMap file, int line, String text) {
    try {
      return TableName.of(text);
    } catch (IllegalArgumentException e) {
      file.problem(line, "\"" + text + "\" is not a table name", "a table is named by its layer and its name",
          "write layer.name, for example clean.ecommerce_order");
      return null;
    }
  }

  private static List<Check> checks(YamlMap file) {
    List<Check> checks = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (YamlMap map : file.maps("checks", "a check")) {
      map.allow("name", "condition", "severity", "tolerance", "vi", "en", "because", "until");
      Check check = new Check(map.text("name"), map.text("condition"),
          map.choice("severity", Severity.class, Severity.HOLD), map.number("tolerance", 0.0),
          map.text("because", null), map.date("until"), map.bilingual("vi", "en"));
      if (!check.name().isEmpty()) {
        if (!DictionaryReader.isName(check.name(), '_') || !names.add(check.name())) {
          map.problem("name", "the check name \"" + check.name() + "\"", "a check is found by its name: lower snake "
              + "case, once in a table", "write another name");
        }
      }
      weakened(map, check);
      checks.add(check);
    }
    return checks;
  }

  private static void weakened(YamlMap map, Check check) {
    String label = "the check \"" + check.name() + "\"";
    if (check.tolerance() < 0 || check.tolerance() >= 1) {
      map.problem("tolerance", "the tolerance of " + label + " is " + check.tolerance(),
          "it is the share of rows that may break the check", "write a number from 0 to below 1");
    }
    boolean weak = check.tolerance() > 0 || check.because() != null || map.has("until");
    if (weak && check.because() == null) {
      map.problem("tolerance", label + " is weakened without a reason", "a weakness that nobody explains stays",
          "add \"because:\"");
    }
    if (weak && !map.has("until")) {
      map.problem("tolerance", label + " is weakened without an end", "a weakness without an end stays",
          "add \"until:\" with the day on which it is looked at again");
    }
  }

  private List<String> schedules(YamlMap file) {
    if (!file.has("schedule")) {
      return List.of(file.text("schedule"));
    }
    List<YamlMap.Item> items = file.oneOrMore("schedule");
    items.stream().filter(item -> !item.text().isEmpty())
        .forEach(item -> file.known(item.line(), "schedule", item.text(), schedules, "schedules.yml"));
    return items.stream().map(YamlMap.Item::text).toList();
  }

  private static List<String> known(YamlMap file, String key, String kind, Set<String> valid, String declaredIn) {
    for (YamlMap.Item item : file.items(key)) {
      file.known(item.line(), kind, item.text(), valid, declaredIn);
    }
    return file.texts(key);
  }
}
