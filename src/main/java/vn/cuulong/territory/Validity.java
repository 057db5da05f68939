package vn.cuulong.territory;

import java.time.LocalDate;

/** Spans of days with both ends included; a null end is open. */
final class Validity {
  private Validity() {}

  static boolean holds(LocalDate from, LocalDate to, LocalDate date) {
    return !startsAfter(from, date) && !endsBefore(to, date);
  }

  static boolean startsAfter(LocalDate from, LocalDate date) {
    return from != null && date.isBefore(from);
  }

  static boolean endsBefore(LocalDate to, LocalDate date) {
    return to != null && date.isAfter(to);
  }
}
