package vn.cuulong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Severity;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.MartBuilds;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;

/** The builds of the marts in tests, and what every result of one must hold. */
public final class TableBuilds {
  private TableBuilds() {}

  private static final Jobs JOBS = JobsReader.shipped();

  /** The build of a mart of the contracts that ship. */
  public static TableBuild of(TableName name) {
    return MartBuilds.of(name, JOBS);
  }

  /** The schema without its promise that columns are never null. */
  public static StructType nullable(StructType schema) {
    return new StructType(Arrays.stream(schema.fields())
        .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
        .toArray(StructField[]::new));
  }

  /** Fails unless a result has the columns and types of its contract, in any order. */
  public static void assertSchema(Dataset<Row> built, TableContract table) {
    assertThat(types(built.schema())).containsExactlyInAnyOrderElementsOf(types(Schemas.of(table)));
  }

  private static List<String> types(StructType schema) {
    return Arrays.stream(schema.fields()).map(field -> field.name() + " " + field.dataType().catalogString()).toList();
  }

  /** The rows of a result, after schema, key, required columns, interval and checks of the contract were looked at. */
  public static List<Row> checked(Dataset<Row> built, TableContract table, Interval interval) {
    assertSchema(built, table);
    List<String> columns = new ArrayList<>(List.of("*"));
    table.checks().forEach(check ->
        columns.add("coalesce(" + check.condition() + ", true) AS `check " + check.name() + "`"));
    List<Row> rows = built.selectExpr(columns.toArray(String[]::new)).collectAsList();
    Set<List<Object>> keys = new HashSet<>();
    for (Row row : rows) {
      List<Object> key = table.key().stream().map(column -> (Object) row.getAs(column)).toList();
      assertThat(keys.add(key)).as("%s stands once", key).isTrue();
      assertThat(table.isWhole()
          || interval.holds(java.time.LocalDate.parse(row.getAs(table.intervalColumn()).toString())))
          .as("%s lies in the interval", key).isTrue();
      table.columns().stream().filter(TableContract.ColumnUse::required).forEach(use ->
          assertThat((Object) row.getAs(use.name())).as("%s of %s", use.name(), key).isNotNull());
      table.checks().stream().filter(check -> check.severity() == Severity.HOLD).forEach(check ->
          assertThat((Boolean) row.getAs("check " + check.name())).as("check %s on %s", check.name(), row).isTrue());
    }
    return rows;
  }
}
