package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableDue;

/** Says what a run would do and why. */
@Command(name = "plan", description = "Say what a run would build and why, without reading data.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final int FILES_SHOWN = 5;

  private final Environment environment;

  @Mixin
  private Selection selection;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  PlanCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Jobs jobs = places.readJobs();
    RunRequest request = selection.request(jobs);
    Configuration conf = new Configuration();
    String warehouse = places.warehouse();
    String from = landing.existing(environment.home(), conf);
    Works works = environment.works().create(jobs, from, warehouse, conf, () -> environment.session().apply(warehouse));
    return print(environment, works.plan(request), Strays.in(from, jobs, conf), from, json);
  }

  /** Prints a plan; used by {@code run --dry-run} too. */
  static int print(Environment environment, List<TableDue> dues, Strays strays, String landing, boolean json) {
    if (json) {
      JsonEvents events = new JsonEvents(environment.out(), environment.clock());
      dues.forEach(events::due);
      return ExitCode.DONE.number();
    }
    PrintStream out = environment.out();
    long due = dues.stream().filter(TableDue::isDue).count();
    for (TableDue table : dues) {
      out.println(table.table() + (table.isDue() ? "" : "  nothing to do"));
      table.reasons().forEach(reason -> out.println("  because " + reason));
      files(out, "new or changed file", table.newFiles());
      files(out, "file gone", table.goneFiles());
      if (!table.intervals().isEmpty()) {
        out.println("  " + Words.intervals(table.intervals()));
      }
    }
    strays.print(out, landing);
    out.println(due == 0 ? "Nothing to do: every table is as its inputs are."
        : Words.counted(due, "table") + " of " + dues.size() + " would be built.");
    return ExitCode.DONE.number();
  }

  private static void files(PrintStream out, String what, List<String> paths) {
    paths.stream().limit(FILES_SHOWN).forEach(path -> out.println("  " + what + ": " + path));
    if (paths.size() > FILES_SHOWN) {
      out.println("  and " + (paths.size() - FILES_SHOWN) + " more");
    }
  }
}
