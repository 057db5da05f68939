package vn.cuulong.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.RunRequest;
import vn.cuulong.table.Interval;

/** Which tables, and which days of them. */
final class Selection {
  @Parameters(paramLabel = "SCHEDULE|TABLE", arity = "1..*",
      description = "A schedule, such as nightly, or tables, such as clean.tourism_stay.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--date", paramLabel = "D", description = "Only what touches one day, such as 2025-03-31.")
  private String date;

  @Option(names = "--from", paramLabel = "A",
      description = "With --to: only what touches the days A to B, both included.")
  private String from;

  @Option(names = "--to", paramLabel = "B", description = "See --from.")
  private String to;

  @Option(names = "--force",
      description = "Build again even when nothing has changed, and drop the rows of files that are gone.")
  private boolean force;

  /** The request, names checked against the contracts. */
  RunRequest request(Jobs jobs) {
    return new RunRequest(tables(jobs), window(), force);
  }

  /** Tables in flow order, each once. */
  private List<TableName> tables(Jobs jobs) {
    Set<TableName> chosen = new LinkedHashSet<>();
    for (String name : names) {
      if (jobs.schedules().containsKey(name)) {
        chosen.addAll(jobs.schedules().get(name));
      } else {
        chosen.add(TableNames.known(jobs, name, jobs.schedules().keySet()));
      }
    }
    return jobs.tables().keySet().stream().filter(chosen::contains).collect(Collectors.toList());
  }

  /** The window, or null for all. */
  Interval window() {
    if (date != null) {
      if (from != null || to != null) {
        throw CommandFailure.wrongUse("--date and --from/--to say two different things.",
            "--date D is one day, --from A --to B is several.", "Leave one of them out.");
      }
      LocalDate day = day("--date", date);
      return new Interval(day, day.plusDays(1));
    }
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null) {
      throw CommandFailure.wrongUse(from == null ? "--to stands alone." : "--from stands alone.",
          "A window has a first and a last day.", "Write --from A --to B; for one day, --date D.");
    }
    LocalDate first = day("--from", from);
    LocalDate last = day("--to", to);
    if (last.isBefore(first)) {
      throw CommandFailure.wrongUse("The window ends before it starts.", "--from " + first + " --to " + last + ".",
          "Write the earlier day behind --from.");
    }
    return new Interval(first, last.plusDays(1));
  }

  /** Reads a day of an option. */
  static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw CommandFailure.wrongUse("\"" + text + "\" behind " + option + " is not a day.",
          "A day is written year-month-day.", "Write it like 2025-03-31.");
    }
  }
}
