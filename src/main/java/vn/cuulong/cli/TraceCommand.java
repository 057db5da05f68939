package vn.cuulong.cli;

import java.io.PrintStream;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/** Leads from one number to the files, lines and issues behind it. */
@Command(name = "trace", mixinStandardHelpOptions = true,
    description = "Lead from one number to the files, lines and issues behind it.",
    footer = {"", "  cuulong trace mart.province_month_tourism --column guest_count \\",
        "    --where \"unit_id = 'can-tho-2025' AND boundary_basis = 'units_2025' AND month = '2025-03-01'\""})
final class TraceCommand implements Callable<Integer> {
  private static final int ROWS_LISTED = 10;

  private final Environment environment;

  @Parameters(paramLabel = "TABLE", description = "A mart or a clean table.")
  private String tableName;

  @Option(names = "--column", paramLabel = "C", required = true, description = "The column of the number.")
  private String columnName;

  @Option(names = "--where", paramLabel = "SQL", required = true,
      description = "A condition that is true for the row. Of a mart it names one row: unit_id, boundary_basis, month.")
  private String where;

  @Option(names = "--lines", paramLabel = "N", defaultValue = "3",
      description = "Lines shown of each file, those with issues first. Default: 3")
  private int lines;

  @Mixin
  private LandingPlace landing;

  @Mixin
  private Places places;

  private Jobs jobs;
  private Lake lake;
  private PrintStream out;
  private TraceLines files;

  TraceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    jobs = places.readJobs();
    out = environment.out();
    TableContract table = jobs.tables().get(TableNames.known(jobs, tableName, Set.of()));
    refuseUnknownColumn(table);
    SparkSession session = environment.session().apply(places.warehouse());
    lake = new Lake(session, places.warehouse());
    if (!lake.exists(table.name())) {
      throw new CommandFailure(ExitCode.NOT_READY, table.name() + " was not built yet.",
          "There is no such table in " + lake.warehouse() + ".",
          "Build it with \"" + Places.command() + " run " + table.schedules().get(0) + "\", or name another --warehouse.");
    }
    Configuration conf = session.sparkContext().hadoopConfiguration();
    files = new TraceLines(jobs, lake.ledger(), new LandingFolder(conf, landing.landing(environment.home())), conf,
        out, lines);
    Dataset<Row> rows = matching(table, session);
    if (table.name().layer().equals("clean")) {
      clean(table, rows);
    } else {
      mart(table, rows);
    }
    return ExitCode.DONE.number();
  }

  private void refuseUnknownColumn(TableContract table) {
    List<String> columns = List.of(Schemas.of(table).fieldNames());
    if (!columns.contains(columnName)) {
      throw CommandFailure.wrongUse("There is no column \"" + columnName + "\" in " + table.name() + ".",
          "Its contract does not name it.", TableNames.capital(NearestName.remedy(columnName, columns)));
    }
  }

  private Dataset<Row> matching(TableContract table, SparkSession session) {
    try {
      return lake.read(table.name()).filter(where);
    } catch (Exception wrong) {
      if (wrong instanceof AnalysisException unresolved && SqlCommand.isUnknownName(unresolved)) {
        throw SqlCommand.explained(unresolved, session);
      }
      if (wrong instanceof AnalysisException) {
        throw CommandFailure.wrongUse("The condition behind --where is not valid.", Program.firstLine(wrong),
            "Write SQL over the columns of " + table.name() + ": \"unit_id = 'can-tho-2025'\".");
      }
      throw wrong;
    }
  }

  private void clean(TableContract table, Dataset<Row> rows) {
    if (rows.isEmpty()) {
      refuse(table, List.of());
    }
    files.shown(table, rows, columnName);
  }

  private void mart(TableContract table, Dataset<Row> rows) {
    List<Row> found = rows.takeAsList(ROWS_LISTED + 1);
    if (found.size() != 1) {
      refuse(table, found);
    }
    Row row = found.get(0);
    describe(table, row);
    LocalDate start = table.dayColumn().map(column -> day(row.getAs(column))).orElse(null);
    Interval interval = table.isWhole() ? Interval.ALWAYS : new Interval(start, table.intervalGrain().next(start));
    Set<String> units = units(table, row, start);
    out.println();
    out.println(units.isEmpty() ? "Made of all of:" : "Made of the records of " + String.join(", ", units) + ":");
    for (Input input : table.inputs()) {
      input(table, input, interval, units);
    }
  }

  /** The units whose records may be in the row; none when the table is not one of units. */
  private static Set<String> units(TableContract table, Row row, LocalDate day) {
    if (day == null || !table.key().containsAll(List.of("unit_id", "boundary_basis"))) {
      return Set.of();
    }
    return new Contributors(Territory.standard())
        .of(row.getAs("unit_id"), Basis.of(row.getAs("boundary_basis")), day);
  }

  private void input(TableContract table, Input input, Interval interval, Set<String> units) {
    out.println();
    if (input.table().equals(table.name())) {
      out.println(table.isWhole() ? input.table() + ": its own rows so far, which only say what is there already."
          : input.table() + ": its own " + input.lookback()
          + " months before, for growth and sums of twelve months. Trace such a month in the same way.");
      return;
    }
    TableContract source = jobs.tables().get(input.table());
    if (!lake.exists(source.name()) || !source.name().layer().equals("clean")) {
      boolean built = lake.exists(source.name());
      out.println(input.table() + (built ? ": a mart. Trace it in the same way." : ": not built."));
      return;
    }
    String places = source.columns().stream().filter(use -> use.column().kind() == ValueKind.UNIT)
        .map(use -> use.name() + " IN (" + units.stream().map(unit -> "'" + unit + "'")
            .collect(Collectors.joining(", ")) + ")").collect(Collectors.joining(" OR "));
    places = units.isEmpty() ? "" : places;
    String days = input.lookback() < 0 ? "true" : source.intervalColumn() + " >= DATE'"
        + table.intervalGrain().plus(interval.start(), -input.lookback()) + "' AND " + source.intervalColumn()
        + " < DATE'" + interval.end() + "'";
    String condition = days + (places.isEmpty() ? "" : " AND (" + places + ")");
    out.println(source.name() + " where " + condition);
    files.shown(source, lake.read(source.name()).filter(condition),
        source.column(columnName).isPresent() ? columnName : null);
  }

  private void describe(TableContract table, Row row) {
    ColumnUse use = table.column(columnName).orElse(null);
    out.println(table.name() + ", version " + lake.version(table.name()).orElse(-1L));
    for (String key : table.key()) {
      out.println("  " + key + " = " + Words.value(row.getAs(key)));
    }
    Object value = row.getAs(columnName);
    out.println("  " + columnName + " = " + (value == null ? "(no value)" : Words.value(value)));
    if (use != null) {
      Column column = use.column();
      out.println("    " + column.title().vi() + ": " + column.definition().vi());
      out.println("    " + column.title().en() + ": " + column.definition().en());
    }
    Set<String> names = new TreeSet<>(List.of(row.schema().fieldNames()));
    for (String trust : List.of("status", "data_origin", "is_estimated")) {
      if (names.contains(trust)) {
        out.println("  " + trust + " = " + Words.value(row.getAs(trust)));
      }
    }
    String interval = table.isWhole() ? "" : day(row.getAs(table.intervalColumn())).toString();
    BuiltInterval built = lake.ledger().state(table.name()).builtIntervals().get(interval);
    if (built != null) {
      out.println("  built by run " + built.runId());
    }
  }

  private void refuse(TableContract table, List<Row> found) {
    if (found.isEmpty()) {
      throw CommandFailure.wrongUse("No row of " + table.name() + " fulfils the condition.", where,
          "Look at the rows there are: " + Places.command() + " sql \"SELECT DISTINCT " + String.join(", ", table.key())
              + " FROM " + table.name() + "\"." + (where.chars().anyMatch(c -> c > '\u007f')
              ? " Places are named by their ids, such as vinh-long-2025." : ""));
    }
    List<String> rows = new ArrayList<>();
    for (Row row : found.subList(0, Math.min(ROWS_LISTED, found.size()))) {
      rows.add(table.key().stream().map(key -> key + "=" + Words.value(row.getAs(key)))
          .collect(Collectors.joining(", ")));
    }
    String more = found.size() > ROWS_LISTED ? "\n         and more" : "";
    throw CommandFailure.wrongUse("The condition is true for more than one row of " + table.name() + ".",
        "These fulfil it:\n         " + String.join("\n         ", rows) + more,
        "Name all of " + String.join(", ", table.key()) + " behind --where.");
  }

  private static LocalDate day(Object value) {
    return value instanceof Date day ? day.toLocalDate() : (LocalDate) value;
  }
}
