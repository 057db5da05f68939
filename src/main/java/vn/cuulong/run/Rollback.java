package vn.cuulong.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.TableContract;
import vn.cuulong.lake.EarlierVersion;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeException;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableShape;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.table.Interval;

/**
 * Gives a table the rows of an earlier version, in a new one. The intervals that change are marked in the ledger: what
 * reads the table is due, and the table itself is not, until a file or an input of such an interval or a rule changes.
 */
public final class Rollback {
  private final TableContract table;
  private final Lake lake;
  private final RunIdentity identity;

  /** A rollback of one table. */
  public Rollback(TableContract table, Lake lake, RunIdentity identity) {
    this.table = table;
    this.lake = lake;
    this.identity = identity;
  }

  /**
   * What was done, or would be.
   *
   * @param from newest version before
   * @param made version that was made; -1 when nothing was done
   * @param intervals that have other rows now, neighbours joined; empty for a table without intervals
   * @param changed how many intervals that are
   * @param rowsBefore rows in them before
   * @param rowsAfter rows in them now
   */
  public record Done(long from, long made, List<Interval> intervals, int changed, long rowsBefore, long rowsAfter) {}

  /**
   * Goes back.
   *
   * @param dryRun true to compare only
   * @throws LakeException when another run holds the table, a run has not finished, or the version cannot be read
   */
  public Done to(long version, Leases leases, boolean dryRun) {
    try (Lease lease = leases.acquire(table.name())) {
      Instant started = identity.clock().instant();
      TableState before = lake.ledger().state(table.name());
      refuseUnfinished(before);
      EarlierVersion earlier = lake.earlier(TableShape.of(table), version);
      SortedMap<String, BuiltInterval> changed = changed(before, earlier, version);
      List<Interval> intervals = table.isWhole() ? List.of()
          : Intervals.joined(new TreeSet<>(changed.keySet()), table.intervalGrain());
      long rowsBefore = changed.keySet().stream().mapToLong(start -> rows(before, start)).sum();
      long rowsAfter = changed.values().stream().mapToLong(BuiltInterval::rows).sum();
      if (dryRun || changed.isEmpty()) {
        return new Done(earlier.newestVersion(), -1, intervals, changed.size(), rowsBefore, rowsAfter);
      }
      // Whoever finds the note builds these intervals from their inputs: then nothing has been rolled back.
      lake.ledger().save(before.withIntent(
          new TableState.Intent(identity.runId(), started, intervals, earlier.newestVersion())));
      lease.confirm();
      long made = earlier.restore();
      lake.ledger().save(before.committed(made, before.codeFingerprint(), changed));
      record(started, made, intervals, rowsAfter);
      return new Done(earlier.newestVersion(), made, intervals, changed.size(), rowsBefore, rowsAfter);
    }
  }

  private void refuseUnfinished(TableState state) {
    state.openIntent().ifPresent(intent -> {
      throw new LakeException("The table " + table.name() + " was not rolled back. / Chưa khôi phục bảng "
          + table.name() + ".", "Run " + intent.runId() + " did not finish, so nobody knows what the table holds. / Lần "
          + "chạy " + intent.runId() + " chưa kết thúc.", "Run the table first: what is half done is repaired. / Hãy "
          + "chạy bảng trước để sửa phần dở dang.", null);
    });
  }

  /** Intervals with other rows, as the ledger will know them. */
  private SortedMap<String, BuiltInterval> changed(TableState before, EarlierVersion earlier, long version) {
    Map<String, Long> more = new TreeMap<>();
    earlier.differences().forEach((day, rows) ->
        more.merge(day.isEmpty() ? MartDue.WHOLE : table.intervalGrain().start(LocalDate.parse(day)).toString(),
            rows.then() - rows.now(), Long::sum));
    SortedMap<String, BuiltInterval> changed = new TreeMap<>();
    more.forEach((start, rows) -> {
      BuiltInterval built = before.builtIntervals().get(start);
      changed.put(start, new BuiltInterval(built == null ? "" : built.inputs(), identity.runId(),
          rows(before, start) + rows, version));
    });
    return changed;
  }

  private static long rows(TableState state, String start) {
    BuiltInterval built = state.builtIntervals().get(start);
    return built == null ? 0 : built.rows();
  }

  private void record(Instant started, long version, List<Interval> intervals, long rows) {
    Instant ended = identity.clock().instant();
    lake.ledger().save(new RunRecord(identity.runId(), identity.command(), started, ended, identity.codeVersion(),
        identity.host(), null, List.of(new RunRecord.Outcome(table.name(), "rolled_back", intervals, rows, version,
            (ended.toEpochMilli() - started.toEpochMilli()) / 1000.0, null, null, null, Map.of())), List.of()));
  }
}
