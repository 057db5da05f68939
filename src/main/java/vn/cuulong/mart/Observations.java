package vn.cuulong.mart;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Everything that is compared, by slice and unit, both in a fixed order. */
final class Observations {
  private final SortedMap<Slice, SortedMap<String, Observation>> slices = new TreeMap<>();

  /** Adds an observation; a unit has one in a slice. */
  void add(Observation observation) {
    Observation other = slices.computeIfAbsent(observation.slice(), key -> new TreeMap<>())
        .put(observation.unitId(), observation);
    if (other != null) {
      throw new IllegalStateException(observation.unitId() + " has two values for " + observation.slice() + ": "
          + other.value() + " and " + observation.value() + ". Declare each indicator for one table only.");
    }
  }

  void addAll(Collection<Observation> observations) {
    observations.forEach(this::add);
  }

  /** Every slice with its units by id. */
  Map<Slice, SortedMap<String, Observation>> slices() {
    return slices;
  }

  /** The units of a slice; none when there is no such slice. */
  SortedMap<String, Observation> of(Slice slice) {
    return slices.getOrDefault(slice, Collections.emptySortedMap());
  }

  void forEach(Consumer<Observation> action) {
    slices.values().forEach(units -> units.values().forEach(action));
  }
}
