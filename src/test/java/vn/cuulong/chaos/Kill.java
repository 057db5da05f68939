package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.cuulong.chaos.Wreck.Left;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.Nights;
import vn.cuulong.run.RejectStore;

/**
 * SIGKILL at a place of a run.
 *
 * @param table whose step it is
 * @param place what has to be seen
 * @param delay milliseconds to wait then
 */
record Kill(TableName table, Place place, int delay) implements Fault {

  /** Where a run can be seen to be, from outside. */
  enum Place {
    /** It says that it reads. */
    READING,
    /** A new data file lies in the folder of the table, perhaps unfinished. */
    STAGING,
    /** It says that it checks what was staged. */
    CHECKING,
    /** The rejects have a new version, the table has none yet. */
    REJECTED,
    /** The table has a new version, the ledger does not know it yet. */
    COMMITTED
  }

  @Override
  public String title() {
    return "A run is killed";
  }

  /** A process that is killed says nothing. The next run does: {@link Landings} waits for it. */
  @Override
  public String words() {
    return "";
  }

  @Override
  public void prepare(Landings landings) {
    if (table.equals(Nights.FIGURES)) {
      landings.population();
    }
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    SeenFromOutside seen = new SeenFromOutside(landings.nights().warehouse);
    Set<String> dataBefore = seen.dataFiles(table);
    long versionBefore = seen.version(table);
    long rejectsBefore = seen.version(RejectStore.NAME);
    try (NightProcess night = NightProcess.start(landings.nights())) {
      BooleanSupplier moment = switch (place) {
        case READING -> () -> night.says(table, "\"step\":\"reading\"");
        case CHECKING -> () -> night.says(table, "\"step\":\"checking\"");
        case STAGING -> () -> !dataBefore.containsAll(seen.dataFiles(table));
        case REJECTED -> () -> seen.version(RejectStore.NAME) > rejectsBefore;
        case COMMITTED -> () -> seen.version(table) > versionBefore;
      };
      // A table that has ended without it is a moment missed, and no reason to wait on.
      night.await(this, () -> moment.getAsBoolean() || night.says(table, "\"outcome\":"));
      Thread.sleep(delay);
      night.kill(this);
    }
    List<Path> orphans = new ArrayList<>();
    if (seen.version(table) == versionBefore) {
      seen.dataFiles(table).stream().filter(file -> !dataBefore.contains(file))
          .forEach(file -> orphans.add(seen.folder(table).resolve(file)));
    }
    return new Wreck(this, left(seen, rejectsBefore, !orphans.isEmpty()), seen.leases(), orphans, List.of());
  }

  private Left left(SeenFromOutside seen, long rejectsBefore, boolean staged) {
    TableState.Intent intent = seen.state(table).openIntent().orElse(null);
    if (intent == null) {
      return Left.NOTHING;
    }
    if (seen.version(table) > intent.versionBefore()) {
      return Left.LEDGER_BEHIND;
    }
    if (seen.version(RejectStore.NAME) > rejectsBefore && table.equals(Nights.REPORTS)) {
      return Left.REJECTS_AHEAD;
    }
    return staged ? Left.ORPHANS : Left.INTENT;
  }
}
