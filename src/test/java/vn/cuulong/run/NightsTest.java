package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.FIGURES;
import static vn.cuulong.run.Nights.REPORTS;
import static vn.cuulong.run.Nights.STAYS;
import static vn.cuulong.run.Nights.TABLES;
import static vn.cuulong.run.Nights.TOURISM;
import static vn.cuulong.run.Reports.HEADER;
import static vn.cuulong.run.Reports.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lease;
import vn.cuulong.lake.Leases;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.table.Interval;

/** What must hold of nights, whatever comes in which order. */
class NightsTest {
  private static final String ORDERS = "Thoi gian dat,San,Ma don hang,Dong,Ma gian hang,Tinh nguoi ban,Tinh nguoi mua,"
      + "Ma san pham,Ten san pham,Nganh hang,Hang sao OCOP,So luong,Thanh tien (dong),Trang thai,Thanh toan,"
      + "Ho ten nguoi mua,So dien thoai,Ghi chu\n";
  private static final int BATCHES = 3;
  private static final Interval SEPTEMBER = new Interval(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 10, 1));
  private static final TableName ORDER_LINES = TableName.of("clean.ecommerce_order");

  @TempDir
  Path folder;

  @Test
  void filesInAnyOrderAndAnyNumberOfRunsGiveTheSameTables() {
    Nights atOnce = Nights.in(folder.resolve("at-once"));
    List<String> files = Nights.sampleFiles();
    files.forEach(atOnce::land);
    assertThat(atOnce.run()).allMatch(Built.class::isInstance);

    // Single files in any order are the matter of the clean tables' own tests; here it is runs that follow one another.
    Nights inBatches = Nights.in(folder.resolve("in-batches"));
    List<String> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(20250701));
    for (int batch = 0; batch < BATCHES; batch++) {
      shuffled.subList(batch * files.size() / BATCHES, (batch + 1) * files.size() / BATCHES).forEach(inBatches::land);
      inBatches.run();
    }
    for (TableName table : TABLES) {
      assertThat(inBatches.content(table)).as("%s after files in the order %s", table, shuffled)
          .isEqualTo(atOnce.content(table));
    }
    booksBalance(inBatches);
    booksBalance(atOnce);
  }

  @Test
  void aSecondNightWithNothingNewChangesNothing() {
    Nights nights = Nights.in(folder).land("tourism-report-csv/tourism_report_synthetic_2024-H2.csv");
    nights.run();
    Map<TableName, Long> versions = versions(nights);
    assertThat(nights.run()).allMatch(NothingToDo.class::isInstance);
    assertThat(versions(nights)).isEqualTo(versions);
    assertThat(nights.plan(REPORTS, TOURISM)).noneMatch(TableDue::isDue);
  }

  @Test
  void aCorrectedFileRebuildsItsIntervalsOnly() throws Exception {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/report-2024.csv", HEADER + row("08/2024", "An Giang", 500)
        + row("09/2024", "An Giang", 600));
    nights.write("tourism-report-csv/report-other.csv", HEADER + row("10/2024", "Ca Mau", 700));
    nights.runOne(REPORTS);
    nights.write("tourism-report-csv/report-2024_v2.csv", HEADER + row("09/2024", "An Giang", 650));
    TableOutcome outcome = nights.runOne(REPORTS);
    assertThat(outcome).isInstanceOf(Built.class);
    // The correction touches September; August shares the corrected file, and is built with it.
    assertThat(((Built) outcome).intervals())
        .containsExactly(new Interval(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 10, 1)));
    assertThat(guests(nights)).isEqualTo(Map.of("2024-08-01", 500L, "2024-09-01", 650L, "2024-10-01", 700L));
    booksBalance(nights);
  }

  @Test
  void aCorrectionThatMovesARowTakesItAwayWhereItWas() {
    Nights nights = Nights.in(folder);
    nights.write("ecommerce-order-csv/a.csv", ORDERS + order("01/08/2024", "A1") + order("01/08/2024", "A2"));
    nights.write("ecommerce-order-csv/b.csv", ORDERS + order("09/08/2024", "B1"));
    nights.runOne(ORDER_LINES);
    nights.write("ecommerce-order-csv/a_v2.csv", ORDERS + order("05/08/2024", "A1"));
    nights.runOne(ORDER_LINES);
    assertThat(days(nights)).isEqualTo(Map.of("A1", "2024-08-05", "A2", "2024-08-01", "B1", "2024-08-09"));
    // A later file of the old day does not bring the moved row back.
    nights.write("ecommerce-order-csv/c.csv", ORDERS + order("01/08/2024", "C1"));
    nights.runOne(ORDER_LINES);
    assertThat(days(nights)).isEqualTo(
        Map.of("A1", "2024-08-05", "A2", "2024-08-01", "B1", "2024-08-09", "C1", "2024-08-01"));
    booksBalance(nights);
  }

  @Test
  void aFileThatIsGoneKeepsItsRowsUntilItIsForced() throws Exception {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500));
    nights.write("tourism-report-csv/b.csv", HEADER + row("08/2024", "Ca Mau", 700));
    nights.runOne(REPORTS);
    Files.delete(nights.landing.resolve("tourism-report-csv/a.csv"));
    assertThat(nights.runOne(REPORTS)).isInstanceOf(NothingToDo.class);
    nights.write("tourism-report-csv/c.csv", HEADER + row("08/2024", "Ben Tre", 900));
    TableOutcome waits = nights.runOne(REPORTS);
    assertThat(waits).isInstanceOf(NotReady.class);
    assertThat(((NotReady) waits).trouble().problem()).contains("tourism-report-csv/a.csv");
    assertThat(nights.rows(REPORTS).count()).isEqualTo(2);
    assertThat(nights.run(true, null, REPORTS).get(0)).isInstanceOf(Built.class);
    assertThat(nights.rows(REPORTS).select("unit_id").as(org.apache.spark.sql.Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("ca-mau-2004", "ben-tre-2004");
  }

  @Test
  void aFileWithNewContentUnderAnOldNameReplacesTheOld() {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500)
        + row("09/2024", "An Giang", 510));
    nights.runOne(REPORTS);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 555) + row("09/2024", "An Giang", 510)
        + row("10/2024", "An Giang", 520));
    nights.runOne(REPORTS);
    assertThat(guests(nights)).isEqualTo(Map.of("2024-08-01", 555L, "2024-09-01", 510L, "2024-10-01", 520L));
    booksBalance(nights);
  }

  @Test
  void anIntervalDoesNotLoseAllItsRowsInSilence() {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500));
    nights.runOne(REPORTS);
    nights.write("tourism-report-csv/a.csv", HEADER + row("11/2024", "An Giang", 500));
    TableOutcome outcome = nights.runOne(REPORTS);
    assertThat(outcome).isInstanceOf(Held.class);
    assertThat(((Held) outcome).trouble().remedy()).contains("--force");
    assertThat(guests(nights)).isEqualTo(Map.of("2024-08-01", 500L));
    nights.run(true, null, REPORTS);
    assertThat(guests(nights)).isEqualTo(Map.of("2024-11-01", 500L));
  }

  @Test
  void aWindowBuildsItsIntervalsAndLeavesTheRestDue() {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500)
        + row("09/2024", "An Giang", 510));
    nights.run(false, SEPTEMBER, REPORTS);
    assertThat(guests(nights)).isEqualTo(Map.of("2024-09-01", 510L));
    nights.runOne(REPORTS);
    assertThat(guests(nights)).isEqualTo(Map.of("2024-08-01", 500L, "2024-09-01", 510L));
    booksBalance(nights);
  }

  @Test
  void aWindowThatIsForcedLeavesTheBooksOfOtherIntervals() {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500)
        + row("08/2024", "An Giang", 500) + row("08/2024", "An Giang", 501)
        + row("09/2024", "An Giang", 510));
    nights.runOne(REPORTS);
    Map<String, Map<String, TableState.Book>> books = nights.books(REPORTS);
    nights.run(true, SEPTEMBER, REPORTS);
    assertThat(nights.books(REPORTS)).isEqualTo(books);
    booksBalance(nights);
  }

  @Test
  void aWindowAfterAChangeOfRulesLeavesTheRestDue() {
    Nights nights = Nights.in(folder);
    nights.write("tourism-report-csv/a.csv",
        HEADER + row("08/2024", "An Giang", 500) + row("09/2024", "An Giang", 510));
    nights.runOne(REPORTS);
    Nights changed = Nights.in(folder, Reports.withCheck("guest_count < 1000"));
    changed.run(false, SEPTEMBER, REPORTS);
    assertThat(changed.runOne(REPORTS)).isInstanceOfSatisfying(Built.class,
        built -> assertThat(built.intervals()).containsExactly(
            new Interval(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 9, 1))));
    assertThat(changed.runOne(REPORTS)).isInstanceOf(NothingToDo.class);
    booksBalance(changed);
  }

  @Test
  void aHeldTableStopsOnlyWhatReadsIt() {
    Jobs strict = Reports.withCheck("guest_count < 1000");
    Nights nights = Nights.in(folder, strict);
    nights.land("official-statistic-px-csv/average-population-v02-01.csv");
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 5000));
    List<TableOutcome> outcomes = nights.run();
    assertThat(outcomes.get(TABLES.indexOf(FIGURES))).isInstanceOf(Built.class);
    assertThat(outcomes.get(TABLES.indexOf(REPORTS))).isInstanceOf(Held.class);
    assertThat(outcomes.get(TABLES.indexOf(TOURISM))).isInstanceOf(NotReady.class);
    assertThat(nights.lake().exists(REPORTS)).isFalse();
    // The next night looks again, and goes on when the file is right.
    nights.write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500));
    assertThat(nights.run()).filteredOn(outcome -> outcome.table().equals(REPORTS)).allMatch(Built.class::isInstance);
  }

  @Test
  void aContractThatTakesAColumnAwayAsksForForceAndForceRebuildsTheTable() {
    Nights.in(folder).write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500)).runOne(REPORTS);
    Nights changed = Nights.in(folder, Reports.withoutTexts());
    TableOutcome refused = changed.runOne(REPORTS);
    assertThat(refused).isInstanceOf(Failed.class);
    assertThat(((Failed) refused).trouble().remedy()).contains("--force");
    assertThat(changed.run(true, null, REPORTS).get(0)).isInstanceOf(Built.class);
    assertThat(changed.rows(REPORTS).columns()).doesNotContain("guest_count_text").contains("guest_count");
    assertThat(guests(changed)).isEqualTo(Map.of("2024-08-01", 500L));
  }

  @Test
  void aTableThatAnotherRunHoldsIsLeftAlone() {
    Nights nights = Nights.in(folder).write("tourism-report-csv/a.csv", HEADER + row("08/2024", "An Giang", 500));
    try (Leases other = nights.lake().leases(Clock.systemUTC(), "another-run"); Lease held = other.acquire(REPORTS)) {
      TableOutcome outcome = nights.runOne(REPORTS);
      assertThat(outcome).isInstanceOf(Failed.class);
      assertThat(((Failed) outcome).conflict()).isTrue();
      assertThat(((Failed) outcome).trouble().problem()).isNotBlank();
      assertThat(held.table()).isEqualTo(REPORTS);
    }
    assertThat(nights.runOne(REPORTS)).isInstanceOf(Built.class);
  }

  private static String order(String day, String id) {
    return day + " 10:00:00,Shopee," + id + ",1,GH1,An Giang,Can Tho,P1,Mam,,4,2,100000,Hoan thanh,COD,x,0900,\n";
  }

  private static Map<String, String> days(Nights nights) {
    Map<String, String> days = new HashMap<>();
    nights.rows(ORDER_LINES).select("order_id", "order_date").collectAsList()
        .forEach(row -> days.put(row.getString(0), row.get(1).toString()));
    return days;
  }

  private static Map<String, Long> guests(Nights nights) {
    Map<String, Long> guests = new HashMap<>();
    nights.rows(REPORTS).select("month", "guest_count").collectAsList()
        .forEach(row -> guests.put(row.get(0).toString(), row.getLong(1)));
    return guests;
  }

  private static Map<TableName, Long> versions(Nights nights) {
    Map<TableName, Long> versions = new LinkedHashMap<>();
    TABLES.forEach(table -> versions.put(table, nights.lake().version(table).orElse(-1L)));
    return versions;
  }

  /** Every row read is accepted, rejected or a duplicate, file by file; and the table holds what was accepted. */
  private static void booksBalance(Nights nights) {
    for (TableState state : nights.lake().ledger().states()) {
      if (state.table().layer().equals("clean")) {
        long accepted = 0;
        for (TableState.FileEntry file : state.files().values()) {
          assertThat(file.total().balances()).as("books of %s: %s", file.path(), file.books()).isTrue();
          accepted += file.status() == TableState.FileStatus.BUILT ? file.total().accepted() : 0;
        }
        assertThat(nights.rows(state.table()).count()).as("rows of %s", state.table()).isEqualTo(accepted);
      }
    }
  }
}
