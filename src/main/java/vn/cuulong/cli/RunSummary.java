package vn.cuulong.cli;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.territory.Basis;
import vn.cuulong.watch.RunReport;

/** The end of a run: how it went, where the results are, and a glance at them. */
final class RunSummary {
  private static final int ROWS = 6;
  private static final int MEASURES = 3;
  private static final String BASIS = "boundary_basis";
  private static final String ORIGIN = "data_origin";
  private static final TableName BACKTEST = TableName.of("mart.estimate_backtest");

  private final Environment environment;
  private final Jobs jobs;
  private final String warehouse;

  RunSummary(Environment environment, Jobs jobs, String warehouse) {
    this.environment = environment;
    this.jobs = jobs;
    this.warehouse = warehouse;
  }

  void print(RunReport report) {
    List<TableOutcome> outcomes = report.outcomes();
    PrintStream out = environment.out();
    long built = count(outcomes, "built");
    long nothing = count(outcomes, "nothing_to_do");
    long troubled = outcomes.size() - built - nothing;
    out.println();
    long refused = outcomes.stream().filter(Built.class::isInstance).map(Built.class::cast)
        .mapToLong(table -> table.rejectedFiles().size()).sum();
    out.println((troubled + refused == 0 ? "Done" : "Ended with trouble") + " in " + Words.seconds(report.seconds()) + ": "
        + Words.counted(built, "table") + " built, " + nothing + " with nothing to do"
        + (troubled == 0 ? "" : ", " + troubled + " in trouble (above)")
        + (refused == 0 ? "." : ", " + Words.counted(refused, "file") + " not used (above)."));
    report.books().forEach(out::println);
    out.println("Results: " + warehouse);
    String option = warehouse.equals(Places.absolute("warehouse")) ? "" : " --warehouse " + quoted(warehouse);
    Optional<TableContract> mart = lastMart(outcomes);
    if (mart.isPresent()) {
      glance(mart.get(), out, option);
      backTest(outcomes, out);
    } else {
      out.println("What became of each file: " + Places.command() + " sql \"SELECT path, status, read_count, "
          + "accepted_count, rejected_count FROM ops.file\"" + option);
      out.println("How the tables are:       " + Places.command() + " status" + option);
    }
  }

  private static long count(List<TableOutcome> outcomes, String word) {
    return outcomes.stream().filter(outcome -> outcome.word().equals(word)).count();
  }

  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private Optional<TableContract> lastMart(List<TableOutcome> outcomes) {
    return outcomes.stream()
        .filter(Built.class::isInstance).map(Built.class::cast)
        .filter(built -> built.table().layer().equals("mart") && built.rows() > 0)
        .map(Built::table).map(jobs.tables()::get).reduce((first, last) -> last);
  }

  /** The newest month of a mart, on the map of today where it has one, and how to go on from it. */
  private void glance(TableContract mart, PrintStream out, String option) {
    List<ColumnUse> shown = new ArrayList<>();
    mart.key().forEach(key -> mart.column(key).ifPresent(shown::add));
    mart.columns().stream()
        .filter(use -> !mart.key().contains(use.name()) && isMeasure(use) && use.column().unit() != null)
        .limit(MEASURES).forEach(shown::add);
    String measure = shown.get(mart.key().size()).name();
    mart.column(ORIGIN).ifPresent(shown::add);
    String[] names = shown.stream().map(ColumnUse::name).toArray(String[]::new);
    Dataset<Row> rows = new Lake(environment.session().apply(warehouse), warehouse).read(mart.name());
    if (mart.column(BASIS).isPresent()) {
      rows = rows.filter(col(BASIS).equalTo(Basis.UNITS_2025.code()));
    }
    List<Row> newest = rows.filter(col(measure).isNotNull()).orderBy(col(newest(mart)).desc(), col(names[0]))
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
    if (mart.column(ORIGIN).isPresent() && newest.stream().anyMatch(row -> "synthetic".equals(row.getAs(ORIGIN)))) {
      Bilingual warning = jobs.dictionary().warnings().get("synthetic_demonstration");
      out.println("  " + warning.vi());
      out.println("  " + warning.en());
    }
    out.println();
    if (!newest.isEmpty()) {
      goingOn(mart, measure, newest.get(0), out, option);
    }
  }

  /** Two commands that can be copied: a query, and the trace of the first number shown. */
  private static void goingOn(TableContract mart, String measure, Row first, PrintStream out, String option) {
    List<String> keys = new ArrayList<>();
    mart.key().forEach(key -> keys.add(key + " = '" + first.getAs(key) + "'"));
    String map = mart.column(BASIS).isPresent() ? " WHERE " + BASIS + " = '" + Basis.UNITS_2025.code() + "'" : "";
    out.println("Look at more:              " + Places.command() + " sql \"SELECT "
        + String.join(", ", mart.key()) + ", " + measure + " FROM " + mart.name() + map + " ORDER BY "
        + newest(mart) + " DESC LIMIT 50\"" + option);
    out.println("Where a number comes from: " + Places.command() + " trace " + mart.name() + " --column " + measure
        + " --where \"" + String.join(" AND ", keys) + "\"" + option);
  }

  /** How good the estimates are, whenever they were tested again. */
  private void backTest(List<TableOutcome> outcomes, PrintStream out) {
    if (outcomes.stream().noneMatch(outcome -> outcome instanceof Built && outcome.table().equals(BACKTEST))) {
      return;
    }
    List<Row> kinds = new Lake(environment.session().apply(warehouse), warehouse).read(BACKTEST)
        .groupBy("backtest_kind").agg(functions.count(lit(1)), count_if(col("is_covered")), avg("absolute_error_points"))
        .orderBy("backtest_kind").collectAsList();
    out.println("Back-test: published values that were left out, estimated, and compared");
    for (Row kind : kinds) {
      if (kind.getString(0).equals("nation_first_release")) {
        // Nothing was left out: the deviation of a first release is taken from the same revisions.
        out.println("  " + kind.getString(0) + ": no trial; " + kind.getLong(1)
            + " first releases against the newest, mean absolute error " + Words.rounded(kind.getDouble(3)) + " points");
        continue;
      }
      out.println("  " + kind.getString(0) + ": " + kind.getLong(2) + " of " + kind.getLong(1)
          + " within the 95 % interval, mean absolute error " + Words.rounded(kind.getDouble(3)) + " points");
    }
    out.println();
  }

  private static String newest(TableContract mart) {
    return mart.dayColumn().orElse(mart.key().get(0));
  }

  private static boolean isMeasure(ColumnUse use) {
    return switch (use.column().type().base()) {
      case BIGINT, DECIMAL, DOUBLE -> true;
      default -> false;
    };
  }
}
