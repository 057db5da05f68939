package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;

/**
 * A copy of a warehouse that was taken file by file while a night was on, in the order that docs/operations.md gives:
 * the ledger without leases, then the logs of the tables, then everything else. Restored, the next night makes it
 * whole. The copies are composed of what lay in the warehouse at each step of one night.
 */
class BackupTest {
  private static final String A = "tourism-report-csv/a.csv";
  private static final String B = "tourism-report-csv/b.csv";

  @TempDir
  Path folder;

  private Nights nights;
  /** What lay in the warehouse at each step of the night, in their order; the last is that of its end. */
  private final List<Path> moments = new ArrayList<>();

  @Test
  void aCopyOfTheLedgerFirstIsMadeWholeByTheNextNightWheneverItsPartsWereTaken() {
    aNightThatReplacesAndAddsRows();
    int end = moments.size() - 1;
    assertThat(end).as("steps of a night").isGreaterThanOrEqualTo(3);
    List<String> rows = nights.content(REPORTS);
    List<String> rejects = nights.rejects();
    Map<String, Map<String, Book>> books = nights.books(REPORTS);
    // The ledger of before the night, or with the note of what is being replaced; logs of before the commit, or after.
    for (int[] taken : new int[][] {{0, end - 1}, {0, end}, {end - 1, end}, {end, end}}) {
      String what = "ledger of moment " + taken[0] + ", logs of " + taken[1] + ", data of " + end;
      Nights restored = restored(taken[0], taken[1], end);
      assertThat(restored.runOne(REPORTS)).as(what).isInstanceOf(taken[0] == end ? NothingToDo.class : Built.class);
      assertThat(restored.content(REPORTS)).as(what).isEqualTo(rows);
      assertThat(restored.rejects()).as(what).isEqualTo(rejects);
      assertThat(restored.books(REPORTS)).as(what).isEqualTo(books);
      assertThat(restored.runOne(REPORTS)).as(what).isInstanceOf(NothingToDo.class);
    }
  }

  private void aNightThatReplacesAndAddsRows() {
    nights = Nights.in(folder.resolve("nights"));
    nights.write(A, HEADER + row("08/2024", "An Giang", 500) + row("08/2024", "Atlantis", 1));
    nights.runOne(REPORTS);
    nights.write(A, HEADER + row("08/2024", "An Giang", 510) + row("08/2024", "Mu", 1));
    nights.write(B, HEADER + row("09/2024", "Ca Mau", 600) + row("09/2024", "Lemuria", 2));
    nights.run(new RunRequest(List.of(REPORTS), null, false), Clock.systemUTC(), new Progress() {
      @Override
      public void begins(TableName table, int place, int total) {
        remember();
      }

      @Override
      public void step(TableName table, String step) {
        remember();
      }
    });
    remember();
  }

  private void remember() {
    Path moment = folder.resolve("moment-" + moments.size());
    copy(nights.warehouse, moment, file -> true);
    moments.add(moment);
  }

  /** A warehouse beside the same landing folder, of parts that were copied at three moments. */
  private Nights restored(int ledger, int logs, int data) {
    Path place = folder.resolve("restored-" + ledger + "-" + logs + "-" + data);
    Nights restored = Nights.in(place);
    copy(nights.landing, restored.landing, file -> true);
    copy(moments.get(ledger), restored.warehouse, file -> isLedger(file) && !file.endsWith("lease.json"));
    copy(moments.get(logs), restored.warehouse, file -> !isLedger(file) && isLog(file));
    copy(moments.get(data), restored.warehouse, file -> !isLedger(file) && !isLog(file));
    return restored;
  }

  private static boolean isLedger(Path file) {
    return file.startsWith("_ledger");
  }

  private static boolean isLog(Path file) {
    return file.toString().contains("_delta_log");
  }

  /** Copies files with their times, as a restore must: a landing file is known by size and time. */
  private static void copy(Path from, Path to, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (wanted.test(relative)) {
          Path target = to.resolve(relative);
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
