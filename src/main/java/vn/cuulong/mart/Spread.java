package vn.cuulong.mart;

import java.util.Map;
import java.util.SortedMap;
import vn.cuulong.contract.Indicator.Kind;

/**
 * The values of the ranked units of one slice.
 *
 * @param values by unit id
 * @param weights denominators of ratios by unit id; empty unless every unit has one
 * @param weight name of what the weights are, or null
 */
record Spread(Kind kind, SortedMap<String, Double> values, Map<String, Double> weights, String weight) {
  double[] array() {
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  boolean isPositive() {
    return values.values().stream().allMatch(value -> value > 0);
  }

  /** True when no value is below zero and some value is above. */
  boolean isOfQuantities() {
    return values.values().stream().allMatch(value -> value >= 0) && values.values().stream().anyMatch(v -> v > 0);
  }

  /** True when the values differ by more than the last digits of a computed number. */
  boolean varies() {
    double most = values.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double least = values.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return most - least > 1e-12 * Math.max(Math.abs(most), Math.abs(least));
  }
}
