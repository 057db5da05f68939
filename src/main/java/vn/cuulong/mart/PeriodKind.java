package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The periods that are compared with each other: only those of one kind are. */
enum PeriodKind {
  MONTH(1), QUARTER(3), SIX_MONTHS(6), NINE_MONTHS(9), YEAR(12);

  private final int months;
  private final String code = name().toLowerCase(Locale.ROOT);

  PeriodKind(int months) {
    this.months = months;
  }

  /** The code in data: {@code nine_months}. */
  String code() {
    return code;
  }

  static PeriodKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The kind of the period between two days, both included; empty when it is none of these, such as one day. */
  static Optional<PeriodKind> of(LocalDate start, LocalDate end) {
    for (PeriodKind kind : values()) {
      if (kind.end(start).equals(end) && start.getDayOfMonth() == 1
          && (start.getMonthValue() - 1) % (kind == QUARTER ? 3 : kind == MONTH ? 1 : 12) == 0) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The last day of the period that starts on a day. */
  LocalDate end(LocalDate start) {
    return start.plusMonths(months).minusDays(1);
  }

  /** The start of the period before; the first six or nine months of a year follow those of the year before. */
  LocalDate previous(LocalDate start) {
    return this == SIX_MONTHS || this == NINE_MONTHS ? start.minusYears(1) : start.minusMonths(months);
  }
}
