package vn.cuulong.table;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days from {@code start} to {@code end}, the end left out.
 *
 * @param start first day
 * @param end first day after
 */
public record Interval(LocalDate start, LocalDate end) implements Serializable {
  /** All days: what a table without intervals is built for. */
  public static final Interval ALWAYS = new Interval(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  /** Refuses an empty interval. */
  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("an interval ends after it starts: " + start + " to " + end);
    }
  }

  /** True when the day lies in it. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }
}
