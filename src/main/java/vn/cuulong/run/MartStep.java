package vn.cuulong.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeTable;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Staged;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.quality.Checks;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.table.Interval;

/** Builds one mart from its inputs, for the intervals whose inputs have changed. */
final class MartStep {
  private static final List<String> PACKAGES = List.of("mart", "method", "territory");

  private final Jobs jobs;
  private final TableContract table;
  private final String fingerprint;

  MartStep(Jobs jobs, TableContract table) {
    this.jobs = jobs;
    this.table = table;
    this.fingerprint = CodeFingerprint.of(PACKAGES, table, MartBuilds.declarations(table.name(), jobs));
  }

  /** What is due by the ledger as it stands; inputs built in the same run may make more due. */
  TableDue due(Lake lake, RunRequest request) {
    TableState state = lake.state(table.name());
    SortedSet<String> starts = new MartDue(table, fingerprint, inputs(lake))
        .intervals(state, request.window(), request.force());
    List<String> reasons = starts.isEmpty() ? List.of()
        : List.of(request.force() ? "it was asked for (--force)"
            : state.builtIntervals().isEmpty() ? "it was never built" : "its inputs or its rules have changed");
    List<Interval> intervals = table.isWhole() ? List.of() : Intervals.joined(starts, table.intervalGrain());
    return new TableDue(table.name(), List.of(), List.of(), intervals, reasons);
  }

  /**
   * Builds what is due.
   *
   * @throws HeldException when nothing may be committed
   */
  TableOutcome run(Lake lake, SparkSession spark, RunRequest request, RunIdentity identity, Progress progress,
      Lease lease) {
    Clock clock = identity.clock();
    long started = clock.millis();
    TableState before = lake.state(table.name());
    before.openIntent().ifPresent(intent -> lake.table(table).removeOrphans(intent.since()));
    MartDue due = new MartDue(table, fingerprint, inputs(lake));
    SortedSet<String> starts = due.intervals(before, request.window(), request.force());
    if (starts.isEmpty()) {
      lake.table(table).createIfMissing();
      return new NothingToDo(table.name(), (clock.millis() - started) / 1000.0);
    }
    Interval interval = interval(starts);
    List<Interval> replaced = replaced(starts, interval);
    progress.step(table.name(), "computing");
    LakeInputs inputs = new LakeInputs(jobs, table, lake, spark, interval, replaced);
    Dataset<Row> rows = MartBuilds.of(table.name(), jobs).build(inputs, interval);
    lake.ledger().save(before.withIntent(
        new TableState.Intent(identity.runId(), clock.instant(), replaced, before.version())));
    try (Staged staged = stage(lake, request, rows, replaced)) {
      progress.step(table.name(), "checking");
      List<CheckResult> checks = new Checks(table).evaluateStaged(staged.rows(), identity.today());
      HeldException.refuseBroken(table.name(), checks);
      lease.confirm();
      Map<String, BuiltInterval> built = table.isWhole() ? builtWhole(due, before, staged, identity)
          : built(due, replaced, staged, identity);
      long version = staged.commit(identity.runId());
      lake.ledger().save(before.committed(version, fingerprint, built));
      return new Built(table.name(), (clock.millis() - started) / 1000.0, staged.rowCount(), replaced,
          version, Book.EMPTY, List.of(), checks, inputs.versions(), Map.of());
    } catch (HeldException held) {
      lease.confirm();
      lake.ledger().save(before);
      throw held;
    }
  }

  /**
   * What is built again. Where an interval is made of the same interval of its inputs and nothing else, the unchanged
   * ones between two changed ones are left out: a late file and a new day are two days, not all days between.
   */
  private List<Interval> replaced(SortedSet<String> starts, Interval interval) {
    if (table.isWhole()) {
      return List.of();
    }
    boolean standAlone = table.inputs().stream().allMatch(input -> input.lookback() == 0);
    return standAlone ? Intervals.joined(starts, table.intervalGrain()) : List.of(interval);
  }

  /** Months between two changed ones are built with them: one build, and the same rows as before. */
  private Interval interval(SortedSet<String> starts) {
    return table.isWhole() ? Interval.ALWAYS : new Interval(LocalDate.parse(starts.first()),
        table.intervalGrain().next(LocalDate.parse(starts.last())));
  }

  private Staged stage(Lake lake, RunRequest request, Dataset<Row> rows, List<Interval> replaced) {
    LakeTable stored = lake.table(table);
    if (table.onlyGrows()) {
      return stored.stageMore(newGroups(lake, rows));
    }
    return table.isWhole() || request.rebuildsWhole() ? stored.stageWhole(rows)
        : stored.stage(rows, replaced);
  }

  /** The rows of the groups that the table does not have. What it has stays, even when it is asked for by force. */
  private Dataset<Row> newGroups(Lake lake, Dataset<Row> rows) {
    if (!lake.exists(table.name())) {
      return rows;
    }
    String[] group = table.appendBy().toArray(String[]::new);
    Dataset<Row> stored = lake.read(table.name()).selectExpr(group).distinct();
    return rows.join(stored, group, "left_anti");
  }

  private Map<String, BuiltInterval> builtWhole(
      MartDue due, TableState before, Staged staged, RunIdentity identity) {
    BuiltInterval earlier = before.builtIntervals().get(MartDue.WHOLE);
    long kept = table.onlyGrows() && earlier != null ? earlier.rows() : 0;
    return Map.of(MartDue.WHOLE, new BuiltInterval(due.fingerprints().getOrDefault(MartDue.WHOLE, ""),
        identity.runId(), kept + staged.rowCount()));
  }

  private Map<String, BuiltInterval> built(MartDue due, List<Interval> replaced, Staged staged, RunIdentity identity) {
    Map<String, Long> rows = new HashMap<>();
    for (Row count : staged.rows().groupBy(table.intervalColumn()).count().collectAsList()) {
      rows.put(count.get(0).toString(), count.getLong(1));
    }
    SortedMap<String, String> fingerprints = due.fingerprints();
    Map<String, BuiltInterval> built = new TreeMap<>();
    for (Interval interval : replaced) {
      for (String start : Intervals.starts(interval, table.intervalGrain())) {
        built.put(start, new BuiltInterval(
            fingerprints.getOrDefault(start, ""), identity.runId(), rows.getOrDefault(start, 0L)));
      }
    }
    return built;
  }

  private Map<TableName, TableState> inputs(Lake lake) {
    Map<TableName, TableState> states = new HashMap<>();
    for (Input input : table.inputs()) {
      if (!input.table().equals(table.name())) {
        states.put(input.table(), lake.ledger().state(input.table()));
      }
    }
    return states;
  }
}
