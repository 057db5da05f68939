package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.table.Interval;

/**
 * A contract that gains columns which may be empty takes over the tables of the version before: nothing is converted,
 * the intervals are due, and until they are built their new columns are empty.
 */
class MigrationTest {
  private static final Interval JANUARY = new Interval(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1));

  @TempDir
  Path folder;

  @Test
  void tablesOfTheContractBeforeAreTakenOverAndFilledByTheNextRun() {
    Nights before = Nights.in(folder.resolve("nights"), Reports.withoutTexts());
    land(before);
    before.runOne(REPORTS);
    assertThat(before.rows(REPORTS).columns()).doesNotContain("guest_international_count_text");
    List<String> old = before.content(REPORTS);

    Nights nights = Nights.in(folder.resolve("nights"));
    assertThat(nights.plan(REPORTS).get(0).reasons()).anyMatch(reason -> reason.contains("contracts have changed"));
    // A window first: the new column is there, and empty where nothing was built again.
    assertThat(nights.run(false, JANUARY, REPORTS).get(0)).isInstanceOf(Built.class);
    assertThat(nights.rows(REPORTS).where("month = '2024-01-01' AND guest_international_count_text IS NOT NULL").count()).isOne();
    assertThat(nights.rows(REPORTS).where("month = '2024-02-01' AND guest_international_count_text IS NULL").count()).isOne();
    assertThat(nights.plan(REPORTS).get(0).isDue()).as("the rest").isTrue();

    nights.runOne(REPORTS);
    Nights fresh = Nights.in(folder.resolve("fresh"));
    land(fresh);
    fresh.runOne(REPORTS);
    assertThat(nights.content(REPORTS)).isEqualTo(fresh.content(REPORTS));
    assertThat(nights.books(REPORTS)).isEqualTo(fresh.books(REPORTS));
    assertThat(nights.plan(REPORTS).get(0).isDue()).isFalse();
    // What was cited before can still be read, with the columns that it had.
    assertThat(nights.lake().read(REPORTS, 0).toJSON().collectAsList()).containsExactlyInAnyOrderElementsOf(old);
  }

  /** One value in each month that is not understood, so that its text is kept. */
  private static void land(Nights nights) {
    nights.write("tourism-report-csv/a.csv", HEADER + row("01/2024", "Ca Mau", 100).replace(";10;", ";nhieu;"));
    nights.write("tourism-report-csv/b.csv", HEADER + row("02/2024", "Ca Mau", 100).replace(";10;", ";vai chuc;"));
  }
}
