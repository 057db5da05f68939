package vn.cuulong.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.Dictionary.Category;
import vn.cuulong.contract.Dictionary.Code;
import vn.cuulong.contract.Dictionary.Effect;
import vn.cuulong.contract.Dictionary.Issue;
import vn.cuulong.contract.Dictionary.UnitOfMeasure;

/** Reads {@code dictionary/*.yml}: units, code lists, columns, issues, warnings. */
final class DictionaryReader {
  /** The code list that is not written down: every unit of measure, for columns that hold the unit of a figure. */
  static final String UNIT_LIST = "unit_of_measure";

  private final Path folder;
  private final String name;
  private final List<Problem> problems;

  DictionaryReader(Path folder, String name, List<Problem> problems) {
    this.folder = folder;
    this.name = name;
    this.problems = problems;
  }

  Dictionary read() {
    Map<String, UnitOfMeasure> units = units(file("units.yml"));
    Map<String, Category> categories = categories(file("categories.yml"));
    if (categories.put(UNIT_LIST, ofUnits(units)) != null) {
      problems.add(new Problem(name + "/categories.yml", 0, "the list \"" + UNIT_LIST + "\" is declared",
          "it is made of units.yml", "delete it here and add its codes to units.yml"));
    }
    Map<String, Column> columns = columns(file("columns.yml"), units, categories);
    return new Dictionary(columns, units, categories, issues(file("issues.yml")), warnings(file("warnings.yml")));
  }

  private YamlMap file(String fileName) {
    return YamlFile.read(folder.resolve(fileName), name + "/" + fileName, problems);
  }

  private static Map<String, UnitOfMeasure> units(YamlMap file) {
    Map<String, UnitOfMeasure> units = new LinkedHashMap<>();
    Spellings spellings = new Spellings("units.yml");
    for (String code : file.keys()) {
      snakeCase(file, code, "unit");
      YamlMap map = file.map(code, "the unit \"" + code + "\"").allow("base", "factor", "vi", "en", "spellings");
      String base = map.text("base", code);
      double factor = map.number("factor", 1.0);
      if (factor <= 0 || base.equals(code) && factor != 1.0) {
        map.problem("factor", "the factor of \"" + code + "\" is " + factor, "a unit is a positive multiple of its "
            + "base, and a base is 1 of itself", "write the base this unit is a multiple of, and a factor above 0");
      }
      List<String> known = spellings.of(map, code, map.bilingual("vi", "en"), map.items("spellings"));
      units.put(code, new UnitOfMeasure(code, base, factor, map.bilingual("vi", "en"), known));
    }
    for (UnitOfMeasure unit : units.values()) {
      YamlMap map = file.map(unit.code(), "the unit");
      if (map.known(map.line("base"), "unit", unit.base(), units.keySet(), "units.yml")
          && !units.get(unit.base()).base().equals(unit.base())) {
        map.problem("base", "the base of \"" + unit.code() + "\" is \"" + unit.base() + "\", which is no base itself",
            "two factors would have to be multiplied", "write \"base: " + units.get(unit.base()).base() + "\"");
      }
    }
    return units;
  }

  private static Category ofUnits(Map<String, UnitOfMeasure> units) {
    return new Category(UNIT_LIST, units.values().stream()
        .map(unit -> new Code(unit.code(), unit.title(), unit.spellings())).toList());
  }

  private static Map<String, Category> categories(YamlMap file) {
    Map<String, Category> categories = new LinkedHashMap<>();
    for (String list : file.keys()) {
      snakeCase(file, list, "list");
      YamlMap codes = file.map(list, "the list \"" + list + "\"");
      Spellings spellings = new Spellings("the list \"" + list + "\"");
      List<Code> known = new ArrayList<>();
      for (String code : codes.keys()) {
        YamlMap map = codes.map(code, "the code \"" + code + "\"").allow("vi", "en", "spellings");
        Bilingual title = map.bilingual("vi", "en");
        known.add(new Code(code, title, spellings.of(map, code, title, map.items("spellings"))));
      }
      if (known.isEmpty()) {
        file.problem(list, "the list \"" + list + "\" has no codes", "no value could be understood", "add its codes");
      }
      categories.put(list, new Category(list, known));
    }
    return categories;
  }

  private static Map<String, Column> columns(
      YamlMap file, Map<String, UnitOfMeasure> units, Map<String, Category> categories) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String column : file.keys()) {
      snakeCase(file, column, "column");
      YamlMap map = file.map(column, "the column \"" + column + "\"").allow(
          "type", "kind", "unit", "category", "min", "max", "vi", "en", "means_vi", "means_en");
      ColumnType type = type(map);
      String unit = map.text("unit", null);
      if (unit != null && !map.known(map.line("unit"), "unit", unit, units.keySet(), "units.yml")) {
        unit = null;
      }
      String category = map.text("category", null);
      if (category != null) {
        map.known(map.line("category"), "list", category, categories.keySet(), "categories.yml");
      }
      Column read = new Column(column, type, map.choice("kind", ValueKind.class, ValueKind.NONE), unit, category,
          map.number("min", null), map.number("max", null), map.bilingual("vi", "en"),
          map.bilingual("means_vi", "means_en"));
      fits(map, read, units);
      columns.put(column, read);
    }
    return columns;
  }

  private static ColumnType type(YamlMap map) {
    String text = map.text("type");
    try {
      return ColumnType.of(text.isEmpty() ? "string" : text);
    } catch (IllegalArgumentException e) {
      List<String> types = List.of("string", "bigint", "decimal(18,2)", "double", "date", "timestamp", "boolean",
          "array<string>");
      map.problem("type", "\"" + text + "\" is not a column type", "readers of Delta at reader version 1 know few "
          + "types", NearestName.remedy(text, types));
      return ColumnType.of("string");
    }
  }

  /** The parts of a definition must agree with each other. */
  private static void fits(YamlMap map, Column column, Map<String, UnitOfMeasure> units) {
    Set<Base> bases = bases(column.kind());
    if (!bases.contains(column.type().base())) {
      map.problem("type", "\"" + column.name() + "\" is of kind " + lower(column.kind()) + " and of type "
          + column.type().sql(), "that kind is not stored in that type",
          "write one of " + bases.stream().map(DictionaryReader::lower).sorted().toList());
    }
    if (column.kind() == ValueKind.CATEGORY && column.category() == null) {
      map.problem("kind", "\"" + column.name() + "\" is a category without a list", "its values could not be checked",
          "add \"category:\" with a list of categories.yml");
    }
    boolean amount = column.kind() == ValueKind.MONEY || column.kind() == ValueKind.QUANTITY;
    if (amount && column.unit() == null && !map.has("unit")) {
      map.problem("kind", "\"" + column.name() + "\" is an amount without a unit", "nobody could add it to another",
          "add \"unit:\" with a unit of units.yml");
    }
    if (column.kind() == ValueKind.MONEY && column.unit() != null) {
      if (!units.get(column.unit()).base().equals("vnd") || !column.name().endsWith("_" + column.unit())) {
        map.problem("unit", "the money column \"" + column.name() + "\" is in " + column.unit(),
            "money is in đồng or a multiple of it, and its name ends in its unit",
            "write \"unit: vnd\" and a name that ends in \"_vnd\"");
      }
    }
    boolean ranged = column.min() != null || column.max() != null;
    if (ranged && !Set.of(Base.BIGINT, Base.DECIMAL, Base.DOUBLE).contains(column.type().base())) {
      map.problem(map.has("min") ? "min" : "max", "\"" + column.name() + "\" is no number but has a range",
          "only numbers have a least and a greatest value", "leave min and max out");
    } else if (column.min() != null && column.max() != null && column.min() > column.max()) {
      map.problem("min", "the least value of \"" + column.name() + "\" is above the greatest", "no value is valid",
          "swap min and max");
    }
  }

  private static Set<Base> bases(ValueKind kind) {
    return switch (kind) {
      case TEXT, CODE, CATEGORY, PERIOD, UNIT, STATUS -> Set.of(Base.STRING);
      case INTEGER, QUANTITY -> Set.of(Base.BIGINT);
      case NUMBER -> Set.of(Base.DOUBLE, Base.DECIMAL);
      case PERCENT -> Set.of(Base.DOUBLE, Base.DECIMAL);
      case MONEY -> Set.of(Base.DECIMAL);
      case DATE, MONTH, PERIOD_START, PERIOD_END -> Set.of(Base.DATE);
      case TIME -> Set.of(Base.TIMESTAMP);
      case FLAG -> Set.of(Base.BOOLEAN);
      case NONE -> Set.of(Base.values());
    };
  }

  private static Map<String, Issue> issues(YamlMap file) {
    Map<String, Issue> issues = new LinkedHashMap<>();
    for (String code : file.keys()) {
      snakeCase(file, code, "issue");
      YamlMap map = file.map(code, "the issue \"" + code + "\"").allow("effect", "vi", "en");
      map.text("effect");
      YamlMap vi = map.requiredMap("vi", "\"vi\" of the issue \"" + code + "\"").allow("means", "done", "remedy");
      YamlMap en = map.requiredMap("en", "\"en\" of the issue \"" + code + "\"").allow("means", "done", "remedy");
      issues.put(code, new Issue(code, map.choice("effect", Effect.class, Effect.NOTE),
          new Bilingual(vi.text("means"), en.text("means")), new Bilingual(vi.text("done"), en.text("done")),
          new Bilingual(vi.text("remedy"), en.text("remedy"))));
    }
    return issues;
  }

  private static Map<String, Bilingual> warnings(YamlMap file) {
    Map<String, Bilingual> warnings = new LinkedHashMap<>();
    for (String code : file.keys()) {
      snakeCase(file, code, "warning");
      warnings.put(code, file.map(code, "the warning \"" + code + "\"").allow("vi", "en").bilingual("vi", "en"));
    }
    return warnings;
  }

  static void snakeCase(YamlMap file, String text, String kind) {
    if (!isName(text, '_')) {
      file.problem(text, "the " + kind + " name \"" + text + "\"", "names are lower case ASCII letters and digits, "
          + "words joined by underscores, so that every reader of the tables can type them",
          "write \"" + suggestion(text) + "\"");
    }
  }

  private static String suggestion(String text) {
    return NearestName.fold(text).replace(' ', '_').replace('-', '_');
  }

  static boolean isName(String text, char joint) {
    boolean letterBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || i > 0 && c >= '0' && c <= '9';
      if (!letter && !(c == joint && letterBefore)) {
        return false;
      }
      letterBefore = letter;
    }
    return letterBefore;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The spellings of one list: each means one code only, however it is written. */
  private static final class Spellings {
    private final String list;
    private final Map<String, String> codes = new HashMap<>();

    Spellings(String list) {
      this.list = list;
    }

    List<String> of(YamlMap map, String code, Bilingual title, List<YamlMap.Item> items) {
      claim(map, map.line("vi"), title.vi(), code);
      claim(map, map.line("en"), title.en(), code);
      claim(map, map.line(""), code, code);
      items.forEach(item -> claim(map, item.line(), item.text(), code));
      return items.stream().map(YamlMap.Item::text).toList();
    }

    private void claim(YamlMap map, int line, String spelling, String code) {
      String other = codes.putIfAbsent(NearestName.fold(spelling), code);
      if (!spelling.isEmpty() && other != null && !other.equals(code)) {
        map.problem(line, "\"" + spelling + "\" means \"" + code + "\" and \"" + other + "\" in " + list,
            "a spelling can mean one code only; case and diacritics do not tell spellings apart",
            "keep it with one of the two");
      }
    }
  }
}
