package vn.cuulong.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.ProductContract;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.Release;
import vn.cuulong.publish.ReleaseFiles;
import vn.cuulong.publish.ReleaseVersion;
import vn.cuulong.publish.Releases;
import vn.cuulong.publish.Samples;

/** Releases as a catalog, and what a server of them answers; every plan goes through Spark's own analysis. */
class ReadOnlyTest {
  @TempDir
  static Path folder;

  private static SparkSession session;
  private static QueryRule rule;
  private static FrozenTable tourism;

  @BeforeAll
  static void publish() {
    Path place = folder.resolve("bản công bố");
    ProductContract product = Samples.JOBS.products().get("tourism");
    tourism = Samples.table(product.tables().get(0), 5);
    Release release = new Release(product, new ReleaseVersion(LocalDate.of(2026, 1, 31), 1), "0.1.0", null,
        Samples.JOBS.dictionary(), List.of(), List.of(tourism));
    new Releases(place).put(release, ReleaseFiles.of(release));
    session = (SparkSession) SparkForTests.session().newSession();
    session.conf().set("spark.sql.catalog.cuulong", ReleaseCatalog.class.getName());
    session.conf().set("spark.sql.catalog.cuulong.releases", place.toString());
    session.sql("SET CATALOG cuulong");
    session.range(3).write().format("delta").save(folder.resolve("kho riêng").toString());
    rule = new QueryRule(place.toString(), session.sparkContext().hadoopConfiguration());
  }

  private static Optional<Forbidden> refusal(String query) throws Exception {
    Path outside = folder.resolve("kho riêng");
    LogicalPlan parsed = session.sessionState().sqlParser().parsePlan(query.replace("OUTSIDE", "'" + outside + "'")
        .replace("DELTA", "spark_catalog.delta.`" + outside + "`"));
    return rule.refusal(session.withActive(() -> session.sessionState().analyzer().execute(parsed)));
  }

  @Test
  void the_newest_release_of_a_product_is_a_schema() {
    assertThat(session.sql("SHOW TABLES IN tourism").head().getString(1)).isEqualTo("province_month_tourism");
    assertThat(session.table("tourism.province_month_tourism").count()).isEqualTo(tourism.rows().size());
    assertThat(session.table("tourism.province_month_tourism").schema().apply("guest_count").getComment().get())
        .contains(tourism.columns().get(tourism.indexOf("guest_count")).title().vi());
    assertThatThrownBy(() -> session.table("tourism.province_month_turism"))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "SELECT unit_id, sum(guest_count) FROM tourism.province_month_tourism GROUP BY 1",
      "WITH t AS (FROM tourism.province_month_tourism) SELECT * FROM t WHERE unit_id IN (SELECT unit_id FROM t)",
      "SELECT * FROM range(3) JOIN VALUES (1), (2) AS v (a)",
      "SELECT vn_number('1.273,5')",
      "SHOW TABLES IN tourism",
      "DESCRIBE TABLE tourism.province_month_tourism",
      "EXPLAIN SELECT * FROM tourism.province_month_tourism",
      "USE tourism"})
  void a_query_is_answered(String query) throws Exception {
    assertThat(refusal(query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "CHANGE | INSERT INTO tourism.province_month_tourism SELECT * FROM tourism.province_month_tourism",
      "CHANGE | INSERT OVERWRITE DIRECTORY OUTSIDE USING csv SELECT 1 AS a",
      "CHANGE | CREATE TABLE tourism.mine (a INT)",
      "CHANGE | CREATE TABLE tourism.mine AS SELECT 1 AS a",
      "CHANGE | CREATE TEMPORARY VIEW mine USING csv OPTIONS (path OUTSIDE)",
      "CHANGE | DROP TABLE tourism.province_month_tourism",
      "CHANGE | DELETE FROM tourism.province_month_tourism",
      "CHANGE | CREATE SCHEMA mine",
      "CHANGE | SET spark.sql.ansi.enabled = false",
      "CHANGE | ADD JAR OUTSIDE",
      "CHANGE | CACHE TABLE mine AS SELECT 1",
      "PLACE | SELECT * FROM DELTA",
      "PLACE | SELECT 1 WHERE EXISTS (SELECT * FROM DELTA)",
      "PLACE | WITH t AS (SELECT * FROM DELTA) SELECT * FROM tourism.province_month_tourism, t",
      "PROGRAM | SELECT reflect('java.lang.System', 'getenv', 'PATH')",
      "PROGRAM | SELECT 1 WHERE EXISTS (SELECT upper(try_reflect('java.lang.System', 'getenv', 'PATH')))",
      "PROGRAM | SELECT TRANSFORM (unit_id) USING 'cat /etc/passwd' AS (a STRING) FROM tourism.province_month_tourism"})
  void what_is_more_than_a_query_is_not_carried_out(Forbidden wanted, String query) throws Exception {
    assertThat(refusal(query)).contains(wanted);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "EXECUTE IMMEDIATE 'DROP TABLE mart.x' | true",
      "BEGIN DROP TABLE mart.x; END | true",
      "WITH t AS (SELECT 1 AS a) INSERT INTO mart.x SELECT a FROM t | true",
      "SET spark.sql.ansi.enabled = false | true",
      "CREATE TEMPORARY VIEW mine AS SELECT 1 | true",
      "WITH t AS (SELECT 1 AS a) SELECT a FROM t | false",
      "SHOW TABLES IN mart | false",
      "EXPLAIN SELECT 1 | false"})
  void the_command_sql_carries_out_what_only_reads(String text, boolean changes) throws Exception {
    assertThat(QueryRule.changes(session.sessionState().sqlParser().parsePlan(text))).isEqualTo(changes);
  }

  @Test
  void a_folder_beside_the_served_one_with_a_longer_name_is_another_folder() throws Exception {
    QueryRule narrow = new QueryRule(folder.resolve("kho").toString(), session.sparkContext().hadoopConfiguration());
    LogicalPlan plan = session.read().format("delta").load(folder.resolve("kho riêng").toString()).queryExecution()
        .analyzed();
    assertThat(narrow.refusal(plan)).contains(Forbidden.PLACE);
    assertThat(new QueryRule(folder.toString(), session.sparkContext().hadoopConfiguration()).refusal(plan)).isEmpty();
  }

  @Test
  void every_refusal_says_problem_cause_and_remedy_in_both_languages() {
    for (Forbidden one : Forbidden.values()) {
      assertThat(one.message()).contains("Nguyên nhân: ", "Cách xử lý: ", "Cause: ", "Remedy: ");
    }
  }
}
