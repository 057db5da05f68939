package vn.cuulong.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.table.Interval;

/** Builds the intervals of a period again, step by step, oldest first. */
@Command(name = "backfill", mixinStandardHelpOptions = true,
    description = "Build the intervals of a period again, oldest first, a month at a time. Stops at the first trouble and "
        + "says how to go on.")
final class BackfillCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec
  private CommandSpec spec;

  @Mixin
  private Selection selection;

  @Option(names = "--step", paramLabel = "STEP", defaultValue = "month",
      description = "How much is built at a time: day, month or year. Default: month")
  private Grain step;

  @Option(names = "--dry-run", description = "Only say the steps.")
  private boolean dryRun;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  BackfillCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    RunRequest asked = selection.request(jobs);
    if (asked.window() == null) {
      throw CommandFailure.wrongUse("The period is missing. / Thiếu khoảng thời gian.",
          "A backfill builds the days A to B. / Lệnh này dựng lại từ ngày A đến ngày B.",
          "Write --from A --to B. / Hãy viết --from A --to B.");
    }
    List<Interval> steps = steps(asked.window(), step);
    PrintStream out = environment.out();
    if (dryRun) {
      steps.forEach(one -> out.println("would build " + Words.intervals(List.of(one))));
      return ExitCode.DONE.number();
    }
    Works works = landing.works(environment, jobs, places);
    ExitCode code = ExitCode.DONE;
    for (int i = 0; i < steps.size(); i++) {
      out.println("step " + (i + 1) + " of " + steps.size() + ": " + Words.intervals(List.of(steps.get(i))));
      List<TableOutcome> outcomes;
      try (ConsoleProgress progress = new ConsoleProgress(out, environment.columns())) {
        outcomes = works.run(new RunRequest(tables(jobs, asked, steps.get(i)), steps.get(i), true),
            RunCommand.identity(environment, spec), progress);
      }
      code = ExitCode.graver(code, ExitCode.of(outcomes));
      if (outcomes.stream().anyMatch(BackfillCommand::stops)) {
        out.println("Stopped. What is built is committed. Go on with the same command and --from "
            + steps.get(i).start() + ".");
        return code.number();
      }
    }
    out.println(Words.counted(steps.size(), "step") + " done.");
    return code.number();
  }

  /** A file that cannot be used is said and left out; anything else would come again in every step. */
  private static boolean stops(TableOutcome outcome) {
    return outcome instanceof TableOutcome.Held || outcome instanceof TableOutcome.Failed
        || outcome instanceof TableOutcome.NotReady;
  }

  /**
   * Tables of which a step builds something. A table without intervals is built with the last step, and an interval
   * that is longer than a step with the last step that touches it: each once.
   */
  static List<TableName> tables(Jobs jobs, RunRequest asked, Interval step) {
    boolean last = step.end().equals(asked.window().end());
    return asked.tables().stream().map(jobs.tables()::get).filter(table -> last || !table.isWhole()
        && !table.intervalGrain().next(table.intervalGrain().start(step.end().minusDays(1))).isAfter(step.end()))
        .map(TableContract::name).toList();
  }

  /** The period cut at the beginnings of days, months or years. */
  static List<Interval> steps(Interval window, Grain step) {
    List<Interval> steps = new ArrayList<>();
    for (LocalDate start = window.start(); start.isBefore(window.end());) {
      LocalDate next = step.next(step.start(start));
      LocalDate end = next.isBefore(window.end()) ? next : window.end();
      steps.add(new Interval(start, end));
      start = end;
    }
    return steps;
  }
}
