package vn.cuulong.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.watch.MetricsFile;

/** The ledger as gauges: how each table is and how its last run went, when each source is due, how the last run went. */
final class LedgerMetrics {
  private static final int RUNS_READ = 400;
  private static final List<String> OUTCOMES = List.of("built", "nothing_to_do", "not_ready", "held", "failed");

  private final Jobs jobs;
  private final Ledger ledger;
  private final Map<TableName, RunRecord.Outcome> last = new HashMap<>();
  private final Map<TableName, RunRecord.Outcome> lastRead = new HashMap<>();
  private final Map<TableName, Instant> lastSuccess = new HashMap<>();
  private final MetricsFile file = new MetricsFile();

  private LedgerMetrics(Jobs jobs, Ledger ledger) {
    this.jobs = jobs;
    this.ledger = ledger;
  }

  /** The gauges as the ledger is now. */
  static MetricsFile of(Jobs jobs, Ledger ledger, Instant now) {
    LedgerMetrics metrics = new LedgerMetrics(jobs, ledger);
    metrics.readRuns();
    jobs.tables().values().forEach(metrics::table);
    jobs.sources().values().forEach(metrics::source);
    return metrics.file.gauge("cuulong_collected_timestamp_seconds", "When these gauges were taken.",
        now.toEpochMilli() / 1000.0);
  }

  private void readRuns() {
    List<String> ids = ledger.runIds();
    boolean newest = true;
    for (int i = ids.size() - 1; i >= Math.max(0, ids.size() - RUNS_READ); i--) {
      RunRecord run = ledger.run(ids.get(i)).orElse(null);
      if (run == null || run.outcomes().isEmpty()) {
        continue;
      }
      if (newest) {
        newest = false;
        run(run);
      }
      for (RunRecord.Outcome outcome : run.outcomes()) {
        last.putIfAbsent(outcome.table(), outcome);
        boolean built = outcome.outcome().equals("built");
        if (built) {
          lastRead.putIfAbsent(outcome.table(), outcome);
        }
        if (built || outcome.outcome().equals("nothing_to_do")) {
          lastSuccess.putIfAbsent(outcome.table(), run.ended() == null ? run.started() : run.ended());
        }
      }
      if (lastSuccess.keySet().containsAll(jobs.tables().keySet())) {
        break;
      }
    }
  }

  private void run(RunRecord run) {
    file.gauge("cuulong_run_started_timestamp_seconds", "When the last run began.", seconds(run.started()));
    if (run.ended() != null) {
      file.gauge("cuulong_run_ended_timestamp_seconds", "When the last run ended; absent while it runs or if it died.",
          seconds(run.ended()));
      file.gauge("cuulong_run_duration_seconds", "How long the last run took.",
          seconds(run.ended()) - seconds(run.started()));
    }
    for (String word : OUTCOMES) {
      file.gauge("cuulong_run_tables", "Tables of the last run by outcome.",
          run.outcomes().stream().filter(outcome -> outcome.outcome().equals(word)).count(), "outcome", word);
    }
  }

  private void table(TableContract table) {
    String name = table.name().toString();
    TableState state = ledger.state(table.name());
    file.gauge("cuulong_table_rows", "Rows of the table.",
        state.builtIntervals().values().stream().mapToLong(TableState.BuiltInterval::rows).sum(), "table", name);
    state.builtIntervals().keySet().stream().filter(day -> !day.isEmpty()).reduce((first, second) -> second)
        .ifPresent(day -> file.gauge("cuulong_table_newest_interval_timestamp_seconds",
            "First day of the newest interval.", day(LocalDate.parse(day)), "table", name));
    RunRecord.Outcome outcome = last.get(table.name());
    for (String word : OUTCOMES) {
      file.gauge("cuulong_table_outcome", "1 for how the last run of the table ended.",
          outcome != null && outcome.outcome().equals(word) ? 1 : 0, "table", name, "outcome", word);
    }
    if (lastSuccess.containsKey(table.name())) {
      file.gauge("cuulong_table_last_success_timestamp_seconds",
          "When a run last built the table or found nothing to do.", seconds(lastSuccess.get(table.name())),
          "table", name);
    }
    RunRecord.Outcome built = lastRead.get(table.name());
    if (built != null) {
      file.gauge("cuulong_table_build_seconds", "How long its last build took.", built.seconds(), "table", name);
      books(name, built);
    }
  }

  private void books(String name, RunRecord.Outcome built) {
    Book book = built.books();
    if (book == null || book.read() == 0) {
      return;
    }
    String help = "Rows of the files that its last build read, by what became of them.";
    file.gauge("cuulong_table_build_rows", help, book.accepted(), "table", name, "result", "accepted");
    file.gauge("cuulong_table_build_rows", help, book.rejected(), "table", name, "result", "rejected");
    file.gauge("cuulong_table_build_rows", help, book.duplicate(), "table", name, "result", "duplicate");
    new java.util.TreeMap<>(built.rejectCauses()).forEach((cause, count) ->
        file.gauge("cuulong_table_build_rejects", "Rows that its last build rejected with each issue.", count,
            "table", name, "cause", cause));
  }

  private void source(SourceContract source) {
    Freshness freshness = Freshness.of(source, ledger.state(source.feeds()));
    if (freshness.isPromised()) {
      file.gauge("cuulong_source_due_timestamp_seconds",
          "End of the day by which the next files of the source are promised; 0 when none ever came.",
          freshness.due() == null ? 0 : day(freshness.due().plusDays(1)), "source", source.id(),
          "table", source.feeds().toString());
    }
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }

  private static double day(LocalDate day) {
    return day.atStartOfDay(RunIdentity.ZONE).toEpochSecond();
  }
}
