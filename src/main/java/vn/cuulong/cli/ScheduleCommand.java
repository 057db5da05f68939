package vn.cuulong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Schedule;
import vn.cuulong.schedule.Deployment;
import vn.cuulong.schedule.Scheduler;

/** Says when things are done, and writes it for a scheduler. */
@Command(name = "schedule", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[render]",
    description = "Say what is done when, or write it for a scheduler.",
    subcommands = ScheduleCommand.Render.class)
final class ScheduleCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private Places places;

  ScheduleCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Instant now = environment.clock().instant();
    TextTable table = new TextTable(List.of("schedule", "does", "cron", "zone", "next", "title"),
        List.of(false, false, false, false, false, false));
    for (Schedule schedule : places.readJobs().timetable().values()) {
      ZonedDateTime next = schedule.cron().after(now.atZone(schedule.zone())).orElseThrow();
      table.add(List.of(schedule.name(), String.join(" ", schedule.command()), schedule.cron().toString(),
          schedule.zone().getId(), next.toLocalDateTime().toString().replace('T', ' '),
          schedule.title().en() + " · " + schedule.title().vi()));
    }
    table.print(environment.out(), "");
    return ExitCode.DONE.number();
  }

  /** Writes the definitions. */
  @Command(name = "render", mixinStandardHelpOptions = true,
      description = "Write thin definitions that start the program as jobs/schedules.yml says.")
  static final class Render implements Callable<Integer> {
    @picocli.CommandLine.ParentCommand
    private ScheduleCommand parent;

    @Option(names = "--to", required = true, paramLabel = "SCHEDULER",
        description = "One of ${COMPLETION-CANDIDATES}, in lower case as you like.")
    private Scheduler to;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private Path out;

    @Option(names = "--home", paramLabel = "DIR", description = "Folder of the program there. Default: /srv/cuulong")
    private String home;

    @Option(names = "--landing", paramLabel = "DIR", description = "Landing folder there. Default: /srv/landing")
    private String landing;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "Warehouse there. Default: /srv/warehouse")
    private String warehouse;

    @Option(names = "--releases", paramLabel = "DIR", description = "Releases there. Default: /srv/releases")
    private String releases;

    @Option(names = "--image", paramLabel = "NAME", description = "Container image. Default: cuulong:latest")
    private String image;

    @Option(names = "--jobs", paramLabel = "DIR",
        description = "Folder of contracts in place of those that came with the program.")
    private String jobs;

    @Override
    public Integer call() throws IOException {
      SortedMap<String, String> files = to.files(Places.jobs(jobs), place());
      Files.createDirectories(out);
      files.forEach((name, text) -> write(out.resolve(name), text, to.isProgram(name)));
      parent.environment.out().println(Words.counted(files.size(), "file") + " in " + out + ": "
          + String.join(", ", files.keySet()));
      return ExitCode.DONE.number();
    }

    private Deployment place() {
      Deployment usual = Deployment.usual();
      Deployment place = new Deployment(given("--home", home, usual.home()),
          given("--landing", landing, usual.landing()), given("--warehouse", warehouse, usual.warehouse()),
          given("--releases", releases, usual.releases()), given("--image", image, usual.image()));
      return place;
    }

    /** Names stand unquoted in five languages, so they may hold nothing that one of them reads as its own. */
    private static String given(String option, String value, String usual) {
      String name = value == null ? usual : value;
      boolean plain = !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9' || "/._-:@+".indexOf(c) >= 0);
      if (!plain) {
        throw CommandFailure.wrongUse(option + " " + name + " cannot be written into a definition.",
            "Shells, systemd, YAML and Python would each read spaces and signs in it in their own way.",
            "Give a name of letters, digits and / . _ - : @ +; a link to the folder will do.");
      }
      return name;
    }

    private static void write(Path file, String text, boolean program) {
      try {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        if (program && !file.toFile().setExecutable(true)) {
          throw new IOException(file + " cannot be made executable");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
