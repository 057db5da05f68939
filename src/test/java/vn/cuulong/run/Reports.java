package vn.cuulong.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;

/** Small monthly tourism reports, and contracts that hold them. */
public final class Reports {
  /** Without marks, so that it is the same in every encoding. */
  public static final String HEADER =
      "Thang;Tinh;Luot khach;Khach quoc te;Ngay khach;Doanh thu du lich (ty dong);Trang thai;Ghi chu\n";

  private Reports() {}

  /** One line; a unit that nobody knows makes one that is rejected. */
  public static String row(String month, String unit, int guests) {
    return month + ";" + unit + ";" + guests + ";10;" + 2 * guests + ";1,5;so bo;\n";
  }

  /** The contracts that ship, with one more check on reports that holds what breaks it. */
  static Jobs withCheck(String condition) {
    TableContract table = Nights.jobs().tables().get(Nights.REPORTS);
    List<TableContract.Check> checks = new ArrayList<>(table.checks());
    checks.add(new TableContract.Check("strict", condition, TableContract.Severity.HOLD, 0, null, null,
        new Bilingual("Số khách quá lớn", "Too many guests")));
    return with(table, table.columns(), checks);
  }

  /** The shipped jobs, but the report keeps no text beside a guess: columns that were there are gone. */
  static Jobs withoutTexts() {
    TableContract table = Nights.jobs().tables().get(Nights.REPORTS);
    return with(table, table.columns().stream()
        .map(use -> new TableContract.ColumnUse(use.column(), use.required(), false)).toList(), table.checks());
  }

  /** The shipped jobs, but the provider's word for a place is known. */
  static Jobs withSpelling(String word, String unit) {
    Jobs jobs = Nights.jobs();
    Map<String, SourceContract> sources = new LinkedHashMap<>(jobs.sources());
    sources.computeIfPresent("tourism-report-csv", (id, source) -> new SourceContract(id, source.feeds(), source.title(),
        source.provider(), source.files(), source.format(), source.dataOrigin(), source.frequency(),
        source.lateAfterDays(), source.personal(), source.columns().stream().map(feed -> feed.column().equals("unit_id")
            ? new ColumnFeed(feed.column(), feed.headers(), feed.constant(), feed.unit(), feed.basis(),
                Map.of(word, unit)) : feed).toList(), source.drops(), source.ignores()));
    return new Jobs(jobs.dictionary(), sources, jobs.tables(), jobs.schedules(), jobs.timetable(), jobs.indicators(),
        jobs.products());
  }

  private static Jobs with(
      TableContract table, List<TableContract.ColumnUse> columns, List<TableContract.Check> checks) {
    Jobs jobs = Nights.jobs();
    Map<TableName, TableContract> tables = new LinkedHashMap<>(jobs.tables());
    tables.put(table.name(), new TableContract(table.name(), table.title(), table.question(), table.grain(),
        table.key(), columns, table.intervalColumn(), table.intervalGrain(), table.appendBy(), table.method(), table.inputs(), checks,
        table.statistics(), table.schedules(), table.warnings(), table.owner()));
    return new Jobs(jobs.dictionary(), jobs.sources(), tables, jobs.schedules(), jobs.timetable(),
        jobs.indicators(), jobs.products());
  }
}
