package vn.cuulong.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.chaos.Wreck.Left;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.Nights;
import vn.cuulong.run.TableOutcome;

/**
 * Whatever goes wrong, the next run repairs, and the tables are as if nothing had happened. In each warehouse
 * {@link Landings#NIGHTS} nights are struck, each goes on where the one before it stopped and has a new file to read
 * besides; at the end it is compared with a warehouse that was never disturbed.
 *
 * <p>{@code mvn -Pchaos test}, with {@code -Dchaos.kills=10} for less than two minutes of it, and
 * {@code -Dchaos.seed=N} for another order.
 */
@Tag("chaos")
class ChaosTest {
  private static final int FAULTS = Integer.getInteger("chaos.kills", 200);
  private static final long SEED = Long.getLong("chaos.seed", 20250701);
  private static final int AT_ONCE = 2;

  @TempDir
  Path folder;

  private final List<Wreck> wrecks = new ArrayList<>();
  private int survived;
  private Damage damage = Damage.NONE;

  @Test
  void afterAnyFaultTheTablesAreAsIfNothingHadHappened() throws Exception {
    List<Fault> faults = Faults.drawn(FAULTS, new Random(SEED));
    Landings calm = new Landings(Nights.in(folder.resolve("calm")));
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<Wreck>>> struck = new ArrayList<>();
      List<Landings> disturbed = new ArrayList<>();
      for (int from = 0; from < faults.size(); from += Landings.NIGHTS) {
        Landings landings = new Landings(Nights.in(folder.resolve("disturbed-" + disturbed.size())));
        List<Fault> its = faults.subList(from, Math.min(from + Landings.NIGHTS, faults.size()));
        disturbed.add(landings);
        struck.add(workers.submit(() -> strike(landings, its)));
      }
      calm.rest();
      run(calm.nights());
      for (int i = 0; i < struck.size(); i++) {
        compare(calm.nights(), disturbed.get(i), struck.get(i).get());
      }
    } finally {
      workers.shutdownNow();
      System.out.printf("chaos, seed %d: %d faults injected, %d survived, %d rows lost, %d rows doubled; left: %s%n",
          SEED, wrecks.size(), survived, damage.lost(), damage.doubled(), counts());
    }
    assertThat(wrecks).hasSize(FAULTS);
    assertThat(damage).isEqualTo(Damage.NONE);
    assertThat(survived).isEqualTo(FAULTS);
    // The kills hit what they were meant to hit: between staging and commit, between the two commits of a clean
    // table, and between a commit and its ledger. Without that, the rest would prove nothing.
    assertThat(wrecks.stream().map(Wreck::left)).as("what was left: %s", wrecks)
        .contains(Left.ORPHANS, Left.REJECTS_AHEAD, Left.LEDGER_BEHIND);
    assertThat(wrecks.stream().mapToInt(Wreck::leases).sum()).as("leases nobody gave back: %s", wrecks).isPositive();
  }

  private static List<Wreck> strike(Landings landings, List<Fault> faults) throws Exception {
    List<Wreck> wrecks = new ArrayList<>();
    for (Fault fault : faults) {
      landings.night(wrecks.size());
      fault.prepare(landings);
      wrecks.add(fault.strike(landings));
    }
    return wrecks;
  }

  /** Lets the rest land, runs once more, and looks for every trace of what went wrong. */
  private void compare(Nights calm, Landings landings, List<Wreck> its) throws Exception {
    wrecks.addAll(its);
    landings.rest();
    Nights nights = landings.nights();
    String after = nights.warehouse + " after " + its + ", seed " + SEED;
    assertThat(run(nights)).as(after)
        .noneMatch(outcome -> outcome instanceof TableOutcome.Failed || outcome instanceof TableOutcome.Held);
    Damage here = Damage.between(calm.rejects(), nights.rejects());
    for (TableName table : Landings.TABLES) {
      assertThat(calm.content(table)).isNotEmpty();
      here = here.plus(Damage.between(calm.content(table), nights.content(table)));
      hasNoTrace(table, calm, nights, after);
    }
    damage = damage.plus(here);
    survived += here.equals(Damage.NONE) ? its.size() : 0;
    assertThat(its.stream().flatMap(wreck -> wreck.orphans().stream()).filter(Files::exists))
        .as("files of no version in %s", after).isEmpty();
    // Every run that was cut off is on record, without an end.
    assertThat(nights.lake().ledger().runs().stream().filter(run -> run.ended() == null)).hasSize(its.size());
    assertThat(run(nights)).allMatch(TableOutcome.NothingToDo.class::isInstance);
  }

  private static void hasNoTrace(TableName table, Nights calm, Nights nights, String after) {
    TableState state = nights.lake().ledger().state(table);
    assertThat(nights.books(table)).as("books of %s in %s", table, after).isEqualTo(calm.books(table));
    assertThat(state.openIntent()).as("intent of %s in %s", table, after).isEmpty();
    assertThat(state.builtIntervals().keySet())
        .isEqualTo(calm.lake().ledger().state(table).builtIntervals().keySet());
    assertThat(state.files().values()).allMatch(file -> file.total().balances());
    assertThat(nights.warehouse.resolve("_ledger/" + table + "/lease.json")).doesNotExist();
  }

  private static List<TableOutcome> run(Nights nights) {
    return nights.run(Landings.TABLES.toArray(TableName[]::new));
  }

  private String counts() {
    return wrecks.stream().collect(Collectors.groupingBy(Wreck::left, java.util.TreeMap::new, Collectors.counting()))
        .toString();
  }
}
