package vn.cuulong.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
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
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.publish.Releases;
import vn.cuulong.run.Maintenance;
import vn.cuulong.run.Maintenance.Care;
import vn.cuulong.run.RejectStore;
import vn.cuulong.run.RunIdentity;

/** Looks after the tables: merges small files, deletes what nobody needs any more, shortens logs and ledger. */
@Command(name = "maintain", mixinStandardHelpOptions = true,
    description = "Look after the tables: merge small files, delete files and run records that nobody needs any more, "
        + "shorten the logs. No row changes, and nothing becomes due.",
    footer = {"", "Kept are the newest version of each table, every version of the last --keep-days days, those that run "
        + "records of these days name, and those that releases were made of. Look with --dry-run first."})
final class MaintainCommand implements Callable<Integer> {
  private static final int NAMES_SHOWN = 3;

  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "TABLE", arity = "0..*",
      description = "Tables, such as clean.tourism_stay, or ops.reject. Default: all, and the ledger")
  private List<String> names = new ArrayList<>();

  @Option(names = "--keep-days", paramLabel = "N", defaultValue = "90",
      description = "Run records and versions younger than this are kept. Default: 90")
  private int keepDays;

  @Option(names = "--dry-run", description = "Only say what would be done, and delete nothing.")
  private boolean dryRun;

  @Mixin
  private ReleasePlace releasePlace;

  @Mixin
  private Places places;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  MaintainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (keepDays < 0) {
      throw CommandFailure.wrongUse("--keep-days is below zero. / --keep-days nhỏ hơn không.",
          "It is an age in days. / Đây là số ngày.", "Give 0 or more. / Hãy cho 0 hoặc lớn hơn.");
    }
    Jobs jobs = places.readJobs();
    Lake ledger = new Lake(null, places.warehouse());
    List<TableName> tables = tables(jobs);
    tables.removeIf(table -> !ledger.exists(table));
    if (tables.isEmpty()) {
      environment.out().println("No table to look after in " + places.warehouse() + ".");
      return ExitCode.DONE.number();
    }
    Releases releases = releasePlace.releases();
    Map<TableName, Set<Long>> released = releases.cited();
    RunIdentity identity = RunCommand.identity(environment, spec);
    Lake lake = new Lake(environment.session().apply(places.warehouse()), places.warehouse());
    Maintenance maintenance = new Maintenance(jobs, lake, identity, Duration.ofDays(keepDays), released);
    return look(maintenance, lake, tables, identity, released);
  }

  private List<TableName> tables(Jobs jobs) {
    if (names.isEmpty()) {
      List<TableName> all = new ArrayList<>(jobs.tables().keySet());
      all.add(RejectStore.NAME);
      return all;
    }
    List<TableName> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(name.equals(RejectStore.NAME.toString()) ? RejectStore.NAME
          : TableNames.known(jobs, name, Set.of(RejectStore.NAME.toString())));
    }
    return tables;
  }

  private int look(Maintenance maintenance, Lake lake, List<TableName> tables, RunIdentity identity,
      Map<TableName, Set<Long>> released) {
    PrintStream out = environment.out();
    ExitCode code = ExitCode.DONE;
    long bytes = 0;
    int touched = 0;
    try (Leases leases = lake.leases(identity.clock(), identity.runId())) {
      for (TableName table : tables) {
        Care care = maintenance.of(table, leases, dryRun);
        print(care);
        touched += care.isNothing() ? 0 : 1;
        if (care.trouble() == null) {
          bytes += care.cleared().bytes();
        } else {
          code = ExitCode.graver(code, care.conflict() ? ExitCode.CONFLICT : ExitCode.OTHER);
        }
      }
    }
    // The records of runs say which versions are kept: they go only when every table has been looked after.
    int trimmed = names.isEmpty() && code == ExitCode.DONE ? maintenance.trimLedger(dryRun) : 0;
    if (!dryRun && touched + trimmed > 0) {
      lake.ledger().save(new RunRecord(identity.runId(), identity.command(), identity.clock().instant(),
          identity.clock().instant(), identity.codeVersion(), identity.host(), null, List.of(), List.of()));
    }
    if (json) {
      new JsonEvents(out, environment.clock()).event("maintained", JsonEvents.entries("dry_run", dryRun, "tables",
          touched, "bytes_freed", bytes, "ledger_files", trimmed, "exit_code", code.number()));
      return code.number();
    }
    long versions = released.values().stream().mapToLong(Set::size).sum();
    out.println((dryRun ? "Would look after " : "Looked after ") + Words.counted(tables.size(), "table") + ": "
        + (touched == 0 ? "nothing to do" : Words.counted(touched, "table") + (dryRun ? " to touch" : " touched")) + ", "
        + Words.bytes(bytes) + (dryRun ? " to free, " : " freed, ") + Words.counted(trimmed, "file")
        + (dryRun ? " of the ledger to delete." : " of the ledger deleted."));
    out.println("Releases cite " + Words.counted(versions, "version") + ", which " + (versions == 1 ? "is" : "are")
        + " kept.");
    return code.number();
  }

  private void print(Care care) {
    if (json) {
      new JsonEvents(environment.out(), environment.clock()).event("table_maintained", JsonEvents.entries("table",
          care.table().toString(), "dry_run", dryRun,
          "files_merged", care.merged() == null ? null : care.merged().before(),
          "files_written", care.merged() == null ? null : care.merged().after(),
          "old_files", care.cleared() == null ? null : care.cleared().old(),
          "stray_files", care.cleared() == null ? null : care.cleared().strays(),
          "bytes_freed", care.cleared() == null ? null : care.cleared().bytes(),
          "log_files", care.logFiles(), "checkpoint", care.checkpoint(),
          "problem", care.trouble() == null ? null : care.trouble().problem(),
          "cause", care.trouble() == null ? null : care.trouble().cause(),
          "remedy", care.trouble() == null ? null : care.trouble().remedy()));
    } else if (care.trouble() != null) {
      environment.out().println(care.table() + "  not looked after");
      Program.say(environment.err(), care.trouble().problem(), care.trouble().cause(), care.trouble().remedy());
    } else if (!care.isNothing()) {
      environment.out().println(care.table() + "  " + String.join(", ", done(care)));
      names("old: ", care.cleared().old());
      names("stray: ", care.cleared().strays());
    }
  }

  private List<String> done(Care care) {
    List<String> done = new ArrayList<>();
    if (care.merged().before() > 0) {
      done.add(Words.counted(care.merged().before(), "small file") + " → " + care.merged().after());
    }
    if (!care.cleared().old().isEmpty()) {
      done.add(Words.counted(care.cleared().old().size(), "old file") + gone());
    }
    if (!care.cleared().strays().isEmpty()) {
      done.add(Words.counted(care.cleared().strays().size(), "stray file") + gone());
    }
    if (care.cleared().bytes() > 0) {
      done.add(Words.bytes(care.cleared().bytes()) + (dryRun ? " to free" : " freed"));
    }
    if (care.checkpoint()) {
      done.add(dryRun ? "a checkpoint is due" : "checkpoint written");
    }
    if (care.logFiles() > 0) {
      done.add(Words.counted(care.logFiles(), "log file") + gone());
    }
    return done;
  }

  private String gone() {
    return dryRun ? " to delete" : " deleted";
  }

  /** With --dry-run a person wants to know which files; afterwards the number says enough. */
  private void names(String what, List<String> files) {
    if (dryRun) {
      files.stream().limit(NAMES_SHOWN).forEach(file -> environment.out().println("    " + what + file));
      if (files.size() > NAMES_SHOWN) {
        environment.out().println("    and " + (files.size() - NAMES_SHOWN) + " more");
      }
    }
  }
}
