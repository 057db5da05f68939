package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.ColumnType;

class PackedTableTest {
  private static final Map<String, ColumnType> TYPES = Map.of("value", ColumnType.of("double"),
      "count", ColumnType.of("bigint"), "amount", ColumnType.of("decimal(18,2)"));

  @Test
  void aColumnWithManyNumbersKeepsItsGaps() {
    assertThat(packed("count", "1", "", "3")).isEqualTo("{\"is\":[1,null,3]}");
  }

  @Test
  void aColumnWithFewNumbersSaysWhereTheyAre() {
    assertThat(packed("count", "", "", "3")).isEqualTo("{\"at\":[2],\"is\":[3]}");
  }

  @Test
  void wholeNumbersAreExactAndOthersKeepNineDigits() {
    assertThat(packed("amount", "1234567890123.00", "0.50")).isEqualTo("{\"is\":[1234567890123,0.5]}");
    assertThat(packed("value", "75.67493499107941", "0.1", "1.0E10"))
        .isEqualTo("{\"is\":[75.674935,0.1,10000000000]}");
  }

  @Test
  void textsAreWrittenOnceAndRowsPointToThem() {
    assertThat(packed("name", "b", "a", "", "b")).isEqualTo("{\"of\":[\"b\",\"a\"],\"is\":[0,1,-1,0]}");
  }

  @Test
  void textsThatStandTogetherAreCounted() {
    assertThat(packed("name", "b", "b", "b", "", "", "a", "a", "a"))
        .isEqualTo("{\"of\":[\"b\",\"a\"],\"runs\":[0,3,-1,2,1,3]}");
  }

  @Test
  void aColumnThatWasNotReleasedIsLeftOut() {
    ReleasedTable table = table("name", "x");
    assertThat(PackedTable.of(table, List.of("name", "gone"), TYPES, row -> true).get("columns")).asString()
        .contains("name").doesNotContain("gone");
  }

  @SuppressWarnings("unchecked")
  private static String packed(String column, String... fields) {
    Map<String, Object> packed = PackedTable.of(table(column, fields), List.of(column), TYPES, row -> true);
    return DataScript.json(((Map<String, Object>) packed.get("columns")).get(column));
  }

  private static ReleasedTable table(String column, String... fields) {
    return new ReleasedTable("mart.t", null, List.of(column),
        java.util.Arrays.stream(fields).map(field -> new String[] {field}).toList());
  }
}
