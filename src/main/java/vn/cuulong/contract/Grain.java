package vn.cuulong.contract;

import java.time.LocalDate;

/** The length of the intervals in which a table is rebuilt. */
public enum Grain {
  DAY, MONTH, YEAR;

  /** First day of the interval that holds {@code day}. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** First day after the interval that starts on {@code start}. */
  public LocalDate next(LocalDate start) {
    return plus(start, 1);
  }

  /** The start of the interval {@code count} intervals later (earlier when negative). */
  public LocalDate plus(LocalDate start, int count) {
    return switch (this) {
      case DAY -> start.plusDays(count);
      case MONTH -> start.plusMonths(count);
      case YEAR -> start.plusYears(count);
    };
  }
}
