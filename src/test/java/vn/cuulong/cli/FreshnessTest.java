package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;

class FreshnessTest {
  private static final TableName TABLE = TableName.of("clean.tourism_report");

  @Test
  void the_next_period_is_due_when_it_has_ended_and_the_grace_is_over() {
    Freshness monthly = Freshness.of(source("monthly", "administrative", 10), state("2025-03-01"));
    assertThat(monthly.due()).isEqualTo(LocalDate.of(2025, 5, 10));
    assertThat(monthly.isLate(LocalDate.of(2025, 5, 10))).isFalse();
    assertThat(monthly.isLate(LocalDate.of(2025, 5, 11))).isTrue();
  }

  @Test
  void periods_end_where_the_calendar_says() {
    assertThat(Freshness.endOfNext("daily", LocalDate.of(2024, 2, 28))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Freshness.endOfNext("monthly", LocalDate.of(2024, 1, 31))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Freshness.endOfNext("quarterly", LocalDate.of(2024, 11, 5))).isEqualTo(LocalDate.of(2025, 3, 31));
    assertThat(Freshness.endOfNext("yearly", LocalDate.of(2024, 6, 1))).isEqualTo(LocalDate.of(2025, 12, 31));
  }

  @Test
  void a_source_that_never_arrived_is_late() {
    assertThat(Freshness.of(source("daily", "published", 3), TableState.of(TABLE)).isLate(LocalDate.of(2025, 1, 1)))
        .isTrue();
  }

  @Test
  void rows_that_were_all_rejected_did_not_arrive() {
    TableState rejected = TableState.of(TABLE).withFiles(List.of(entry("2025-03-01", new Book(5, 0, 5, 0))));
    assertThat(Freshness.of(source("monthly", "published", 3), rejected).newest()).isNull();
  }

  @Test
  void a_demonstration_is_never_late() {
    Freshness synthetic = Freshness.of(source("daily", "synthetic", 0), state("2020-01-01"));
    assertThat(synthetic.isLate(LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(synthetic.isPromised()).isFalse();
  }

  @Test
  void what_nobody_promised_is_never_late() {
    Freshness irregular = Freshness.of(source("irregular", "published", 0), TableState.of(TABLE));
    assertThat(irregular.isLate(LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(irregular.isPromised()).isFalse();
    assertThat(Freshness.of(source("irregular", "published", 0), state("2020-01-01")).due()).isNull();
  }

  private static TableState state(String interval) {
    return TableState.of(TABLE).withFiles(List.of(entry(interval, new Book(5, 4, 1, 0))));
  }

  private static FileEntry entry(String interval, Book book) {
    return new FileEntry("s/a.csv", "s", 1, Instant.EPOCH, "f", 1, "r", FileStatus.BUILT, List.of(),
        new TreeMap<>(Map.of(interval, book, "", new Book(1, 0, 1, 0))));
  }

  private static SourceContract source(String frequency, String origin, int late) {
    Bilingual text = new Bilingual("x", "x");
    return new SourceContract("s", TABLE, text, text, "s/*.csv", null, origin, frequency, late, false, List.of(),
        List.of(), List.of());
  }
}
