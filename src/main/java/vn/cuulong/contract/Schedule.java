package vn.cuulong.contract;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * When something is done, by itself, and what to do when it goes wrong: an entry of {@code schedules.yml}.
 *
 * @param name its name, {@code nightly}
 * @param title heading in both languages
 * @param cron when it starts
 * @param zone in which the cron fields are meant
 * @param work what it does
 * @param products what it publishes; empty unless it publishes
 * @param deadline a start that takes longer is stopped
 * @param retries how often a start is repeated that ended with an exit code after which repeating helps
 * @param retryAfter how long to wait before
 * @param missed what to do with intervals in which it did not run
 */
public record Schedule(String name, Bilingual title, Cron cron, ZoneId zone, Work work, List<String> products,
    Duration deadline, int retries, Duration retryAfter, Missed missed) {

  /** What a schedule does. */
  public enum Work {
    /** Builds the tables whose {@code table.yml} names it. */
    RUN,
    /** Publishes products. */
    PUBLISH,
    /** Looks after the tables. */
    MAINTAIN
  }

  /** What to do with intervals in which nothing ran. */
  public enum Missed {
    /** One run takes them all. */
    TOGETHER,
    /** A run for each of them, oldest first, then one for what came late. */
    EACH
  }

  /**
   * What a scheduler starts: the words behind {@code cuulong}, without its places. Where each missed interval has a run
   * of its own, every start asks the ledger; when only this start is missing, that is one run.
   */
  public List<String> command() {
    return switch (work) {
      case RUN -> List.of(missed == Missed.EACH ? "catch-up" : "run", name);
      case PUBLISH -> {
        List<String> words = new java.util.ArrayList<>(products);
        words.add(0, "publish");
        yield List.copyOf(words);
      }
      case MAINTAIN -> List.of("maintain");
    };
  }
}
