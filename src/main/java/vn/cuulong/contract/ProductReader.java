package vn.cuulong.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.cuulong.contract.ProductContract.Frequency;
import vn.cuulong.contract.ProductContract.Licence;
import vn.cuulong.contract.ProductContract.PublishedTable;

/** Reads one {@code product.yml} and checks it against the tables. */
final class ProductReader {
  private static final String[] KEYS = {"title", "description", "tables", "creator", "publisher", "contact", "licence",
      "frequency", "keywords"};

  private final Map<TableName, TableContract> tables;
  private final Map<String, Indicator> indicators;
  /** Clean tables with records that nobody has published: of establishments, sellers, persons. */
  private final Set<TableName> recorded;
  private final List<Problem> problems;

  ProductReader(Map<TableName, TableContract> tables, Map<String, SourceContract> sources,
      Map<String, Indicator> indicators, List<Problem> problems) {
    this.tables = tables;
    this.indicators = indicators;
    this.recorded = sources.values().stream().filter(source -> !"published".equals(source.dataOrigin()))
        .map(SourceContract::feeds).collect(Collectors.toSet());
    this.problems = problems;
  }

  ProductContract read(String id, Path path, String fileName) {
    YamlMap file = YamlFile.read(path, fileName, problems).allow(KEYS);
    List<String> licences = Arrays.stream(Licence.values()).map(Licence::spdx).toList();
    String licence = file.word("licence", licences, null);
    file.text("frequency");
    return new ProductContract(id, file.bilingual("title"), file.bilingual("description"), tables(file),
        file.bilingual("creator"), file.bilingual("publisher"), file.bilingual("contact"),
        Arrays.stream(Licence.values()).filter(one -> one.spdx().equals(licence)).findFirst().orElse(null),
        file.choice("frequency", Frequency.class, Frequency.IRREGULAR), keywords(file));
  }

  private List<PublishedTable> tables(YamlMap file) {
    YamlMap map = file.requiredMap("tables", "\"tables\"");
    if (map.keys().isEmpty() && !map.broken()) {
      file.problem("tables", "the product has no tables", "a release publishes something",
          "name its marts below \"tables:\"");
    }
    TreeSet<String> marts = new TreeSet<>();
    tables.keySet().stream().filter(name -> name.layer().equals("mart")).forEach(name -> marts.add(name.toString()));
    List<PublishedTable> published = new ArrayList<>();
    for (String name : map.keys()) {
      YamlMap options = map.map(name, "the table \"" + name + "\"")
          .allow("leaves_out", "cleared", "sdmx", "disclosure");
      if (map.known(map.line(name), "mart", name, marts, "3-marts")) {
        TableContract table = tables.get(TableName.of(name));
        published.add(new PublishedTable(table, leavesOut(options, table), names(options, "cleared", table),
            names(options, "sdmx", table),
            new DisclosureReader(tables, indicators, table, options.texts("leaves_out")).read(options)));
        refuseNames(options, table, map.line(name));
        if (!options.has("disclosure") && restsOnRecords(table, new HashSet<>())) {
          map.problem(name, "\"" + name + "\" has no \"disclosure\"",
              "it is made of records that nobody has published, and could tell about one establishment, seller or person",
              "say below \"disclosure:\" what it must not tell (docs/disclosure.md)");
        }
      }
    }
    return published;
  }

  /** Text that somebody typed, and identifiers of single records, go out only when somebody has looked at them. */
  private void refuseNames(YamlMap options, TableContract table, int line) {
    for (TableContract.ColumnUse use : table.columns()) {
      ValueKind kind = use.column().kind();
      boolean tells = kind == ValueKind.TEXT || kind == ValueKind.CODE || use.name().endsWith("_text")
          || use.name().equals("file_id") || use.name().equals("path") || use.name().equals("raw");
      boolean known = options.texts("leaves_out").contains(use.name())
          || options.texts("cleared").contains(use.name());
      if (tells && !known) {
        options.problem(line, "\"" + use.name() + "\" of " + table.name() + " would be published as it is",
            "free text, identifiers and names of files can tell of a person",
            "put it below \"leaves_out\"; where it names nobody, below \"cleared\"");
      }
    }
  }

  private boolean restsOnRecords(TableContract table, Set<TableName> seen) {
    return table.inputs().stream().map(TableContract.Input::table).filter(seen::add).anyMatch(input ->
        recorded.contains(input) || tables.containsKey(input) && restsOnRecords(tables.get(input), seen));
  }

  private static List<String> names(YamlMap options, String key, TableContract table) {
    List<String> columns = table.columns().stream().map(TableContract.ColumnUse::name).toList();
    options.items(key).forEach(item ->
        options.known(item.line(), "column", item.text(), columns, "the columns of " + table.name()));
    return options.texts(key);
  }

  private static List<String> leavesOut(YamlMap options, TableContract table) {
    List<String> names = table.columns().stream().map(TableContract.ColumnUse::name).toList();
    for (YamlMap.Item item : options.items("leaves_out")) {
      if (options.known(item.line(), "column", item.text(), names, "the columns of " + table.name())
          && table.key().contains(item.text())) {
        options.problem(item.line(), "the key column \"" + item.text() + "\" is left out",
            "rows could no longer be told from each other", "take it out of \"leaves_out\"");
      }
    }
    return options.texts("leaves_out");
  }

  private static List<Bilingual> keywords(YamlMap file) {
    List<Bilingual> keywords = new ArrayList<>();
    for (YamlMap word : file.maps("keywords", "a keyword")) {
      keywords.add(word.allow("vi", "en").bilingual("vi", "en"));
    }
    if (keywords.isEmpty() && !file.broken()) {
      file.problem("keywords", "the product has no keywords", "a catalogue finds it by them",
          "add \"keywords:\" with \"- {vi: …, en: …}\"");
    }
    return keywords;
  }
}
