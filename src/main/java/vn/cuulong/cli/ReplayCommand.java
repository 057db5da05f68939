package vn.cuulong.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableOutcome;

/** Reads what was rejected again, after a rule was mended. */
@Command(name = "replay", mixinStandardHelpOptions = true,
    description = "Read files with rejected rows again after a rule, an alias or a contract was mended, and say how many "
        + "of the rows are accepted now. Everything else that the change touches stays due for the next run.")
final class ReplayCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Option(names = "--rejects", required = true, description = "Rejected rows and files are what is read again.")
  private boolean rejects;

  @Parameters(paramLabel = "TABLE", arity = "0..*", description = "Clean tables. Default: all with rejected rows")
  private List<String> names = new ArrayList<>();

  @Option(names = "--dry-run", description = "Only say what would be read again.")
  private boolean dryRun;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  ReplayCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    Ledger ledger = new Lake(null, places.warehouse()).ledger();
    Map<TableName, Book> before = new LinkedHashMap<>();
    for (TableName table : tables(jobs)) {
      long files = rejectedFiles(ledger.state(table));
      if (files > 0) {
        before.put(table, total(ledger.state(table)));
        if (dryRun) {
          environment.out().println(table + ": " + Words.counted(before.get(table).rejected(), "rejected row") + ", "
              + Words.counted(files, "file") + " to read again");
        }
      }
    }
    if (before.isEmpty() || dryRun) {
      environment.out().println(before.isEmpty() ? "No row was rejected." : "Nothing was read.");
      return ExitCode.DONE.number();
    }
    Works works = landing.works(environment, jobs, places);
    List<TableOutcome> outcomes;
    try (ConsoleProgress progress = new ConsoleProgress(environment.out(), environment.columns())) {
      outcomes = works.run(new RunRequest(List.copyOf(before.keySet()), null, false, true),
          RunCommand.identity(environment, spec), progress);
    }
    outcomes.forEach(outcome -> tell(outcome, before.get(outcome.table()), ledger));
    List<String> unchanged = outcomes.stream().filter(TableOutcome.NothingToDo.class::isInstance)
        .map(outcome -> outcome.table().toString()).toList();
    if (!unchanged.isEmpty()) {
      environment.out().println("No rule has changed that could accept what was rejected of "
          + String.join(", ", unchanged) + ".");
    }
    return ExitCode.of(outcomes).number();
  }

  private void tell(TableOutcome outcome, Book before, Ledger ledger) {
    if (outcome instanceof TableOutcome.Built) {
      Book now = total(ledger.state(outcome.table()));
      environment.out().println(outcome.table() + ": " + Words.count(before.rejected()) + " → "
          + Words.counted(now.rejected(), "rejected row") + ", "
          + Words.count(Math.max(0, now.accepted() - before.accepted())) + " more accepted");
    }
  }

  private List<TableName> tables(Jobs jobs) {
    List<TableName> clean = jobs.tables().keySet().stream().filter(table -> table.layer().equals("clean")).toList();
    if (names.isEmpty()) {
      return clean;
    }
    List<TableName> asked = new ArrayList<>();
    for (String name : names) {
      TableName table = TableNames.known(jobs, name, Set.of());
      if (!clean.contains(table)) {
        throw CommandFailure.wrongUse(table + " rejects no rows. / " + table + " không loại dòng nào.",
            "Rows are rejected when clean tables are read. / Chỉ bảng clean mới loại dòng.",
            "Name a clean table. / Hãy chỉ một bảng clean.");
      }
      asked.add(table);
    }
    return clean.stream().filter(asked::contains).toList();
  }

  private static long rejectedFiles(TableState state) {
    return state.files().values().stream().filter(file -> file.status() == FileStatus.REJECTED_FILE
        || file.status() == FileStatus.BUILT && file.total().rejected() > 0).count();
  }

  private static Book total(TableState state) {
    return state.files().values().stream().filter(file -> file.status() == FileStatus.BUILT)
        .map(FileEntry::total).reduce(Book.EMPTY, Book::plus);
  }
}
