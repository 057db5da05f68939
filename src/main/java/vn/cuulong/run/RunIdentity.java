package vn.cuulong.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who runs.
 *
 * @param runId sorts by time of start
 * @param command what was typed, secrets left out
 * @param codeVersion version of the software
 * @param host machine
 * @param clock for the ledger and the leases
 */
public record RunIdentity(String runId, String command, String codeVersion, String host, Clock clock) {
  /** Days begin and end in Viet Nam, wherever the machine stands. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The day on which the run takes place. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
