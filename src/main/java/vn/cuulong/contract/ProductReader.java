package vn.cuulong.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.cuulong.contract.ProductContract.Frequency;
import vn.cuulong.contract.ProductContract.Licence;
import vn.cuulong.contract.ProductContract.PublishedTable;

/** Reads one {@code product.yml} and checks it against the tables. */
final class ProductReader {
  private static final String[] KEYS = {"title", "description", "tables", "creator", "publisher", "contact", "licence",
      "frequency", "keywords"};

  private final Map<TableName, TableContract> tables;
  private final List<Problem> problems;

  ProductReader(Map<TableName, TableContract> tables, List<Problem> problems) {
    this.tables = tables;
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
      YamlMap options = map.map(name, "the table \"" + name + "\"").allow("leaves_out", "disclosure");
      if (map.known(map.line(name), "mart", name, marts, "3-marts")) {
        TableContract table = tables.get(TableName.of(name));
        published.add(new PublishedTable(table, leavesOut(options, table),
            new DisclosureReader(tables, table, options.texts("leaves_out")).read(options)));
      }
    }
    return published;
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
