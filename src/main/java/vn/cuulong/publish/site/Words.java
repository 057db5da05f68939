package vn.cuulong.publish.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.Indicator;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;

/** What the pages say about numbers: the dictionary, in the shape in which scripts read it. */
final class Words {
  private final Jobs jobs;

  Words(Jobs jobs) {
    this.jobs = jobs;
  }

  /** The words that the tables of the site need. */
  String script(List<String> tables) {
    Map<String, Object> indicators = new LinkedHashMap<>();
    jobs.indicators().values().forEach(one -> indicators.put(one.code(), indicator(one)));
    Map<String, Object> units = new LinkedHashMap<>();
    jobs.dictionary().units().values().forEach(unit -> units.put(unit.code(), DataScript.object(
        "vi", unit.title().vi(), "en", unit.title().en(), "base", unit.base(), "factor", unit.factor())));
    Map<String, Object> lists = new LinkedHashMap<>();
    jobs.dictionary().categories().values().forEach(list -> {
      Map<String, Object> codes = new LinkedHashMap<>();
      list.codes().forEach(code -> codes.put(code.code(), text(code.title())));
      lists.put(list.name(), codes);
    });
    Map<String, Object> warnings = new LinkedHashMap<>();
    jobs.dictionary().warnings().forEach((code, warning) -> warnings.put(code, text(warning)));
    return DataScript.of("words", DataScript.object("indicators", indicators, "units", units, "lists", lists,
        "warnings", warnings, "columns", columns(tables), "tables", tables(tables)));
  }

  private Map<String, Object> indicator(Indicator one) {
    Column column = jobs.dictionary().columns().get(one.code());
    Map<String, Object> words = text(one.title());
    if (column != null) {
      words.put("means", text(column.definition()));
    }
    words.put("table", one.table().toString());
    words.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
    words.put("direction", one.direction().name().toLowerCase(Locale.ROOT));
    words.put("pillar", one.pillar());
    words.put("numerator", one.numerator());
    words.put("denominator", one.denominator());
    return words;
  }

  private Map<String, Object> columns(List<String> tables) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (TableContract table : jobs.tables().values()) {
      if (tables.contains(table.name().toString())) {
        table.columns().forEach(use -> {
          Map<String, Object> words = text(use.column().title());
          words.put("means", text(use.column().definition()));
          words.put("unit", use.column().unit());
          words.put("list", use.column().category());
          columns.put(use.name(), words);
        });
      }
    }
    return columns;
  }

  /** Titles and lineage: of the tables shown, and of all that they are made of. */
  private Map<String, Object> tables(List<String> shown) {
    Map<String, Object> tables = new LinkedHashMap<>();
    for (TableContract table : jobs.tables().values()) {
      tables.put(table.name().toString(), DataScript.object(
          "title", text(table.title()), "question", text(table.question()), "grain", text(table.grain()),
          "key", table.key(), "warnings", table.warnings(), "shown", shown.contains(table.name().toString()),
          "inputs", table.inputs().stream().map(input -> input.table().toString()).toList(),
          "sources", sources(table.name())));
    }
    return tables;
  }

  private List<Map<String, Object>> sources(TableName table) {
    return jobs.sourcesOf(table).stream().map(source -> DataScript.object("id", source.id(),
        "title", text(source.title()), "provider", text(source.provider()), "files", source.files(),
        "origin", source.dataOrigin(), "frequency", source.frequency())).toList();
  }

  static Map<String, Object> text(Bilingual text) {
    return DataScript.object("vi", text.vi(), "en", text.en());
  }
}
