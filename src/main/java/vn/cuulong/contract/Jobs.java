package vn.cuulong.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that {@code jobs/} declares, read strictly and checked as a whole.
 *
 * @param dictionary the words
 * @param sources every source by id
 * @param tables every table by name, in flow order: inputs before the tables that read them
 * @param schedules names of the tables of each schedule, {@code nightly} among them, in flow order
 * @param timetable every schedule by name, in the order of the file
 * @param indicators what provinces are compared by, by code, in the order of the file
 * @param products what is published, by id
 */
public record Jobs(
    Dictionary dictionary,
    Map<String, SourceContract> sources,
    Map<TableName, TableContract> tables,
    Map<String, List<TableName>> schedules,
    Map<String, Schedule> timetable,
    Map<String, Indicator> indicators,
    Map<String, ProductContract> products) {

  /** The sources that feed a clean table, by id. */
  public List<SourceContract> sourcesOf(TableName table) {
    return sources.values().stream().filter(source -> source.feeds().equals(table)).toList();
  }

  /** The same, but estimates may follow synthetic records within the years; their rows then say so. */
  public Jobs withSyntheticPaths() {
    Map<TableName, TableContract> changed = new LinkedHashMap<>();
    tables.forEach((name, table) -> changed.put(name,
        table.method() == null ? table : table.withMethod(table.method().withSyntheticPaths(true))));
    return new Jobs(dictionary, sources, changed, schedules, timetable, indicators, products);
  }
}
