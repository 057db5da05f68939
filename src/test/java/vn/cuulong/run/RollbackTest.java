package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.TOURISM;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeException;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;

/** A table that went back stays there until something new arrives, and what reads it goes with it. */
class RollbackTest {
  private static final String GOOD = "tourism-report-csv/a.csv";
  private static final String BAD = "tourism-report-csv/b.csv";

  @TempDir
  Path folder;

  private final Clock clock = Clock.systemUTC();

  @Test
  void theRowsOfAnEarlierVersionHoldUntilAFileOfTheirIntervalIsNewOrTheyAreForced() {
    Nights nights = Nights.in(folder.resolve("nights"));
    nights.write(GOOD, HEADER + row("01/2024", "An Giang", 100));
    nights.run(REPORTS, TOURISM);
    long good = nights.lake().version(REPORTS).orElseThrow();
    List<String> goodRows = nights.content(REPORTS);
    List<String> goodMart = nights.content(TOURISM);
    nights.write(BAD, HEADER + row("01/2024", "Ca Mau", 90_000) + row("02/2024", "Ca Mau", 80_000));
    nights.run(REPORTS, TOURISM);
    List<String> badRows = nights.content(REPORTS);

    assertThat(rollback(nights, good, true).changed()).isEqualTo(2);
    assertThat(nights.content(REPORTS)).isEqualTo(badRows);

    Rollback.Done done = rollback(nights, good, false);
    assertThat(done.rowsBefore()).isEqualTo(3);
    assertThat(done.rowsAfter()).isEqualTo(1);
    assertThat(nights.lake().version(REPORTS)).contains(done.made());
    assertThat(nights.content(REPORTS)).isEqualTo(goodRows);
    assertThat(rollback(nights, good, false).changed()).as("it is there already").isZero();

    // What reads it is due, it is not, and the night does not take it forward again.
    assertThat(nights.plan(REPORTS).get(0).isDue()).isFalse();
    assertThat(nights.plan(TOURISM).get(0).isDue()).isTrue();
    List<TableOutcome> night = nights.run(REPORTS, TOURISM);
    assertThat(night.get(0)).isInstanceOf(NothingToDo.class);
    assertThat(night.get(1)).isInstanceOf(Built.class);
    assertThat(nights.content(REPORTS)).isEqualTo(goodRows);
    assertThat(nights.content(TOURISM)).isEqualTo(goodMart);
    assertThat(nights.run(REPORTS, TOURISM)).allSatisfy(outcome ->
        assertThat(outcome).isInstanceOf(NothingToDo.class));

    // A corrected file is something new: its interval is built from the landing folder, the other still holds.
    nights.write("tourism-report-csv/b_v2.csv", HEADER + row("01/2024", "Ca Mau", 90));
    assertThat(nights.runOne(REPORTS)).isInstanceOf(Built.class);
    assertThat(nights.rows(REPORTS).where("month = '2024-01-01'").count()).isEqualTo(2);
    nights.run(true, null, REPORTS);
    assertThat(nights.rows(REPORTS).count()).isEqualTo(3);
    assertThat(nights.books(REPORTS).values()).allSatisfy(books ->
        assertThat(books.values()).allMatch(Book::balances));
    assertThat(nights.lake().ledger().state(REPORTS).builtIntervals().values())
        .allMatch(built -> built.rolledBackTo() == null);
  }

  @Test
  void aVersionThatIsNotThereIsRefusedWithARemedy() {
    Nights nights = Nights.in(folder.resolve("nights"));
    nights.write(GOOD, HEADER + row("01/2024", "An Giang", 100)).runOne(REPORTS);
    assertThatThrownBy(() -> rollback(nights, 7, false)).isInstanceOf(LakeException.class)
        .hasMessageContaining("There is no version 7").hasMessageContaining("ops.outcome");
    assertThat(nights.lake().ledger().state(REPORTS).openIntent()).isEmpty();
  }

  private Rollback.Done rollback(Nights nights, long version, boolean dryRun) {
    Lake lake = nights.lake();
    RunIdentity identity = new RunIdentity("rollback", "rollback", "test", "test", clock);
    try (Leases leases = lake.leases(clock, "rollback")) {
      return new Rollback(Nights.jobs().tables().get(REPORTS), lake, identity).to(version, leases, dryRun);
    }
  }
}
