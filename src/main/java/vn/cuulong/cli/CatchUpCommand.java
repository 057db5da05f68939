package vn.cuulong.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.Schedule;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.Ledger;
import vn.cuulong.publish.Releases;
import vn.cuulong.schedule.MissedIntervals;
import vn.cuulong.table.Interval;

/** Does what a schedule should have done and the ledger does not know of, whatever its scheduler did. */
@Command(name = "catch-up", mixinStandardHelpOptions = true,
    description = "Do what a schedule has missed, oldest first: the ledger says what that is, not the scheduler.",
    footer = {"", "Goes on after what is held or not ready, stops at a conflict or a failure. Exit code: the gravest."})
final class CatchUpCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "SCHEDULE", description = "A schedule of jobs/schedules.yml, such as nightly.")
  private String name;

  @Option(names = "--landing", paramLabel = "DIR", description = "As for run.")
  private String landing;

  @Option(names = "--warehouse", paramLabel = "DIR", defaultValue = "warehouse", description = "As for run.")
  private String warehouse;

  @Option(names = "--releases", paramLabel = "DIR", defaultValue = "releases", description = "As for publish.")
  private String releases;

  @Option(names = "--jobs", paramLabel = "DIR",
      description = "Folder of contracts in place of those that came with the program.")
  private String jobsFolder;

  @Option(names = "--dry-run", description = "Only say what is missed.")
  private boolean dryRun;

  CatchUpCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = Places.jobs(jobsFolder);
    Schedule schedule = jobs.timetable().get(name);
    if (schedule == null) {
      throw CommandFailure.wrongUse("There is no schedule \"" + name + "\".", "jobs/schedules.yml does not name it.",
          TableNames.capital(NearestName.remedy(name, jobs.timetable().keySet())) + (name.isEmpty() ? "" : "."));
    }
    List<List<String>> commands = switch (schedule.work()) {
      case RUN -> runs(schedule, jobs);
      case PUBLISH -> publications(schedule, jobs);
      // Looking after a table that has been looked after costs little and changes nothing.
      case MAINTAIN -> List.of(schedule.command());
    };
    if (commands.isEmpty()) {
      environment.out().println("Nothing of " + name + " is missed.");
      return ExitCode.DONE.number();
    }
    commands.forEach(command -> environment.out().println("missed: cuulong " + String.join(" ", command)));
    return dryRun ? ExitCode.DONE.number() : each(commands);
  }

  private List<List<String>> runs(Schedule schedule, Jobs jobs) {
    MissedIntervals missed = new MissedIntervals(schedule, jobs.schedules().get(name));
    Ledger ledger = new Lake(null, Places.absolute(warehouse)).ledger();
    List<String> ids = ledger.runIds();
    boolean enough = false;
    for (int i = ids.size() - 1; i >= 0 && !enough; i--) {
      enough = ledger.run(ids.get(i)).map(missed::saw).orElse(false);
    }
    List<Interval> intervals = missed.until(environment.clock().instant());
    List<List<String>> commands = new ArrayList<>();
    if (schedule.missed() == Schedule.Missed.EACH && intervals.size() > 1) {
      for (Interval days : intervals) {
        commands.add(List.of("run", name, "--from", days.start().toString(), "--to",
            days.end().minusDays(1).toString()));
      }
    }
    if (!intervals.isEmpty() || missed.isFirst()) {
      commands.add(List.of("run", name));
    }
    return commands;
  }

  /** Products whose newest release is older than the last start. */
  private List<List<String>> publications(Schedule schedule, Jobs jobs) {
    Instant now = environment.clock().instant();
    LocalDate due = schedule.cron().before(now.atZone(schedule.zone())).orElseThrow().toLocalDate();
    Releases there = new Releases(Path.of(releases).toAbsolutePath().normalize());
    List<String> products = schedule.products().contains("all") ? List.copyOf(jobs.products().keySet())
        : schedule.products();
    List<String> command = new ArrayList<>(products.stream()
        .filter(product -> there.newest(product).map(newest -> newest.day().isBefore(due)).orElse(true)).toList());
    if (command.isEmpty()) {
      return List.of();
    }
    command.add(0, "publish");
    return List.of(command);
  }

  private int each(List<List<String>> commands) {
    ExitCode gravest = ExitCode.DONE;
    for (List<String> command : commands) {
      List<String> line = new ArrayList<>(command);
      line.addAll(List.of("--warehouse", warehouse));
      if (command.get(0).equals("run") && landing != null) {
        line.addAll(List.of("--landing", landing));
      }
      if (!command.get(0).equals("run")) {
        line.addAll(List.of("--releases", releases));
      }
      if (jobsFolder != null) {
        line.addAll(List.of("--jobs", jobsFolder));
      }
      environment.out().println();
      ExitCode code = ExitCode.of(new Program(environment).run(line.toArray(String[]::new)));
      gravest = ExitCode.graver(gravest, code);
      if (code != ExitCode.DONE && code != ExitCode.HELD && code != ExitCode.NOT_READY) {
        break;
      }
    }
    return gravest.number();
  }
}
