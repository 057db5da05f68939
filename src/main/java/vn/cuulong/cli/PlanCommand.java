package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.cuulong.cli.Undertaking.Prepared;
import vn.cuulong.run.TableDue;

/** Says what a run would do and why. */
@Command(name = "plan", description = "Say what a run would build and why, without reading data.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final int FILES_SHOWN = 5;

  private final Environment environment;

  @Mixin
  private Undertaking undertaking;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  PlanCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return print(environment, undertaking.prepare(environment), json);
  }

  /** Prints a plan; used by {@code run --dry-run} too. */
  static int print(Environment environment, Prepared prepared, boolean json) {
    List<TableDue> dues = prepared.works().plan(prepared.request());
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
    prepared.strays().print(out, prepared.landing());
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
