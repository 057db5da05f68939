package vn.cuulong.method;

import java.time.LocalDate;

/**
 * One published figure.
 *
 * @param indicator what it measures, by its code among the published figures
 * @param unitId where
 * @param start first day of its period
 * @param end last day of its period
 * @param value in the unit of the indicator: billion VND for amounts, thousand people, million VND a person, percent
 * @param status {@code final}, {@code preliminary} or {@code estimate}
 * @param published day of publication; null when it is not known
 * @param source which publication
 */
public record Figure(String indicator, String unitId, LocalDate start, LocalDate end, double value, String status,
    LocalDate published, String source) {

  /** The year, when the period is one; else 0. */
  public int year() {
    return start.getDayOfYear() == 1 && end.equals(start.plusYears(1).minusDays(1)) ? start.getYear() : 0;
  }

  /** Quarters since the year 0, when the period is one quarter; else -1. */
  public int quarter() {
    boolean quarter = start.getDayOfMonth() == 1 && start.getMonthValue() % 3 == 1
        && end.equals(start.plusMonths(3).minusDays(1));
    return quarter ? start.getYear() * 4 + (start.getMonthValue() - 1) / 3 : -1;
  }
}
