package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.TOURISM;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.table.Interval;

/**
 * What a run that died leaves half done is put right even when the landing folder, the request or the outcome of the
 * next run are other than they were. Deaths are staged inside this process; {@link KilledNightTest} kills for true.
 */
class RepairTest {
  private static final Interval AUGUST = new Interval(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 9, 1));
  private static final Interval SEPTEMBER = new Interval(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 10, 1));
  private static final String A = "tourism-report-csv/a.csv";
  private static final String B = "tourism-report-csv/b.csv";

  @TempDir
  Path folder;

  @Test
  void rejectsOfARunThatDiedGoWithTheContentThatIsReplaced() {
    Nights nights = Nights.in(folder.resolve("disturbed"));
    nights.write(A, HEADER + row("08/2024", "An Giang", 500) + row("08/2024", "Atlantis", 1));
    dieBetweenRejectsAndTable(nights);
    assertThat(nights.rejects()).hasSize(1);
    nights.write(A, HEADER + row("08/2024", "An Giang", 510));
    nights.runOne(REPORTS);
    assertThat(nights.rejects()).isEmpty();
    isAsIfNothingHadHappened(nights);
  }

  @Test
  void rejectsOfARunThatDiedGoWithTheFileThatIsTakenAway() throws Exception {
    Nights nights = Nights.in(folder.resolve("disturbed"));
    nights.write(A, HEADER + row("08/2024", "An Giang", 500) + row("08/2024", "Atlantis", 1));
    nights.runOne(REPORTS);
    nights.write(B, HEADER + row("08/2024", "Ca Mau", 600) + row("08/2024", "Mu", 2));
    dieBetweenRejectsAndTable(nights);
    assertThat(nights.rejects()).hasSize(2);
    Files.delete(nights.landing.resolve(B));
    nights.runOne(REPORTS);
    isAsIfNothingHadHappened(nights);
  }

  @Test
  void aRunThatIsHeldLeavesTheRepairToTheNext() {
    Nights nights = Nights.in(folder.resolve("disturbed"), Reports.withCheck("guest_count < 1000"));
    String good = HEADER + row("08/2024", "Ca Mau", 600) + row("08/2024", "Mu", 2);
    nights.write(A, good);
    dieBetweenRejectsAndTable(nights);
    nights.write(B, HEADER + row("08/2024", "An Giang", 5000));
    assertThat(nights.runOne(REPORTS)).isInstanceOf(Held.class);
    nights.write(B, HEADER + row("08/2024", "An Giang", 500));
    nights.runOne(REPORTS);
    assertThat(nights.rejects()).hasSize(1);
    isAsIfNothingHadHappened(nights);
  }

  @Test
  void aWindowDoesNotForgetWhatHasToBeRepairedOutsideOfIt() throws Exception {
    Nights nights = Nights.in(folder.resolve("disturbed"));
    nights.write(A, HEADER + row("08/2024", "An Giang", 500));
    nights.runOne(REPORTS);
    nights.write(B, HEADER + row("08/2024", "Ca Mau", 600));
    dieBeforeTheLedger(nights, "checking");
    assertThat(nights.rows(REPORTS).count()).isEqualTo(2);
    Files.delete(nights.landing.resolve(B));
    nights.run(false, SEPTEMBER, REPORTS);
    nights.runOne(REPORTS);
    isAsIfNothingHadHappened(nights);
  }

  @Test
  void rejectsOfNoIntervalAreStoredOnceThoughTheLedgerWasNotSaved() {
    Nights nights = Nights.in(folder.resolve("disturbed"));
    nights.write(A, HEADER + row("mot hom", "An Giang", 500));
    dieBeforeTheLedger(nights, "writing");
    assertThat(nights.rejects()).hasSize(1);
    nights.runOne(REPORTS);
    assertThat(nights.rejects()).hasSize(1);
    isAsIfNothingHadHappened(nights);
  }

  @Test
  void aMartThatReadATableInTheMiddleOfItsRepairIsDueAgain() {
    TableState booked = TableState.of(REPORTS).committed(1, "code",
        Map.of("2024-08-01", new TableState.BuiltInterval("files", "run-1", 1)));
    TableState open = booked.withIntent(new TableState.Intent("run-2", Instant.EPOCH, List.of(AUGUST), 1));
    assertThat(martFingerprints(open)).isNotEqualTo(martFingerprints(booked)).containsOnlyKeys("2024-08-01");
  }

  @Test
  void aMonthOfWhichEveryRowWasRefusedIsDueToo() {
    TableState refused = TableState.of(REPORTS).committed(1, "code",
        Map.of("2024-08-01", new TableState.BuiltInterval("files", "run-1", 0)));
    assertThat(martFingerprints(refused)).containsOnlyKeys("2024-08-01");
  }

  private static Map<String, String> martFingerprints(TableState reports) {
    return new MartDue(Nights.jobs().tables().get(TOURISM), "code", Map.of(REPORTS, reports)).fingerprints();
  }

  /** A run that ends without a word as soon as the rejects are committed, before the table is. */
  private static void dieBetweenRejectsAndTable(Nights nights) {
    Clock deadly = new DeadlyClock(new Lake(null, nights.warehouse.toString()));
    assertThatThrownBy(() -> nights.run(new RunRequest(List.of(REPORTS), null, false), deadly, new AtStep("", null)))
        .isInstanceOf(Death.class);
    assertThat(nights.lake().exists(RejectStore.NAME)).isTrue();
    assertThat(nights.lake().ledger().state(REPORTS).openIntent()).isPresent();
  }

  /** A run whose ledger is afterwards as it was at a step: all commits were made, none was booked. */
  private static void dieBeforeTheLedger(Nights nights, String step) {
    Path state = nights.warehouse.resolve("_ledger/" + REPORTS + "/state.json");
    Map<String, byte[]> kept = new TreeMap<>();
    nights.run(new RunRequest(List.of(REPORTS), null, false), Clock.systemUTC(), new AtStep(step, () -> {
      if (Files.exists(state)) {
        kept.put("state", Files.readAllBytes(state));
      }
    }));
    try {
      if (kept.isEmpty()) {
        Files.delete(state);
      } else {
        Files.write(state, kept.get("state"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables, rejects and books are those of a warehouse that saw only what the landing folder holds now. */
  private void isAsIfNothingHadHappened(Nights nights) {
    Nights calm = Nights.in(folder.resolve("calm"));
    try (var files = Files.walk(nights.landing)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        calm.write(nights.landing.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    calm.runOne(REPORTS);
    assertThat(nights.content(REPORTS)).isEqualTo(calm.content(REPORTS));
    assertThat(nights.rejects()).isEqualTo(calm.rejects());
    assertThat(nights.books(REPORTS)).isEqualTo(calm.books(REPORTS));
    assertThat(nights.lake().ledger().state(REPORTS).openIntent()).isEmpty();
  }

  /** The end of a process, which nothing catches. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Kills whoever asks for the time once {@code ops.reject} has a new version. */
  private static final class DeadlyClock extends Clock {
    private final Clock clock = Clock.systemUTC();
    private final Lake lake;
    private final long version;

    DeadlyClock(Lake lake) {
      this.lake = lake;
      this.version = rejects();
    }

    private long rejects() {
      return lake.version(RejectStore.NAME).orElse(-1L);
    }

    @Override
    public Instant instant() {
      if (rejects() > version) {
        throw new Death();
      }
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Does something when a step begins. */
  private record AtStep(String wanted, Action action) implements Progress {
    interface Action {
      void run() throws IOException;
    }

    @Override
    public void step(TableName table, String step) {
      if (step.equals(wanted)) {
        try {
          action.run();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
