package vn.cuulong.publish.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a manifest tells of a table, short enough for a page: its version, the tables behind it with theirs, and for
 * each source how many files fed it and which are the newest.
 */
final class Lineage {
  /** Newest files that a page names of each source; the others are counted. */
  static final int FILES_NAMED = 3;
  private static final int HASH_SHOWN = 8;

  private Lineage() {}

  /** The tables of a release by name. */
  static Map<String, Object> of(JsonNode manifest) {
    Map<String, Object> tables = new LinkedHashMap<>();
    manifest.path("tables").forEach(table -> tables.put(table.path("table").asText(), table(table)));
    return tables;
  }

  private static Map<String, Object> table(JsonNode table) {
    Map<String, Object> madeOf = new LinkedHashMap<>();
    table.path("made_of").forEach(one ->
        madeOf.put(one.path("table").asText(), one.path("warehouse_version").asLong()));
    Map<String, List<JsonNode>> files = new TreeMap<>();
    table.path("inputs").forEach(file -> files.computeIfAbsent(file.path("source").asText(), none -> new ArrayList<>())
        .add(file));
    Map<String, Object> sources = new LinkedHashMap<>();
    files.forEach((source, all) -> sources.put(source, DataScript.object("files", all.size(), "newest", newest(all))));
    return DataScript.object("version", table.path("warehouse_version").asLong(), "made_of", madeOf,
        "sources", sources);
  }

  /** Name (or null), the first digits of the hash, and the first day of the newest interval, of the newest files. */
  private static List<List<String>> newest(List<JsonNode> files) {
    List<List<String>> newest = new ArrayList<>();
    files.stream().sorted(Comparator.comparing((JsonNode file) -> file.path("newest").asText("")).reversed()
        .thenComparing(file -> file.path("sha256").asText())).limit(FILES_NAMED).forEach(file -> {
          List<String> one = new ArrayList<>();
          one.add(file.path("name").textValue());
          String hash = file.path("sha256").asText();
          one.add(hash.substring(0, Math.min(HASH_SHOWN, hash.length())));
          one.add(file.path("newest").textValue());
          newest.add(one);
        });
    return newest;
  }
}
