package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClearanceTest {
  private static final List<String> FILES = List.of("ho_so_Nguyen_Van_An_2025.csv", "a.csv");

  @Test
  void a_table_without_hashes_and_names_of_files_goes_out() {
    FrozenTable table = planted("Báo Cần Thơ, a.csv, deadbeef");
    assertThatCode(() -> Clearance.check(table, List.of(), FILES)).doesNotThrowAnyException();
  }

  @Test
  void a_keyed_hash_stops_the_release_unless_the_column_was_cleared() {
    FrozenTable table = planted("seller 5f4dcc3b5aa765d61d8327deb882cf99");
    assertThatThrownBy(() -> Clearance.check(table, List.of(), FILES)).isInstanceOf(PublishException.class)
        .hasMessageContaining("regional_comparison.source_reference holds what looks like a hash.");
    assertThatCode(() -> Clearance.check(table, List.of("source_reference"), FILES)).doesNotThrowAnyException();
  }

  @Test
  void the_name_of_a_landing_file_stops_the_release_even_in_a_cleared_column() {
    FrozenTable table = planted("xem HO_SO_nguyen_van_an_2025.csv, dòng 4");
    assertThatThrownBy(() -> Clearance.check(table, List.of("source_reference"), FILES))
        .isInstanceOf(PublishException.class)
        .hasMessageContaining("regional_comparison.source_reference names a landing file.");
  }

  /** A table with a text in one row of one column. */
  private static FrozenTable planted(String text) {
    FrozenTable table = Samples.table(Samples.JOBS.products().get("comparison").tables().get(0), 1);
    table.rows().forEach(row -> row[table.indexOf("source_reference")] = null);
    table.rows().get(7)[table.indexOf("source_reference")] = text;
    return table;
  }
}
