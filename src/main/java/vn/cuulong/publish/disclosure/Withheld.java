package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.contract.DisclosureContract.Source;
import vn.cuulong.contract.TableName;
import vn.cuulong.territory.Basis;

/** What is withheld in the marts of which derived tables are made. */
public final class Withheld {
  private final Map<TableName, Map<Cell, Set<String>>> columns = new HashMap<>();

  /** Takes a mart in. */
  public Withheld add(ProtectedTable mart) {
    Map<Cell, Set<String>> cells = new HashMap<>();
    mart.table().rows().forEach(row ->
        cells.put(Cell.of(mart.table(), row), new HashSet<>(ProtectedTable.withheld(row))));
    columns.put(mart.table().contract().name(), cells);
    return this;
  }

  /** True when any of the sources is withheld there. */
  boolean isWithheld(List<Source> sources, Cell cell) {
    return sources.stream().anyMatch(source ->
        cells(source).getOrDefault(cell, Set.of()).contains(source.column()));
  }

  /** True when the mart has such a row. */
  boolean has(List<Source> sources, Cell cell) {
    return sources.stream().anyMatch(source -> cells(source).containsKey(cell));
  }

  /** True when any of the sources is withheld in any month of a unit. */
  boolean isEverWithheld(List<Source> sources, String unitId, Basis basis) {
    return sources.stream().anyMatch(source -> cells(source).entrySet().stream().anyMatch(cell ->
        cell.getKey().unitId().equals(unitId) && cell.getKey().basis() == basis
            && cell.getValue().contains(source.column())));
  }

  /** The first month of the marts of some sources; null when they have none. */
  LocalDate firstMonth(List<Source> sources) {
    return sources.stream().flatMap(source -> cells(source).keySet().stream()).map(Cell::month)
        .min(LocalDate::compareTo).orElse(null);
  }

  private Map<Cell, Set<String>> cells(Source source) {
    return columns.getOrDefault(source.table(), Map.of());
  }
}
