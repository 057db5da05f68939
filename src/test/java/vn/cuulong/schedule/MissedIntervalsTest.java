package vn.cuulong.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.Schedule;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.table.Interval;

/** What the ledger knows of a schedule's starts, every night at two. */
class MissedIntervalsTest {
  private static final TableName CLEAN = TableName.of("clean.tourism_stay");
  private static final TableName MART = TableName.of("mart.province_month_tourism");
  private static final Schedule NIGHTLY = JobsReader.read(Path.of("jobs")).timetable().get("nightly");

  private final List<RunRecord> runs = new ArrayList<>();

  @Test
  void nothing_is_missed_after_a_night_that_went_well() {
    run("2026-03-02T02:00", null, "built", "nothing_to_do");
    assertThat(missed("2026-03-03T01:59")).isEmpty();
  }

  @Test
  void the_night_that_should_have_begun_is_missed() {
    run("2026-03-02T02:00", null, "built", "built");
    assertThat(missed("2026-03-03T02:00")).containsExactly(day("2026-03-02"));
  }

  @Test
  void several_nights_come_oldest_first() {
    run("2026-03-02T02:00", null, "built", "built");
    assertThat(missed("2026-03-05T12:00"))
        .containsExactly(day("2026-03-02"), day("2026-03-03"), day("2026-03-04"));
  }

  @Test
  void a_night_that_was_held_is_still_missed() {
    run("2026-03-02T02:00", null, "built", "built");
    run("2026-03-03T02:00", null, "held", "not_ready");
    assertThat(missed("2026-03-03T12:00")).containsExactly(day("2026-03-02"));
  }

  @Test
  void a_night_made_up_for_by_its_own_days_is_done() {
    run("2026-03-02T02:00", null, "built", "built");
    run("2026-03-05T12:00", day("2026-03-02"), "held", "built");
    run("2026-03-05T12:01", day("2026-03-03"), "built", "built");
    run("2026-03-05T12:02", null, "held", "not_ready");
    assertThat(missed("2026-03-05T13:00")).containsExactly(day("2026-03-02"), day("2026-03-04"));
  }

  @Test
  void days_that_were_built_before_they_were_over_do_not_count() {
    run("2026-03-02T02:00", null, "built", "built");
    run("2026-03-02T12:00", day("2026-03-02"), "built", "built");
    assertThat(missed("2026-03-03T12:00")).containsExactly(day("2026-03-02"));
  }

  @Test
  void stages_that_ran_one_by_one_count_together() {
    run("2026-03-02T02:00", null, "built", "built");
    runs.add(0, record("2026-03-03T02:00", null, Map.of(CLEAN, "built")));
    assertThat(missed("2026-03-03T12:00")).containsExactly(day("2026-03-02"));
    runs.add(0, record("2026-03-03T02:05", null, Map.of(MART, "built")));
    assertThat(missed("2026-03-03T12:00")).isEmpty();
  }

  @Test
  void a_table_that_never_ended_well_makes_it_the_first_time() {
    run("2026-03-02T02:00", null, "built", "failed");
    MissedIntervals missed = new MissedIntervals(NIGHTLY, List.of(CLEAN, MART));
    assertThat(runs.stream().map(missed::saw).toList()).containsExactly(false);
    assertThat(missed.isFirst()).isTrue();
    assertThat(missed.until(Instant.parse("2026-03-09T00:00:00Z"))).isEmpty();
  }

  private List<Interval> missed(String now) {
    MissedIntervals missed = new MissedIntervals(NIGHTLY, List.of(CLEAN, MART));
    for (RunRecord run : runs) {
      if (missed.saw(run)) {
        break;
      }
    }
    assertThat(missed.isFirst()).isFalse();
    return missed.until(instant(now));
  }

  private void run(String started, Interval window, String clean, String mart) {
    runs.add(0, record(started, window, Map.of(CLEAN, clean, MART, mart)));
  }

  private static RunRecord record(String started, Interval window, Map<TableName, String> outcomes) {
    List<RunRecord.Outcome> records = outcomes.entrySet().stream().map(outcome -> new RunRecord.Outcome(
        outcome.getKey(), outcome.getValue(), List.of(), -1, -1, 0, null, null, null, Map.of(), null, Map.of())).toList();
    return new RunRecord(started, "cuulong", instant(started), null, "0", "host", window, records, List.of());
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
  }

  private static Interval day(String day) {
    LocalDate date = LocalDate.parse(day);
    return new Interval(date, date.plusDays(1));
  }
}
