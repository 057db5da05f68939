package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** When a cron line fires. */
class CronTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long SEED = 20261122L;

  @ParameterizedTest(name = "{0} at {1}")
  @CsvFileSource(resources = "/cases/contract/cron.csv", delimiter = '|', numLinesToSkip = 1)
  void knows_its_next_and_its_last_time(String line, LocalDateTime from, LocalDateTime next, LocalDateTime last) {
    Cron cron = Cron.of(line);
    assertThat(cron.after(from.atZone(ZONE)).orElseThrow().toLocalDateTime()).isEqualTo(next);
    assertThat(cron.before(from.atZone(ZONE)).orElseThrow().toLocalDateTime()).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {
      "60 2 * * *|\"60\" is no minute", "0 24 * * *|\"24\" is no hour", "0 2 0 * *|\"0\" is no day of the month",
      "0 2 * 13 *|\"13\" is no month", "0 2 * * 7|\"7\" is no day of the week", "0 2 * * SUN|\"SUN\" is no day of the week",
      "0 2 L * *|\"L\" is no day of the month", "0 2 ? * 1|\"?\" is no day of the month", "0 2, * * *|\"\" is no hour",
      "0 5-2 * * *|the hour \"5-2\" ends before it begins", "*/0 * * * *|\"0\" is no minute",
      "0 2 * *|a time has minute, hour, day, month and day of the week", "0 2 30 2 *|this day of the month never comes",
      "0 2 1 * 1|days of the month and of the week at once mean \"either\" to cron and \"both\" to systemd"})
  void refuses_what_schedulers_read_differently_or_not_at_all(String line, String reason) {
    assertThatThrownBy(() -> Cron.of(line)).isInstanceOf(Cron.CronException.class).hasMessage(reason);
  }

  @Test
  void the_time_before_the_next_time_is_the_last_one() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      Cron cron = Cron.of(random.nextInt(60) + " " + random.nextInt(24) + " "
          + (random.nextBoolean() ? "*" : random.nextInt(1, 29)) + " " + random.nextInt(1, 13) + " *");
      ZonedDateTime now = LocalDateTime.of(2026, random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(24), 7)
          .atZone(ZONE);
      ZonedDateTime next = cron.after(now).orElseThrow();
      assertThat(cron.before(next)).as("seed %d, %s at %s", SEED, cron, now).contains(next);
      assertThat(cron.before(next.minusSeconds(1))).as("seed %d, %s at %s", SEED, cron, now).isEqualTo(cron.before(now));
    }
  }
}
