package vn.cuulong.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Severity;

/**
 * The checks of one contract: those it states, and those that follow from it: {@code required_columns}, a
 * {@code range_<column>} for each column with a least or greatest value, and {@code key_unique} for a mart.
 */
public final class Checks {
  private static final String ROWS = "rows";
  /** Classes of SQLSTATE: feature not supported, cardinality violation, data exception, syntax error or unknown name. */
  private static final Set<String> OF_SQL = Set.of("0A", "21", "22", "42");

  private final TableContract contract;

  /** The checks of a table. */
  public Checks(TableContract contract) {
    this.contract = contract;
  }

  /** A check with the SQL that is true for a right row; null counts as right. */
  private record Rule(String name, Column right, Severity severity, double tolerance, Bilingual message) {}

  /**
   * Evaluates all of them, in one aggregation that reads only the columns they name.
   *
   * @param rows the rows of a table or of a part of it
   * @param day the day of the run: a check that was weakened until an earlier day is at full strength again
   * @return one result per check, in a fixed order
   * @throws CheckException when a condition cannot be evaluated
   */
  public List<CheckResult> evaluate(Dataset<Row> rows, LocalDate day) {
    return results(rules(required(false), true, day), rows);
  }

  /**
   * The same for rows that the lake has staged. It refuses a row that lacks a required column while it writes, and
   * landing rejects a clean row with a value out of range while it reads: those columns are not read again, which on a
   * large table is most of the cost.
   */
  public List<CheckResult> evaluateStaged(Dataset<Row> rows, LocalDate day) {
    return results(rules(required(true), !contract.name().layer().equals("clean"), day), rows);
  }

  private List<Rule> rules(Rule required, boolean ranges, LocalDate day) {
    List<Rule> rules = new ArrayList<>(List.of(required));
    for (TableContract.ColumnUse use : contract.columns()) {
      if (ranges && (use.column().min() != null || use.column().max() != null)) {
        rules.add(range(use.column()));
      }
    }
    for (TableContract.Check check : contract.checks()) {
      boolean weakeningOver = check.until() != null && day.isAfter(check.until());
      rules.add(new Rule(check.name(), expr(check.condition()), weakeningOver ? Severity.HOLD : check.severity(),
          weakeningOver ? 0 : check.tolerance(), check.message()));
    }
    return rules;
  }

  private Rule required(boolean proven) {
    Column right = lit(true);
    for (TableContract.ColumnUse use : contract.columns()) {
      if (use.required() && !proven) {
        right = right.and(new Column(use.name()).isNotNull());
      }
    }
    return new Rule("required_columns", right, Severity.HOLD, 0,
        new Bilingual("Mọi cột bắt buộc đều có giá trị", "Every required column has a value"));
  }

  private static Rule range(vn.cuulong.contract.Column column) {
    Column value = new Column(column.name());
    Column right = lit(true);
    if (column.min() != null) {
      right = right.and(value.geq(bound(column, column.min())));
    }
    if (column.max() != null) {
      right = right.and(value.leq(bound(column, column.max())));
    }
    String least = column.min() == null ? "-∞" : plain(column.min());
    String greatest = column.max() == null ? "+∞" : plain(column.max());
    return new Rule("range_" + column.name(), right, Severity.HOLD, 0, new Bilingual(
        "Giá trị của cột " + column.name() + " nằm trong khoảng từ " + least + " đến " + greatest,
        "Values of column " + column.name() + " lie between " + least + " and " + greatest));
  }

  /** A bound in the type of its column, so that no value is rounded by the comparison. */
  private static Column bound(vn.cuulong.contract.Column column, double bound) {
    boolean exact = column.type().base() != ColumnType.Base.DOUBLE;
    return exact ? lit(new java.math.BigDecimal(plain(bound))) : lit(bound);
  }

  private static String plain(double bound) {
    return java.math.BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  private List<CheckResult> results(List<Rule> rules, Dataset<Row> rows) {
    boolean unique = contract.name().layer().equals("mart") && !contract.key().isEmpty();
    Row counts = counts(rules, rows, unique);
    long all = counts.getLong(0);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      results.add(result(rules.get(i), all, counts.getLong(i + 1)));
    }
    if (unique) {
      String key = String.join(", ", contract.key());
      results.add(result(new Rule("key_unique", null, Severity.HOLD, 0, new Bilingual(
          "Mỗi khóa (" + key + ") chỉ có một dòng", "Each key (" + key + ") has one row")), all,
          counts.getLong(rules.size() + 1)));
    }
    return results;
  }

  /** Rows, broken rows per rule and, when asked for, rows whose key another row has: in one row. */
  private Row counts(List<Rule> rules, Dataset<Row> rows, boolean unique) {
    try {
      return unique ? byKey(rules, rows).first() : atOnce(rules, rows).first();
    } catch (Exception e) {
      throw blamed(rules, rows, e);
    }
  }

  private static Dataset<Row> atOnce(List<Rule> rules, Dataset<Row> rows) {
    return rows.agg(count(lit(1)).as(ROWS), broken(rules));
  }

  /** Groups by key first and adds the groups up, so that uniqueness costs no pass of its own. */
  private Dataset<Row> byKey(List<Rule> rules, Dataset<Row> rows) {
    Column[] key = contract.key().stream().map(rows::col).toArray(Column[]::new);
    Dataset<Row> groups = rows.groupBy(key).agg(count(lit(1)).as(ROWS), broken(rules));
    List<Column> sums = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      sums.add(orZero(sum(groups.col("broken_" + i))));
    }
    Column size = groups.col(ROWS);
    sums.add(orZero(sum(when(size.gt(1), size))));
    return groups.agg(orZero(sum(size)), sums.toArray(Column[]::new));
  }

  private static Column[] broken(List<Rule> rules) {
    Column[] broken = new Column[rules.size()];
    for (int i = 0; i < broken.length; i++) {
      broken[i] = count_if(not(rules.get(i).right())).as("broken_" + i);
    }
    return broken;
  }

  private static Column orZero(Column value) {
    return coalesce(value, lit(0L));
  }

  /** Finds the rule that cannot be evaluated; a failure that none of them causes is passed on as it is. */
  private RuntimeException blamed(List<Rule> rules, Dataset<Row> rows, Exception failure) {
    List<Rule> suspects = isOfSql(failure) ? rules : List.of();
    for (Rule rule : suspects) {
      try {
        atOnce(List.of(rule), rows).first();
      } catch (Exception e) {
        return new CheckException(contract.name() + ": the check " + rule.name() + " cannot be evaluated.",
            firstLine(e), "Correct its condition in table.yml: it is SQL over one row and must not fail on any row; "
            + "try_divide, try_cast and the like give null, which counts as right.", e);
      }
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  /** True when a value or a name is wrong, by the class of its SQLSTATE; a lost file or executor is no rule's fault. */
  private static boolean isOfSql(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String state = each instanceof SparkThrowable known ? known.getSqlState() : null;
      if (state != null && OF_SQL.contains(state.substring(0, 2))) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static CheckResult result(Rule rule, long rows, long broken) {
    boolean passed = broken <= rule.tolerance() * rows;
    return new CheckResult(rule.name(), rule.severity(), rows, broken, passed, Findings.of(
        rule.message(), rows, broken, rule.tolerance()));
  }
}
