package vn.cuulong.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.run.TableOutcome;

/** What bad files do to a night: the books balance, nothing is lost, good rows stay. */
class BadNightTest {
  private static final String FOLDER = "tourism-stay-csv/";
  private static final String HEADER = "Ngày;Tỉnh/Thành phố;Mã cơ sở lưu trú;Tên cơ sở lưu trú;Loại hình;Khách nội địa;"
      + "Khách quốc tế;Số đêm lưu trú;Số phòng;Doanh thu (nghìn đồng)\n";

  @TempDir
  Path folder;
  private Nights nights;

  @BeforeEach
  void begin() throws IOException {
    nights = new Nights(folder, "clean.tourism_stay");
  }

  private static String row(String id, int day, int guests) {
    return "%02d/03/2025;Cần Thơ;%s;Nhà nghỉ Sông Hậu;Nhà nghỉ;%d;3;20;10;4.500\n".formatted(day, id, guests);
  }

  @Test
  @DisplayName("good and bad rows and files in one night: every row is accounted for, every bad file says why")
  void mixedNight() throws IOException {
    nights.land(FOLDER + "a.csv", HEADER + row("A", 5, 12) + row("B", 5, 13) + "05/03/2025;\"x\n"
        + row("C", 5, 1).replace("Cần Thơ", "Cần Thơm") + row("A", 5, 12) + row("B", 5, 99) + row("D", 5, -1));
    nights.land(FOLDER + "b.csv", HEADER + row("B", 5, 50) + row("E", 6, 1).replace("06/03", "31/02"));
    nights.land(FOLDER + "empty.csv", "");
    nights.land(FOLDER + "comma.csv", (HEADER + row("Z", 5, 1)).replace(';', ','));
    nights.land(FOLDER + "later.csv.part", HEADER + row("L", 5, 1));
    TableOutcome.Built built = (TableOutcome.Built) nights.run();

    assertThat(nights.column("establishment_id", "establishment_id")).containsExactly("A", "B");
    assertThat(nights.column("guest_domestic_count", "establishment_id")).containsExactly("12", "50");
    assertThat(nights.column("array_join(issues, ' ')", "establishment_id"))
        .containsExactly("", "duplicate_key_conflict");
    assertThat(nights.file(FOLDER + "a.csv").total()).isEqualTo(new Book(7, 1, 5, 1));
    assertThat(nights.file(FOLDER + "b.csv").total()).isEqualTo(new Book(2, 1, 1, 0));
    assertThat(nights.rejects()).hasSize(6).allMatch(reject -> reject.contains("\"raw\":"));
    assertThat(nights.rejects().toString()).contains("\"quote_left_open\"", "\"unit_id:unit_unknown\"",
        "\"stay_date:date_impossible\"", "\"guest_domestic_count:number_negative\"",
        ";B;Nhà nghỉ Sông Hậu;Nhà nghỉ;99;");
    assertThat(nights.file(FOLDER + "empty.csv").status()).isEqualTo(FileStatus.REJECTED_FILE);
    assertThat(nights.file(FOLDER + "empty.csv").issues()).containsExactly("file_empty:the file holds no bytes");
    assertThat(nights.file(FOLDER + "comma.csv").issues()).singleElement().asString().startsWith("delimiter_wrong:");
    assertThat(nights.file(FOLDER + "later.csv.part")).isNull();
    assertThat(built.rejectedFiles()).hasSize(2).allSatisfy(trouble -> {
      assertThat(trouble.problem()).startsWith("The landing file " + FOLDER);
      assertThat(trouble.cause()).isNotBlank();
      assertThat(trouble.remedy()).contains(" / ");
    });
    assertThat(nights.run()).isInstanceOf(TableOutcome.NothingToDo.class);
  }

  @Test
  @DisplayName("a bad file in the place of a good one leaves the good rows; a mended one takes its place")
  void badReplacement() throws IOException {
    nights.land(FOLDER + "a.csv", HEADER + row("A", 5, 12) + row("B", 6, 13));
    nights.run();
    var before = nights.rows();
    nights.land(FOLDER + "a.csv", "\0\1\2 no longer a text");
    TableOutcome.Built bad = (TableOutcome.Built) nights.run();
    assertThat(bad.rejectedFiles()).hasSize(1);
    assertThat(nights.rows()).isEqualTo(before).hasSize(2);
    nights.land(FOLDER + "a.csv", HEADER + row("A", 5, 20) + row("B", 6, 13) + row("C", 6, 1));
    nights.run();
    assertThat(nights.column("guest_domestic_count", "establishment_id")).containsExactly("20", "13", "1");
  }

  @Test
  @DisplayName("a correction replaces rows of its file, also when it moves one to another day")
  void correctionMovesRow() throws IOException {
    nights.land(FOLDER + "a.csv", HEADER + row("A", 5, 12) + row("B", 5, 13) + row("C", 7, 5));
    nights.run();
    nights.land(FOLDER + "a_v2.csv", HEADER + row("A", 5, 40) + row("X", 5, 1));
    nights.run();
    assertThat(nights.column("concat(establishment_id, ' ', guest_domestic_count)", "establishment_id"))
        .containsExactly("A 40", "B 13", "C 5", "X 1");
    assertThat(nights.file(FOLDER + "a.csv").total()).isEqualTo(new Book(3, 2, 0, 1));
    assertThat(nights.rejects()).isEmpty();
  }

  @Test
  @DisplayName("a file that grows between its two readings stops the commit, and is read whole the next night")
  void growsWhileRead() throws IOException {
    nights.land(FOLDER + "a.csv", HEADER + row("A", 5, 12));
    nights.run();
    String grown = HEADER + row("B", 5, 13) + row("C", 5, 14);
    for (String when : new String[] {"writing", "checking"}) {
      nights.land(FOLDER + "b.csv", HEADER + row("B", 5, 13));
      TableOutcome outcome = nights.runUnchecked(step -> landAt(step, when, grown));
      assertThat(outcome).as(when).isInstanceOf(TableOutcome.NotReady.class);
      var trouble = ((TableOutcome.NotReady) outcome).trouble();
      assertThat(trouble.problem()).contains("b.csv changed while it was read");
      assertThat(trouble.remedy()).contains(".part");
      assertThat(nights.column("establishment_id", "establishment_id")).containsExactly("A");
    }
    nights.run();
    assertThat(nights.column("establishment_id", "establishment_id")).containsExactly("A", "B", "C");
  }

  @Test
  @DisplayName("a byte that is no UTF-8 costs its row also when the file is read again for another one")
  void invalidByte() throws IOException {
    byte[] bytes = ("\uFEFF" + HEADER + row("A", 5, 12) + row("B?", 5, 13) + row("C", 6, 14))
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
    }
    nights.land(FOLDER + "a.csv", bytes);
    nights.run();
    nights.land(FOLDER + "b.csv", HEADER + row("D", 5, 1));
    nights.run();
    assertThat(nights.column("establishment_id", "establishment_id")).containsExactly("A", "C", "D");
    assertThat(nights.file(FOLDER + "a.csv").total()).isEqualTo(new Book(3, 2, 1, 0));
    assertThat(nights.rejects()).singleElement().asString().contains("text_undecodable", "Bÿ");
  }

  private void landAt(String step, String when, String text) {
    if (step.equals(when)) {
      try {
        nights.land(FOLDER + "b.csv", text);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Test
  @DisplayName("personal data of rejected orders is not in ops.reject")
  void personalData() throws IOException {
    Nights orders = new Nights(folder.resolve("orders"), "clean.ecommerce_order");
    String header = "Thời gian đặt,Sàn,Mã đơn hàng,Dòng,Mã gian hàng,Tỉnh người bán,Tỉnh người mua,Mã sản phẩm,"
        + "Tên sản phẩm,Ngành hàng,Hạng sao OCOP,Số lượng,Thành tiền (đồng),Trạng thái,Thanh toán,Họ tên người mua,"
        + "Số điện thoại,Ghi chú\n";
    String good = "05/03/2025 10:00,Shopee,DH1,1,S1,Cần Thơ,An Giang,P1,Gạo,,4,1,50000,Hoàn thành,COD,"
        + "\"Nguyễn \"\"Tèo\"\"\",0912345678,gọi Tèo\n";
    orders.land("ecommerce-order-csv/a.csv", header + good + good.replace("DH1", "DH2").replace("Cần Thơ", "Cần Thơm")
        + good.replace("DH1", "DH3").replace("COD,", ""));
    orders.run();
    assertThat(orders.rows()).hasSize(1);
    assertThat(orders.rejects()).hasSize(2);
    assertThat(orders.rows() + " " + orders.rejects()).doesNotContain("Tèo").doesNotContain("0912");
    assertThat(orders.rejects().toString()).contains("DH2", "Cần Thơm", "***");
  }
}
