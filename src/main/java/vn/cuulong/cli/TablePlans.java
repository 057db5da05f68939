package vn.cuulong.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.Problem;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Check;
import vn.cuulong.run.MartBuilds;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;

/**
 * The plan of every table on inputs without rows: a mart gives the columns that its contract promises, reads only
 * what it declares, and every check is SQL over its columns.
 */
final class TablePlans {
  private final SparkSession session;
  private final Jobs jobs;

  TablePlans(SparkSession session, Jobs jobs) {
    this.session = session;
    this.jobs = jobs;
  }

  /** What is wrong, in flow order. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (TableContract table : jobs.tables().values()) {
      if (table.name().layer().equals("mart")) {
        problems.addAll(build(table));
      }
      for (Check check : table.checks()) {
        condition(table, check, problems);
      }
    }
    return problems;
  }

  private void condition(TableContract table, Check check, List<Problem> problems) {
    try {
      empty(table).filter(check.condition()).schema();
    } catch (Exception wrong) {
      problems.add(problem(table, "the check " + check.name() + " is not a condition on a row",
          Program.firstLine(wrong), "write SQL that is true or false for one row of the table"));
    }
  }

  private List<Problem> build(TableContract table) {
    Dataset<Row> built;
    try {
      TableBuild build = MartBuilds.of(table.name(), jobs);
      built = build.build(inputs(table), new Interval(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1)));
    } catch (Exception wrong) {
      return List.of(problem(table, "its plan does not stand", Program.firstLine(wrong),
          "make the class and the contracts of its inputs agree"));
    }
    return compare(table, built.schema());
  }

  private List<Problem> compare(TableContract table, StructType built) {
    List<Problem> problems = new ArrayList<>();
    StructType promised = Schemas.of(table);
    Set<String> names = Set.of(built.fieldNames());
    for (StructField field : promised.fields()) {
      if (!names.contains(field.name())) {
        problems.add(problem(table, "the column " + field.name() + " is promised and not built",
            "the class gives " + String.join(", ", built.fieldNames()),
            NearestName.of(field.name(), names).map(near -> "did you mean " + near + "?")
                .orElse("build it, or take it out of the contract")));
        continue;
      }
      StructField given = built.apply(field.name());
      if (!given.dataType().sameType(field.dataType())) {
        problems.add(problem(table, "the column " + field.name() + " has another type than promised",
            "promised " + field.dataType().simpleString() + ", built " + given.dataType().simpleString(),
            "cast it in the class, or change the dictionary"));
      }
    }
    for (String name : built.fieldNames()) {
      if (!List.of(promised.fieldNames()).contains(name)) {
        problems.add(problem(table, "the column " + name + " is built and not promised",
            "the contract does not name it", "add it to the contract, or leave it out of the class"));
      }
    }
    return problems;
  }

  private Inputs inputs(TableContract table) {
    return name -> table.inputs().stream()
        .filter(input -> input.table().toString().equals(name)).findFirst()
        .map(input -> empty(jobs.tables().get(input.table())))
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " does not declare the input " + name));
  }

  private Dataset<Row> empty(TableContract table) {
    return session.createDataFrame(List.of(), Schemas.of(table));
  }

  private static Problem problem(TableContract table, String problem, String cause, String remedy) {
    String folder = table.name().layer().equals("mart") ? "3-marts" : "2-clean";
    return new Problem("jobs/" + folder + "/" + table.name().name() + "/table.yml", 0, problem, cause, remedy);
  }
}
