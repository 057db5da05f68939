package vn.cuulong.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a warehouse differ from those of one that was never disturbed.
 *
 * @param lost rows that should be there
 * @param doubled rows that should not: there twice, or there at all
 */
record Damage(long lost, long doubled) {
  static final Damage NONE = new Damage(0, 0);

  /** Compares rows as texts, each as often as it is there. */
  static Damage between(List<String> calm, List<String> disturbed) {
    Map<String, Long> surplus = new HashMap<>();
    disturbed.forEach(row -> surplus.merge(row, 1L, Long::sum));
    calm.forEach(row -> surplus.merge(row, -1L, Long::sum));
    return new Damage(-surplus.values().stream().filter(count -> count < 0).mapToLong(count -> count).sum(),
        surplus.values().stream().filter(count -> count > 0).mapToLong(count -> count).sum());
  }

  Damage plus(Damage other) {
    return new Damage(lost + other.lost, doubled + other.doubled);
  }
}
