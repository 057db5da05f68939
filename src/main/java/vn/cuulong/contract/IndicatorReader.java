package vn.cuulong.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.Indicator.Direction;
import vn.cuulong.contract.Indicator.Kind;

/**
 * Reads {@code dictionary/indicators.yml}: for each table, the indicators that it holds. A column of a mart has its
 * title and unit from the dictionary; an indicator of the published figures, which are rows, is described here.
 */
final class IndicatorReader {
  static final String FILE = "indicators.yml";
  /** The list of the pillars of digital transformation. */
  private static final String PILLARS = "pillar";
  /** The column that makes a table one of figures with an indicator in each row. */
  private static final String ROWS = "indicator";
  private static final Set<Base> NUMBERS = Set.of(Base.BIGINT, Base.DECIMAL, Base.DOUBLE);

  private final Dictionary dictionary;
  private final Map<TableName, TableContract> tables;
  private final List<Problem> problems;

  IndicatorReader(Dictionary dictionary, Map<TableName, TableContract> tables, List<Problem> problems) {
    this.dictionary = dictionary;
    this.tables = tables;
    this.problems = problems;
  }

  /** The indicators by code, in the order of the file; none when the file is not there. */
  Map<String, Indicator> read(Path path, String name) {
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    if (!Files.exists(path)) {
      return indicators;
    }
    YamlMap file = YamlFile.read(path, name, problems);
    Set<String> names = new TreeSet<>(tables.keySet().stream().map(TableName::toString).toList());
    for (String table : file.keys()) {
      if (!file.known(file.line(table), "table", table, names, "2-clean or 3-marts")) {
        continue;
      }
      YamlMap group = file.map(table, "the indicators of \"" + table + "\"");
      for (String code : group.keys()) {
        Indicator indicator = indicator(group, code, tables.get(TableName.of(table)));
        if (indicators.put(code, indicator) != null) {
          group.problem(code, "the indicator \"" + code + "\" is declared twice", "a comparison finds it by its code",
              "keep one of them");
        }
      }
    }
    return indicators;
  }

  private Indicator indicator(YamlMap group, String code, TableContract table) {
    YamlMap map = group.map(code, "the indicator \"" + code + "\"");
    boolean inRows = table.column(ROWS).isPresent();
    Set<String> names = inRows ? group.keys() : columns(table);
    map.text("kind");
    map.text("direction");
    Indicator indicator = new Indicator(code, table.name(), map.choice("kind", Kind.class, Kind.LEVEL),
        map.choice("direction", Direction.class, Direction.NEITHER), pillar(map),
        inRows ? map.bilingual("vi", "en") : title(code), units(map, code, inRows),
        part(map, "numerator", names, inRows), part(map, "denominator", names, inRows),
        part(map, "low", names, inRows), part(map, "high", names, inRows), part(map, "missing", names, inRows),
        map.flag("location_quotient", false), inRows ? null : also(map, code));
    if (inRows) {
      map.allow("kind", "direction", "pillar", "vi", "en", "unit", "denominator");
      DictionaryReader.snakeCase(group, code, "indicator");
    } else {
      map.allow("kind", "direction", "pillar", "numerator", "denominator", "low", "high", "missing",
          "location_quotient", "also");
      isNumber(group, code, table);
    }
    fits(map, indicator, inRows);
    return indicator;
  }

  /** Another mart that has the same column for other periods. */
  private TableName also(YamlMap map, String code) {
    String name = map.text("also", null);
    if (name == null || !map.known(map.line("also"), "table", name,
        new TreeSet<>(tables.keySet().stream().map(TableName::toString).toList()), "3-marts")) {
      return null;
    }
    TableContract other = tables.get(TableName.of(name));
    return map.known(map.line("also"), "column", code, columns(other), "the columns of " + name) ? other.name() : null;
  }

  private String pillar(YamlMap map) {
    String pillar = map.text("pillar", null);
    if (pillar != null) {
      Dictionary.Category pillars = dictionary.categories().get(PILLARS);
      map.known(map.line("pillar"), "pillar", pillar,
          pillars == null ? List.of() : pillars.codes().stream().map(Dictionary.Code::code).toList(),
          "the list \"" + PILLARS + "\" of categories.yml");
    }
    return pillar;
  }

  private Bilingual title(String code) {
    Column column = dictionary.columns().get(code);
    return column == null ? new Bilingual(code, code) : column.title();
  }

  private List<String> units(YamlMap map, String code, boolean inRows) {
    if (!inRows) {
      Column column = dictionary.columns().get(code);
      return column == null || column.unit() == null ? List.of() : List.of(column.unit());
    }
    if (!map.has("unit")) {
      map.text("unit");
      return List.of();
    }
    List<YamlMap.Item> units = map.oneOrMore("unit");
    units.forEach(unit -> map.known(unit.line(), "unit", unit.text(), dictionary.units().keySet(), "units.yml"));
    return units.stream().map(YamlMap.Item::text).toList();
  }

  private static String part(YamlMap map, String key, Set<String> names, boolean inRows) {
    String name = map.text(key, null);
    if (name != null) {
      map.known(map.line(key), inRows ? "indicator" : "column", name, names,
          inRows ? "the indicators of the same table" : "the columns of its table");
    }
    return name;
  }

  private void isNumber(YamlMap group, String code, TableContract table) {
    if (group.known(group.line(code), "column", code, columns(table), "the columns of " + table.name())) {
      Column column = table.column(code).orElseThrow().column();
      if (!NUMBERS.contains(column.type().base()) || column.unit() == null) {
        group.problem(code, "the indicator \"" + code + "\" is no number with a unit", "it could not be compared",
            "name a column of a number type, and give it a unit in columns.yml");
      }
    }
  }

  private static Set<String> columns(TableContract table) {
    return new TreeSet<>(table.columns().stream().map(TableContract.ColumnUse::name).toList());
  }

  private static void fits(YamlMap map, Indicator indicator, boolean inRows) {
    boolean ratio = indicator.kind() == Kind.RATIO;
    if (!ratio && (indicator.numerator() != null || indicator.denominator() != null)) {
      map.problem("kind", "\"" + indicator.code() + "\" has a denominator and is no ratio",
          "only a ratio has one amount over another", "write \"kind: ratio\"");
    }
    if (ratio && !inRows && (indicator.numerator() == null) != (indicator.denominator() == null)) {
      map.problem("kind", "the ratio \"" + indicator.code() + "\" has one of numerator and denominator",
          "the ratio of a region is made of both", "name both, or neither");
    }
    if ((indicator.low() == null) != (indicator.high() == null)) {
      map.problem(indicator.low() == null ? "high" : "low", "\"" + indicator.code() + "\" has one end of an interval",
          "an interval has two", "name the columns of both ends");
    }
    if (indicator.hasLocationQuotient() && !ratio) {
      map.problem("location_quotient", "\"" + indicator.code() + "\" has a location quotient and is no ratio",
          "the quotient compares the share of a unit with that of its region", "take \"location_quotient\" out");
    }
  }
}
