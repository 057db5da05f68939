package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodKindTest {
  @ParameterizedTest
  @CsvSource({
      "2025-03-01, 2025-03-31, MONTH, 2025-02-01",
      "2025-01-01, 2025-01-31, MONTH, 2024-12-01",
      "2025-01-01, 2025-03-31, QUARTER, 2024-10-01",
      "2025-01-01, 2025-06-30, SIX_MONTHS, 2024-01-01",
      "2025-01-01, 2025-09-30, NINE_MONTHS, 2024-01-01",
      "2024-01-01, 2024-12-31, YEAR, 2023-01-01",
      "2025-07-01, 2025-12-31, , ",
      "2025-10-01, 2026-06-30, , ",
      "2025-02-01, 2025-04-30, , ",
      "2025-02-01, 2026-01-31, , ",
      "2025-07-01, 2025-07-01, , ",
      "2024-01-01, 2024-11-30, , ",
      "2024-02-10, 2024-02-16, , "})
  void aPeriodIsOfTheKindThatItsDaysSayAndFollowsAnother(LocalDate start, LocalDate end, PeriodKind kind,
      LocalDate previous) {
    assertThat(PeriodKind.of(start, end).orElse(null)).isEqualTo(kind);
    if (kind != null) {
      assertThat(kind.previous(start)).isEqualTo(previous);
      assertThat(PeriodKind.of(kind.code())).isEqualTo(kind);
    }
  }
}
