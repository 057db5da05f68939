package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.run.Nights.FIGURES;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.ColumnUse;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.table.Interval;

/** Tables without intervals: built whole when something has changed, or only ever added to. */
class WholeTableTest {
  private static final TableName COUNTS = TableName.of("mart.status_figures");
  private static final String HEADER =
      "indicator,province_as_published,boundary_vintage,period,value,unit,status,source_title,source_url\n";
  private static final String FILE = "official-statistic-csv/figures.csv";

  @TempDir
  Path folder;

  private static Nights nights(Path folder, List<String> appendBy) {
    Dictionary words = Nights.jobs().dictionary();
    Bilingual text = new Bilingual("Số liệu theo trạng thái", "Figures by status");
    TableContract table = new TableContract(COUNTS, text, text, text, List.of("status"),
        List.of(new ColumnUse(words.columns().get("status"), true, false),
            new ColumnUse(words.columns().get("record_count"), true, false)),
        null, null, appendBy, null, List.of(new Input(FIGURES, -1)), List.of(), List.of(), List.of("nightly"), List.of(),
        "tests");
    Map<TableName, TableContract> tables = new LinkedHashMap<>(Nights.jobs().tables());
    tables.put(COUNTS, table);
    Jobs jobs = Nights.jobs();
    return Nights.in(folder, new Jobs(jobs.dictionary(), jobs.sources(), tables, jobs.schedules(), jobs.timetable(),
        jobs.indicators(), jobs.products()));
  }

  private static String figure(String period, String status) {
    return "gdp_current,Cả nước,na," + period + ",100,tỷ đồng," + status + ",Niên giám,https://example.vn\n";
  }

  private static List<String> counts(Nights nights) {
    return nights.rows(COUNTS).collectAsList().stream().map(row -> row.get(0) + " " + row.get(1)).sorted().toList();
  }

  @Test
  void aTableWithoutIntervalsIsBuiltWholeWhenAnInputHasChangedAndOnlyThen() {
    Nights nights = nights(folder, List.of()).write(FILE, HEADER + figure("2022", "final") + figure("2023", "final"));
    assertThat(nights.run(FIGURES, COUNTS)).allMatch(Built.class::isInstance);
    assertThat(counts(nights)).containsExactly("final 2");
    assertThat(nights.run(FIGURES, COUNTS)).allMatch(NothingToDo.class::isInstance);
    assertThat(nights.plan(COUNTS)).noneMatch(TableDue::isDue);

    nights.write("official-statistic-csv/more.csv", HEADER + figure("2024", "estimate") + figure("2021", "final"));
    assertThat(nights.run(FIGURES, COUNTS)).allMatch(Built.class::isInstance);
    assertThat(counts(nights)).containsExactly("estimate 1", "final 3");
    assertThat(nights.lake().ledger().state(COUNTS).builtIntervals().get("").rows()).isEqualTo(2);
  }

  @Test
  void aWindowOfDaysDoesNotKeepItFromBeingBuiltBecauseItHasNone() {
    Nights nights = nights(folder, List.of()).write(FILE, HEADER + figure("2022", "final"));
    nights.run(FIGURES);
    Interval other = new Interval(LocalDate.of(2010, 1, 1), LocalDate.of(2010, 1, 2));
    assertThat(nights.run(false, other, COUNTS)).allMatch(Built.class::isInstance);
  }

  @Test
  void aTableThatOnlyGrowsKeepsItsGroupsAsTheyWereAndAddsThoseThatAreNew() {
    Nights nights = nights(folder, List.of("status")).write(FILE, HEADER + figure("2022", "final"));
    nights.run(FIGURES, COUNTS);
    long version = nights.lake().version(COUNTS).orElseThrow();

    nights.write("official-statistic-csv/more.csv", HEADER + figure("2024", "estimate") + figure("2021", "final"));
    assertThat(nights.run(FIGURES, COUNTS)).allMatch(Built.class::isInstance);
    assertThat(counts(nights)).as("one more final figure does not change what was said of final ones")
        .containsExactly("estimate 1", "final 1");
    assertThat(nights.lake().version(COUNTS)).hasValue(version + 1);

    // By force or not, with nothing new to say nothing is written, and the ledger knows that all was looked at.
    assertThat(nights.run(true, null, COUNTS)).allMatch(Built.class::isInstance);
    assertThat(counts(nights)).containsExactly("estimate 1", "final 1");
    assertThat(nights.lake().version(COUNTS)).hasValue(version + 1);
    assertThat(nights.lake().ledger().state(COUNTS).builtIntervals().get("").rows()).isEqualTo(2);
    assertThat(nights.run(COUNTS)).allMatch(NothingToDo.class::isInstance);
  }

  @Test
  void aRunThatDiedAfterItsCommitIsRepairedWithoutAddingAnythingTwice() {
    Nights nights = nights(folder, List.of("status")).write(FILE, HEADER + figure("2022", "final"));
    nights.run(FIGURES);
    TableState before = nights.lake().ledger().state(COUNTS);
    nights.run(COUNTS);
    Ledger ledger = nights.lake().ledger();
    ledger.save(before.withIntent(new TableState.Intent("died", Instant.EPOCH, List.of(), -1)));

    assertThat(nights.plan(COUNTS)).allMatch(TableDue::isDue);
    assertThat(nights.run(COUNTS)).allMatch(Built.class::isInstance);
    assertThat(counts(nights)).containsExactly("final 1");
    assertThat(ledger.state(COUNTS).openIntent()).isEmpty();
    assertThat(nights.run(COUNTS)).allMatch(NothingToDo.class::isInstance);
  }
}
