package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;

/** After a rule was mended, what it had rejected is read again; everything else waits for the next run. */
class ReplayTest {
  private static final RunRequest REPLAY = new RunRequest(List.of(REPORTS), null, false, true);

  @TempDir
  Path folder;

  @Test
  void rejectedRowsAreAcceptedByTheMendedRuleAndTheRestStaysDue() {
    Nights old = Nights.in(folder.resolve("nights"));
    land(old);
    old.runOne(REPORTS);
    assertThat(old.rejects()).hasSize(2);
    assertThat(replay(old)).as("no rule has changed").isInstanceOf(NothingToDo.class);

    Jobs mended = Reports.withSpelling("Atlantis", "An Giang");
    Nights nights = Nights.in(folder.resolve("nights"), mended);
    TableOutcome outcome = replay(nights);
    assertThat(outcome).isInstanceOf(Built.class);
    assertThat(((Built) outcome).intervals()).as("only the month of the rejects").hasSize(1);
    assertThat(nights.rejects()).hasSize(1).allMatch(reject -> reject.contains("Mu;"));
    assertThat(nights.plan(REPORTS).get(0).isDue()).isTrue();

    assertThat(nights.runOne(REPORTS)).isInstanceOf(Built.class);
    Nights calm = Nights.in(folder.resolve("calm"), mended);
    land(calm);
    calm.runOne(REPORTS);
    assertThat(nights.content(REPORTS)).isEqualTo(calm.content(REPORTS)).hasSize(3);
    assertThat(nights.rejects()).isEqualTo(calm.rejects());
    assertThat(nights.books(REPORTS)).isEqualTo(calm.books(REPORTS));
    assertThat(nights.plan(REPORTS).get(0).isDue()).isFalse();
  }

  private static void land(Nights nights) {
    nights.write("tourism-report-csv/a.csv", HEADER + row("01/2024", "Ca Mau", 100));
    nights.write("tourism-report-csv/b.csv", HEADER + row("02/2024", "Ca Mau", 200) + row("02/2024", "Atlantis", 300)
        + row("02/2024", "Mu", 400));
  }

  private static TableOutcome replay(Nights nights) {
    return nights.run(REPLAY, Clock.systemUTC(), new Progress() { }).get(0);
  }
}
