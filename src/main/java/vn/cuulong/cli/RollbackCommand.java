package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Leases;
import vn.cuulong.run.Rollback;
import vn.cuulong.run.RunIdentity;

/** Gives a table the rows of an earlier version. */
@Command(name = "rollback", mixinStandardHelpOptions = true,
    description = "Give a table the rows of an earlier version, in a new version. It keeps them until one of its files, "
        + "inputs or rules changes; what reads it is due.",
    footer = {"", "Versions: cuulong sql \"SELECT version, run_id, row_count FROM ops.outcome "
        + "WHERE table_name = 'clean.tourism_stay' AND version IS NOT NULL\""})
final class RollbackCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "TABLE", description = "A clean table or a mart.")
  private String tableName;

  @Option(names = "--to", paramLabel = "VERSION", required = true, description = "The version whose rows are wanted.")
  private long version;

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Mixin
  private Places places;

  RollbackCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    TableContract table = jobs.tables().get(TableNames.known(jobs, tableName, Set.of()));
    if (!new Lake(null, places.warehouse()).exists(table.name())) {
      throw new CommandFailure(ExitCode.NOT_READY, table.name() + " was not built yet. / Chưa dựng " + table.name() + ".",
          "There is no such table in " + places.warehouse() + ". / Không có bảng này trong kho.",
          "Name the right --warehouse. / Hãy chỉ đúng --warehouse.");
    }
    RunIdentity identity = RunCommand.identity(environment, spec);
    Lake lake = new Lake(environment.session().apply(places.warehouse()), places.warehouse());
    try (Leases leases = lake.leases(identity.clock(), identity.runId())) {
      print(jobs, table, new Rollback(table, lake, identity).to(version, leases, dryRun));
    }
    return ExitCode.DONE.number();
  }

  private void print(Jobs jobs, TableContract table, Rollback.Done done) {
    PrintStream out = environment.out();
    if (done.changed() == 0) {
      out.println(table.name() + ": version " + done.from() + " has the rows of version " + version
          + " already; nothing to do.");
      return;
    }
    out.println(table.name() + ": " + (dryRun ? "would go" : "went") + " from version " + done.from()
        + " back to the rows of version " + version + (dryRun ? "" : ", as version " + done.made()));
    out.println("  " + (table.isWhole() ? "the whole table" : Words.intervals(done.intervals())) + ": "
        + Words.counted(done.rowsBefore(), "row") + " → " + Words.count(done.rowsAfter()));
    out.println("  It keeps them until a file, an input or a rule of " + (table.isWhole() ? "it" : "these intervals")
        + " changes, or run --force. A file that was wrong belongs out of the landing folder before that.");
    List<String> readers = jobs.tables().values().stream()
        .filter(other -> other.inputs().stream().anyMatch(input -> input.table().equals(table.name())))
        .map(TableContract::name).filter(name -> !name.equals(table.name())).map(TableName::toString).toList();
    if (!readers.isEmpty()) {
      out.println("  Due now, because they read it: " + String.join(", ", readers) + ".");
    }
  }
}
