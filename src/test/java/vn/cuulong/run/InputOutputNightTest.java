package vn.cuulong.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NothingToDo;

/** From a file of input-output cells to the linkages of provinces. */
class InputOutputNightTest {
  private static final TableName CELLS = TableName.of("clean.input_output_cell");
  private static final TableName LINKAGES = TableName.of("mart.province_digital_linkage");
  private static final String FILE = "input-output-table-csv/bang-io";
  /** R. E. Miller, P. D. Blair, Input-Output Analysis (2009), chapter 2; sector 1 is taken as digital. */
  private static final String TABLE = """
      Năm;Địa phương;Loại ô;Mã dòng;Mã cột;Ngành kinh tế số;Giá trị (triệu đồng);Nguồn
      2020;Cả nước;Tiêu dùng trung gian;1;1;;150;Miller và Blair
      2020;Cả nước;Tiêu dùng trung gian;1;2;;500;Miller và Blair
      2020;Cả nước;Tiêu dùng trung gian;2;1;;200;Miller và Blair
      2020;Cả nước;Tiêu dùng trung gian;2;2;;100;Miller và Blair
      2020;Cả nước;Tiêu dùng cuối cùng;1;hộ gia đình;;350;Miller và Blair
      2020;Cả nước;Tiêu dùng cuối cùng;2;hộ gia đình;;1.700;Miller và Blair
      2020;Cả nước;Giá trị tăng thêm;tổng;1;;650;Miller và Blair
      2020;Cả nước;Giá trị tăng thêm;tổng;2;;1.400;Miller và Blair
      2020;Cả nước;Giá trị sản xuất;1;tổng;có;1.000;Miller và Blair
      2020;Cả nước;Giá trị sản xuất;2;tổng;không;2.000;Miller và Blair
      """;

  @TempDir
  Path folder;

  @Test
  void aTableThatDoesNotAddUpIsHeldWithTheReasonUntilItIsMended() {
    Nights nights = Nights.in(folder).write(FILE + ".csv", TABLE.replace(";1.400;", ";1.300;"));
    List<TableOutcome> outcomes = nights.run(CELLS, LINKAGES);
    assertThat(outcomes).first().isInstanceOf(Built.class);
    assertThat(outcomes).last().isInstanceOfSatisfying(Held.class, held -> {
      assertThat(held.trouble().problem()).contains("does not hold together");
      assertThat(held.trouble().toString()).contains("the column of 2 misses its output of 2000.0 by 100.0");
    });

    nights.write(FILE + "_v2.csv", TABLE);
    assertThat(nights.run(CELLS, LINKAGES)).allMatch(Built.class::isInstance);
    assertThat(nights.rows(LINKAGES).collectAsList()).hasSize(2).extracting((Row row) ->
        row.getAs("unit_id") + " " + row.getAs("digital_linkage_million_vnd")).containsOnly("viet-nam 714.69");
    assertThat(nights.run(CELLS, LINKAGES)).allMatch(NothingToDo.class::isInstance);
  }

  @Test
  void withoutATableThereIsNothingToDoAndNothingThere() {
    Nights nights = Nights.in(folder).write("official-statistic-csv/readme.txt", "");
    assertThat(nights.run(CELLS, LINKAGES)).allMatch(NothingToDo.class::isInstance);
    assertThat(nights.rows(LINKAGES).count()).isZero();
  }
}
