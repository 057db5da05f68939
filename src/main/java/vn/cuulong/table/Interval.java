package vn.cuulong.table;

import java.time.LocalDate;

/**
 * Days from {@code start} to {@code end}, the end left out.
 *
 * @param start first day
 * @param end first day after
 */
public record Interval(LocalDate start, LocalDate end) {
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
