package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input-output table as cells, one a line, in Vietnamese. */
class InputOutputCellSourceTest {
  private static final String HEADER =
      "Năm;Địa phương;Loại ô;Mã dòng;Mã cột;Ngành kinh tế số;Giá trị (triệu đồng);Nguồn\n";

  @TempDir
  private Path landing;

  @Test
  void cellsOfTheNationAndOfAProvinceAreUnderstood() {
    Landed landed = read("""
        2020;Cả nước;Tiêu dùng trung gian;26;62;;1.234.567,5;Bảng I-O 2020
        2020;Cả nước;Thay đổi tồn kho;26;ton_kho;;-12.500;Bảng I-O 2020
        2020;Cả nước;Giá trị sản xuất;26;X;có;9.876.543.210;Bảng I-O 2020
        2020;Cả nước;Thu nhập của người lao động;V1;26;;56,25;Bảng I-O 2020
        2020;Vĩnh Long;Giá trị tăng thêm;VA;26;;0;Niên giám thống kê
        """);
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.rows).extracting(row -> List.of(row.get("unit_id"), row.get("input_output_kind"),
            row.get("row_code"), row.get("column_code"), row.get("is_digital_industry"), row.get("value_million_vnd")))
        .containsExactly(
            List.of("viet-nam", "intermediate", "26", "62", "", "1234567.5"),
            List.of("viet-nam", "final_demand", "26", "ton_kho", "", "-12500"),
            List.of("viet-nam", "output", "26", "X", "true", "9876543210"),
            List.of("viet-nam", "value_added", "V1", "26", "", "56.25"),
            List.of("vinh-long-2004", "value_added", "VA", "26", "", "0"));
    assertThat(landed.rows).extracting(row -> row.get("period") + " " + row.get("period_start")).containsOnly(
        "2020 2020-01-01");
  }

  @Test
  void aCellWithoutAKnownKindPlaceOrValueIsRejected() {
    Landed landed = read("""
        2020;Cả nước;Phần bù;26;62;;1;Bảng I-O 2020
        2020;Vĩnh Lạc;Giá trị tăng thêm;VA;26;;1;Bảng I-O 2020
        2020;Cả nước;Xuất khẩu;26;E;;không rõ;Bảng I-O 2020
        """);
    assertThat(landed.rows).isEmpty();
    assertThat(landed.rejects).extracting(reject -> String.join(" ", reject.codes())).satisfiesExactly(
        kind -> assertThat(kind).contains("input_output_kind:"),
        place -> assertThat(place).contains("unit_id:"),
        value -> assertThat(value).contains("value_million_vnd:"));
  }

  private Landed read(String lines) {
    return Landed.read(landing, Landed.source("input-output-table-csv"), "bang-io.csv", HEADER + lines);
  }
}
