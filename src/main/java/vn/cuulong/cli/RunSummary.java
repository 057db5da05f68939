package vn.cuulong.cli;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.lake.Lake;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.territory.Basis;

/** The end of a run: how it went, where the results are, and a glance at them. */
final class RunSummary {
  private static final int ROWS = 6;
  private static final int MEASURES = 4;
  private static final String BASIS = "boundary_basis";

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

  /** The newest month of the last mart that was built, on the map of today where it has one. */
  private void glance(List<TableOutcome> outcomes, PrintStream out) {
    outcomes.stream()
        .filter(Built.class::isInstance).map(Built.class::cast)
        .filter(built -> built.table().layer().equals("mart") && built.rows() > 0)
        .map(Built::table).map(jobs.tables()::get).reduce((first, last) -> last)
        .ifPresent(mart -> glance(mart, out));
  }

  private void glance(TableContract mart, PrintStream out) {
    List<ColumnUse> shown = new ArrayList<>();
    mart.key().forEach(key -> mart.column(key).ifPresent(shown::add));
    mart.columns().stream()
        .filter(use -> !mart.key().contains(use.name()) && isMeasure(use))
        .limit(MEASURES).forEach(shown::add);
    String[] names = shown.stream().map(ColumnUse::name).toArray(String[]::new);
    Dataset<Row> rows = new Lake(environment.session().apply(warehouse), warehouse).read(mart.name());
    if (mart.column(BASIS).isPresent()) {
      rows = rows.filter(col(BASIS).equalTo(Basis.UNITS_2025.code()));
    }
    String measure = names[names.length - 1];
    List<Row> newest = rows.filter(col(measure).isNotNull()).orderBy(col(mart.intervalColumn()).desc(), col(names[0]))
        .select(names[0], Arrays.copyOfRange(names, 1, names.length)).takeAsList(ROWS);
    TextTable table = new TextTable(List.of(names), shown.stream().map(RunSummary::isMeasure).toList());
    for (Row row : newest) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < names.length; i++) {
        cells.add(Words.rounded(row.get(i)));
      }
      table.add(cells);
    }
    out.println();
    out.println(mart.name() + ": " + mart.title().en() + " (" + mart.title().vi() + ")");
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
