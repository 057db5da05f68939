package vn.cuulong.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.cuulong.cli.Undertaking.Prepared;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.Secrets;
import vn.cuulong.lake.Lake;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.watch.MetricsFile;
import vn.cuulong.watch.RunReport;

/** Builds what is due. */
@Command(name = "run", mixinStandardHelpOptions = true,
    description = "Build everything that is due: new, changed and corrected files, and what follows.")
final class RunCommand implements Callable<Integer> {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Undertaking undertaking;

  @Option(names = "--dry-run", description = "Only say what would be built and why, like the command plan.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON object a line about everything that happens.")
  private boolean json;

  RunCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Prepared prepared = undertaking.prepare(environment);
    if (dryRun) {
      return PlanCommand.print(environment, prepared, json);
    }
    return json ? runForMachines(prepared) : runForPeople(prepared);
  }

  private int runForMachines(Prepared prepared) {
    JsonEvents events = new JsonEvents(environment.out(), environment.clock());
    RunIdentity identity = identity();
    events.event("run_begins", JsonEvents.entries("run_id", identity.runId(), "landing", prepared.landing(),
        "warehouse", prepared.warehouse(), "tables", prepared.tables(), "code_version", identity.codeVersion(),
        "files_of_no_source", prepared.strays().paths()));
    long since = System.nanoTime();
    Watching watching = new Watching(System.getenv());
    RunReport report = report(prepared, identity, events, watching, since);
    events.event("run_ended", JsonEvents.entries("run_id", identity.runId(), "exit_code", report.exitCode(),
        "seconds", Math.round(report.seconds() * 1000) / 1000.0, "warnings", watching.tell(report, metrics(prepared))));
    return report.exitCode();
  }

  private int runForPeople(Prepared prepared) {
    RunIdentity identity = identity();
    String warehouse = prepared.warehouse();
    environment.out().println("Cửu Long " + identity.codeVersion() + "  " + prepared.landing() + " → " + warehouse);
    long since = System.nanoTime();
    Watching watching = new Watching(System.getenv());
    RunReport report;
    try (ConsoleProgress progress = new ConsoleProgress(environment.out(), environment.columns())) {
      report = report(prepared, identity, progress, watching, since);
    }
    prepared.strays().print(environment.out(), prepared.landing());
    new RunSummary(environment, prepared.jobs(), warehouse).print(report);
    watching.tell(report, metrics(prepared)).forEach(warning -> environment.out().println("warning: " + warning));
    return report.exitCode();
  }

  /** Runs, and says how it went. Who is told of trouble is told too when the run ends early. */
  private RunReport report(
      Prepared prepared, RunIdentity identity, Progress progress, Watching watching, long since) {
    try {
      List<TableOutcome> outcomes =
          prepared.works().run(prepared.request(), identity, watching.beside(progress, prepared, identity));
      return new RunReport(identity, outcomes, seconds(since), ExitCode.of(outcomes).number(), watching.cutOff());
    } catch (Exception | Error failed) {
      Refusal told = Program.told(failed);
      List<Trouble> besides = new ArrayList<>(watching.cutOff());
      besides.add(new Trouble(told.problem(), told.reason(), told.remedy()));
      watching.tell(new RunReport(identity, List.of(), seconds(since), ExitCode.of(told).number(), besides),
          metrics(prepared)).forEach(warning -> environment.err().println("warning: " + warning));
      throw failed;
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private Supplier<MetricsFile> metrics(Prepared prepared) {
    return () -> LedgerMetrics.of(prepared.jobs(), new Lake(null, prepared.warehouse()).ledger(),
        environment.clock().instant());
  }

  private RunIdentity identity() {
    return identity(environment, spec);
  }

  /** Who runs now, with what was typed. */
  static RunIdentity identity(Environment environment, CommandSpec spec) {
    return identity(environment, "cuulong "
        + String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs()));
  }

  /** Who runs now. */
  static RunIdentity identity(Environment environment, String command) {
    Instant now = environment.clock().instant();
    byte[] random = new byte[2];
    new SecureRandom().nextBytes(random);
    String runId = RUN_ID.format(now) + "-" + HexFormat.of().formatHex(random);
    return new RunIdentity(runId, Secrets.hide(command), VersionCommand.number(), host(), environment.clock());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "unknown";
    }
  }
}
