package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;

/** Rows that are broken cost themselves and no other row; their raw text and every reason is kept. */
class BadRowTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-csv");
  private static final SourceContract ORDER = Landed.source("ecommerce-order-csv");
  private static final String HEADER = "Ngày;Tỉnh/Thành phố;Mã cơ sở lưu trú;Tên cơ sở lưu trú;Loại hình;Khách nội địa;"
      + "Khách quốc tế;Số đêm lưu trú;Số phòng;Doanh thu (nghìn đồng)\n";
  private static final String ORDER_HEADER = "Thời gian đặt,Sàn,Mã đơn hàng,Dòng,Mã gian hàng,Tỉnh người bán,"
      + "Tỉnh người mua,Mã sản phẩm,Tên sản phẩm,Ngành hàng,Hạng sao OCOP,Số lượng,Thành tiền (đồng),Trạng thái,"
      + "Thanh toán,Họ tên người mua,Số điện thoại,Ghi chú\n";

  @TempDir
  Path landing;

  private static String row(String id) {
    return "05/03/2025;Cần Thơ;" + id + ";Nhà nghỉ Sông Hậu;Nhà nghỉ;12;3;20;10;4.500\n";
  }

  private Landed stay(String rows) {
    return Landed.read(landing, STAY, "a.csv", HEADER + rows);
  }

  /** The bad row stands between two good ones, which are read. */
  private Landed.Reject between(SourceContract source, String bad) {
    Landed landed = Landed.read(landing, source, "a.csv", HEADER + row("A") + bad + row("B"));
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.column("establishment_id")).containsExactly("A", "B");
    assertThat(landed.rejects).hasSize(1);
    return landed.rejects.get(0);
  }

  private void rejected(String bad, String... codes) {
    Landed.Reject reject = between(STAY, bad);
    assertThat(reject.codes()).containsExactly(codes);
    assertThat(reject.raw()).isEqualTo(bad.stripTrailing());
    assertThat(reject.position()).isEqualTo((HEADER + row("A")).getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  @DisplayName("short and long rows; empty fields at the end are no fault")
  void shortAndLong() {
    rejected("05/03/2025;Cần Thơ;C;x\n", "row_too_short");
    rejected(row("C").strip() + ";thêm\n", "row_too_long");
    assertThat(stay(row("A").strip() + ";;;\n").rows).hasSize(1);
  }

  @Test
  @DisplayName("a quote left open costs its own line, in sources of one line a record and of several")
  void quoteLeftOpen() {
    String[] bad = {
      "05/03/2025;Cần Thơ;C;\"Nhà nghỉ;Nhà nghỉ;12;3;20;10;4.500\n",
      "05/03/2025;\"Cần Thơ;C;\"Nhà nghỉ\";Nhà nghỉ;12;3;20;10;4.500\n",
      "05/03/2025;Cần Thơ;C;\"Nhà\" nghỉ;Nhà nghỉ;12;3;20;10;4.500\n",
    };
    for (String line : bad) {
      rejected(line, "quote_left_open");
      Landed.Reject reject = between(Landed.source("tourism-stay-csv", "auto", true), line);
      assertThat(reject.codes()).containsExactly("quote_left_open");
      assertThat(reject.raw()).isEqualTo(line.strip());
    }
  }

  @Test
  @DisplayName("a quote left open before a line that has quotes of its own still costs its own line only")
  void quoteLeftOpenBeforeQuotes() {
    SourceContract multiline = Landed.source("tourism-stay-csv", "auto", true);
    String open = "05/03/2025;Cần Thơ;C;\"Nhà nghỉ;Nhà nghỉ;12;3;20;10;4.500\n";
    String quoted = "05/03/2025;Cần Thơ;D;\"Nhà nghỉ \"\"Hậu\"\"\";\"\";12;3;20;10;\"4.500\"\n";
    for (String next : new String[] {quoted, row("D").replace("Nhà nghỉ;12", "\";\";12"), open.replace(";C;", ";D;")}) {
      Landed landed = Landed.read(landing, multiline, "a.csv", HEADER + row("A") + open + next + row("B"));
      assertThat(landed.rejects.get(0).raw()).isEqualTo(open.strip());
      assertThat(landed.rejects.get(0).codes()).containsExactly("quote_left_open");
      assertThat(landed.rows.size() + landed.rejects.size()).as(next + landed.rejects).isEqualTo(4);
      assertThat(landed.column("establishment_id")).contains("A", "B");
    }
  }

  @Test
  @DisplayName("newlines inside quotes are part of the value where the source declares them, else a quote left open")
  void newlineInsideQuotes() {
    String row = "05/03/2025;Cần Thơ;C;\"Nhà nghỉ\r\nSông Hậu\";Nhà nghỉ;12;3;20;10;4.500\n";
    SourceContract multiline = Landed.source("tourism-stay-csv", "auto", true);
    Landed landed = Landed.read(landing, multiline, "a.csv", HEADER + row("A") + row + row("B"));
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.column("establishment_name")).containsExactly("Nhà nghỉ Sông Hậu", "Nhà nghỉ Sông Hậu",
        "Nhà nghỉ Sông Hậu");
    Landed oneLine = stay(row("A") + row + row("B"));
    assertThat(oneLine.column("establishment_id")).containsExactly("A", "B");
    assertThat(oneLine.codes()).containsExactly(List.of("quote_left_open"), List.of("row_too_short"));
  }

  @Test
  @DisplayName("an unknown province, an impossible date and a negative count reject the row and name the column")
  void values() {
    rejected(row("C").replace("Cần Thơ", "Cần Thơm"), "unit_id:required_missing", "unit_id:unit_unknown");
    rejected(row("C").replace("12;3", "-12;3"), "guest_domestic_count:number_negative",
        "guest_domestic_count:required_missing");
    Landed.Reject noDay = between(STAY, row("C").replace("05/03/2025", "30/02/2025"));
    assertThat(noDay.codes()).contains("stay_date:date_impossible", "stay_date:required_missing");
  }

  @Test
  @DisplayName("a row with several faults says all of them")
  void everyReason() {
    Landed.Reject reject = between(STAY, "05/03/2025;Nơi Nào Đó;;x;y;-1;mười;20;10;5 USD\n");
    assertThat(reject.codes()).contains("unit_id:unit_unknown", "establishment_id:required_missing",
        "guest_domestic_count:number_negative", "guest_international_count:number_not_understood",
        "revenue_vnd:currency_foreign");
  }

  @Test
  @DisplayName("a code whose meaning changed on 1 July 2025 is read by the day of its row")
  void codesByDate() {
    Landed landed = stay(row("A").replace("Cần Thơ", "80") + row("B").replace("Cần Thơ", "82")
        + row("C").replace("Cần Thơ", "91") + row("D").replace("Cần Thơ", "92")
        + row("E").replace("Cần Thơ", "80").replace("05/03", "01/07")
        + row("F").replace("Cần Thơ", "82").replace("05/03", "01/07")
        + row("G").replace("Cần Thơ", "91").replace("05/03", "01/07")
        + row("H").replace("Cần Thơ", "80").replace("05/03", "30/06"));
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.column("unit_id")).containsExactly("long-an-2004", "tien-giang-2004", "kien-giang-2004",
        "can-tho-2004", "tay-ninh-2025", "dong-thap-2025", "an-giang-2025", "long-an-2004");
  }

  @Test
  @DisplayName("a field of a million characters rejects its row, with the beginning of its text")
  void millionCharacters() {
    String bad = row("C").replace("Nhà nghỉ Sông Hậu", "x".repeat(1_000_000));
    rejected(bad, "establishment_name:text_too_long");
    Landed.Reject quoted = between(STAY, row("C").replace("Nhà nghỉ Sông Hậu", "\"" + "x".repeat(1_000_000) + "\""));
    assertThat(quoted.codes()).containsExactly("establishment_name:text_too_long");
    Landed.Reject open = between(STAY, row("C").replace("Nhà nghỉ Sông Hậu", "\"" + "x".repeat(1_000_000)));
    assertThat(open.codes()).containsExactly("quote_left_open");
  }

  @Test
  @DisplayName("a record of twenty million characters is cut, and the next one is read")
  void recordWithoutEnd() {
    Landed.Reject cut = between(STAY, row("C").replace("Nhà nghỉ Sông Hậu", "x".repeat(20_000_000)));
    assertThat(cut.codes()).containsExactly("text_too_long");
    assertThat(cut.raw()).startsWith("05/03/2025;Cần Thơ;C;xxx").hasSizeLessThan(1 << 20);
  }

  @Test
  @DisplayName("a zero byte inside a row behind the first bytes of a file rejects its row")
  void zeroByte() {
    String many = row("A").repeat(2000);
    Landed landed = Landed.read(landing, STAY, "a.csv", HEADER + many + row("C\0"));
    assertThat(landed.rows).hasSize(2000);
    assertThat(landed.codes()).containsExactly(List.of("text_undecodable"));
  }

  @Test
  @DisplayName("line ends of three systems, byte order marks and a last line without end give the same rows")
  void lineEnds() {
    String text = HEADER + row("A") + row("B");
    List<String> expected = stay(text).column("establishment_id");
    assertThat(expected).containsExactly("A", "B");
    String[] variants = {text.replace("\n", "\r\n"), text.replace("\n", "\r"), text.strip(), "\uFEFF" + text,
        "\uFEFF" + text.replace("\n", "\r\n").strip(), "\uFEFF" + text.replace("\n", "\r").strip(),
        text.replace("\n", "\n\n"), text.replace("\n", "\r\n\r\n"), text.replace("\n", "\r\r")};
    for (String variant : variants) {
      Landed landed = Landed.read(landing, STAY, "a.csv", variant);
      assertThat(landed.fault).as(landed.found).isNull();
      assertThat(landed.rejects).isEmpty();
      assertThat(landed.column("establishment_id")).as(variant.replace("\r", "\\r")).isEqualTo(expected);
      assertThat(landed.column("revenue_vnd")).containsOnly("4500000");
    }
    byte[] wide = ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Landed.read(landing, STAY, "w.csv", wide).column("establishment_id")).isEqualTo(expected);
    wide = ("\uFEFF" + text.replace("\n", "\r")).getBytes(StandardCharsets.UTF_16BE);
    assertThat(Landed.read(landing, STAY, "w.csv", wide).column("establishment_id")).isEqualTo(expected);
  }

  @Test
  @DisplayName("raw text of a source with personal data keeps only what the table takes")
  void personalDataMasked() {
    String[] people = {"Nguyễn Văn Tèo,0912345678,gọi trước 0912345678", "\"Nguyễn \"\"Tèo\"\" An\",0912345678,",
        "\"Tèo, Nguyễn\",\"0912 345 678\",\"nhà \"\"Tèo\"\"\""};
    for (String person : people) {
      String good = "05/03/2025 10:00,Shopee,DH1,1,S1,Cần Thơ,An Giang,P1,"
          + "\"Gạo \"\"ST25\"\", 5 kg\",,4,1,50000,Hoàn thành,COD,";
      Landed landed = Landed.read(landing, ORDER, "a.csv", ORDER_HEADER + good.replace("Cần Thơ", "Cần Thơm") + person
          + "\n" + good + person + "\n" + good + person + ",thừa 0912345678\n" + "Nguyễn Văn Tèo,0912345678\n");
      assertThat(landed.rows).hasSize(1);
      assertThat(landed.codes()).containsExactly(
          List.of("seller_unit_id:required_missing", "seller_unit_id:unit_unknown"),
          List.of("row_too_long"), List.of("row_too_short"));
      assertThat(landed.rejects.get(0).raw()).startsWith("05/03/2025 10:00,Shopee,DH1,1,S1,Cần Thơm,An Giang,P1,"
          + "\"Gạo \"\"ST25\"\", 5 kg\",,4,1,50000,Hoàn thành,COD,***,***");
      assertThat(landed.rejects).allSatisfy(
          reject -> assertThat(reject.raw()).doesNotContain("Tèo").doesNotContain("0912"));
      assertThat(landed.rejects.get(1).raw()).isEqualTo(RejectRows.WITHHELD);
      assertThat(landed.rows.toString()).doesNotContain("Tèo").doesNotContain("0912");
    }
  }
}
