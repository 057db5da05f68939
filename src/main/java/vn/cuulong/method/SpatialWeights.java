package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which unit lies beside which. Units are kept in the order of their ids, so no result depends on how they came.
 */
public final class SpatialWeights {
  private final SortedMap<String, SortedSet<String>> neighbours;
  private final boolean rowStandardised;

  private SpatialWeights(SortedMap<String, SortedSet<String>> neighbours, boolean rowStandardised) {
    this.neighbours = neighbours;
    this.rowStandardised = rowStandardised;
  }

  /**
   * Weights of 1 between neighbours.
   *
   * @param neighbours of every unit the units beside it; a border named from one side counts from both
   */
  public static SpatialWeights binary(Map<String, ? extends Collection<String>> neighbours) {
    SortedMap<String, SortedSet<String>> both = new TreeMap<>();
    neighbours.forEach((unit, others) -> {
      both.computeIfAbsent(unit, id -> new TreeSet<>());
      for (String other : others) {
        if (other.equals(unit)) {
          throw new MethodException("A unit cannot lie beside itself", "it is " + unit, "Take it out of its own list");
        }
        both.computeIfAbsent(unit, id -> new TreeSet<>()).add(other);
        both.computeIfAbsent(other, id -> new TreeSet<>()).add(unit);
      }
    });
    return new SpatialWeights(both, false);
  }

  /** The same borders, with the weights of each unit divided by the number of its neighbours. */
  public SpatialWeights rowStandardised() {
    return new SpatialWeights(neighbours, true);
  }

  /** The borders among some of the units. */
  SpatialWeights among(Collection<String> units) {
    SortedMap<String, SortedSet<String>> part = new TreeMap<>();
    for (String unit : units) {
      if (!neighbours.containsKey(unit)) {
        throw new MethodException("The neighbours of a unit are not known", "it is " + unit,
            "Add the unit to the list of neighbours, or leave it out");
      }
      SortedSet<String> others = new TreeSet<>(neighbours.get(unit));
      others.retainAll(units);
      part.put(unit, others);
    }
    return new SpatialWeights(part, rowStandardised);
  }

  /** One entry of the matrix of weights that is not 0, by the places of the units in the order of their ids. */
  record Entry(int from, int to, double weight) {}

  /** The entries, row by row. */
  List<Entry> entries() {
    List<String> ids = List.copyOf(neighbours.keySet());
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 0; i < ids.size(); i++) {
      places.put(ids.get(i), i);
    }
    List<Entry> entries = new ArrayList<>();
    neighbours.forEach((unit, others) -> {
      double weight = rowStandardised ? 1.0 / others.size() : 1;
      others.forEach(other -> entries.add(new Entry(places.get(unit), places.get(other), weight)));
    });
    return entries;
  }
}
