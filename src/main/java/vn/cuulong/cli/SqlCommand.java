package vn.cuulong.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.cuulong.contract.NearestName;
import vn.cuulong.lake.Lake;
import vn.cuulong.sql.QueryRule;
import vn.cuulong.sql.WarehouseCatalog;

/** Answers a query. */
@picocli.CommandLine.Command(name = "sql", mixinStandardHelpOptions = true,
    description = "Answer a query over clean.x, mart.x and ops.x, with the vn_ functions.",
    footer = {"", "Tables: SHOW TABLES IN clean (mart, ops). Columns: DESCRIBE mart.province_month_tourism.",
        "Functions: vn_number, vn_percent, vn_quantity, vn_money, vn_date, vn_time, vn_period, vn_status, vn_flag,",
        "vn_text, vn_fold, vn_missing, vn_unit_id(text, date)."})
final class SqlCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "QUERY", description = "One query, in quotes.")
  private String query;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
      description = "table, csv or json (one object a line). Default: table")
  private String format;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "200",
      description = "Rows shown at most by the format table; csv and json give all. Default: 200")
  private int rows;

  @Mixin
  private Places places;

  SqlCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ResultFormat form = ResultFormat.of(format);
    SparkSession session = environment.session().apply(places.warehouse());
    places.useCatalog(session);
    try {
      refuseWriting(session);
      Dataset<Row> result = session.sql(query);
      sayWhenNothingIsBuilt(result);
      form.print(result, environment.out(), rows);
    } catch (Exception failure) {
      if (failure instanceof AnalysisException wrong) {
        throw explained(wrong, session);
      }
      throw failure;
    }
    return ExitCode.DONE.number();
  }

  /** Tables that were not built yet are there and empty: with a slip in --warehouse that looks like an answer. */
  private void sayWhenNothingIsBuilt(Dataset<Row> result) {
    boolean reads = ((org.apache.spark.sql.classic.Dataset<Row>) result).queryExecution().analyzed().collectLeaves()
        .exists(leaf -> leaf instanceof org.apache.spark.sql.execution.datasources.v2.DataSourceV2RelationBase
            || leaf instanceof org.apache.spark.sql.execution.datasources.LogicalRelation);
    String warehouse = places.warehouse();
    if (reads && new Lake(null, warehouse).ledger().states().isEmpty()) {
      environment.err().println("note: nothing was built in " + warehouse + " yet, so every table is empty. Name "
          + "another warehouse with --warehouse, or build this one with \"" + Places.command() + " run nightly\".");
    }
  }

  /** A table that is changed behind the ledger's back would no longer be what its files say. */
  private void refuseWriting(SparkSession session) throws ParseException {
    org.apache.spark.sql.classic.SparkSession classic = (org.apache.spark.sql.classic.SparkSession) session;
    if (QueryRule.changes(classic.sessionState().sqlParser().parsePlan(query))) {
      throw CommandFailure.wrongUse("This is no query.", "The command sql reads; it changes nothing.",
          "Tables are built by \"cuulong run\". Write SELECT, SHOW or DESCRIBE.");
    }
  }

  /** True when a table, a function or a column is not there, so that {@link #explained} knows the nearest one. */
  static boolean isUnknownName(AnalysisException wrong) {
    String condition = String.valueOf(wrong.getCondition());
    return condition.startsWith("TABLE_OR_VIEW_NOT_FOUND") || condition.startsWith("UNRESOLVED_ROUTINE")
        || condition.startsWith("UNRESOLVED_COLUMN");
  }

  /** What an invalid query says to a person. */
  static CommandFailure explained(AnalysisException wrong, SparkSession session) {
    String condition = String.valueOf(wrong.getCondition());
    String message = Program.firstLine(wrong);
    if (condition.startsWith("TABLE_OR_VIEW_NOT_FOUND")) {
      String name = plain(wrong.getMessageParameters().get("relationName"));
      return CommandFailure.wrongUse("There is no table \"" + name + "\".", "No contract declares it.",
          TableNames.capital(NearestName.remedy(name, WarehouseCatalog.tableNames(session))));
    }
    if (condition.startsWith("UNRESOLVED_ROUTINE")) {
      String name = plain(wrong.getMessageParameters().get("routineName"));
      return CommandFailure.wrongUse("There is no function \"" + name + "\".",
          "It is neither one of Spark's nor one of the vn_ functions.",
          TableNames.capital(NearestName.remedy(name, WarehouseCatalog.functionNames())));
    }
    if (condition.startsWith("UNRESOLVED_COLUMN")) {
      String name = plain(wrong.getMessageParameters().get("objectName"));
      String proposed = wrong.getMessageParameters().get("proposal");
      List<String> near = proposed == null ? List.of() : List.of(proposed.replace("`", "").split(",\\s*"));
      return CommandFailure.wrongUse("There is no column \"" + name + "\".", "No table of the query has it.",
          near.isEmpty() ? "DESCRIBE a table to see its columns." : TableNames.capital(NearestName.remedy(name, near)));
    }
    return CommandFailure.wrongUse("The query is not valid.", message,
        "Put it right; DESCRIBE a table to see its columns.");
  }

  private static String plain(String quoted) {
    return quoted == null ? "?" : quoted.replace("`", "").replaceFirst("^cuulong\\.", "");
  }
}
