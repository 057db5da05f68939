package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.territory.Territory;

/** Tables that are made of marts follow them, by the lineage that the products declare. */
class DerivedDisclosureTest {
  private static final Jobs JOBS = JobsReader.shipped();
  private static final Column WITHHELD = JOBS.dictionary().columns().get("withheld");
  private static final TableName TOURISM = TableName.of("mart.province_month_tourism");
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final List<String> COLUMNS = List.of("indicator", "unit_id", "boundary_basis", "period_start",
      "region_id", "value", "regional_value", "regional_mean", "rank", "previous_value", "growth_on_year",
      "compared_unit_count");

  @Test
  void everything_from_which_a_withheld_guest_count_could_be_worked_out_is_withheld_and_nothing_else() {
    Map<String, List<String>> flags = flags(comparison("guest_count"));
    assertThat(flags.get("hau-giang-2004 2025-03-01")).containsExactlyInAnyOrder("value", "regional_mean", "rank",
        "previous_value", "growth_on_year");
    // Others of the same slice keep their own values, and lose what compares them with the withheld one.
    assertThat(flags.get("ca-mau-2004 2025-03-01")).containsExactlyInAnyOrder("regional_mean", "rank");
    // One month later the withheld one is the value before.
    assertThat(flags.get("hau-giang-2004 2025-04-01")).containsExactly("previous_value");
    assertThat(flags.get("hau-giang-2004 2026-03-01")).containsExactly("growth_on_year");
    assertThat(flags.get("ca-mau-2004 2025-04-01")).isEmpty();
    // The map of 2025 knows nothing of it.
    assertThat(flags.get("can-tho-2025 2025-03-01")).isEmpty();
  }

  @Test
  void an_indicator_of_another_column_or_of_published_figures_stays() {
    assertThat(flags(comparison("population_thousand")).values()).allMatch(List::isEmpty);
    assertThat(flags(comparison("order_count")).values()).allMatch(List::isEmpty);
    // A ratio is withheld with its denominator.
    assertThat(flags(comparison("average_stay_nights")).get("hau-giang-2004 2025-03-01")).contains("value");
  }

  private static Map<String, List<String>> flags(FrozenTable table) {
    Withheld withheld = new Withheld().add(mart());
    ProtectedTable kept = new DerivedDisclosure(lineage(), WITHHELD, Territory.standard(), withheld).protect(table);
    Map<String, List<String>> flags = new java.util.TreeMap<>();
    for (Object[] row : kept.table().rows()) {
      List<String> columns = ProtectedTable.withheld(row);
      columns.forEach(column -> assertThat(row[table.indexOf(column)]).as(column).isNull());
      flags.put(row[1] + " " + row[3], columns);
    }
    return flags;
  }

  private static Lineage lineage() {
    return JOBS.products().get("comparison").tables().stream().filter(one ->
        one.table().name().name().equals("regional_comparison")).map(PublishedTable::disclosure).findFirst()
        .orElseThrow().lineage();
  }

  /** Tourism of two provinces and their region, one guest count withheld. */
  private static ProtectedTable mart() {
    List<Object[]> rows = new ArrayList<>();
    for (String unit : List.of("hau-giang-2004", "ca-mau-2004", "mekong-delta-13")) {
      boolean hidden = unit.equals("hau-giang-2004");
      rows.add(new Object[] {unit, "units_2004", MARCH, hidden ? null : 7L,
          hidden ? List.of("guest_count:few_contributors") : List.of()});
    }
    return new ProtectedTable(table(TOURISM, List.of("unit_id", "boundary_basis", "month", "guest_count", "withheld"),
        rows), List.of());
  }

  private static FrozenTable comparison(String indicator) {
    List<Object[]> rows = new ArrayList<>();
    for (LocalDate month : List.of(MARCH, MARCH.plusMonths(1), MARCH.plusYears(1))) {
      for (String unit : List.of("hau-giang-2004", "ca-mau-2004")) {
        rows.add(row(indicator, unit, "units_2004", month, "mekong-delta-13"));
      }
      rows.add(row(indicator, "can-tho-2025", "units_2025", month, "mekong-delta-5"));
    }
    return table(TableName.of("mart.regional_comparison"), COLUMNS, rows);
  }

  private static Object[] row(String indicator, String unit, String basis, LocalDate month, String region) {
    return new Object[] {indicator, unit, basis, month, region, 7.0, 20.0, 10.0, 2L, 6.0, 0.1, 13L};
  }

  private static FrozenTable table(TableName name, List<String> columns, List<Object[]> rows) {
    return new FrozenTable(JOBS.tables().get(name), new TableOrigin(0, "", List.of()), Arrays.stream(
        columns.toArray(String[]::new)).map(column -> new FrozenColumn(JOBS.dictionary().columns().get(column), false))
        .toList(), rows);
  }
}
