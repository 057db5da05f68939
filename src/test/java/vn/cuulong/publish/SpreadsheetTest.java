package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.contract.ProductContract;

class SpreadsheetTest {
  static Stream<ProductContract> products() {
    return Samples.JOBS.products().values().stream();
  }

  @ParameterizedTest
  @MethodSource("products")
  void numbers_are_numbers_and_text_is_text_whatever_it_looks_like(ProductContract product) throws IOException {
    Release release = Samples.release(product, 1);
    try (ReadableWorkbook book = book(release)) {
      List<Sheet> sheets = book.getSheets().toList();
      for (int i = 0; i < release.tables().size(); i++) {
        sameCells(release.tables().get(i), sheets.get(i).read());
      }
      assertThat(sheets.stream().skip(release.tables().size()).map(Sheet::getName))
          .containsExactly("Từ điển", "Danh mục", "Nguồn");
    }
  }

  private static void sameCells(FrozenTable table, List<Row> rows) {
    assertThat(rows).hasSize(table.rows().size() + 1);
    int at = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      FrozenColumn column = table.columns().get(i);
      assertThat(rows.get(0).getCellText(at)).isEqualTo(column.title().vi());
      for (int row = 0; row < table.rows().size(); row++) {
        Object value = table.rows().get(row)[i];
        Cell cell = at < rows.get(row + 1).getCellCount() ? rows.get(row + 1).getCell(at) : null;
        String place = table.name() + "." + column.name() + " in row " + row;
        if (value == null || List.of().equals(value)) {
          assertThat(cell == null || cell.getType() == CellType.EMPTY).as(place).isTrue();
        } else if (value instanceof Number number) {
          assertThat(cell.getType()).as(place).isEqualTo(CellType.NUMBER);
          assertThat(cell.asNumber().doubleValue()).as(place).isEqualTo(new BigDecimal(number.toString()).doubleValue());
        } else if (value instanceof String text) {
          assertThat(cell.getType()).as(place).isEqualTo(CellType.STRING);
          assertThat(cell.getFormula()).as(place).isNull();
          if (!CodeNames.isListed(column)) {
            assertThat(cell.asString()).as(place).isEqualTo(text);
          }
        }
      }
      at += CodeNames.isPlace(column) ? 2 : 1;
    }
  }

  private static ReadableWorkbook book(Release release) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(
        Spreadsheet.of(release, new CodeNames(release.dictionary()))));
  }
}
