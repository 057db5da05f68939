package vn.cuulong.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Breakdown;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeException;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableState;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.method.MethodException;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.table.Interval;

/** Decides which tables and intervals to build, in which order, builds them, and records what happened. */
public final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  /** A table that plans, commits or waits for its last task leaves a core to another one. */
  private static final int SIDE_BY_SIDE = 2;
  /** Words beside each line of the log. Spark takes those that begin like this along to the tasks. */
  private static final String RUN_IN_LOG = "mdc.run_id";
  private static final String TABLE_IN_LOG = "mdc.table";

  private final Jobs jobs;
  private final LandingFolder folder;
  private final String landing;
  private final String warehouse;
  private final Configuration conf;
  private final Supplier<SparkSession> session;

  /**
   * A runner for one landing folder and one warehouse.
   *
   * @param landing folder or URI of the landing files
   * @param warehouse folder or URI of the tables
   * @param conf for file systems
   * @param session asked for only when data has to be read or written
   */
  public Runner(Jobs jobs, String landing, String warehouse, Configuration conf, Supplier<SparkSession> session) {
    this.jobs = jobs;
    this.folder = new LandingFolder(conf, landing);
    this.landing = landing;
    this.warehouse = warehouse;
    this.conf = conf;
    this.session = session;
  }

  /** What a run would do, and why; reads the ledger and lists files, nothing else. */
  public List<TableDue> plan(RunRequest request) {
    Lake ledger = new Lake(null, warehouse);
    List<Found> found = request.tables().stream().anyMatch(this::isClean) ? files() : List.of();
    List<TableDue> plan = new ArrayList<>();
    Set<TableName> due = new HashSet<>();
    for (TableName name : request.tables()) {
      TableContract table = jobs.tables().get(name);
      TableDue of = isClean(name)
          ? new CleanStep(jobs, table, folder, found, conf, ledger.ledger().erased()).due(ledger.state(name), request)
          : afterInputs(new MartStep(jobs, table).due(ledger, request), table, due);
      if (of.isDue()) {
        due.add(name);
      }
      plan.add(of);
    }
    return plan;
  }

  /**
   * Runs; every table of the request gets one outcome, in order. A table is begun when its inputs have ended, and two
   * that do not depend on each other are built side by side.
   *
   * @param identity id, command and host for the ledger, and the clock, which only the command line may read
   */
  public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
    Instant started = identity.clock().instant();
    Map<TableName, CompletableFuture<TableOutcome>> outcomes = new LinkedHashMap<>();
    List<Found> found = request.tables().stream().anyMatch(this::isClean) ? files() : List.of();
    Lake ledger = new Lake(null, warehouse);
    Reported reported = new Reported(ledger, request, identity, started, progress);
    ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try (Leases leases = ledger.leases(identity.clock(), identity.runId())) {
      // Saved before anything is done, so that a run that dies is seen by its record without an end.
      reported.save(null);
      for (TableName name : request.tables()) {
        CompletableFuture<?>[] inputs = jobs.tables().get(name).inputs().stream().map(Input::table)
            .map(outcomes::get).filter(Objects::nonNull).toArray(CompletableFuture[]::new);
        outcomes.put(name, CompletableFuture.allOf(inputs).thenApplyAsync(ready -> {
          // Every line of the log says on which table of which run it was written.
          MDC.put(RUN_IN_LOG, identity.runId());
          MDC.put(TABLE_IN_LOG, name.toString());
          reported.begins(name);
          TableOutcome outcome = one(name, request, identity, progress, found, ledger, leases, reported);
          reported.ended(outcome);
          return outcome;
        }, workers));
      }
      outcomes.values().forEach(CompletableFuture::join);
    } catch (CompletionException stopped) {
      if (stopped.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw stopped.getCause() instanceof RuntimeException known ? known : stopped;
    } finally {
      workers.shutdownNow();
    }
    reported.save(identity.clock().instant());
    return request.tables().stream().map(reported.byTable::get).toList();
  }

  /** What has happened so far in a run, told and recorded as it happens. */
  private final class Reported {
    private final Map<TableName, TableOutcome> byTable = new ConcurrentHashMap<>();
    private final Set<String> cutOff = new HashSet<>();
    private final Lake ledger;
    private final RunRequest request;
    private final RunIdentity identity;
    private final Instant started;
    private final Progress progress;
    private int begun;

    Reported(Lake ledger, RunRequest request, RunIdentity identity, Instant started, Progress progress) {
      this.ledger = ledger;
      this.request = request;
      this.identity = identity;
      this.started = started;
      this.progress = progress;
    }

    private synchronized void begins(TableName table) {
      progress.begins(table, ++begun, request.tables().size());
    }

    /** Tells of runs that died while they had this table: their lease was taken over, or their note is still there. */
    private synchronized void looksForCutOff(TableState state, Leases leases) {
      Set<String> found = new TreeSet<>(leases.silentRuns());
      state.openIntent().map(TableState.Intent::runId).filter(id -> ledger.ledger().run(id)
          .filter(run -> run.ended() == null).isPresent()).ifPresent(found::add);
      found.stream().filter(cutOff::add).forEach(progress::foundCutOff);
    }

    private synchronized void ended(TableOutcome outcome) {
      byTable.put(outcome.table(), outcome);
      progress.ended(outcome);
      if (!(outcome instanceof NothingToDo)) {
        save(null);
      }
    }

    private synchronized void save(Instant ended) {
      List<TableOutcome> outcomes = request.tables().stream().map(byTable::get).filter(Objects::nonNull).toList();
      ledger.ledger().save(record(request, identity, started, ended, outcomes));
    }
  }

  private TableOutcome one(TableName name, RunRequest request, RunIdentity identity, Progress progress,
      List<Found> found, Lake ledger, Leases leases, Reported reported) {
    Map<TableName, TableOutcome> earlier = reported.byTable;
    Clock clock = identity.clock();
    long started = clock.millis();
    TableContract table = jobs.tables().get(name);
    try (Lease lease = leases.acquire(name)) {
      reported.looksForCutOff(ledger.state(name), leases);
      Optional<TableName> missing = heldInput(table, earlier);
      if (missing.isPresent()) {
        return new NotReady(name, 0, new Trouble("The input " + missing.get() + " of " + name + " is not up to date. "
            + "/ Bảng đầu vào " + missing.get() + " của " + name + " chưa cập nhật.",
            "It was " + earlier.get(missing.get()).word().replace('_', ' ') + " in this run. / Lần chạy này chưa dựng "
            + "được bảng đó.",
            "Mend " + missing.get() + " first; " + name + " shows what it showed before. / Hãy xử lý " + missing.get()
                + " trước; " + name + " vẫn như cũ."));
      }
      return isClean(name)
          ? clean(table, request, identity, progress, found, ledger, lease)
          : mart(table, request, identity, progress, ledger, lease);
    } catch (HeldException held) {
      double seconds = (clock.millis() - started) / 1000.0;
      return held.waits() ? new NotReady(name, seconds, Trouble.of(held))
          : new Held(name, seconds, Trouble.of(held), held.checks());
    } catch (MethodException refused) {
      return new Held(name, (clock.millis() - started) / 1000.0,
          new Trouble(refused.problem() + ".", refused.reason() + ".", refused.remedy()), List.of());
    } catch (Refusal failed) {
      boolean conflict = failed instanceof LakeException lake && lake.isConflict();
      return new Failed(name, (clock.millis() - started) / 1000.0, Trouble.of(failed), conflict);
    } catch (Exception | Error failed) {
      // Not only what is unchecked: Scala throws what it likes, Hadoop tells of a full disk as an Error, and one table
      // in trouble must not stop the others.
      LOG.error("{} failed", name, failed);
      return new Failed(name, (clock.millis() - started) / 1000.0, trouble(name, failed), false);
    }
  }

  /** What to tell of a failure that the program did not foresee. */
  private static Trouble trouble(TableName name, Throwable failed) {
    String problem = name + " could not be built. / Không dựng được " + name + ".";
    return Breakdown.of(failed).map(known -> Trouble.of(known.told(problem, name, failed)))
        .orElseGet(() -> new Trouble(problem, failed.getClass().getSimpleName() + ": " + failed.getMessage(),
            "The log has the whole story; the table shows what it showed before, and the next run tries again. / Xem "
            + "nhật ký; bảng vẫn như trước, và lần chạy sau sẽ thử lại."));
  }

  private TableOutcome clean(TableContract table, RunRequest request, RunIdentity identity, Progress progress,
      List<Found> found, Lake ledger, Lease lease) {
    CleanStep step = new CleanStep(jobs, table, folder, found, conf, ledger.ledger().erased());
    if (!step.due(ledger.state(table.name()), request).isDue() && ledger.exists(table.name())) {
      return new NothingToDo(table.name(), 0);
    }
    SparkSession spark = session(table, identity);
    return step.run(new Lake(spark, warehouse), spark, request, identity, progress, lease);
  }

  private TableOutcome mart(TableContract table, RunRequest request, RunIdentity identity, Progress progress,
      Lake ledger, Lease lease) {
    MartStep step = new MartStep(jobs, table);
    if (!step.due(ledger, request).isDue() && ledger.exists(table.name())) {
      return new NothingToDo(table.name(), 0);
    }
    SparkSession spark = session(table, identity);
    return step.run(new Lake(spark, warehouse), spark, request, identity, progress, lease);
  }

  /** The session, told for the log lines of its tasks on whose behalf this thread uses it. */
  private SparkSession session(TableContract table, RunIdentity identity) {
    SparkSession spark = session.get();
    spark.sparkContext().setLocalProperty(RUN_IN_LOG, identity.runId());
    spark.sparkContext().setLocalProperty(TABLE_IN_LOG, table.name().toString());
    return spark;
  }

  private boolean isClean(TableName name) {
    return name.layer().equals("clean");
  }

  private List<Found> files() {
    try {
      return folder.files();
    } catch (FileNotFoundException missing) {
      throw new LandingMissingException(landing);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list the landing folder " + landing, unreadable);
    }
  }

  /** An input that this run tried to build and did not. */
  private static Optional<TableName> heldInput(TableContract table, Map<TableName, TableOutcome> earlier) {
    return table.inputs().stream().map(Input::table).filter(input -> {
      TableOutcome outcome = earlier.get(input);
      return outcome instanceof Held || outcome instanceof Failed || outcome instanceof NotReady;
    }).findFirst();
  }

  private static TableDue afterInputs(TableDue due, TableContract table, Set<TableName> dueBefore) {
    List<String> inputs = table.inputs().stream().map(Input::table).filter(dueBefore::contains)
        .map(TableName::toString).toList();
    if (inputs.isEmpty()) {
      return due;
    }
    List<String> reasons = new ArrayList<>(due.reasons());
    reasons.add("it reads " + String.join(", ", inputs) + ", which may change in this run");
    return new TableDue(due.table(), due.newFiles(), due.goneFiles(), due.intervals(), reasons);
  }

  private RunRecord record(
      RunRequest request, RunIdentity identity, Instant started, Instant ended, List<TableOutcome> outcomes) {
    List<RunRecord.Outcome> records = new ArrayList<>();
    List<RunRecord.Check> checks = new ArrayList<>();
    for (TableOutcome outcome : outcomes) {
      records.add(record(outcome));
      List<CheckResult> results = outcome instanceof Built built ? built.checks()
          : outcome instanceof Held held ? held.checks() : List.of();
      results.forEach(check -> checks.add(new RunRecord.Check(outcome.table(), check.name(),
          check.severity().name().toLowerCase(Locale.ROOT), check.rows(), check.broken(), check.passed(),
          check.message().vi(), check.message().en())));
    }
    return new RunRecord(identity.runId(), identity.command(), started, ended, identity.codeVersion(),
        identity.host(), request.window(), records, checks);
  }

  private static RunRecord.Outcome record(TableOutcome outcome) {
    Trouble trouble = trouble(outcome);
    List<Interval> intervals = outcome instanceof Built built ? built.intervals() : List.of();
    long rows = outcome instanceof Built built ? built.rows() : -1;
    long version = outcome instanceof Built built ? built.version() : -1;
    return new RunRecord.Outcome(outcome.table(), outcome.word(), intervals, rows, version, outcome.seconds(),
        trouble == null ? null : trouble.problem(), trouble == null ? null : trouble.cause(),
        trouble == null ? null : trouble.remedy(),
        outcome instanceof Built built ? built.inputs() : Map.of(),
        outcome instanceof Built built ? built.books() : null,
        outcome instanceof Built built ? built.rejectCauses() : Map.of());
  }

  /** What to tell a person about an outcome, or null when all is well. */
  private static Trouble trouble(TableOutcome outcome) {
    if (outcome instanceof NotReady notReady) {
      return notReady.trouble();
    }
    if (outcome instanceof Held held) {
      return held.trouble();
    }
    return outcome instanceof Failed failed ? failed.trouble() : null;
  }
}
