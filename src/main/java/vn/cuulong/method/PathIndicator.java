package vn.cuulong.method;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Something counted every quarter that moves provinces within the years, and never their years: guests, orders,
 * payments.
 *
 * @param name of the indicator
 * @param weights which part of a series follows it, 0 to 1, by name of the series ({@link QuarterlyPaths#SERIES}); the
 *     rest of the series follows the nation
 * @param quarters values by province of the map of 2004 and by quarters since the year 0, in any unit; a quarter
 *     without a value follows the nation
 */
public record PathIndicator(String name, Map<String, Double> weights,
    Map<String, NavigableMap<Integer, Double>> quarters) {

  /** Refuses a series that there is not, and a weight that is none. */
  public PathIndicator {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    quarters = Collections.unmodifiableMap(new TreeMap<>(quarters));
    weights.forEach((series, weight) -> {
      if (!QuarterlyPaths.SERIES.contains(series) || !(weight > 0 && weight <= 1)) {
        throw new MethodException("The indicator " + name + " cannot move the quarters", "it is given " + weight
            + " of " + series, "Give a part from 0 to 1 of one of " + QuarterlyPaths.SERIES);
      }
    });
    quarters.forEach((unit, values) -> values.forEach((quarter, value) -> {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new MethodException("The indicator " + name + " cannot move the quarters", "it is " + value + " in "
            + unit + " in quarter " + (quarter % 4 + 1) + " of " + quarter / 4, "Give amounts of 0 or more");
      }
    }));
  }

  /**
   * What a series with this indicator as its only guide would be: the base where the indicator has no value, and where
   * it has, its own movement at the level that the base has over these quarters.
   *
   * @param base what the series follows otherwise
   * @param first quarter of the base since the year 0
   * @return null when the unit has fewer than two values, or none above 0: nothing moves then
   */
  double[] guide(String unit, double[] base, int first) {
    NavigableMap<Integer, Double> values = quarters.getOrDefault(unit, new TreeMap<>());
    double have = 0;
    double level = 0;
    int count = 0;
    for (int i = 0; i < base.length; i++) {
      Double value = values.get(first + i);
      if (value != null) {
        have += value;
        level += base[i];
        count++;
      }
    }
    if (count < 2 || have == 0) {
      return null;
    }
    double[] guide = base.clone();
    for (int i = 0; i < base.length; i++) {
      Double value = values.get(first + i);
      guide[i] = value == null ? base[i] : value * level / have;
    }
    return guide;
  }

  /** True when a unit has a value in a quarter. */
  boolean has(String unit, int quarter) {
    return quarters.containsKey(unit) && quarters.get(unit).containsKey(quarter);
  }

  /** The last quarter with a value, since the year 0; -1 for none. */
  int last() {
    return quarters.values().stream().filter(values -> !values.isEmpty()).mapToInt(NavigableMap::lastKey).max()
        .orElse(-1);
  }
}
