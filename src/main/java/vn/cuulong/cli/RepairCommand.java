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
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.LogFiles;
import vn.cuulong.run.RejectStore;
import vn.cuulong.run.RunIdentity;

/** Sets aside what is damaged of a table, so that the next run builds it again. */
@Command(name = "repair", mixinStandardHelpOptions = true,
    description = "Set aside what is damaged of a table: entries of its log that cannot be read, or all of it when "
        + "data files are gone. Nothing is deleted; the next run builds what is missing.",
    footer = {"", "What is sound stays as it is. Look with --dry-run first."})
final class RepairCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "TABLE", description = "A clean table, a mart, or ops.reject.")
  private String tableName;

  @Option(names = "--dry-run", description = "Only say what is damaged.")
  private boolean dryRun;

  @Mixin
  private Places places;

  RepairCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    TableName table = tableName.equals(RejectStore.NAME.toString()) ? RejectStore.NAME
        : TableNames.known(jobs, tableName, Set.of(RejectStore.NAME.toString()));
    PrintStream out = environment.out();
    if (!new Lake(null, places.warehouse()).exists(table)) {
      out.println(table + " is not in " + places.warehouse() + "; the next run builds it.");
      return ExitCode.DONE.number();
    }
    RunIdentity identity = RunCommand.identity(environment, spec);
    Lake lake = new Lake(environment.session().apply(places.warehouse()), places.warehouse());
    try (Leases leases = lake.leases(identity.clock(), identity.runId()); Lease lease = leases.acquire(table)) {
      lease.confirm();
      if (repair(lake.log(table), table, identity.runId())) {
        whatNext(jobs, table);
      } else {
        out.println(table + " is sound; nothing to do.");
      }
    }
    return ExitCode.DONE.number();
  }

  /** True when something was damaged. */
  private boolean repair(LogFiles log, TableName table, String id) {
    PrintStream out = environment.out();
    String verb = dryRun ? " would be set aside" : " set aside";
    LogFiles.SetAside aside = log.setAsideDamaged(id, dryRun);
    if (!aside.names().isEmpty()) {
      out.println(table + ": " + Words.counted(aside.names().size(), "file") + " of the log" + verb + ": "
          + String.join(", ", aside.names()));
      out.println("  version " + aside.before() + " → " + (aside.after() < 0 ? "none" : aside.after()));
    }
    boolean none = aside.after() < 0;
    // What the log says can be compared with the files only when it can be read.
    List<String> gone = none || dryRun && !aside.names().isEmpty() ? List.of() : log.damagedDataFiles();
    if (!gone.isEmpty()) {
      out.println(table + ": " + Words.counted(gone.size(), "data file") + " gone or damaged, so all of it"
          + verb + ": "
          + String.join(", ", gone));
    }
    if (!dryRun && (none || !gone.isEmpty())) {
      log.setAsideWhole(id);
      out.println("  It lies below " + places.warehouse() + "/_set_aside/" + id + ".");
    }
    return !aside.names().isEmpty() || !gone.isEmpty();
  }

  private void whatNext(Jobs jobs, TableName table) {
    PrintStream out = environment.out();
    if (table.equals(RejectStore.NAME)) {
      out.println("Next: " + Places.command() + " run CLEAN-TABLE… --force for the clean tables, which books what was "
          + "rejected again.");
      return;
    }
    out.println("Next: " + Places.command() + " run " + table + ", which builds again what is missing.");
    TableContract contract = jobs.tables().get(table);
    if (contract.onlyGrows()) {
      out.println("  This table only grows: rows that can no longer be built of its inputs are in a backup only.");
    }
  }
}
