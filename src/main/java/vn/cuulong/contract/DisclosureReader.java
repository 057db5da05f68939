package vn.cuulong.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.DisclosureContract.MadeOf;
import vn.cuulong.contract.DisclosureContract.Pairs;
import vn.cuulong.contract.DisclosureContract.Source;
import vn.cuulong.contract.DisclosureContract.Thresholds;

/** Reads {@code disclosure:} of a published table, and sees that it speaks of every number of it. */
final class DisclosureReader {
  private static final int DEFAULT_MINIMUM = 3;
  private static final double DEFAULT_DOMINANCE = 0.85;
  private static final double DEFAULT_PROTECTION = 0.1;
  private static final List<String> MADE_OF = Arrays.stream(MadeOf.values())
      .map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

  private final Map<TableName, TableContract> tables;
  private final Map<String, Indicator> indicators;
  private final TableContract table;
  private final List<String> columns;
  private final Set<String> named = new HashSet<>();

  DisclosureReader(Map<TableName, TableContract> tables, Map<String, Indicator> indicators, TableContract table,
      List<String> leavesOut) {
    this.tables = tables;
    this.indicators = indicators;
    this.table = table;
    this.columns = table.columns().stream().map(TableContract.ColumnUse::name)
        .filter(name -> !leavesOut.contains(name)).toList();
  }

  /** The contract; null when there is none, or when all its numbers are open. */
  DisclosureContract read(YamlMap options) {
    if (!options.has("disclosure")) {
      return null;
    }
    YamlMap map = options.map("disclosure", "\"disclosure\"").allow("contributors", "minimum_count",
        "dominance_count", "dominance_share", "protection", "groups", "pairs", "rests_on", "derived", "open");
    List<Group> read = new ArrayList<>();
    YamlMap groups = map.map("groups", "\"groups\"");
    for (String name : groups.keys()) {
      read.add(group(name, groups.map(name, "the group \"" + name + "\"")));
    }
    Pairs pairs = map.has("pairs") ? pairs(map.map("pairs", "\"pairs\"")) : null;
    Lineage lineage = map.has("rests_on") ? lineage(map) : null;
    names(map, "open");
    for (String column : columns) {
      Base base = table.column(column).orElseThrow().column().type().base();
      boolean isNumber = base == Base.BIGINT || base == Base.DECIMAL || base == Base.DOUBLE;
      if (isNumber && !named.contains(column) && !map.broken()) {
        map.problem(options.line("disclosure"), "the number \"" + column + "\" stands nowhere in \"disclosure\"",
            "a number that nobody has judged could give a withheld one away",
            "name it below \"measures\" or \"derived\", or below \"open\"");
      }
    }
    DisclosureContract contract = new DisclosureContract(contributors(map), new Thresholds(
        (int) number(map, "minimum_count", DEFAULT_MINIMUM, 2, 100),
        (int) number(map, "dominance_count", 1, 1, 2),
        number(map, "dominance_share", DEFAULT_DOMINANCE, 0.01, 1),
        number(map, "protection", DEFAULT_PROTECTION, 0, 1)), read, map.texts("open"), pairs, lineage);
    return read.isEmpty() && pairs == null && lineage == null ? null : contract;
  }

  private TableName contributors(YamlMap map) {
    return map.has("contributors") ? table(map, "contributors") : null;
  }

  private TableName table(YamlMap map, String key) {
    String name = map.text(key);
    List<String> valid = tables.keySet().stream().map(TableName::toString).toList();
    return map.known(map.line(key), "table", name, valid, "jobs/") ? TableName.of(name) : null;
  }

  private Group group(String name, YamlMap map) {
    map.allow("measures", "persons", "derived");
    Map<String, MadeOf> derived = derived(map);
    names(map, "measures");
    for (YamlMap.Item person : map.items("persons")) {
      map.known(person.line(), "measure", person.text(), map.texts("measures"), "the measures of the group");
    }
    return new Group(name, map.texts("measures"), map.texts("persons"), derived);
  }

  private Map<String, MadeOf> derived(YamlMap map) {
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
    return derived;
  }

  private Pairs pairs(YamlMap map) {
    map.allow("from", "to", "measures", "derived", "totals", "inside", "outgoing", "incoming", "unplaced");
    names(map, "measures");
    names(map, "derived");
    TableName totals = table(map, "totals");
    List<String> there = totals == null ? List.of() : names(tables.get(totals));
    return new Pairs(column(map, "from", columns), column(map, "to", columns), map.texts("measures"),
        map.texts("derived"), totals, column(map, "inside", there), column(map, "outgoing", there),
        column(map, "incoming", there), column(map, "unplaced", there));
  }

  private Lineage lineage(YamlMap map) {
    YamlMap on = map.map("rests_on", "\"rests_on\"")
        .allow("code", "table", "columns", "unit", "basis", "month", "region");
    Map<String, List<Source>> sources = new LinkedHashMap<>();
    if (on.has("columns")) {
      String mart = on.text("table", "");
      YamlMap byCode = on.map("columns", "\"columns\"");
      for (String code : byCode.keys()) {
        sources.put(code, byCode.items(code).stream().map(item -> source(byCode, item, mart)).toList());
      }
    } else {
      indicators.values().stream().filter(one -> one.table().layer().equals("mart")).forEach(one ->
          sources.put(one.code(), Stream.of(one.code(), one.numerator(), one.denominator(), one.low(), one.high())
              .filter(Objects::nonNull).map(column -> new Source(one.table(), column)).toList()));
    }
    return new Lineage(column(on, "code", columns), sources, optional(on, "unit"), optional(on, "basis"),
        optional(on, "month"), optional(on, "region"), derived(map));
  }

  /** A column of a mart: {@code mart.x.column}, or only the column of the mart that "table" names. */
  private Source source(YamlMap map, YamlMap.Item item, String mart) {
    String name = item.text().indexOf('.') < 0 ? mart + "." + item.text() : item.text();
    List<String> valid = tables.values().stream().filter(one -> one.name().layer().equals("mart"))
        .flatMap(one -> names(one).stream().map(column -> one.name() + "." + column)).toList();
    int dot = name.lastIndexOf('.');
    return map.known(item.line(), "column of a mart", name, valid, "3-marts")
        ? new Source(TableName.of(name.substring(0, dot)), name.substring(dot + 1)) : new Source(table.name(), name);
  }

  private String optional(YamlMap map, String key) {
    return map.has(key) ? column(map, key, columns) : null;
  }

  private String column(YamlMap map, String key, Collection<String> valid) {
    String name = map.text(key);
    map.known(map.line(key), "column", name, valid, "what is published of " + table.name());
    return name;
  }

  private static List<String> names(TableContract table) {
    return table.columns().stream().map(TableContract.ColumnUse::name).toList();
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
