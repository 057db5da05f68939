package vn.cuulong.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeException;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableShape;
import vn.cuulong.lake.Upkeep;
import vn.cuulong.run.TableOutcome.Trouble;

/**
 * Keeps a warehouse small and quick: merges small files, deletes what nobody can ask for any more, and shortens logs
 * and ledger. No table gets other rows and none becomes due, because what is due follows from the ledger's
 * fingerprints, which stay.
 */
public final class Maintenance {
  /** What another process may just be writing is not touched before this time is over. */
  private static final Duration UNDER_WAY = Duration.ofDays(1);
  /** From so many versions on, reading their entries in the log costs more than a checkpoint. */
  private static final int CHECKPOINT_AFTER = 20;

  private final Jobs jobs;
  private final Lake lake;
  private final RunIdentity identity;
  private final Instant keepSince;
  private final Set<String> oldRuns = new TreeSet<>();
  private final Map<TableName, Set<Long>> cited = new TreeMap<>();

  /**
   * Maintenance of one warehouse.
   *
   * @param keep records of runs that are younger stay, with every version that they name
   * @param released versions that releases were made of
   */
  public Maintenance(Jobs jobs, Lake lake, RunIdentity identity, Duration keep,
      Map<TableName, Set<Long>> released) {
    this.jobs = jobs;
    this.lake = lake;
    this.identity = identity;
    this.keepSince = identity.clock().instant().minus(keep);
    released.forEach((table, versions) -> cited.computeIfAbsent(table, key -> new TreeSet<>()).addAll(versions));
    sortRuns();
  }

  /**
   * What was done for one table, or would be.
   *
   * @param merged small files that became fewer
   * @param cleared data files that were deleted
   * @param checkpoint true when a checkpoint was written
   * @param logFiles entries of the log that were deleted
   * @param trouble why nothing was done; null when all is well
   * @param conflict true when another run holds the table
   */
  public record Care(TableName table, Upkeep.Merged merged, Upkeep.Cleared cleared, boolean checkpoint, int logFiles,
      Trouble trouble, boolean conflict) {
    /** True when the table was as it should be. */
    public boolean isNothing() {
      return trouble == null && merged.before() == 0 && cleared.old().isEmpty() && cleared.strays().isEmpty()
          && !checkpoint && logFiles == 0;
    }
  }

  /** Looks after one table. */
  public Care of(TableName table, Leases leases, boolean dryRun) {
    try (Lease lease = leases.acquire(table)) {
      Upkeep upkeep = lake.upkeep(table.equals(RejectStore.NAME) ? RejectStore.SHAPE
          : TableShape.of(jobs.tables().get(table)));
      Upkeep.Merged merged = upkeep.merge(dryRun);
      lease.confirm();
      Instant now = identity.clock().instant();
      // Whoever holds the lease writes alone. Every run adds to the rejected rows, and none holds their lease.
      Instant straysBefore = table.equals(RejectStore.NAME) ? now.minus(UNDER_WAY) : now.plus(UNDER_WAY);
      Set<Long> versions = cited.getOrDefault(table, Set.of());
      Upkeep.Cleared cleared = upkeep.clear(versions::contains, keepSince, straysBefore, dryRun);
      boolean checkpoint = upkeep.checkpoint(CHECKPOINT_AFTER, dryRun);
      int logFiles = upkeep.shortenLog(cleared.oldestKept(), dryRun);
      return new Care(table, merged, cleared, checkpoint, logFiles, null, false);
    } catch (LakeException refused) {
      return new Care(table, null, null, false, 0, Trouble.of(refused), refused.isConflict());
    }
  }

  /** Forgets old runs and drafts of the ledger; says how many files that are. */
  public int trimLedger(boolean dryRun) {
    List<String> drafts = lake.ledger().drafts(identity.clock().instant().minus(UNDER_WAY));
    if (!dryRun) {
      oldRuns.forEach(lake.ledger()::forget);
      drafts.forEach(lake.ledger()::deleteDraft);
    }
    return oldRuns.size() + drafts.size();
  }

  /**
   * Sorts runs into old ones and kept ones, and cites the versions of the kept. However old, the last run that says
   * anything of a table is kept, for {@code status}, and the last that committed a version of it.
   */
  private void sortRuns() {
    List<RunRecord> runs = lake.ledger().runs();
    Set<TableName> told = new HashSet<>();
    Set<TableName> built = new HashSet<>();
    boolean maintained = false;
    for (int i = runs.size() - 1; i >= 0; i--) {
      RunRecord run = runs.get(i);
      // A run without outcomes looked after tables: the last one says when.
      boolean isLast = run.outcomes().isEmpty() && !maintained;
      maintained |= isLast;
      for (RunRecord.Outcome outcome : run.outcomes()) {
        isLast |= told.add(outcome.table());
        isLast |= outcome.version() >= 0 && built.add(outcome.table());
      }
      if (isLast || !run.started().isBefore(keepSince)) {
        cite(run);
      } else {
        oldRuns.add(run.runId());
      }
    }
  }

  private void cite(RunRecord run) {
    for (RunRecord.Outcome outcome : run.outcomes()) {
      cite(outcome.table(), outcome.version());
      outcome.inputs().forEach((input, version) -> cite(TableName.of(input), version));
    }
  }

  private void cite(TableName table, long version) {
    if (version >= 0) {
      cited.computeIfAbsent(table, key -> new TreeSet<>()).add(version);
    }
  }
}
