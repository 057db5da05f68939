package vn.cuulong.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.contract.SourceContract.DateStyle;
import vn.cuulong.contract.SourceContract.Format;
import vn.cuulong.contract.SourceContract.Layout;
import vn.cuulong.contract.SourceContract.NumberStyle;
import vn.cuulong.contract.TableContract.ColumnUse;

/** Reads one {@code source.yml} and checks it against the table that it feeds. */
final class SourceReader {
  private static final String[] KEYS = {"feeds", "title", "provider", "files", "format", "data_origin", "frequency",
      "late_after_days", "personal", "columns", "drops", "ignores"};
  private static final List<String> ORIGINS = List.of("published", "administrative", "synthetic");
  private static final List<String> FREQUENCIES = List.of("daily", "monthly", "quarterly", "yearly", "irregular");
  private static final List<String> ENCODINGS =
      List.of("auto", "utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni");
  private static final List<String> STATUSES = List.of("estimate", "preliminary", "final");

  private final Dictionary dictionary;
  private final Map<TableName, TableContract> tables;
  private final List<Problem> problems;

  SourceReader(Dictionary dictionary, Map<TableName, TableContract> tables, List<Problem> problems) {
    this.dictionary = dictionary;
    this.tables = tables;
    this.problems = problems;
  }

  SourceContract read(String id, Path path, String fileName) {
    YamlMap file = YamlFile.read(path, fileName, problems).allow(KEYS);
    TableContract table = fed(file);
    List<ColumnFeed> feeds = feeds(file, table);
    SourceContract source = new SourceContract(id, table == null ? null : table.name(), file.bilingual("title"),
        file.bilingual("provider"), files(file), format(file), file.word("data_origin", ORIGINS, null),
        file.word("frequency", FREQUENCIES, null), file.integer("late_after_days", 0), file.flag("personal", false),
        feeds, file.texts("drops"), file.texts("ignores"));
    if (table != null) {
      required(file, table, feeds);
      personal(file, source);
    }
    headers(file, feeds);
    namedHeaders(file, source);
    return source;
  }

  private TableContract fed(YamlMap file) {
    String feeds = file.text("feeds");
    if (feeds.isEmpty()) {
      return null;
    }
    List<String> clean = tables.keySet().stream().filter(name -> name.layer().equals("clean"))
        .map(TableName::toString).toList();
    if (!file.known(file.line("feeds"), "clean table", feeds, clean, "2-clean")) {
      return null;
    }
    TableContract table = tables.get(TableName.of(feeds));
    return table.columns().isEmpty() ? null : table;
  }

  private static String files(YamlMap file) {
    String files = file.text("files");
    boolean outside = files.startsWith("/") || files.contains("\\") || List.of(files.split("/")).contains("..");
    if (!files.isEmpty() && (outside || files.indexOf('/') < 1)) {
      file.problem("files", "\"files: " + files + "\"", "a source reads files of its own folder below the landing "
          + "folder and of no other place", "write folder/*.csv");
    }
    return files;
  }

  private static Format format(YamlMap file) {
    YamlMap map = file.requiredMap("format", "\"format\"").allow("layout", "delimiter", "encoding", "multiline",
        "header_rows", "title_rows", "sheet", "fill_down", "skip_rows", "numbers", "dates");
    map.text("layout");
    String delimiter = map.has("delimiter") ? delimiter(map) : ",";
    int headerRows = map.integer("header_rows", 1);
    int titleRows = map.integer("title_rows", 0);
    if (headerRows < 1 || titleRows < 0) {
      map.problem(headerRows < 1 ? "header_rows" : "title_rows", "header_rows is " + headerRows + " and title_rows is "
          + titleRows, "fields are found by their header", "write 1 or more header rows and 0 or more title rows");
    }
    return new Format(map.choice("layout", Layout.class, Layout.CSV), delimiter.charAt(0),
        map.word("encoding", ENCODINGS, "auto"), map.flag("multiline", false), headerRows, titleRows,
        map.text("sheet", null), map.texts("fill_down"), map.texts("skip_rows"),
        map.choice("numbers", NumberStyle.class, NumberStyle.AUTO),
        map.choice("dates", DateStyle.class, DateStyle.DMY));
  }

  private static String delimiter(YamlMap map) {
    String delimiter = map.raw("delimiter");
    if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
      map.problem("delimiter", "the delimiter \"" + delimiter + "\"", "fields are parted by one character",
          "write one character, for example \";\" or \"\\t\"");
      return ",";
    }
    return delimiter;
  }

  private List<ColumnFeed> feeds(YamlMap file, TableContract table) {
    YamlMap map = file.requiredMap("columns", "\"columns\"");
    List<ColumnFeed> feeds = new ArrayList<>();
    for (String column : map.keys()) {
      if (table == null) {
        continue;
      }
      List<String> names = table.columns().stream().map(ColumnUse::name)
          .filter(name -> !TableReader.PROVENANCE.contains(name)).toList();
      boolean exists = map.known(map.line(column), "column", column, names, "the columns of " + table.name());
      ColumnFeed feed = feed(map, column);
      feeds.add(feed);
      if (exists && !map.isText(column) && !map.isList(column)) {
        fits(map.map(column, "column"), feed, table.column(column).orElseThrow().column());
      }
    }
    return feeds;
  }

  private static ColumnFeed feed(YamlMap map, String column) {
    if (map.isText(column) || map.isList(column)) {
      return new ColumnFeed(column, map.oneOrMore(column).stream().map(YamlMap.Item::text).toList(), null, null, null,
          Map.of());
    }
    YamlMap options = map.map(column, "the column \"" + column + "\"")
        .allow("from", "value", "unit", "basis", "spellings");
    if (options.has("from") == options.has("value")) {
      options.problem(options.has("from") ? "value" : "", "\"" + column + "\" has "
          + (options.has("from") ? "both \"from\" and \"value\"" : "neither \"from\" nor \"value\""),
          "a value comes from a raw column or is the same in every row", "write one of the two");
    }
    return new ColumnFeed(column, options.oneOrMore("from").stream().map(YamlMap.Item::text).toList(),
        options.text("value", null), options.text("unit", null), options.text("basis", null),
        options.textMap("spellings"));
  }

  private void fits(YamlMap map, ColumnFeed feed, Column column) {
    if (feed.unit() != null) {
      unit(map, feed.unit(), column);
    }
    if (feed.basis() != null) {
      boolean fixed = feed.basis().equals("units_2004") || feed.basis().equals("units_2025");
      boolean byColumn = feed.basis().startsWith("column:") && feed.basis().length() > "column:".length();
      if (column.kind() != ValueKind.UNIT || !fixed && !byColumn) {
        map.problem("basis", "\"basis: " + feed.basis() + "\" of \"" + column.name() + "\"",
            "only a place has a map on which it is meant",
            "write units_2004, units_2025 or column:<raw header>, and only for a place");
      }
    }
    Set<String> codes = codes(column);
    if (codes.isEmpty()) {
      return;
    }
    String declaredIn = column.category() == null ? "the list of status codes"
        : "the list \"" + column.category() + "\" of dictionary/categories.yml";
    if (feed.constant() != null) {
      map.known(map.line("value"), "code", feed.constant(), codes, declaredIn);
    }
    YamlMap spellings = map.map("spellings", "spellings");
    feed.spellings().forEach((raw, code) -> map.known(spellings.line(raw), "code", code, codes, declaredIn));
  }

  private void unit(YamlMap map, String unit, Column column) {
    if (!map.known(map.line("unit"), "unit", unit, dictionary.units().keySet(), "dictionary/units.yml")) {
      return;
    }
    String base = dictionary.units().get(unit).base();
    if (column.unit() == null || !dictionary.units().get(column.unit()).base().equals(base)) {
      map.problem("unit", "\"" + column.name() + "\" is in " + (column.unit() == null ? "no unit" : column.unit())
          + " and the raw numbers are in " + unit, "one cannot be turned into the other",
          "name a unit with the same base");
    }
  }

  private Set<String> codes(Column column) {
    if (column.kind() == ValueKind.STATUS) {
      return Set.copyOf(STATUSES);
    }
    Dictionary.Category list = column.category() == null ? null : dictionary.categories().get(column.category());
    Set<String> codes = new LinkedHashSet<>();
    if (list != null) {
      list.codes().forEach(code -> codes.add(code.code()));
    }
    return codes;
  }

  /** A figure without a status is final, so a source need not feed it; landing fills the provenance. */
  private static void required(YamlMap file, TableContract table, List<ColumnFeed> feeds) {
    List<String> fed = feeds.stream().map(ColumnFeed::column).toList();
    for (ColumnUse use : table.columns()) {
      boolean needed = use.required() && use.column().kind() != ValueKind.STATUS
          && !TableReader.PROVENANCE.contains(use.name());
      if (needed && !fed.contains(use.name())) {
        file.problem("columns", "nothing feeds \"" + use.name() + "\"", "it is required in " + table.name()
            + ", so every row would be rejected", "add \"" + use.name() + ": <raw header>\" or \"{value: …}\"");
      }
    }
  }

  private static void personal(YamlMap file, SourceContract source) {
    if (source.personal() && source.drops().isEmpty()) {
      file.problem("personal", "the source holds personal data and drops nothing",
          "direct identifiers may not pass the door", "list their raw headers under \"drops\"");
    }
    if (!source.personal() && !source.drops().isEmpty()) {
      file.problem("drops", "the source drops identifiers but is not \"personal\"",
          "the raw text of its rejected rows would be kept unmasked", "write \"personal: true\"");
    }
  }

  /** A raw header is used, dropped or ignored, and not two of these. */
  private static void headers(YamlMap file, List<ColumnFeed> feeds) {
    Map<String, String> uses = new HashMap<>();
    for (ColumnFeed feed : feeds) {
      feed.headers().forEach(header -> uses.put(NearestName.fold(header), "feeds \"" + feed.column() + "\""));
    }
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("drops", "is dropped");
    lists.put("ignores", "is ignored");
    lists.forEach((key, use) -> {
      for (YamlMap.Item item : file.items(key)) {
        String other = uses.putIfAbsent(NearestName.fold(item.text()), use);
        if (other != null) {
          file.problem(item.line(), "the raw column \"" + item.text() + "\" " + use + " and " + other,
              "only one of the two can be true", "keep one of them");
        }
      }
    });
  }

  /** A header that an option names must be one that the source knows; a mistyped one would do nothing in silence. */
  private static void namedHeaders(YamlMap file, SourceContract source) {
    Set<String> known = new LinkedHashSet<>(source.drops());
    known.addAll(source.ignores());
    source.columns().forEach(feed -> known.addAll(feed.headers()));
    Set<String> folded = new LinkedHashSet<>();
    known.forEach(header -> folded.add(NearestName.fold(header)));
    YamlMap format = file.map("format", "format");
    for (YamlMap.Item item : format.items("fill_down")) {
      if (!folded.contains(NearestName.fold(item.text()))) {
        format.known(item.line(), "raw column", item.text(), known, "columns, drops or ignores of this source");
      }
    }
    YamlMap columns = file.map("columns", "columns");
    for (ColumnFeed feed : source.columns()) {
      String basis = feed.basis() != null && feed.basis().startsWith("column:") ? feed.basis().substring(7) : null;
      if (basis != null && !folded.contains(NearestName.fold(basis))) {
        columns.known(columns.line(feed.column()), "raw column", basis, known,
            "columns, drops or ignores of this source");
      }
    }
  }
}
