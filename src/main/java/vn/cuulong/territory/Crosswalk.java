package vn.cuulong.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries values from the units of one map to those of another.
 *
 * <p>Additive measures add: {@code value(to) = Σ weight(from, to) · value(from)}. A ratio is never carried over
 * itself; its numerator and denominator are: {@link #ratios}.
 */
public final class Crosswalk {
  private final Map<String, List<CrosswalkRow>> rowsByFrom = new LinkedHashMap<>();
  private final List<CrosswalkRow> rows;

  Crosswalk(List<CrosswalkRow> rows) {
    this.rows = List.copyOf(rows);
    for (CrosswalkRow row : rows) {
      rowsByFrom.computeIfAbsent(row.fromUnitId(), id -> new ArrayList<>()).add(row);
    }
  }

  /** All rows, in the order of the units. */
  public List<CrosswalkRow> rows() {
    return rows;
  }

  /** The rows that lead from a unit; empty when there is no weight to split it by. */
  public List<CrosswalkRow> from(String unitId) {
    return rowsByFrom.getOrDefault(unitId, List.of());
  }

  /** The rows that lead to a unit. */
  public List<CrosswalkRow> to(String unitId) {
    return rows.stream().filter(row -> row.toUnitId().equals(unitId)).toList();
  }

  /** True when every one of the units goes over as a whole. */
  public boolean isExact(Collection<String> unitIds) {
    return unitIds.stream().allMatch(id -> !from(id).isEmpty() && from(id).stream().allMatch(CrosswalkRow::exact));
  }

  /**
   * Adds up additive values on the new map.
   *
   * @param values unit of the old map to its value
   * @return unit of the new map to its value, only where all its parts are given; sorted by id
   */
  public Map<String, Double> sums(Map<String, Double> values) {
    Map<String, Double> sums = new TreeMap<>();
    for (CrosswalkRow row : rows) {
      if (to(row.toUnitId()).stream().allMatch(part -> values.containsKey(part.fromUnitId()))) {
        sums.merge(row.toUnitId(), row.weight() * values.get(row.fromUnitId()), Double::sum);
      }
    }
    return sums;
  }

  /**
   * Means of a ratio on the new map, weighted by its denominator:
   * {@code ratio(to) = Σ w · ratio(from) · denominator(from) / Σ w · denominator(from)}.
   *
   * @param ratios unit of the old map to the ratio (GRDP per person)
   * @param denominators unit of the old map to the denominator of the same ratio (persons)
   * @return unit of the new map to the ratio, only where all parts have both; sorted by id
   */
  public Map<String, Double> ratios(Map<String, Double> ratios, Map<String, Double> denominators) {
    Map<String, Double> numerators = new TreeMap<>();
    ratios.forEach((id, ratio) -> {
      if (denominators.containsKey(id)) {
        numerators.put(id, ratio * denominators.get(id));
      }
    });
    Map<String, Double> below = sums(denominators);
    Map<String, Double> means = new TreeMap<>();
    sums(numerators).forEach((id, sum) -> means.put(id, sum / below.get(id)));
    return means;
  }
}
