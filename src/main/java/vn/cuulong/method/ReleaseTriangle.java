package vn.cuulong.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every value that was ever published for a series: by reference period, and by the day of its release. The first,
 * second and latest value of a period are read along its row, one release down its column.
 */
public final class ReleaseTriangle {
  /**
   * One published value.
   *
   * @param period reference period, written so that it sorts by time: {@code 2024}, {@code 2024Q3}
   * @param released day of publication
   * @param value in the unit of the series
   */
  public record Release(String period, LocalDate released, double value) {}

  private final NavigableMap<String, NavigableMap<LocalDate, Double>> byPeriod = new TreeMap<>();
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  private ReleaseTriangle() {}

  /**
   * Collects releases, in whatever order they come.
   *
   * @throws MethodException when one release gives two values for a period, or a value is no number
   */
  public static ReleaseTriangle of(Collection<Release> releases) {
    ReleaseTriangle triangle = new ReleaseTriangle();
    for (Release release : releases) {
      double value = Given.finite("the release of " + release.released() + " for " + release.period(),
          release.value());
      Double other = triangle.byPeriod.computeIfAbsent(release.period(), period -> new TreeMap<>())
          .put(release.released(), value);
      if (other != null && other != value) {
        throw new MethodException("A release contradicts itself", "on " + release.released() + " " + release.period()
            + " was published as " + Math.min(other, value) + " and as " + Math.max(other, value),
            "Keep methods, units and boundaries in triangles of their own, and one value of each release");
      }
      triangle.days.add(release.released());
    }
    return triangle;
  }

  /** The reference periods, in order. */
  public List<String> periods() {
    return List.copyOf(byPeriod.keySet());
  }

  /** The days of release, in order. */
  public List<LocalDate> releases() {
    return List.copyOf(days);
  }

  /** The n-th published value of a period, 1 for the first. */
  public OptionalDouble nth(String period, int n) {
    return row(period).values().stream().skip(n - 1L).mapToDouble(Double::doubleValue).findFirst();
  }

  /** The newest published value of a period. */
  public OptionalDouble latest(String period) {
    return row(period).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(row(period).lastEntry().getValue());
  }

  /** The value of a period that was known at the end of a day. */
  public OptionalDouble knownOn(String period, LocalDate day) {
    var known = row(period).floorEntry(day);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known.getValue());
  }

  /** From one release to another, over the periods that both of them publish. */
  public Revisions between(LocalDate earlier, LocalDate later) {
    return pairs(period -> value(row(period).get(earlier)), period -> value(row(period).get(later)));
  }

  /** From the first value of each period to its second, over the periods that have two. */
  public Revisions firstToSecond() {
    return pairs(period -> nth(period, 1), period -> nth(period, 2));
  }

  /** From the first value of each period to its newest, over the periods that have two or more. */
  public Revisions firstToLatest() {
    return pairs(period -> nth(period, 1), period -> row(period).size() < 2 ? OptionalDouble.empty() : latest(period));
  }

  /**
   * From the first value of each period to the one known some months later ("T + months"), over the periods whose
   * first value is that old at the last release.
   */
  public Revisions after(int months) {
    return pairs(period -> nth(period, 1), period -> {
      LocalDate day = row(period).firstKey().plusMonths(months);
      return day.isAfter(days.last()) ? OptionalDouble.empty() : knownOn(period, day);
    });
  }

  /** The rows from one period to another, both included. */
  public ReleaseTriangle from(String first, String last) {
    ReleaseTriangle part = new ReleaseTriangle();
    if (first.compareTo(last) <= 0) {
      part.byPeriod.putAll(byPeriod.subMap(first, true, last, true));
    }
    part.days.addAll(days);
    return part;
  }

  private NavigableMap<LocalDate, Double> row(String period) {
    return byPeriod.getOrDefault(period, new TreeMap<>());
  }

  private Revisions pairs(Function<String, OptionalDouble> earlier, Function<String, OptionalDouble> later) {
    List<Revisions.Pair> pairs = new ArrayList<>();
    for (String period : byPeriod.keySet()) {
      OptionalDouble before = earlier.apply(period);
      OptionalDouble after = later.apply(period);
      if (before.isPresent() && after.isPresent()) {
        pairs.add(new Revisions.Pair(period, before.getAsDouble(), after.getAsDouble()));
      }
    }
    return new Revisions(pairs);
  }

  private static OptionalDouble value(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
