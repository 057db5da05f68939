package vn.cuulong.publish.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outline of a unit: rings of points, each a list of {longitude, latitude}, in no order of inner and outer.
 *
 * @param rings closed rings; the first point stands again at the end
 */
record Outline(List<List<List<Double>>> rings) {

  /**
   * The outline of several units taken together. A stretch of boundary that two of them have in common, point for
   * point, is inside and falls away; where maps do not share their points, a seam stays.
   */
  static Outline union(List<Outline> parts) {
    Set<List<List<Double>>> edges = new HashSet<>();
    List<List<List<Double>>> order = new ArrayList<>();
    for (Outline part : parts) {
      for (List<List<Double>> ring : part.rings) {
        for (int i = 1; i < ring.size(); i++) {
          if (!edges.remove(List.of(ring.get(i), ring.get(i - 1)))
              && !ring.get(i).equals(ring.get(i - 1))) {
            List<List<Double>> edge = List.of(ring.get(i - 1), ring.get(i));
            // Rings may run in opposite directions: the same stretch in the same direction is common too.
            if (!edges.remove(edge)) {
              edges.add(edge);
              order.add(edge);
            }
          }
        }
      }
    }
    return new Outline(joined(order.stream().filter(edges::contains).distinct().toList()));
  }

  /** Edges put together to rings: from the end of one to an edge that begins or ends there. */
  private static List<List<List<Double>>> joined(List<List<List<Double>>> edges) {
    Map<List<Double>, List<List<List<Double>>>> at = new HashMap<>();
    Map<List<List<Double>>, Boolean> open = new LinkedHashMap<>();
    for (List<List<Double>> edge : edges) {
      open.put(edge, true);
      edge.forEach(point -> at.computeIfAbsent(point, none -> new ArrayList<>()).add(edge));
    }
    List<List<List<Double>>> rings = new ArrayList<>();
    for (List<List<Double>> first : edges) {
      if (!open.containsKey(first)) {
        continue;
      }
      List<List<Double>> ring = new ArrayList<>(first);
      open.remove(first);
      for (List<List<Double>> next = open(at, open, ring); next != null; next = open(at, open, ring)) {
        open.remove(next);
        List<Double> end = ring.get(ring.size() - 1);
        ring.add(next.get(0).equals(end) ? next.get(1) : next.get(0));
      }
      rings.add(ring);
    }
    rings.sort(Comparator.comparing((List<List<Double>> ring) -> ring.size()).reversed());
    return rings;
  }

  private static List<List<Double>> open(Map<List<Double>, List<List<List<Double>>>> at,
      Map<List<List<Double>>, Boolean> open, List<List<Double>> ring) {
    List<Double> end = ring.get(ring.size() - 1);
    if (end.equals(ring.get(0))) {
      return null;
    }
    return at.get(end).stream().filter(open::containsKey).findFirst().orElse(null);
  }
}
