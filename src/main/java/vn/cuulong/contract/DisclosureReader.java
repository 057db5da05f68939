package vn.cuulong.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.contract.DisclosureContract.MadeOf;
import vn.cuulong.contract.DisclosureContract.Thresholds;

/** Reads {@code disclosure:} of a published table, and sees that it speaks of every number of it. */
final class DisclosureReader {
  private static final int DEFAULT_MINIMUM = 3;
  private static final double DEFAULT_DOMINANCE = 0.85;
  private static final double DEFAULT_PROTECTION = 0.1;
  private static final List<String> MADE_OF = Arrays.stream(MadeOf.values())
      .map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

  private final Map<TableName, TableContract> tables;
  private final TableContract table;
  private final List<String> columns;
  private final Set<String> named = new HashSet<>();

  DisclosureReader(Map<TableName, TableContract> tables, TableContract table, List<String> leavesOut) {
    this.tables = tables;
    this.table = table;
    this.columns = table.columns().stream().map(TableContract.ColumnUse::name)
        .filter(name -> !leavesOut.contains(name)).toList();
  }

  /** The contract; null when there is none. */
  DisclosureContract read(YamlMap options) {
    if (!options.has("disclosure")) {
      return null;
    }
    YamlMap map = options.map("disclosure", "\"disclosure\"").allow("contributors", "minimum_count",
        "dominance_count", "dominance_share", "protection", "groups", "open");
    YamlMap groups = map.requiredMap("groups", "\"groups\"");
    List<Group> read = new ArrayList<>();
    for (String name : groups.keys()) {
      read.add(group(name, groups.map(name, "the group \"" + name + "\"")));
    }
    names(map, "open");
    for (String column : columns) {
      Base base = table.column(column).orElseThrow().column().type().base();
      boolean isNumber = base == Base.BIGINT || base == Base.DECIMAL || base == Base.DOUBLE;
      if (isNumber && !named.contains(column) && !map.broken()) {
        map.problem(options.line("disclosure"), "the number \"" + column + "\" stands nowhere in \"disclosure\"",
            "a number that nobody has judged could give a withheld one away",
            "name it below \"measures\" or \"derived\" of a group, or below \"open\"");
      }
    }
    return new DisclosureContract(contributors(map), new Thresholds(
        (int) number(map, "minimum_count", DEFAULT_MINIMUM, 2, 100),
        (int) number(map, "dominance_count", 1, 1, 2),
        number(map, "dominance_share", DEFAULT_DOMINANCE, 0.01, 1),
        number(map, "protection", DEFAULT_PROTECTION, 0, 1)), read, map.texts("open"));
  }

  private TableName contributors(YamlMap map) {
    if (!map.has("contributors")) {
      return null;
    }
    String name = map.text("contributors");
    List<String> valid = tables.keySet().stream().map(TableName::toString).toList();
    return map.known(map.line("contributors"), "table", name, valid, "jobs/") ? TableName.of(name) : null;
  }

  private Group group(String name, YamlMap map) {
    map.allow("measures", "persons", "derived");
    Map<String, MadeOf> derived = new LinkedHashMap<>();
    YamlMap made = map.map("derived", "\"derived\"");
    for (String column : made.keys()) {
      String of = made.text(column);
      if (made.known(made.line(column), "column", column, columns, "what is published of " + table.name())
          && made.known(made.line(column), "source of a derived column", of, MADE_OF, "the disclosure contract")) {
        derived.put(column, MadeOf.valueOf(of.toUpperCase(Locale.ROOT)));
        named.add(column);
      }
    }
    names(map, "measures");
    for (YamlMap.Item person : map.items("persons")) {
      map.known(person.line(), "measure", person.text(), map.texts("measures"), "the measures of the group");
    }
    return new Group(name, map.texts("measures"), map.texts("persons"), derived);
  }

  private void names(YamlMap map, String key) {
    for (YamlMap.Item item : map.items(key)) {
      if (map.known(item.line(), "column", item.text(), columns, "what is published of " + table.name())) {
        named.add(item.text());
      }
    }
  }

  private static double number(YamlMap map, String key, double fallback, double least, double greatest) {
    if (!map.has(key)) {
      return fallback;
    }
    try {
      double number = Double.parseDouble(map.text(key));
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    map.problem(key, "\"" + key + "\" is \"" + map.text(key) + "\"", "a number between " + least + " and " + greatest
        + " is expected", "write one, or leave it out for " + fallback);
    return fallback;
  }
}
