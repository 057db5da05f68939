package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.table.Coded;

class CategoryFieldTest {
  private static final Dictionary.Category UNITS =
      JobsReader.read(Path.of("jobs")).dictionary().categories().get("unit_of_measure");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvFileSource(resources = "/cases/landing/unit_of_measure.csv", numLinesToSkip = 1)
  @DisplayName("Each unit of the published figures has its own code; one that could be two has none")
  void unitOfMeasureHasItsCode(String text, String code) {
    CategoryField field = new CategoryField(UNITS, Map.of());
    Coded<byte[]> column = field.begin(1);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (field.read(utf8, 0, utf8.length, RowReader.NO_DAY)) {
      field.put(0);
    } else {
      field.putNone(0);
    }
    int found = column.get(0);
    assertThat(found == Coded.NONE ? null : new String(column.words().get(found), StandardCharsets.UTF_8))
        .isEqualTo(code);
  }
}
