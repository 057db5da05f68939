package vn.cuulong.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.chaos.Wreck.Left;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.Nights;
import vn.cuulong.run.Progress;
import vn.cuulong.run.TableOutcome;

/**
 * Whatever goes wrong, the person is told, the next run repairs or a command does, and the tables are as if nothing had
 * happened. Runs are killed: in each warehouse {@link Landings#NIGHTS} nights, each goes on where the one before it
 * stopped and has a new file to read besides. Every other fault strikes a copy of one healthy warehouse. At the end
 * each is compared with a warehouse that was never disturbed.
 *
 * <p>{@code mvn -Pchaos verify} kills 200 times and tries every fault in all its ways; with {@code -Dchaos.kills=10} it
 * tries each fault once. {@code -Dchaos.seed=N} gives another order, {@code -Dchaos.only=FullDisk} tries the
 * faults whose names hold that, in all their ways.
 */
@Tag("chaos")
class ChaosTest {
  /** The night on which the faults strike that are no kills; those before it went well. */
  static final int NIGHT_OF_FAULTS = 2;

  private static final int KILLS = Integer.getInteger("chaos.kills", 200);
  private static final long SEED = Long.getLong("chaos.seed", 20250701);
  private static final String ONLY = System.getProperty("chaos.only", "");
  private static final boolean LONG_FORM = KILLS >= 100 || !ONLY.isEmpty();
  private static final int AT_ONCE = 2;

  @TempDir
  static Path folder;

  private static final List<Wreck> WRECKS = new ArrayList<>();
  private static final Map<Fault, String> SKIPPED = new LinkedHashMap<>();
  private static Nights calm;
  private static int survived;
  private static Damage damage = Damage.NONE;

  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);

  @BeforeAll
  static void aWarehouseThatIsNeverDisturbed() {
    Landings landings = new Landings(Nights.in(folder.resolve("calm")));
    landings.rest();
    calm = landings.nights();
    run(calm, new Progress() { });
  }

  @AfterAll
  static void figures() {
    Map<Left, Long> left = WRECKS.stream()
        .collect(Collectors.groupingBy(Wreck::left, TreeMap::new, Collectors.counting()));
    System.out.printf("chaos, seed %d: %d faults injected (%d kills), %d survived, %d rows lost, %d rows doubled; "
        + "left: %s%n", SEED, WRECKS.size(), WRECKS.stream().filter(Wreck::cutOff).count(), survived, damage.lost(),
        damage.doubled(), left);
    SKIPPED.forEach((fault, why) -> System.out.printf("chaos: not tried: %s: %s%n", fault, why));
  }

  @Test
  void afterAnyKillTheTablesAreAsIfNothingHadHappened() throws Exception {
    assumeThat(KILLS).as("no kills were asked for").isPositive();
    List<Fault> kills = Faults.drawn(KILLS, new Random(SEED));
    List<Landings> disturbed = new ArrayList<>();
    List<Future<List<Wreck>>> struck = new ArrayList<>();
    for (int from = 0; from < kills.size(); from += Landings.NIGHTS) {
      Landings landings = new Landings(Nights.in(folder.resolve("killed-" + disturbed.size())));
      List<Fault> its = kills.subList(from, Math.min(from + Landings.NIGHTS, kills.size()));
      disturbed.add(landings);
      struck.add(workers.submit(() -> strike(landings, its)));
    }
    List<Wreck> wrecks = compareEach(disturbed, struck);
    assertThat(wrecks).hasSize(KILLS);
    // The kills hit what they were meant to hit: between staging and commit, between the two commits of a clean
    // table, and between a commit and its ledger. Without that, the rest would prove nothing.
    assertThat(wrecks.stream().map(Wreck::left)).as("what was left: %s", wrecks)
        .contains(Left.ORPHANS, Left.REJECTS_AHEAD, Left.LEDGER_BEHIND);
    assertThat(wrecks.stream().mapToInt(Wreck::leases).sum()).as("leases nobody gave back: %s", wrecks).isPositive();
  }

  @Test
  void anyOtherFaultIsToldAndLeavesTheTablesAsIfNothingHadHappened() throws Exception {
    Landings healthy = new Landings(Nights.in(folder.resolve("healthy")));
    healthy.population();
    for (int night = 0; night < NIGHT_OF_FAULTS; night++) {
      healthy.night(night);
      run(healthy.nights(), new Progress() { });
    }
    List<Landings> disturbed = new ArrayList<>();
    List<Future<List<Wreck>>> struck = new ArrayList<>();
    for (Fault fault : Faults.others(LONG_FORM)) {
      if (!fault.toString().contains(ONLY)) {
        continue;
      }
      if (!fault.obstacle().isEmpty()) {
        SKIPPED.put(fault, fault.obstacle());
        continue;
      }
      Landings landings = healthy.copiedTo(folder.resolve("faulty-" + disturbed.size()));
      disturbed.add(landings);
      Callable<List<Wreck>> trial = () -> {
        landings.night(NIGHT_OF_FAULTS);
        fault.prepare(landings);
        Wreck wreck = fault.strike(landings);
        fault.remedy(landings);
        return List.of(wreck);
      };
      struck.add(workers.submit(trial));
    }
    List<Wreck> wrecks = compareEach(disturbed, struck);
    assertThat(wrecks).allSatisfy(wreck -> assertThat(wreck.isTold()).as("what was told: %s", wreck).isTrue());
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

  /** Waits for each and compares it; one that went wrong does not keep the others from being tried. */
  private List<Wreck> compareEach(List<Landings> disturbed, List<Future<List<Wreck>>> struck) throws Exception {
    List<Wreck> wrecks = new ArrayList<>();
    AssertionError wrong = null;
    for (int i = 0; i < struck.size(); i++) {
      try {
        List<Wreck> its = struck.get(i).get();
        WRECKS.addAll(its);
        compare(disturbed.get(i), its);
        wrecks.addAll(its);
        System.out.printf("chaos: %d faults survived, the last %s%n", survived, its.get(its.size() - 1).fault());
      } catch (Exception | AssertionError failed) {
        AssertionError more = new AssertionError(disturbed.get(i) + ", seed " + SEED + ": "
            + failed.getMessage(), failed);
        if (wrong != null) {
          more.addSuppressed(wrong);
        }
        wrong = more;
      }
    }
    workers.shutdownNow();
    if (wrong != null) {
      throw wrong;
    }
    return wrecks;
  }

  /** Lets the rest land, runs once more, and looks for every trace of what went wrong. */
  private static void compare(Landings landings, List<Wreck> its) {
    landings.rest();
    Nights nights = landings.nights();
    String after = nights.warehouse + " after " + its + ", seed " + SEED;
    List<String> cutOff = new ArrayList<>();
    List<TableOutcome> outcomes = run(nights, new Progress() {
      @Override
      public void foundCutOff(String runId) {
        cutOff.add(runId);
      }
    });
    assertThat(outcomes).as(after)
        .noneMatch(outcome -> outcome instanceof TableOutcome.Failed || outcome instanceof TableOutcome.Held);
    Damage here = Damage.between(calm.rejects(), nights.rejects());
    for (TableName table : Landings.TABLES) {
      assertThat(calm.content(table)).isNotEmpty();
      here = here.plus(Damage.between(calm.content(table), nights.content(table)));
    }
    damage = damage.plus(here);
    survived += here.equals(Damage.NONE) ? its.size() : 0;
    assertThat(here).as(after).isEqualTo(Damage.NONE);
    Landings.TABLES.forEach(table -> hasNoTrace(table, nights, after));
    assertThat(its.stream().flatMap(wreck -> wreck.orphans().stream()).filter(Files::exists))
        .as("files of no version in %s", after).isEmpty();
    if (its.stream().allMatch(Wreck::cutOff)) {
      // Every run that was cut off is on record, without an end, and the next one says so of the last.
      assertThat(nights.lake().ledger().runs().stream().filter(run -> run.ended() == null)).hasSize(its.size());
      assertThat(cutOff.isEmpty()).as("runs found cut off, %s", after).isEqualTo(its.get(its.size() - 1).leases() == 0);
    }
    assertThat(run(nights, new Progress() { })).as(after).allMatch(TableOutcome.NothingToDo.class::isInstance);
  }

  private static void hasNoTrace(TableName table, Nights nights, String after) {
    TableState state = nights.lake().ledger().state(table);
    assertThat(nights.books(table)).as("books of %s in %s", table, after).isEqualTo(calm.books(table));
    assertThat(state.openIntent()).as("intent of %s in %s", table, after).isEmpty();
    assertThat(state.builtIntervals().keySet())
        .isEqualTo(calm.lake().ledger().state(table).builtIntervals().keySet());
    assertThat(state.files().values()).allMatch(file -> file.total().balances());
    assertThat(nights.warehouse.resolve("_ledger/" + table + "/lease.json")).doesNotExist();
  }

  private static List<TableOutcome> run(Nights nights, Progress progress) {
    return nights.run(progress, Landings.TABLES.toArray(TableName[]::new));
  }
}
