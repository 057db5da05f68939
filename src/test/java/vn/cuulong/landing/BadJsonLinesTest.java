package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;

/** JSON Lines that are broken, nested or strange. */
class BadJsonLinesTest {
  private static final SourceContract ORDER = Landed.source("ecommerce-order-jsonl");
  private static final List<String> NOT_UNDERSTOOD = List.of("row_not_understood");

  @TempDir
  Path landing;

  private static String order(String id) {
    return "{\"created_at\":\"2025-03-05T10:00:00+07:00\",\"order_sn\":\"" + id + "\",\"item_no\":1,\"shop_id\":\"S1\","
        + "\"shop_province\":\"Cần Thơ\",\"ship_to_province\":\"An Giang\",\"qty\":2,\"amount\":150000,"
        + "\"order_status\":\"COMPLETED\",\"pay_method\":\"COD\",\"buyer_name\":\"Nguyễn Văn Tèo\","
        + "\"buyer_phone\":\"0912345678\"}\n";
  }

  private Landed read(String... lines) {
    Landed landed = Landed.read(landing, ORDER, "a.jsonl", order("A") + String.join("", lines) + order("B"));
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.rows.size() + landed.rejects.size()).isEqualTo(2 + lines.length);
    assertThat(landed.column("order_id")).contains("A", "B");
    assertThat(landed.toString() + landed.rejects).doesNotContain("Tèo").doesNotContain("0912");
    return landed;
  }

  @Test
  @DisplayName("a broken line, a list, a text, two objects on a line and trailing rubbish cost their own line")
  void brokenLines() {
    Landed landed = read(order("C").replace("}", ""), "[" + order("D").strip() + "]\n", "\"text\"\n", "null\n", "}\n",
        order("E").strip() + order("F"), order("G").strip() + ",\n", order("H").replace("\"qty\":2", "\"qty\":"));
    assertThat(landed.rows).hasSize(2);
    assertThat(landed.codes()).hasSize(8).containsOnly(NOT_UNDERSTOOD);
    assertThat(landed.rejects).extracting(Landed.Reject::raw).containsOnly(RejectRows.WITHHELD);
  }

  @Test
  @DisplayName("a key that stands twice with two values means neither; with one value it means that")
  void duplicateKeys() {
    Landed landed = read(order("C").replace("\"qty\":2", "\"qty\":2,\"qty\":5"),
        order("D").replace("\"qty\":2", "\"qty\":2,\"qty\":2"),
        order("E").replace("\"qty\":2", "\"qty\":2,\"QTY\":3"));
    assertThat(landed.column("order_id")).containsExactly("A", "D", "B");
    assertThat(landed.codes()).containsExactly(NOT_UNDERSTOOD, NOT_UNDERSTOOD);
  }

  @Test
  @DisplayName("a list or an object where a value is wanted is kept as its text, and is not taken for nothing")
  void nestedValues() {
    Landed landed = read(order("C").replace("\"qty\":2", "\"qty\":[2,3]"),
        order("D").replace("\"An Giang\"", "{\"name\":\"An Giang\",\"code\":89}"),
        order("E").replace("\"S1\"", "{\"id\":{\"deep\":[\"S1\"]}}"));
    assertThat(landed.codes()).containsExactly(
        List.of("product_quantity:number_not_understood", "product_quantity:required_missing"));
    assertThat(landed.rejects.get(0).raw()).contains("\"qty\":\"[2,3]\"");
    assertThat(landed.column("order_id")).containsExactly("A", "D", "E", "B");
    assertThat(landed.column("buyer_unit_id").get(1)).isEmpty();
    assertThat(landed.column("buyer_unit_id_text").get(1)).isEqualTo("{\"name\":\"An Giang\",\"code\":89}");
    assertThat(landed.column("issues").get(1)).contains("buyer_unit_id:unit_unknown");
    assertThat(landed.column("seller_id").get(2)).isEqualTo("{\"id\":{\"deep\":[\"S1\"]}}");
  }

  @Test
  @DisplayName("numbers with an exponent, with decimals, as text, and one that would fill the memory")
  void numbers() {
    Landed landed = read(order("C").replace("150000", "1.5e5"), order("D").replace("150000", "1.5E+05"),
        order("E").replace("150000", "150000.50"), order("F").replace("150000", "\"150,000\""),
        order("G").replace("150000", "1e999999999"), order("H").replace("150000", "1e-999999999"),
        order("I").replace("150000", "1" + "0".repeat(900)), order("J").replace("\"qty\":2", "\"qty\":2.5"));
    assertThat(landed.column("order_id")).containsExactly("A", "C", "D", "E", "F", "B");
    assertThat(landed.column("gross_value_vnd")).containsExactly("150000", "150000", "150000", "150000.5", "150000",
        "150000");
    assertThat(landed.codes()).hasSize(4)
        .allMatch(codes -> codes.contains("gross_value_vnd:required_missing")
            || codes.contains("product_quantity:number_not_whole"));
  }

  @Test
  @DisplayName("true, false and null where words are wanted; escapes; a pair of halves; very deep nesting")
  void strangeValues() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    Landed landed = read(order("C").replace("\"COD\"", "null"), order("D").replace("\"COD\"", "true"),
        order("E").replace("Cần Thơ", "C\\u1ea7n Th\\u01a1"), order("F").replace("\"COD\"", deep),
        order("G").replace("Nguyễn", "Nguy\\u1ec5n").replace("\"Cần Thơ\"", "\"Nơi lạ\""));
    assertThat(landed.column("order_id")).containsExactly("A", "C", "D", "E", "B");
    assertThat(landed.column("payment_method")).containsExactly("cash_on_delivery", "", "", "cash_on_delivery",
        "cash_on_delivery");
    assertThat(landed.column("issues").get(1)).isEqualTo(",");
    assertThat(landed.column("issues").get(2)).contains("payment_method:category_unknown");
    assertThat(landed.codes()).containsExactly(NOT_UNDERSTOOD,
        List.of("seller_unit_id:required_missing", "seller_unit_id:unit_unknown"));
    assertThat(landed.rejects.get(1).raw()).contains("\"shop_province\":\"Nơi lạ\"", "\"buyer_name\":\"***\"",
        "\"buyer_phone\":\"***\"");
  }

  @Test
  @DisplayName("a byte order mark, empty lines, three kinds of line ends and no end at the last line")
  void lineEnds() {
    String two = order("A") + order("B");
    for (String text : new String[] {"\uFEFF" + two, two.replace("\n", "\r\n"), two.replace("\n", "\n\r\n\n"),
        two.replace("\n", "\r"), two.strip()}) {
      Landed landed = Landed.read(landing, ORDER, "a.jsonl", text);
      assertThat(landed.column("order_id")).as(landed.found).containsExactly("A", "B");
      assertThat(landed.rejects).isEmpty();
    }
  }

  @Test
  @DisplayName("a file that is one JSON document, or no JSON at all, is refused")
  void notLines() {
    refused("[" + order("A").strip() + "," + order("B").strip() + "]", Doubt.FILE_NOT_UNDERSTOOD);
    refused("{\n \"orders\": [\n  1\n ]\n}\n", Doubt.FILE_NOT_UNDERSTOOD);
    refused("a,b,c\n1,2,3\n", Doubt.FILE_NOT_UNDERSTOOD);
    refused("{\"other\":1}\n", Doubt.COLUMN_MISSING);
  }

  private void refused(String text, Doubt fault) {
    Landed landed = Landed.read(landing, ORDER, "b.jsonl", text);
    assertThat(landed.fault).as(landed.found).isEqualTo(fault);
  }
}
