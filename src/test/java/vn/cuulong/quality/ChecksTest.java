package vn.cuulong.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Severity;
import vn.cuulong.contract.TableName;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.table.Schemas;

class ChecksTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

  private static Column column(String name, String type, Double min, Double max) {
    Bilingual text = new Bilingual(name, name);
    return new Column(name, ColumnType.of(type), ValueKind.NONE, null, null, min, max, text, text);
  }

  private static TableContract.Check check(String name, String condition, Severity severity, double tolerance,
      String until) {
    return new TableContract.Check(name, condition, severity, tolerance, until == null ? null : "nguồn chưa sửa",
        until == null ? null : LocalDate.parse(until), new Bilingual("Điều kiện " + name, "Condition " + name));
  }

  private static TableContract contract(String table, TableContract.Check... checks) {
    List<TableContract.ColumnUse> columns = List.of(
        new TableContract.ColumnUse(column("month", "date", null, null), true, false),
        new TableContract.ColumnUse(column("unit_id", "string", null, null), true, false),
        new TableContract.ColumnUse(column("guest_count", "bigint", 0.0, 1000.0), false, false),
        new TableContract.ColumnUse(column("revenue_vnd", "decimal(18,2)", null, 99.99), false, false),
        new TableContract.ColumnUse(column("share", "double", 0.0, 1.0), false, false));
    Bilingual text = new Bilingual("Bảng", "Table");
    return new TableContract(TableName.of(table), text, text, text, List.of("unit_id", "month"), columns, "month",
        Grain.MONTH, List.of(), null, List.of(), Arrays.asList(checks), List.of("month"), List.of("nightly"), List.of(), "tests");
  }

  private static Row row(String unit, Long guests, String revenue, Double share) {
    return RowFactory.create(java.sql.Date.valueOf("2025-01-01"), unit, guests,
        revenue == null ? null : new java.math.BigDecimal(revenue), share);
  }

  private static Dataset<Row> rows(Row... rows) {
    return SparkForTests.session().createDataFrame(new ArrayList<>(Arrays.asList(rows)),
        Schemas.of(contract("mart.m")).asNullable());
  }

  private static CheckResult named(List<CheckResult> results, String name) {
    return results.stream().filter(result -> result.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aTableGetsTheChecksThatFollowFromItsContract() {
    List<CheckResult> results = new Checks(contract("mart.m")).evaluate(rows(row("a", 1L, "2.00", 0.5)), TODAY);
    assertThat(results).extracting(CheckResult::name).containsExactly(
        "required_columns", "range_guest_count", "range_revenue_vnd", "range_share", "key_unique");
    assertThat(results).allMatch(CheckResult::passed).noneMatch(CheckResult::holds);
    assertThat(results.get(0).message().en()).isEqualTo("Every required column has a value: true for all 1 rows.");
  }

  @Test
  void aMissingRequiredValueHolds() {
    CheckResult result = named(new Checks(contract("mart.m")).evaluate(
        rows(row(null, 1L, null, null), row("b", 1L, null, null)), TODAY), "required_columns");
    assertThat(result.broken()).isEqualTo(1);
    assertThat(result.holds()).isTrue();
    assertThat(result.message().vi()).isEqualTo("Mọi cột bắt buộc đều có giá trị: sai ở 1 trên 2 dòng (50 %).");
  }

  @Test
  void valuesOnABoundAreRightAndThoseBeyondAreNot() {
    List<CheckResult> results = new Checks(contract("mart.m")).evaluate(rows(
        row("a", 0L, "99.99", 0.0), row("b", 1000L, "-5.00", 1.0), row("c", 1001L, "100.00", 1.000001),
        row("d", -1L, null, -0.1), row("e", null, null, null)), TODAY);
    assertThat(named(results, "range_guest_count").broken()).isEqualTo(2);
    assertThat(named(results, "range_revenue_vnd").broken()).isEqualTo(1);
    assertThat(named(results, "range_share").broken()).isEqualTo(2);
  }

  @Test
  void aKeyThatTwoRowsHaveHoldsAMart() {
    CheckResult result = named(new Checks(contract("mart.m")).evaluate(
        rows(row("a", 1L, null, null), row("a", 2L, null, null), row("b", 2L, null, null)), TODAY), "key_unique");
    assertThat(result.broken()).isEqualTo(2);
    assertThat(result.holds()).isTrue();
  }

  @Test
  void aCleanTableIsDedupedElsewhereAndHasNoKeyCheck() {
    assertThat(new Checks(contract("clean.m")).evaluate(rows(row("a", 1L, null, null)), TODAY))
        .extracting(CheckResult::name).doesNotContain("key_unique");
  }

  @Test
  void aConditionThatIsNullCountsAsRight() {
    CheckResult result = named(new Checks(contract("clean.m",
        check("few_guests", "guest_count < 10", Severity.HOLD, 0, null))).evaluate(
        rows(row("a", null, null, null), row("b", 50L, null, null), row("c", 5L, null, null)), TODAY), "few_guests");
    assertThat(result.broken()).isEqualTo(1);
    assertThat(result.rows()).isEqualTo(3);
  }

  @Test
  void aShareWithinTheToleranceIsReportedAndDoesNotHold() {
    Checks checks = new Checks(contract("clean.m", check("few", "guest_count < 10", Severity.HOLD, 0.25, null)));
    Row bad = row("b", 50L, null, null);
    Row good = row("c", 5L, null, null);
    CheckResult quarter = named(checks.evaluate(rows(bad, good, good, good), TODAY), "few");
    assertThat(quarter.passed()).isTrue();
    assertThat(quarter.broken()).isEqualTo(1);
    assertThat(quarter.message().en()).endsWith("broken by 1 of 4 rows (25 %), 25 % are tolerated.");
    assertThat(named(checks.evaluate(rows(bad, good, good), TODAY), "few").holds()).isTrue();
  }

  @Test
  void aWarningNeverHolds() {
    CheckResult result = named(new Checks(contract("clean.m",
        check("few", "guest_count < 10", Severity.WARN, 0, null))).evaluate(rows(row("b", 50L, null, null)), TODAY),
        "few");
    assertThat(result.passed()).isFalse();
    assertThat(result.holds()).isFalse();
  }

  @Test
  void aWeakenedCheckIsAtFullStrengthAfterItsDay() {
    Checks checks = new Checks(contract("clean.m",
        check("few", "guest_count < 10", Severity.WARN, 0.9, "2026-01-15")));
    Dataset<Row> rows = rows(row("b", 50L, null, null), row("c", 5L, null, null));
    assertThat(named(checks.evaluate(rows, LocalDate.parse("2026-01-15")), "few").passed()).isTrue();
    assertThat(named(checks.evaluate(rows, LocalDate.parse("2026-01-16")), "few").holds()).isTrue();
  }

  @Test
  void aCheckOnNoRowsSaysThatItHasProvenNothing() {
    for (String table : List.of("mart.m", "clean.m")) {
      List<CheckResult> results = new Checks(contract(table)).evaluate(rows(), TODAY);
      assertThat(results).allMatch(CheckResult::passed).allMatch(result -> result.rows() == 0);
      assertThat(results.get(0).message().en()).endsWith("evaluated on no rows, so it has proven nothing.");
      assertThat(results.get(0).message().vi()).endsWith("không có dòng nào để kiểm tra, nên chưa chứng minh được gì.");
    }
  }

  @Test
  void stagedRowsAreNotLookedThroughAgainForRequiredColumns() {
    List<CheckResult> results = new Checks(contract("mart.m")).evaluateStaged(
        rows(row("a", 1L, "2.00", 0.5), row("b", 1L, "2.00", 0.5)), TODAY);
    assertThat(results.get(0).name()).isEqualTo("required_columns");
    assertThat(results.get(0).rows()).isEqualTo(2);
  }

  @Test
  void aConditionThatCannotBeEvaluatedIsNamed() {
    Dataset<Row> rows = rows(row("a", 0L, null, null));
    assertThatThrownBy(() -> new Checks(contract("clean.m", check("fine", "guest_count >= 0", Severity.HOLD, 0, null),
        check("divides", "1 / guest_count > 0", Severity.HOLD, 0, null))).evaluate(rows, TODAY))
        .isInstanceOf(CheckException.class).hasMessageContaining("clean.m: the check divides cannot be evaluated")
        .hasMessageContaining("Remedy");
    assertThatThrownBy(() -> new Checks(contract("clean.m", check("typo", "guest_cuont > 0", Severity.HOLD, 0, null)))
        .evaluate(rows, TODAY)).isInstanceOf(CheckException.class).hasMessageContaining("guest_cuont");
  }

  @Test
  void aLostFileIsNotTheFaultOfACheck(@TempDir Path temp) throws IOException {
    String folder = temp.resolve("rows").toString();
    rows(row("a", 1L, null, null)).write().parquet(folder);
    Dataset<Row> rows = SparkForTests.session().read().parquet(folder);
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    assertThatThrownBy(() -> new Checks(contract("clean.m")).evaluate(rows, TODAY))
        .isNotInstanceOf(CheckException.class).hasMessageContaining(".parquet");
  }
}
