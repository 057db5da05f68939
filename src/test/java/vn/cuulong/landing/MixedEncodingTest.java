package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Encoding;
import vn.cuulong.vietnamese.LegacyText;

/** Files in another encoding than declared, and files of two encodings: no letter is spoiled unseen. */
class MixedEncodingTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-csv");
  private static final SourceContract REPORT = Landed.source("tourism-report-csv");
  private static final SourceContract PAYMENT = Landed.source("digital-payment-csv");
  private static final String HEADER = "Ngày;Tỉnh/Thành phố;Mã cơ sở lưu trú;Tên cơ sở lưu trú;Loại hình;Khách nội địa;"
      + "Khách quốc tế;Số đêm lưu trú;Số phòng;Doanh thu (nghìn đồng)\n";

  @TempDir
  Path landing;

  private static String row(int number) {
    return "05/03/2025;Vĩnh Long;CT" + number + ";Nhà nghỉ Sông Hậu;Khách sạn;12;3;20;10;4.500\n";
  }

  private static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append(row(i));
    }
    return rows.toString();
  }

  @ParameterizedTest
  @CsvSource({"TCVN3", "WINDOWS_1258", "VNI"})
  @DisplayName("a file of one old encoding is read, whole and from a gzip")
  void oneEncoding(String encoding) {
    Landed landed = Landed.read(landing, STAY, "a.csv", legacy(encoding, HEADER + rows(0, 3000)));
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.rows).hasSize(3000);
    assertThat(landed.column("establishment_name")).containsOnly("Nhà nghỉ Sông Hậu");
    assertThat(landed.column("unit_id")).containsOnly("vinh-long-2004");
  }

  @ParameterizedTest
  @CsvSource({"TCVN3,10,10", "TCVN3,2000,2000", "TCVN3,3000,1",
      "WINDOWS_1258,10,10", "WINDOWS_1258,3000,5", "VNI,3000,5"})
  @DisplayName("an old encoding that turns into UTF-8, early or late: the file is refused and the place is named")
  void legacyThenUtf8(String encoding, int before, int after) throws IOException {
    byte[] mixed = both(legacy(encoding, HEADER + rows(0, before)),
        rows(before, before + after).getBytes(StandardCharsets.UTF_8));
    Landed landed = Landed.read(landing, STAY, "a.csv", mixed);
    if (landed.layout == null) {
      assertThat(landed.fault).as(landed.found).isIn(Doubt.FILE_ENCODING_MIXED, Doubt.COLUMN_MISSING);
      assertThat(landed.rows).isEmpty();
    } else {
      assertNothingSpoiled(landed, before + after);
    }
  }

  @ParameterizedTest
  @CsvSource({"TCVN3,10,10", "TCVN3,20,3", "TCVN3,4000,4000", "WINDOWS_1258,20,3", "VNI,20,3"})
  @DisplayName("UTF-8 that turns into an old encoding: those rows are rejected one by one, or the file is refused")
  void utf8ThenLegacy(String encoding, int before, int after) throws IOException {
    byte[] mixed = both((HEADER + rows(0, before)).getBytes(StandardCharsets.UTF_8),
        legacy(encoding, rows(before, before + after)));
    Landed landed = Landed.read(landing, STAY, "a.csv", mixed);
    if (landed.layout != null) {
      assertNothingSpoiled(landed, before + after);
      assertThat(landed.rejects).hasSize(after).allMatch(reject -> reject.codes().equals(List.of("text_undecodable")));
    } else {
      assertThat(landed.fault).isEqualTo(Doubt.FILE_ENCODING_MIXED);
    }
  }

  private static void assertNothingSpoiled(Landed landed, int all) {
    assertThat(landed.rows.size() + landed.rejects.size()).isEqualTo(all);
    assertThat(landed.column("establishment_name")).containsOnly("Nhà nghỉ Sông Hậu");
    assertThat(landed.column("unit_id")).containsOnly("vinh-long-2004");
  }

  @Test
  @DisplayName("a single invalid byte in a file of UTF-8, even one of plain letters, costs its own row")
  void singleInvalidByte() {
    String text = HEADER + rows(0, 20);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[text.substring(0, text.indexOf("CT7;")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
    Landed landed = Landed.read(landing, Landed.source("tourism-stay-csv", "utf-8", false), "a.csv", bytes);
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.rows).hasSize(19);
    assertThat(landed.codes()).containsExactly(List.of("text_undecodable"));
    assertThat(landed.rejects.get(0).raw()).contains("ÿT7;");

    String plain = "TXN_DATE,PROVINCE,CHANNEL,TXN_COUNT,TXN_VALUE_MIL_VND,CASHLESS,BATCH_NO\n"
        + "2025-03-05,Can Tho,QR,5,10.5,Y,1\n2025-03-06,Can Th?,QR,5,10.5,Y,2\n2025-03-07,Can Tho,QR,5,10.5,Y,3\n";
    byte[] one = plain.getBytes(StandardCharsets.US_ASCII);
    one[plain.indexOf('?')] = (byte) 0xF3;
    Landed payment = Landed.read(landing, PAYMENT, "a.csv", one);
    assertThat(payment.fault).as(payment.found).isNull();
    assertThat(payment.rows).hasSize(2);
    assertThat(payment.codes()).containsExactly(List.of("text_undecodable"));
  }

  @Test
  @DisplayName("UTF-8 where an old encoding is declared, an old one where UTF-8 is declared, UTF-16 where neither is")
  void notAsDeclared() {
    String report = "Tháng;Tỉnh;Lượt khách;Khách quốc tế;Ngày khách;Doanh thu du lịch (tỷ đồng);Trạng thái;Ghi chú\n"
        + "3/2025;Vĩnh Long;120000;3000;200000;15,5;Ước tính;\n";
    refused(Landed.read(landing, REPORT, "a.csv", report), "windows-1258", "UTF_8");
    assertThat(Landed.read(landing, REPORT, "b.csv", legacy("WINDOWS_1258", report)).rows).hasSize(1);
    SourceContract utf8 = Landed.source("tourism-stay-csv", "utf-8", false);
    refused(Landed.read(landing, utf8, "a.csv", legacy("TCVN3", HEADER + rows(0, 20))), "utf-8", "TCVN3");
    refused(Landed.read(landing, utf8, "b.csv", ("\uFEFF" + HEADER + rows(0, 20)).getBytes(StandardCharsets.UTF_16LE)),
        "utf-8", "UTF_16LE");
    String plain = "TXN_DATE,PROVINCE\n2025-03-05,Can Tho\n";
    refused(Landed.read(landing, PAYMENT, "c.csv", plain.getBytes(StandardCharsets.UTF_16LE)), "utf-8", "UTF_16LE");
  }

  private static void refused(Landed landed, String... words) {
    assertThat(landed.fault).as(landed.found).isEqualTo(Doubt.FILE_ENCODING_WRONG);
    assertThat(landed.found).contains(words);
  }

  @Test
  @DisplayName("pieces of any size are judged alike")
  void pieces() throws IOException {
    byte[] legacy = legacy("TCVN3", rows(0, 5000));
    FileEncoding encoding = new FileEncoding("auto", java.util.Arrays.copyOf(legacy, 1 << 16), false);
    encoding.refuseMixed(new ByteArrayInputStream(legacy));
    assertThat(encoding.isLegacy()).isTrue();
    assertThat(encoding.notes()).isEmpty();
  }

  private static byte[] legacy(String encoding, String text) {
    return LegacyText.encode(text, Encoding.valueOf(encoding));
  }

  private static byte[] both(byte[] first, byte[] second) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(first);
    both.write(second);
    return both.toByteArray();
  }
}
