package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.Comparator;
import vn.cuulong.territory.Basis;

/**
 * What is compared at once: all units of one map, for one indicator and one period.
 *
 * @param start first day of the period
 */
record Slice(String indicator, Basis basis, PeriodKind kind, LocalDate start) implements Comparable<Slice> {
  private static final Comparator<Slice> ORDER = Comparator.comparing(Slice::indicator).thenComparing(Slice::basis)
      .thenComparing(Slice::kind).thenComparing(Slice::start);

  LocalDate end() {
    return kind.end(start);
  }

  /** The same for the period before. */
  Slice previous() {
    return new Slice(indicator, basis, kind, kind.previous(start));
  }

  /** The same so many years before. */
  Slice yearsBefore(int years) {
    return new Slice(indicator, basis, kind, start.minusYears(years));
  }

  /** The same period of another indicator. */
  Slice of(String other) {
    return new Slice(other, basis, kind, start);
  }

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }
}
