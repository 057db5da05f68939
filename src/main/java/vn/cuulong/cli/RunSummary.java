package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;

/** The end of a run: how it went, where the results are, and a glance at them. */
final class RunSummary {
  private static final int ROWS = 6;
  private static final int MEASURES = 4;

  private final Environment environment;
  private final Jobs jobs;
  private final String warehouse;

  RunSummary(Environment environment, Jobs jobs, String warehouse) {
    this.environment = environment;
    this.jobs = jobs;
    this.warehouse = warehouse;
  }

  void print(List<TableOutcome> outcomes, double seconds) {
    PrintStream out = environment.out();
    long built = count(outcomes, "built");
    long nothing = count(outcomes, "nothing_to_do");
    long troubled = outcomes.size() - built - nothing;
    out.println();
    out.println((troubled == 0 ? "Done" : "Ended with trouble") + " in " + Words.seconds(seconds) + ": "
        + Words.counted(built, "table") + " built, " + nothing + " with nothing to do"
        + (troubled == 0 ? "." : ", " + troubled + " in trouble (above)."));
    out.println("Results: " + warehouse);
    glance(outcomes, out);
    String mart = outcomes.stream().map(outcome -> outcome.table().toString()).filter(name -> name.startsWith("mart."))
        .findFirst().orElse("ops.file");
    String option = warehouse.equals(Places.absolute("warehouse")) ? "" : " --warehouse " + quoted(warehouse);
    out.println("Look at them: cuulong sql \"SELECT * FROM " + mart + " LIMIT 10\"" + option);
    out.println("Where a number comes from: cuulong trace --help");
  }

  private static long count(List<TableOutcome> outcomes, String word) {
    return outcomes.stream().filter(outcome -> outcome.word().equals(word)).count();
  }

  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** The first rows of the first mart that was built: newest month first. */
  private void glance(List<TableOutcome> outcomes, PrintStream out) {
    outcomes.stream()
        .filter(Built.class::isInstance).map(Built.class::cast)
        .filter(built -> built.table().layer().equals("mart") && built.rows() > 0)
        .map(Built::table).map(jobs.tables()::get).findFirst()
        .ifPresent(mart -> glance(mart, out));
  }

  private void glance(TableContract mart, PrintStream out) {
    List<ColumnUse> shown = new ArrayList<>();
    mart.key().forEach(key -> mart.column(key).ifPresent(shown::add));
    mart.columns().stream()
        .filter(use -> !mart.key().contains(use.name()) && isMeasure(use))
        .limit(MEASURES).forEach(shown::add);
    String[] names = shown.stream().map(ColumnUse::name).toArray(String[]::new);
    String[] rest = java.util.Arrays.copyOfRange(names, 1, names.length);
    TableName name = mart.name();
    List<Row> rows = new Lake(environment.session().apply(warehouse), warehouse).read(name).select(names[0], rest)
        .orderBy(org.apache.spark.sql.functions.col(mart.intervalColumn()).desc(),
            org.apache.spark.sql.functions.col(names[0]))
        .takeAsList(ROWS);
    TextTable table = new TextTable(List.of(names), shown.stream().map(RunSummary::isMeasure).toList());
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < names.length; i++) {
        cells.add(Words.value(row.get(i)));
      }
      table.add(cells);
    }
    out.println();
    out.println(name + ": " + mart.title().en() + " (" + mart.title().vi() + ")");
    table.print(out, "  ");
    out.println();
  }

  private static boolean isMeasure(ColumnUse use) {
    return switch (use.column().type().base()) {
      case BIGINT, DECIMAL, DOUBLE -> true;
      default -> false;
    };
  }
}
