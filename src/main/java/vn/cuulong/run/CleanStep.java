package vn.cuulong.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.clean.CleanBuild;
import vn.cuulong.clean.ReadFile;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Staged;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.FileLayout;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.landing.TablePlan;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.quality.Checks;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.table.Interval;

/** Builds one clean table: what is new is read, what it touches is built again, and the books are balanced. */
final class CleanStep {
  private static final List<String> PACKAGES = List.of("landing", "clean", "vietnamese", "territory");

  private final Jobs jobs;
  private final TableContract table;
  private final List<SourceContract> sources;
  private final LandingFolder folder;
  private final List<Found> found;
  private final Configuration conf;
  private final Map<String, long[]> erased;
  private final String fingerprint;

  /**
   * The step of one table.
   *
   * @param erased positions of rows that are left out because a person asked for it, by the id of their file
   */
  CleanStep(Jobs jobs, TableContract table, LandingFolder folder, List<Found> found, Configuration conf,
      Map<String, long[]> erased) {
    this.jobs = jobs;
    this.table = table;
    this.sources = jobs.sourcesOf(table.name());
    this.folder = folder;
    this.found = found;
    this.conf = conf;
    this.erased = erased;
    this.fingerprint = CodeFingerprint.of(PACKAGES, table, sources, jobs.dictionary().categories(),
        jobs.dictionary().units(), effects(jobs));
  }

  /** What is due, from the ledger and the list of files. */
  TableDue due(TableState state, RunRequest request) {
    boolean codeChanged = codeChanged(state);
    LandingChanges changes = changes(state, request);
    SortedSet<String> starts = CleanDue.intervals(table, state, fingerprint, erased, request);
    List<String> reasons = new ArrayList<>();
    List<String> fresh = changes.fresh().keySet().stream().map(Found::path).toList();
    if (codeChanged && !state.codeFingerprint().isEmpty()) {
      reasons.add("its rules or contracts have changed");
    }
    if (!fresh.isEmpty()) {
      reasons.add(fresh.size() + (fresh.size() == 1 ? " file is" : " files are") + " new or changed");
    }
    if (state.openIntent().isPresent()) {
      reasons.add("run " + state.intent().runId() + " did not finish");
    }
    if (request.force()) {
      reasons.add("it was asked for (--force)");
    } else if (reasons.isEmpty() && !starts.isEmpty()) {
      reasons.add(state.builtIntervals().isEmpty() ? "its versions are gone, or were set back"
          : "it was built from other files or by other rules");
    }
    return new TableDue(table.name(), fresh, changes.gone().stream().map(FileEntry::path).toList(),
        Intervals.joined(starts, table.intervalGrain()), reasons);
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
    before.openIntent().ifPresent(intent -> {
      lake.table(table).removeOrphans(intent.since());
      new RejectStore(lake, spark, table.name(), conf).removeOrphans(intent.since());
    });
    try (CleanBuild build = new CleanBuild(spark, new TablePlan(table, jobs.dictionary(), erased), conf)) {
      return run(lake, spark, request, identity, progress, lease, build, started, before);
    }
  }

  private TableOutcome run(Lake lake, SparkSession spark, RunRequest request, RunIdentity identity, Progress progress,
      Lease lease, CleanBuild build, long started, TableState before) {
    Clock clock = identity.clock();
    CleanFiles files = new CleanFiles(folder, conf, table, jobs.dictionary(), identity.runId());
    LandingChanges changes = changes(before, request);

    progress.step(table.name(), "reading");
    files.readFresh(changes.fresh(), before, build);
    TableState state = before.withFiles(files.entries());
    if (request.force()) {
      state = state.withFiles(changes.gone().stream().map(entry -> entry.withStatus(FileStatus.REPLACED)).toList());
    }
    SortedSet<String> due =
        CleanDue.intervals(table, state, fingerprint, erased, request);
    if (request.rejectsOnly() && before.openIntent().isEmpty()) {
      due.retainAll(files.intervalsOfRejects(before));
    }
    if (due.isEmpty()) {
      return nothingDue(lake, spark, request, before, state, files, build, started, identity, progress);
    }
    List<ReadFile> needed = needed(state, due, files, build);
    Set<Long> intervals = due.stream().map(start -> LocalDate.parse(start).toEpochDay())
        .collect(Collectors.toCollection(LinkedHashSet::new));
    CleanBuild.Result result = build.build(needed, intervals);
    List<Interval> replaced = Intervals.joined(due, table.intervalGrain());
    lake.ledger().save(before.withIntent(
        new TableState.Intent(identity.runId(), clock.instant(), replaced, before.version())));

    progress.step(table.name(), "writing");
    try (Staged staged = request.rebuildsWhole()
        ? lake.table(table).stageWhole(result.rows()) : lake.table(table).stage(result.rows(), replaced)) {
      progress.step(table.name(), "checking");
      refuseEmptied(before, due, result, request);
      // Before the books: a file that grew would only be told as books that do not balance.
      files.refuseChanged(needed);
      balance(staged.rowCount(), due, result);
      List<CheckResult> checks = new Checks(table).evaluateStaged(staged.rows(), identity.today());
      HeldException.refuseBroken(table.name(), checks);
      files.refuseChanged(needed);
      new RejectStore(lake, spark, table.name(), conf)
          .replace(before, state, result.rejects(), files.surveyed().keySet(), due, identity.runId());
      lease.confirm();
      long version = staged.commit(identity.runId());
      state = booked(state, needed, result, due);
      lake.ledger().save(state.committed(version, code(request, before),
          built(state, due, result, identity.runId())));
      return new Built(table.name(), (clock.millis() - started) / 1000.0, staged.rowCount(), replaced, version,
          total(state, files), files.unusable(), checks, Map.of(), rejectCauses(result, files));
    } catch (HeldException held) {
      // Nothing was replaced: the state is again what it was, with what an earlier run has left to repair.
      lease.confirm();
      lake.ledger().save(before);
      throw held;
    }
  }

  /** Files to read: new and changed ones, all when the rules have changed, and by force those of the window. */
  private LandingChanges changes(TableState state, RunRequest request) {
    boolean all = codeChanged(state);
    LandingChanges changes = LandingChanges.of(found, sources, state,
        entry -> all || request.force() && touches(entry, request.window()));
    return request.rejectsOnly() ? changes.ofRejects(state) : changes;
  }

  /** A file without rows of any interval touches every window: nobody knows where its rows belong. */
  private boolean touches(FileEntry entry, Interval window) {
    return entry.status() != FileStatus.BUILT || entry.books().keySet().stream().allMatch(String::isEmpty)
        || entry.books().keySet().stream().anyMatch(start ->
            start.isEmpty() || Intervals.touches(start, table.intervalGrain(), window));
  }

  /** Where only rejects are read again the old code stays on record, so that the next run reads every file. */
  private String code(RunRequest request, TableState before) {
    return request.rejectsOnly() ? before.codeFingerprint() : fingerprint;
  }

  private boolean codeChanged(TableState state) {
    return !fingerprint.equals(state.codeFingerprint());
  }

  private TableOutcome nothingDue(Lake lake, SparkSession spark, RunRequest request, TableState before,
      TableState state, CleanFiles files, CleanBuild build, long started, RunIdentity identity, Progress progress) {
    Clock clock = identity.clock();
    List<ReadFile> read = List.copyOf(files.surveyed().values());
    CleanBuild.Result result = build.build(read, Set.of());
    // No interval is replaced, but rejects may be: whoever finds the intent does not trust the books about them.
    lake.ledger().save(before.withIntent(
        new TableState.Intent(identity.runId(), clock.instant(), List.of(), before.version())));
    progress.step(table.name(), "writing");
    new RejectStore(lake, spark, table.name(), conf)
        .replace(before, state, result.rejects(), files.surveyed().keySet(), new TreeSet<>(), identity.runId());
    lake.table(table).createIfMissing();
    lake.ledger().save(state.committed(Math.max(0, before.version()), code(request, before), Map.of()));
    double seconds = (clock.millis() - started) / 1000.0;
    return files.unusable().isEmpty() ? new NothingToDo(table.name(), seconds)
        : new Built(table.name(), seconds, 0, List.of(), before.version(), Book.EMPTY, files.unusable(), List.of(),
            Map.of(), rejectCauses(result, files));
  }

  /** Every file that touches the intervals, and every correction of one: new ones as read, old ones read again. */
  private List<ReadFile> needed(TableState state, SortedSet<String> due, CleanFiles files, CleanBuild build) {
    Map<String, Found> foundByPath = new HashMap<>();
    found.forEach(file -> foundByPath.put(file.path(), file));
    Map<String, SourceContract> sourceById = new HashMap<>();
    sources.forEach(source -> sourceById.put(source.id(), source));
    Map<String, FileLayout> touching = new LinkedHashMap<>();
    Map<String, FileLayout> corrected = new LinkedHashMap<>();
    for (List<FileEntry> family : CleanDue.families(state).values()) {
      if (family.stream().anyMatch(entry -> entry.books().keySet().stream().anyMatch(due::contains))) {
        for (FileEntry entry : family) {
          if (!files.surveyed().containsKey(entry.path())) {
            (family.size() > 1 ? corrected : touching)
                .put(entry.path(), files.again(entry, foundByPath, sourceById));
          }
        }
      }
    }
    Set<Long> intervals = due.stream().map(start -> LocalDate.parse(start).toEpochDay()).collect(Collectors.toSet());
    SortedMap<String, ReadFile> needed = new TreeMap<>(files.surveyed());
    build.survey(List.copyOf(touching.values()), intervals)
        .forEach(file -> needed.put(file.layout().file().path(), file));
    // What a correction takes away may lie in any interval, so corrected files are looked at whole.
    build.survey(List.copyOf(corrected.values()), null)
        .forEach(file -> needed.put(file.layout().file().path(), file));
    return List.copyOf(needed.values());
  }

  /** Rows never leave an interval in silence: only by --force, or when a correction moves them elsewhere. */
  private void refuseEmptied(
      TableState before, SortedSet<String> due, CleanBuild.Result result, RunRequest request) {
    for (String interval : due) {
      BuiltInterval built = before.builtIntervals().get(interval);
      boolean empties = built != null && built.rows() > 0 && !wasErased(before, interval)
          && result.accepted(LocalDate.parse(interval).toEpochDay()) == 0;
      if (empties && !request.force()) {
        throw HeldException.held("The interval " + interval + " of " + table.name() + " would lose all its "
            + built.rows() + " rows.", "The files that held them are gone, or hold nothing of it any more.",
            "Look at the newest files with `cuulong plan " + table.name() + "`; when it is right, run with --force.",
            List.of());
      }
    }
  }

  /** Rows that a person had erased may be all that there was. */
  private boolean wasErased(TableState state, String interval) {
    return state.files().values().stream()
        .anyMatch(file -> erased.containsKey(file.sha256()) && file.books().containsKey(interval));
  }

  /** What was written is what the books say: both go back to the same reading, or the file was read again. */
  private void balance(long staged, SortedSet<String> due, CleanBuild.Result result) {
    long booked = due.stream().mapToLong(start -> result.accepted(LocalDate.parse(start).toEpochDay())).sum();
    if (staged != booked) {
      throw HeldException.held("The books of " + table.name() + " do not balance: " + booked
          + " rows were accepted and " + staged + " were written.",
          "A landing file changed while it was read, or the software has a fault.",
          "Run again; when it stays, keep the landing files and report it.", List.of());
    }
  }

  private TableState booked(
      TableState state, List<ReadFile> needed, CleanBuild.Result result, SortedSet<String> due) {
    List<FileEntry> entries = new ArrayList<>();
    for (int i = 0; i < needed.size(); i++) {
      FileEntry entry = state.files().get(needed.get(i).layout().file().path());
      Map<String, Book> books = new TreeMap<>(entry.books());
      // All rows of these intervals were read: one that none was found for has no book any more.
      books.keySet().removeIf(name -> name.equals(CleanFiles.NO_INTERVAL) || due.contains(name));
      result.tallies().get(i).forEach((interval, tally) -> {
        String name = CleanFiles.name(interval);
        if (name.equals(CleanFiles.NO_INTERVAL) || due.contains(name)) {
          books.put(name, new Book(tally.read(), tally.accepted(), tally.rejected(), tally.duplicate()));
        }
      });
      entries.add(entry.withBooks(books));
    }
    return state.withFiles(entries);
  }

  private Map<String, BuiltInterval> built(
      TableState state, SortedSet<String> due, CleanBuild.Result result, String runId) {
    SortedMap<String, String> fingerprints = CleanDue.fingerprints(state, fingerprint, erased);
    Map<String, BuiltInterval> built = new TreeMap<>();
    for (String interval : due) {
      built.put(interval, new BuiltInterval(fingerprints.getOrDefault(interval, ""), runId,
          result.accepted(LocalDate.parse(interval).toEpochDay())));
    }
    return built;
  }

  private static Book total(TableState state, CleanFiles files) {
    return files.surveyed().keySet().stream().map(path -> state.files().get(path).total())
        .reduce(Book.EMPTY, Book::plus);
  }

  /** Why rows of the files that are new were rejected; those of files read again were told before. */
  private static SortedMap<String, Long> rejectCauses(CleanBuild.Result result, CleanFiles files) {
    SortedMap<String, Long> causes = new TreeMap<>();
    result.rejects().stream().filter(group -> files.surveyed().containsKey(group.layout().file().path()))
        .flatMap(group -> group.rejects().stream()).flatMap(reject -> reject.codes().stream())
        .forEach(code -> causes.merge(code, 1L, Long::sum));
    return causes;
  }

  private static Map<String, String> effects(Jobs jobs) {
    Map<String, String> effects = new TreeMap<>();
    jobs.dictionary().issues().forEach((code, issue) -> effects.put(code, issue.effect().name()));
    return effects;
  }
}
