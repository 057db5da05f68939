package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.FIGURES;
import static vn.cuulong.run.Nights.KILLED;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.TOURISM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.DoomedNight.End;
import vn.cuulong.run.DoomedNight.Left;
import vn.cuulong.run.DoomedNight.Moment;
import vn.cuulong.run.DoomedNight.Place;

/**
 * Kill the process anywhere; the next run repairs, and the tables are as if nothing had happened. Ten runs in two
 * warehouses are killed, each goes on where the killed one before it stopped and has a new file to read besides; at
 * the end both warehouses are compared with one that was never disturbed.
 */
class KilledNightTest {
  private static final long SEED = 20250701;
  private static final int WAREHOUSES = 2;
  private static final List<String> UNITS = List.of("An Giang", "Ca Mau", "Ben Tre", "Can Tho", "Tra Vinh");
  private static final String POPULATION = "official-statistic-px-csv/average-population-v02-01.csv";

  @TempDir
  Path folder;

  @Test
  void tenRunsKilledAtRandomMomentsLeaveNoTrace() throws Exception {
    List<Moment> moments = moments(new Random(SEED));
    List<Nights> disturbed = new ArrayList<>();
    List<Future<List<End>>> killings = new ArrayList<>();
    ExecutorService both = Executors.newFixedThreadPool(WAREHOUSES);
    List<End> ends = new ArrayList<>();
    Nights calm = Nights.in(folder.resolve("calm"));
    try {
      for (int i = 0; i < WAREHOUSES; i++) {
        Nights nights = Nights.in(folder.resolve("disturbed-" + i));
        int share = moments.size() / WAREHOUSES;
        List<Moment> its = moments.subList(i * share, (i + 1) * share);
        Callable<List<End>> killing = () -> kill(nights, its);
        disturbed.add(nights);
        killings.add(both.submit(killing));
      }
      land(calm, moments.size());
      calm.run(KILLED.toArray(TableName[]::new));
      for (Future<List<End>> killing : killings) {
        ends.addAll(killing.get());
      }
    } finally {
      both.shutdownNow();
    }

    // The kills hit what they were meant to hit: between staging and commit, between the two commits of a clean
    // table, and between a commit and its ledger. Without that, the rest would prove nothing.
    assertThat(ends).hasSize(10);
    assertThat(ends.stream().map(End::left).collect(Collectors.toSet())).as("what was left: %s", ends)
        .contains(Left.ORPHANS, Left.REJECTS_AHEAD, Left.LEDGER_BEHIND);
    assertThat(ends.stream().mapToInt(End::leases).sum()).as("leases that nobody gave back: %s", ends).isPositive();

    for (Nights nights : disturbed) {
      land(nights, moments.size());
      assertThat(nights.run(KILLED.toArray(TableName[]::new)))
          .noneMatch(outcome -> outcome instanceof TableOutcome.Failed || outcome instanceof TableOutcome.Held);
      isLike(calm, nights, ends);
    }
  }

  /** Every place, the narrow ones more than once; in random order, some time after they are seen. */
  private static List<Moment> moments(Random random) {
    List<Moment> moments = new ArrayList<>(List.of(
        new Moment(FIGURES, Place.STAGING, random.nextInt(100)),
        new Moment(REPORTS, Place.READING, random.nextInt(1000)),
        new Moment(REPORTS, Place.STAGING, random.nextInt(60)),
        new Moment(REPORTS, Place.CHECKING, random.nextInt(300)),
        new Moment(REPORTS, Place.REJECTED, 0),
        new Moment(REPORTS, Place.REJECTED, random.nextInt(20)),
        new Moment(REPORTS, Place.COMMITTED, 0),
        new Moment(REPORTS, Place.COMMITTED, random.nextInt(10)),
        new Moment(TOURISM, Place.STAGING, random.nextInt(60)),
        new Moment(TOURISM, Place.COMMITTED, 0)));
    Collections.shuffle(moments, random);
    return moments;
  }

  private static List<End> kill(Nights nights, List<Moment> moments) throws Exception {
    List<End> ends = new ArrayList<>();
    for (Moment moment : moments) {
      report(nights, ends.size());
      if (moment.table().equals(FIGURES)) {
        nights.land(POPULATION);
      }
      ends.add(new DoomedNight(nights).killAt(moment));
    }
    return ends;
  }

  /** Everything that has landed in the end. */
  private static void land(Nights nights, int reports) {
    if (!Files.exists(nights.landing.resolve(POPULATION))) {
      nights.land(POPULATION);
    }
    for (int night = 0; night < reports / WAREHOUSES; night++) {
      if (!Files.exists(nights.landing.resolve(name(night)))) {
        report(nights, night);
      }
    }
  }

  /**
   * The file of a night: a month of its own, a month that all share, a row that is rejected, one that another file
   * contradicts. Those of later nights correct the first.
   */
  private static void report(Nights nights, int night) {
    String month = "0" + (night + 2) + "/2024";
    nights.write(name(night), Reports.HEADER
        + Reports.row("01/2024", UNITS.get(night), 900 + night)
        + Reports.row("01/2024", "Long An", 700 + night)
        + Reports.row(month, "An Giang", 1000 + night)
        + Reports.row(month, "Kien Giang", 2000 + night)
        + Reports.row(month, "Atlantis", 3000 + night)
        + (night % 2 == 0 ? Reports.row("12/2024", "An Giang", 4000 + night) : ""));
  }

  private static String name(int night) {
    return "tourism-report-csv/" + (night < 3 ? "report-" + night + ".csv" : "report-0_v" + night + ".csv");
  }

  private void isLike(Nights calm, Nights nights, List<End> ends) throws Exception {
    String after = nights.warehouse + " after " + ends;
    for (TableName table : KILLED) {
      assertThat(nights.content(table)).as("%s in %s", table, after).isEqualTo(calm.content(table)).isNotEmpty();
      assertThat(nights.books(table)).as("books of %s in %s", table, after).isEqualTo(calm.books(table));
      TableState state = nights.lake().ledger().state(table);
      assertThat(state.openIntent()).as("intent of %s in %s", table, after).isEmpty();
      assertThat(state.builtIntervals().keySet()).isEqualTo(
          calm.lake().ledger().state(table).builtIntervals().keySet());
      assertThat(state.files().values()).allMatch(file -> file.total().balances());
      assertThat(nights.warehouse.resolve("_ledger/" + table + "/lease.json")).doesNotExist();
    }
    assertThat(nights.rejects()).as("rejects in %s", after).isEqualTo(calm.rejects()).isNotEmpty();
    assertThat(ends.stream().flatMap(end -> end.orphans().stream()).filter(Files::exists))
        .as("files of no version in %s", after).isEmpty();
    // Every killed run is on record, without an end.
    assertThat(nights.lake().ledger().runs().stream().filter(run -> run.ended() == null))
        .hasSize(ends.size() / WAREHOUSES);
    assertThat(nights.run(KILLED.toArray(TableName[]::new))).allMatch(TableOutcome.NothingToDo.class::isInstance);
  }
}
