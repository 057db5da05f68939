package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cuulong.SparkForTests;
import vn.cuulong.TableBuilds;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;

/** Random stays over the break of 1 July 2025: the mart does not depend on how its months were built. */
class MartHistoryTest {
  private static final long SEED = 306;
  private static final Jobs JOBS = JobsReader.shipped();
  private static final TableName MART = TableName.of("mart.province_month_tourism");
  private static final TableContract CONTRACT = JOBS.tables().get(MART);
  private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
  private static final int MONTHS = 5;
  private static final List<String> OLD = List.of("can-tho-2004", "hau-giang-2004", "soc-trang-2004", "long-an-2004",
      "tay-ninh-2004", "ca-mau-2004", "vinh-phuc-2008");
  private static final List<String> NEW = List.of("can-tho-2025", "tay-ninh-2025", "ca-mau-2025", "phu-tho-2025");
  private static final Map<String, String> PLAIN = Map.of("spark.sql.codegen.wholeStage", "false",
      "spark.sql.codegen.factoryMode", "NO_CODEGEN", "spark.sql.adaptive.enabled", "false");

  private static List<Row> stays;
  private static List<Row> atOnce;

  @BeforeAll
  static void buildAllMonthsAtOnce() {
    stays = randomStays();
    atOnce = build(FIRST, FIRST.plusMonths(MONTHS), List.of());
  }

  @Test
  void monthAfterMonthGivesTheSameRowsAsAllMonthsAtOnce() {
    List<Row> history = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      history.addAll(build(FIRST.plusMonths(month), FIRST.plusMonths(month + 1), history));
    }
    assertThat(sorted(history)).as("seed %d", SEED).isEqualTo(sorted(atOnce));
  }

  @Test
  void theProvincesOfAnyMapAddUpToTheRecords() {
    long guests = stays.stream().mapToLong(row -> row.<Long>getAs("guest_domestic_count")
        + row.<Long>getAs("guest_international_count")).sum();
    BigDecimal revenue = stays.stream().map(row -> row.<BigDecimal>getAs("revenue_vnd"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (String basis : List.of("as_published", "units_2004", "units_2025")) {
      List<Row> units = atOnce.stream()
          .filter(row -> row.getAs("boundary_basis").equals(basis) && !row.<Boolean>getAs("is_region")).toList();
      assertThat(units.stream().mapToLong(row -> row.<Long>getAs("guest_count")).sum())
          .as("guests on %s, seed %d", basis, SEED).isEqualTo(guests);
      assertThat(units.stream().map(row -> row.<BigDecimal>getAs("revenue_vnd")).reduce(BigDecimal.ZERO,
          BigDecimal::add)).as("revenue on %s, seed %d", basis, SEED).isEqualByComparingTo(revenue);
    }
  }

  private static List<Row> build(LocalDate from, LocalDate until, List<Row> earlier) {
    Interval interval = new Interval(from, until);
    return SparkForTests.with(PLAIN, () -> TableBuilds.checked(TableBuilds.of(MART).build(input -> {
      List<Row> rows = input.equals("clean.tourism_stay") ? stays : input.equals(MART.toString()) ? earlier : List.of();
      return frame(rows, TableBuilds.nullable(Schemas.of(JOBS.tables().get(TableName.of(input)))));
    }, interval).select(Arrays.stream(Schemas.of(CONTRACT).fieldNames())
        .map(functions::col).toArray(Column[]::new)), CONTRACT, interval))
        .stream().map(MartHistoryTest::withoutChecks).toList();
  }

  private static Dataset<Row> frame(List<Row> rows, StructType schema) {
    return SparkForTests.session().createDataFrame(rows, schema);
  }

  /** The row as the contract has it, without the results of the checks behind it. */
  private static Row withoutChecks(Row row) {
    Object[] values = new Object[CONTRACT.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    return new GenericRowWithSchema(values, TableBuilds.nullable(Schemas.of(CONTRACT)));
  }

  private static List<String> sorted(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted(Comparator.naturalOrder()).toList();
  }

  private static List<Row> randomStays() {
    SplittableRandom random = new SplittableRandom(SEED);
    StructType schema = TableBuilds.nullable(Schemas.of(JOBS.tables().get(TableName.of("clean.tourism_stay"))));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      LocalDate day = FIRST.plusDays(random.nextInt((int) (FIRST.plusMonths(MONTHS).toEpochDay()
          - FIRST.toEpochDay())));
      boolean old = day.isBefore(LocalDate.of(2025, 7, 1)) || random.nextInt(10) == 0;
      List<String> units = old ? OLD : NEW;
      Map<String, Object> values = Map.of("stay_date", java.sql.Date.valueOf(day),
          "unit_id", units.get(random.nextInt(units.size())),
          "guest_domestic_count", random.nextLong(500),
          "guest_international_count", random.nextLong(50),
          "guest_night_count", random.nextLong(900),
          "revenue_vnd", BigDecimal.valueOf(random.nextLong(100_000_000_00L), 2),
          "issues", new String[0],
          "data_origin", "synthetic");
      rows.add(new GenericRowWithSchema(
          Arrays.stream(schema.fieldNames()).map(values::get).toArray(), schema));
    }
    return rows;
  }
}
