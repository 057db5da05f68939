package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenColumn;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.publish.TableOrigin;
import vn.cuulong.territory.Basis;

/** What an earlier release of the comparison says of the mart that it is made of. */
class EarlierTableTest {
  private static final Jobs JOBS = JobsReader.shipped();
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
  private static final Cell HAU_GIANG = new Cell("hau-giang-2004", Basis.UNITS_2004, MARCH);
  private static final String HEADER = "indicator,unit_id,boundary_basis,period_start,region_id,value,numerator,"
      + "denominator,regional_value,withheld\r\n";

  @Test
  void a_ratio_gives_its_two_amounts_away_and_a_comparison_what_its_region_has() {
    EarlierTable earlier = read("average_stay_nights,hau-giang-2004,units_2004,2025-03-01,mekong-delta-13,1.5,30,20,,\r\n"
        + "guest_international_count,hau-giang-2004,units_2004,2025-03-01,mekong-delta-13,,,,70,\r\n");
    assertThat(earlier.holds(HAU_GIANG, "guest_night_count", 30L)).isTrue();
    assertThat(earlier.holds(HAU_GIANG, "guest_count", 20L)).isTrue();
    assertThat(earlier.isPublished(HAU_GIANG, "guest_international_count")).isFalse();
    assertThat(earlier.holds(HAU_GIANG.of("mekong-delta-13"), "guest_international_count", 70L)).isTrue();
  }

  @Test
  void the_regional_value_of_a_ratio_is_no_amount() {
    EarlierTable earlier =
        read("average_stay_nights,hau-giang-2004,units_2004,2025-03-01,mekong-delta-13,1.5,30,20,1.7,\r\n");
    assertThat(earlier.has(HAU_GIANG.of("mekong-delta-13"))).isFalse();
  }

  @Test
  void a_row_that_says_nothing_takes_nothing_back() {
    EarlierTable earlier = read("guest_count,hau-giang-2004,units_2004,2025-03-01,mekong-delta-13,20,,,,\r\n"
        + "average_stay_nights,hau-giang-2004,units_2004,2025-03-01,mekong-delta-13,,,,,\r\n");
    assertThat(earlier.holds(HAU_GIANG, "guest_count", 20L)).isTrue();
  }

  private static EarlierTable read(String rows) {
    Lineage lineage = JOBS.products().get("comparison").tables().stream().filter(one ->
        one.table().name().name().equals("regional_comparison")).map(PublishedTable::disclosure).findFirst()
        .orElseThrow().lineage();
    TableName tourism = TableName.of("mart.province_month_tourism");
    List<FrozenColumn> columns = List.of("unit_id", "boundary_basis", "month", "guest_count").stream()
        .map(column -> new FrozenColumn(JOBS.dictionary().columns().get(column), false)).toList();
    FrozenTable now = new FrozenTable(JOBS.tables().get(tourism), new TableOrigin(0, "", List.of()), columns,
        new ArrayList<>());
    return EarlierTable.of((HEADER + rows).getBytes(StandardCharsets.UTF_8), lineage, now);
  }
}
