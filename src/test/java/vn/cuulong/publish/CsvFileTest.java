package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.ValueKind;
import vn.cuulong.publish.CsvFile.Dialect;

class CsvFileTest {
  private static final PublishedTable TOURISM = Samples.JOBS.products().get("tourism").tables().get(0);

  private static FrozenColumn column(String name, String type) {
    return new FrozenColumn(new Column(name, ColumnType.of(type), ValueKind.NONE, null, null, null, null,
        new Bilingual(name, name), new Bilingual(name, name)), false);
  }

  private static String csv(Dialect dialect, Object... row) {
    List<FrozenColumn> columns = List.of(column("place", "string"), column("share", "double"),
        column("money", "decimal(18,2)"), column("parts", "array<string>"), column("sure", "boolean"));
    List<Object[]> rows = new ArrayList<>();
    rows.add(row);
    FrozenTable table = new FrozenTable(TOURISM.table(), null, columns, rows);
    return new String(CsvFile.of(table, dialect), StandardCharsets.UTF_8);
  }

  @Test
  void numbers_keep_their_sign_and_text_that_looks_like_a_formula_gets_an_apostrophe() {
    assertThat(csv(Dialect.INTERNATIONAL, "=HYPERLINK(\"x\")", -0.5, new BigDecimal("-12.50"), List.of("a", "b"), true))
        .isEqualTo("\ufeffplace,share,money,parts,sure\r\n\"'=HYPERLINK(\"\"x\"\")\",-0.5,-12.50,a|b,true\r\n");
  }

  @Test
  void the_vietnamese_dialect_has_semicolons_and_decimal_commas() {
    assertThat(csv(Dialect.VIETNAMESE, "Cần Thơ; phường 1", 0.125, new BigDecimal("1234567.80"), List.of(), null))
        .isEqualTo("\ufeffplace;share;money;parts;sure\r\n\"Cần Thơ; phường 1\";0,125;1234567,80;;\r\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', value = {"=1~'=1", "+84~'+84", "-x~'-x", "@a~'@a", "a=1~a=1", "'=~'="})
  void only_the_first_letter_makes_a_formula(String text, String written) {
    assertThat(PlainText.harmless(text)).isEqualTo(written);
  }

  @Test
  void tabs_and_returns_at_the_start_are_disarmed_too() {
    assertThat(PlainText.harmless("\t=1")).isEqualTo("'\t=1");
    assertThat(PlainText.harmless("\r=1")).isEqualTo("'\r=1");
    assertThat(PlainText.harmless("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', value = {"a;=1~a;'=1", "a, \"@x~a, \"'@x",
      "a;+x~a;'+x", "2, -3~2, '-3",
      "a;+1+cmd~a;'+1+cmd", "a,=1;=2~a,'=1;'=2", "Cần Thơ; phường 1~Cần Thơ; phường 1", "\uff1d1~'\uff1d1"})
  void a_spreadsheet_that_parts_fields_at_another_mark_finds_no_formula_either(String text, String written) {
    assertThat(PlainText.harmlessBetweenMarks(text)).isEqualTo(written);
    assertThat(PlainText.harmlessBetweenMarks("a\n=1")).isEqualTo("a\n'=1");
  }

  @Test
  void every_number_is_written_plainly_and_read_back_as_itself() {
    long seed = 20260131;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        String text = PlainText.of(number);
        assertThat(Double.parseDouble(text)).as("seed %d, %s", seed, text).isEqualTo(number == 0 ? 0.0 : number);
        assertThat(text).doesNotContain("E");
      }
    }
    assertThat(PlainText.of(0.1)).isEqualTo("0.1");
    assertThat(PlainText.of(1e7)).isEqualTo("10000000");
    assertThat(PlainText.of(2.0E-3)).isEqualTo("0.002");
    assertThat(PlainText.of(-0.0)).isEqualTo("0");
  }
}
