package vn.cuulong.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.table.Schemas;

class WarehouseCatalogTest {
  @TempDir
  static Path folder;

  private static SparkSession session;
  private static String warehouse;

  @BeforeAll
  static void openWarehouse() {
    session = SparkForTests.session().newSession();
    warehouse = folder.resolve("kho dữ liệu").toString();
    WarehouseCatalog.use(session, warehouse, null);
  }

  static List<String[]> functions() throws IOException {
    try (BufferedReader cases = new BufferedReader(new InputStreamReader(
        WarehouseCatalogTest.class.getResourceAsStream("/cases/sql/functions.csv"), StandardCharsets.UTF_8))) {
      return cases.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|", -1)).toList();
    }
  }

  @Test
  void functions_give_what_the_rules_give() throws IOException {
    List<String[]> cases = functions();
    StringBuilder sql = new StringBuilder();
    for (String[] each : cases) {
      sql.append(sql.length() == 0 ? "SELECT " : ", ").append("CAST(").append(each[0]).append(" AS STRING)");
    }
    Row row = session.sql(sql.toString()).head();
    for (int i = 0; i < cases.size(); i++) {
      String given = row.getString(i);
      if (given != null && given.contains(".") && given.endsWith("0")) {
        given = given.replaceAll("\\.?0+$", "");
      }
      assertThat(given == null ? "" : given).as(cases.get(i)[0]).isEqualTo(cases.get(i)[1]);
    }
  }

  @Test
  void functions_run_in_generated_code_over_rows_with_nulls() {
    List<Row> rows = session.sql("SELECT id, vn_quantity(IF(id % 3 = 0, NULL, concat(id, ' nghìn lượt'))) AS count, "
        + "vn_unit_id('Vĩnh Long', IF(id % 2 = 0, NULL, DATE'2025-01-01')) AS unit "
        + "FROM range(0, 1000, 1, 4) ORDER BY id")
        .collectAsList();
    assertThat(rows).hasSize(1000);
    assertThat(rows.get(3).isNullAt(1)).isTrue();
    assertThat(rows.get(4).getLong(1)).isEqualTo(4000);
    assertThat(rows.get(4).isNullAt(2)).isTrue();
    assertThat(rows.get(5).getString(2)).isEqualTo("vinh-long-2004");
  }

  @Test
  void a_wrong_number_of_arguments_says_how_to_call_the_function() {
    assertThatThrownBy(() -> session.sql("SELECT vn_unit_id('Vĩnh Long')").head())
        .hasMessageContaining("vn_unit_id(text, day");
  }

  @Test
  void a_wrong_word_is_answered_with_the_nearest_right_one() {
    assertThatThrownBy(() -> session.sql("SELECT vn_date('1/2/2025', 'dym')").head())
        .hasStackTraceContaining("did you mean \"dmy\"");
  }

  @Test
  void tables_that_were_not_built_are_there_without_rows() {
    assertThat(session.sql("SELECT count(*) FROM mart.province_month_tourism").head().getLong(0)).isZero();
    assertThat(session.sql("SELECT * FROM ops.reject").columns()).contains("raw", "codes");
    assertThat(session.sql("SELECT * FROM ops.run").collectAsList()).isEmpty();
    assertThat(session.sql("SELECT * FROM clean.tourism_stay").schema().fieldNames())
        .isEqualTo(Schemas.of(JobsReader.shipped().tables().get(TableName.of("clean.tourism_stay"))).fieldNames());
  }

  @Test
  void tables_of_all_layers_are_listed() {
    assertThat(session.sql("SHOW TABLES IN ops").collectAsList().stream().map(row -> row.getString(1)))
        .contains("book", "file", "outcome", "quality", "reject", "run");
    assertThat(session.sql("SHOW TABLES IN clean").count()).isEqualTo(11);
  }

  @Test
  void a_built_table_is_read_and_joined_with_the_ledger() {
    Lake lake = new Lake(session, warehouse);
    TableName reject = new TableName("ops", "reject");
    session.sql("SELECT 'clean.tourism_stay' AS table_name, 's' AS source_id, 'f' AS file_id, 'p' AS path, "
        + "7L AS position, CAST(NULL AS DATE) AS interval_start, array('unit_id:unit_unknown') AS codes, 'Tỉnh ?' AS raw")
        .write().format("delta").save(lake.location(reject));
    TreeMap<String, TableState.Book> books = new TreeMap<>(Map.of("2025-01-01", new TableState.Book(3, 2, 1, 0)));
    lake.ledger().save(TableState.of(TableName.of("clean.tourism_stay")).withFiles(List.of(new TableState.FileEntry("p",
        "s", 10, Instant.parse("2025-02-01T00:00:00Z"), "f", 1, "r", TableState.FileStatus.BUILT, List.of("a", "b"),
        books))));

    Row row = session.sql("SELECT r.raw, f.read_count, f.issues, f.modified, b.interval_start FROM ops.reject r "
        + "JOIN ops.file f ON f.file_id = r.file_id JOIN ops.book b ON b.file_id = f.file_id").head();

    assertThat(row.getString(0)).isEqualTo("Tỉnh ?");
    assertThat(row.getLong(1)).isEqualTo(3);
    assertThat(row.getList(2).toString()).isEqualTo("[a, b]");
    assertThat(row.get(4).toString()).isEqualTo("2025-01-01");
    assertThat(session.sql("SELECT count(*) FROM ops.reject VERSION AS OF 0").head().getLong(0)).isEqualTo(1);
    assertThat(session.sql("SELECT count(*) FROM cuulong.ops.reject").head().getLong(0)).isEqualTo(1);
  }

  @Test
  void nothing_can_be_written() {
    assertThatThrownBy(() -> session.sql("DROP TABLE ops.run")).hasMessageContaining("cuulong run");
    assertThatThrownBy(() -> session.sql("CREATE TABLE mart.x (a INT)")).hasMessageContaining("cuulong run");
  }
}
