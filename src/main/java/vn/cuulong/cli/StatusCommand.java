package vn.cuulong.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.RunIdentity;

/** Says how the tables are, from the ledger alone. */
@Command(name = "status", mixinStandardHelpOptions = true,
    description = "Say for every table what it holds, whether that is as fresh as promised, and how its last run went.",
    footer = {"", "Exit codes: 0 all is well; else as of a run: 1 a table failed, 3 held, 4 missing or late."})
final class StatusCommand implements Callable<Integer> {
  private static final int RUNS_READ = 400;

  private final Environment environment;

  @Mixin
  private Places places;

  @Option(names = "--as-of", paramLabel = "D", description = "As it would look on that day. Default: today")
  private String asOf;

  @Option(names = "--json", description = "One JSON object a table.")
  private boolean json;

  StatusCommand(Environment environment) {
    this.environment = environment;
  }

  /** What is said of one table. */
  private record Line(TableName table, String newest, long rows, String freshness, String outcome, String when,
      String remedy, ExitCode code) {}

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    Ledger ledger = new Lake(null, places.warehouse()).ledger();
    LocalDate today = asOf == null ? LocalDate.ofInstant(environment.clock().instant(), RunIdentity.ZONE)
        : Selection.day("--as-of", asOf);
    Map<TableName, Last> last = lastOutcomes(ledger, jobs);
    List<Line> lines = new ArrayList<>();
    Set<TableName> late = new HashSet<>();
    for (TableContract table : jobs.tables().values()) {
      lines.add(line(jobs, table, ledger.state(table.name()), last.get(table.name()), late, today));
    }
    print(lines);
    return lines.stream().map(Line::code).reduce(ExitCode.DONE, ExitCode::graver).number();
  }

  private record Last(RunRecord run, RunRecord.Outcome outcome) {}

  /** The last outcome of each table, newest runs first, until every table has one. */
  private static Map<TableName, Last> lastOutcomes(Ledger ledger, Jobs jobs) {
    Map<TableName, Last> last = new HashMap<>();
    List<String> ids = ledger.runIds();
    for (int i = ids.size() - 1; i >= Math.max(0, ids.size() - RUNS_READ); i--) {
      ledger.run(ids.get(i)).ifPresent(run -> run.outcomes().forEach(outcome ->
          last.putIfAbsent(outcome.table(), new Last(run, outcome))));
      if (last.keySet().containsAll(jobs.tables().keySet())) {
        break;
      }
    }
    return last;
  }

  private static Line line(Jobs jobs, TableContract table, TableState state, Last last, Set<TableName> late,
      LocalDate today) {
    String newest = state.builtIntervals().isEmpty() ? "" : state.builtIntervals().lastKey();
    long rows = state.builtIntervals().values().stream().mapToLong(TableState.BuiltInterval::rows).sum();
    ExitCode code = last == null ? ExitCode.NOT_READY : code(last.outcome());
    String freshness = table.name().layer().equals("clean") ? ofSources(jobs, table, state, late, today)
        : ofInputs(table, late);
    if (late.contains(table.name())) {
      code = ExitCode.graver(code, ExitCode.NOT_READY);
    }
    String outcome = last == null ? "never built" : last.outcome().outcome().replace('_', ' ');
    String when = last == null ? "" : last.run().started().atZone(RunIdentity.ZONE).toLocalDateTime().withNano(0)
        .toString().replace('T', ' ');
    String remedy = last == null ? Places.command() + " run " + table.schedules().get(0) : last.outcome().remedy();
    if (remedy == null && late.contains(table.name())) {
      remedy = lateRemedy(jobs, table, state, today);
    }
    return new Line(table.name(), newest, rows, freshness, outcome, when, remedy, code);
  }

  private static String ofSources(Jobs jobs, TableContract table, TableState state, Set<TableName> late,
      LocalDate today) {
    List<SourceContract> sources = jobs.sourcesOf(table.name());
    List<Freshness> promised = sources.stream().map(source -> Freshness.of(source, state))
        .filter(Freshness::isPromised).toList();
    if (promised.isEmpty()) {
      return sources.stream().allMatch(source -> source.dataOrigin().equals("synthetic"))
          ? "demonstration, nothing promised" : "nothing promised";
    }
    List<String> words = new ArrayList<>();
    for (Freshness source : promised) {
      if (source.isLate(today)) {
        late.add(table.name());
        words.add("LATE: " + source.source().id()
            + (source.newest() == null ? ", never arrived" : ", due " + source.due()));
      }
    }
    return words.isEmpty()
        ? "on time, next due " + promised.stream().map(Freshness::due).min(LocalDate::compareTo).orElseThrow()
        : String.join("; ", words);
  }

  private static String lateRemedy(Jobs jobs, TableContract table, TableState state, LocalDate today) {
    return jobs.sourcesOf(table.name()).stream().filter(source -> Freshness.of(source, state).isLate(today))
        .map(source -> "ask the provider for what is late (" + source.provider().en() + "); it belongs below the landing "
            + "folder, where " + source.files() + " finds it")
        .collect(Collectors.joining("; "));
  }

  private static String ofInputs(TableContract table, Set<TableName> late) {
    List<String> inputs = table.inputs().stream().map(TableContract.Input::table).filter(late::contains)
        .map(TableName::toString).toList();
    return inputs.isEmpty() ? "as its inputs" : "late input: " + String.join(", ", inputs);
  }

  /** What the ledger's word for an outcome means as an exit code. */
  private static ExitCode code(RunRecord.Outcome outcome) {
    return switch (outcome.outcome()) {
      case "held" -> ExitCode.HELD;
      case "not_ready" -> ExitCode.NOT_READY;
      case "failed" -> ExitCode.OTHER;
      default -> ExitCode.DONE;
    };
  }

  private void print(List<Line> lines) {
    if (json) {
      lines.forEach(line -> environment.out().println(JsonEvents.text(JsonEvents.entries("table",
          line.table().toString(), "newest", line.newest(), "rows", line.rows(), "freshness", line.freshness(),
          "outcome", line.outcome(), "run_started", line.when(), "remedy", line.remedy(), "exit_code",
          line.code().number()))));
      return;
    }
    TextTable table = new TextTable(List.of("table", "newest", "rows", "last run", "outcome", "freshness"),
        List.of(false, false, true, false, false, false));
    lines.forEach(line -> table.add(List.of(line.table().toString(), line.newest(),
        Words.count(line.rows()),
        line.when(), line.outcome(), line.freshness())));
    table.print(environment.out(), "");
    Map<String, List<TableName>> remedies = new LinkedHashMap<>();
    lines.stream().filter(line -> line.code() != ExitCode.DONE && line.remedy() != null)
        .forEach(line -> remedies.computeIfAbsent(line.remedy(), key -> new ArrayList<>()).add(line.table()));
    remedies.forEach((remedy, tables) -> environment.out().println(tables.get(0)
        + (tables.size() == 1 ? "" : " and " + (tables.size() - 1) + " more") + ": " + remedy));
  }
}
