package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.run.Maintenance.Care;

/** What is looked after keeps its rows, every version that somebody cites, and what the next night would do. */
class MaintenanceTest {
  /** Every run of the test is old by then. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(100));
  private static final Duration KEEP = Duration.ofDays(90);

  private static final int NIGHTS = 2;

  @TempDir
  Path folder;

  private Nights nights;

  @Test
  void smallFilesOldVersionsAndStraysGoAndEveryRowStays() throws IOException {
    someNights();
    Path stray = Files.copy(dataFiles(REPORTS).get(0), table(REPORTS).resolve("part-of-a-run-that-died.parquet"));
    List<String> rows = nights.content(REPORTS);
    List<String> rejects = nights.rejects();
    List<String> cited = version(1);
    List<String> runs = nights.lake().ledger().runIds();

    Care tried = maintain(REPORTS, true, Map.of(REPORTS, Set.of(1L)));
    assertThat(tried.cleared().strays()).containsExactly(stray.getFileName().toString());
    assertThat(stray).exists();

    Care care = maintain(REPORTS, false, Map.of(REPORTS, Set.of(1L)));
    assertThat(care.merged().before()).isGreaterThan(1);
    assertThat(care.merged().after()).isEqualTo(1);
    assertThat(care.cleared().strays()).isEqualTo(tried.cleared().strays());
    assertThat(care.cleared().old()).isNotEmpty();
    assertThat(care.cleared().bytes()).isPositive();
    assertThat(stray).doesNotExist();
    assertThat(nights.content(REPORTS)).isEqualTo(rows);
    assertThat(nights.rejects()).isEqualTo(rejects);
    assertThat(version(1)).isEqualTo(cited);
    assertThat(nights.plan(REPORTS).get(0).isDue()).isFalse();

    assertThat(trim()).isEqualTo(runs.size() - 1);
    assertThat(nights.lake().ledger().runIds()).containsExactly(runs.get(runs.size() - 1));
    assertThat(maintain(REPORTS, false, Map.of(REPORTS, Set.of(1L))).isNothing()).isTrue();
    assertThat(trim()).isZero();
    theNextNightBuildsOnIt();
  }

  private void theNextNightBuildsOnIt() {
    maintain(RejectStore.NAME, false, Map.of());
    nights.write(path(NIGHTS + 1), HEADER + row("12/2024", "Ca Mau", 55));
    assertThat(nights.runOne(REPORTS)).isInstanceOf(TableOutcome.Built.class);
    Nights calm = Nights.in(folder.resolve("calm"));
    for (int night = 1; night <= NIGHTS + 1; night++) {
      calm.write(path(night), read(nights.landing.resolve(path(night))));
    }
    calm.runOne(REPORTS);
    assertThat(nights.content(REPORTS)).isEqualTo(calm.content(REPORTS));
    assertThat(nights.rejects()).isEqualTo(calm.rejects());
    assertThat(nights.books(REPORTS)).isEqualTo(calm.books(REPORTS));
  }

  @Test
  void aTableThatARunHoldsIsLeftAlone() {
    nights = Nights.in(folder.resolve("nights"));
    try (Leases others = nights.lake().leases(LATER, "night"); Lease held = others.acquire(REPORTS)) {
      Care care = maintain(REPORTS, false, Map.of());
      assertThat(care.conflict()).isTrue();
      assertThat(care.trouble().problem()).contains(held.table().toString());
    }
  }

  /** Nights of one month each, the first of which is corrected twice; one row in each is refused. */
  private void someNights() {
    nights = Nights.in(folder.resolve("nights"));
    for (int night = 1; night <= NIGHTS; night++) {
      nights.write(path(night), HEADER + row("0" + night + "/2024", "An Giang", 100 * night)
          + row("0" + night + "/2024", "Atlantis", night));
      nights.runOne(REPORTS);
    }
    for (int guests : List.of(111, 112)) {
      nights.write(path(1), HEADER + row("01/2024", "An Giang", guests));
      nights.runOne(REPORTS);
    }
  }

  private static String path(int night) {
    return "tourism-report-csv/n" + night + ".csv";
  }

  private Care maintain(TableName table, boolean dryRun, Map<TableName, Set<Long>> released) {
    Lake lake = nights.lake();
    try (Leases leases = lake.leases(LATER, "maintenance")) {
      return maintenance(lake, released).of(table, leases, dryRun);
    }
  }

  private int trim() {
    return maintenance(nights.lake(), Map.of()).trimLedger(false);
  }

  private static Maintenance maintenance(Lake lake, Map<TableName, Set<Long>> released) {
    return new Maintenance(Nights.jobs(), lake, new RunIdentity("maintenance", "maintain", "test", "test", LATER), KEEP,
        released);
  }

  private List<String> version(long version) {
    return nights.lake().read(REPORTS, version).toJSON().collectAsList().stream().sorted().toList();
  }

  private Path table(TableName table) {
    return nights.warehouse.resolve(table.layer()).resolve(table.name());
  }

  private List<Path> dataFiles(TableName table) throws IOException {
    try (var files = Files.list(table(table))) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
