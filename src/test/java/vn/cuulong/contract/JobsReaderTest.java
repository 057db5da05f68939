package vn.cuulong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.contract.SourceContract.DateStyle;
import vn.cuulong.contract.SourceContract.Layout;
import vn.cuulong.contract.SourceContract.NumberStyle;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableContract.Severity;

class JobsReaderTest {
  private static final TableName STAY = TableName.of("clean.stay");
  private static final TableName MONTH_STAY = TableName.of("mart.month_stay");
  private final Jobs jobs = JobsReader.read(ContractCase.VALID);

  @Test
  void inputsComeBeforeTheTablesThatReadThem() {
    assertThat(jobs.tables().keySet()).containsExactly(STAY, TableName.of("mart.month_share"), MONTH_STAY);
    assertThat(jobs.schedules().get("nightly")).containsExactlyElementsOf(jobs.tables().keySet());
    assertThat(jobs.timetable().get("nightly").cron()).hasToString("0 2 * * *");
  }

  @Test
  void aTableIsReadAsWritten() {
    TableContract table = jobs.tables().get(STAY);
    assertThat(table.title()).isEqualTo(new Bilingual("Lưu trú", "Stays"));
    assertThat(table.key()).containsExactly("house_id", "stay_date");
    assertThat(table.intervalColumn()).isEqualTo("stay_date");
    assertThat(table.intervalGrain()).isEqualTo(Grain.DAY);
    assertThat(table.column("unit_id")).hasValueSatisfying(use -> {
      assertThat(use.required()).isTrue();
      assertThat(use.keepsText()).isTrue();
      assertThat(use.column().kind()).isEqualTo(ValueKind.UNIT);
    });
    assertThat(table.column("revenue_vnd")).hasValueSatisfying(use -> {
      assertThat(use.required()).isFalse();
      assertThat(use.column().type()).isEqualTo(new ColumnType(ColumnType.Base.DECIMAL, 2));
      assertThat(use.column().unit()).isEqualTo("vnd");
    });
    assertThat(table.checks()).containsExactly(new TableContract.Check("some_guests", "guest_count > 0", Severity.WARN,
        0.1, "small houses report zero", LocalDate.of(2026, 12, 31), new Bilingual("Không có khách.", "No guests.")));
    assertThat(table.warnings()).containsExactly("synthetic");
  }

  @Test
  void inputsSayHowFarBackTheyAreRead() {
    assertThat(jobs.tables().get(MONTH_STAY).inputs()).containsExactly(new Input(STAY, 0),
        new Input(TableName.of("mart.month_share"), 0), new Input(MONTH_STAY, 12));
    assertThat(jobs.tables().get(TableName.of("mart.month_share")).inputs()).containsExactly(new Input(STAY, -1));
  }

  @Test
  void aTableWithoutIntervalIsBuiltWholeAndMayOnlyGrowAndBelongToSeveralSchedules(@TempDir Path folder) {
    TableName shares = TableName.of("mart.month_share");
    Jobs whole = new ContractCase(folder)
        .change("3-marts/month_share/table.yml", "interval: {column: month, grain: month}\n", "append_by: [month]\n")
        .change("3-marts/month_share/table.yml", "clean.stay: {lookback: all}", "clean.stay: {}\n  mart.month_share: {}")
        .change("3-marts/month_share/table.yml", "schedule: nightly", "schedule: [nightly, shares]")
        .change("3-marts/month_stay/table.yml", "mart.month_share: {}", "mart.month_share: {lookback: all}")
        .write("schedules.yml", "shares:\n  title: {vi: Tỷ trọng, en: Shares}\n  cron: \"0 3 1 * *\"\n"
            + "  zone: Asia/Ho_Chi_Minh\nnightly:\n  title: {vi: Hằng đêm, en: Every night}\n"
            + "  cron: \"0 2 * * *\"\n  zone: Asia/Ho_Chi_Minh\n")
        .read();
    TableContract table = whole.tables().get(shares);
    assertThat(table.isWhole()).isTrue();
    assertThat(table.onlyGrows()).isTrue();
    assertThat(table.appendBy()).containsExactly("month");
    assertThat(table.dayColumn()).hasValue("month");
    assertThat(table.inputs()).containsExactly(new Input(STAY, -1), new Input(shares, -1));
    assertThat(whole.schedules().get("shares")).containsExactly(shares);
    assertThat(whole.schedules().get("nightly")).contains(shares, STAY);
    assertThat(jobs.tables().get(shares).isWhole()).isFalse();
  }

  @Test
  void aSourceIsReadAsWritten() {
    SourceContract source = jobs.sourcesOf(STAY).get(0);
    assertThat(source.id()).isEqualTo("stay-csv");
    assertThat(source.format()).isEqualTo(new SourceContract.Format(Layout.CSV, ';', "utf-8", false, 1, 0, null,
        List.of(), List.of(), NumberStyle.VI, DateStyle.DMY));
    assertThat(source.columns()).containsExactly(
        new ColumnFeed("stay_date", List.of("Ngày"), null, null, null, Map.of()),
        new ColumnFeed("unit_id", List.of("Tỉnh"), null, null, "units_2004", Map.of("HG", "Hậu Giang")),
        new ColumnFeed("house_id", List.of("Mã cơ sở", "Mã CS"), null, null, null, Map.of()),
        new ColumnFeed("house_type", List.of("Loại hình"), null, null, null, Map.of("Nhà dân cho thuê", "homestay")),
        new ColumnFeed("guest_count", List.of("Lượt khách"), null, null, null, Map.of()),
        new ColumnFeed("revenue_vnd", List.of("Doanh thu (triệu đồng)"), null, "million_vnd", null, Map.of()));
    assertThat(source.drops()).containsExactly("Số điện thoại");
    assertThat(source.personal()).isTrue();
    assertThat(source.lateAfterDays()).isEqualTo(3);
  }

  @Test
  void theUnitsOfMeasureAreACodeListToo() {
    assertThat(jobs.dictionary().categories().get("unit_of_measure").codes())
        .extracting(Dictionary.Code::code).containsExactly("vnd", "million_vnd", "guest");
  }

  @Test
  void theContractsOnTheClassPathAreThoseOfTheRepository() {
    Jobs shipped = JobsReader.shipped();
    Jobs repository = JobsReader.read(Path.of("jobs"));
    assertThat(shipped.tables().keySet()).containsExactlyElementsOf(repository.tables().keySet());
    assertThat(shipped.sources()).isEqualTo(repository.sources());
    assertThat(shipped.dictionary()).isEqualTo(repository.dictionary());
  }

  @Test
  void aWordIsTheTextAsItStands(@org.junit.jupiter.api.io.TempDir Path folder) {
    Jobs changed = new ContractCase(folder)
        .change("dictionary/categories.yml", "spellings: [KS]", "spellings: [no, 1.10, 1e3, 0x1F, 2025-07-01]").read();
    assertThat(changed.dictionary().categories().get("house").codes().get(0).spellings())
        .containsExactly("no", "1.10", "1e3", "0x1F", "2025-07-01");
  }
}
