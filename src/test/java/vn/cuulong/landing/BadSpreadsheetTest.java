package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;

/** Workbooks with formulas, merged cells and dates as numbers, and files that are none. */
class BadSpreadsheetTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-xlsx");
  private static final int FIRST = 5;

  @TempDir
  Path landing;

  @Test
  @DisplayName("a day held as a number and a fraction held as a number are read as what they are")
  void numericCells() throws IOException {
    Landed landed = read(workbook(2, sheet -> sheet.value(FIRST, 9, 4.567)));
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.column("stay_date")).containsOnly("2025-03-05");
    assertThat(landed.column("revenue_vnd")).containsExactly("4567000", "2500000");
    assertThat(landed.column("unit_id")).containsOnly("can-tho-2004");
    assertThat(landed.column("position")).containsExactly("6", "7");
  }

  @Test
  @DisplayName("of a formula the stored result is read and the row says so; without a result there is no value")
  void formulas() throws IOException {
    byte[] book = workbook(3, sheet -> {
      sheet.formula(FIRST, 5, "10+2");
      sheet.formula(FIRST + 1, 8, "5+5");
      sheet.formula(FIRST + 2, 5, "1/0");
    });
    byte[] cached = changed(book, xml -> xml.replace("<f>10+2</f>", "<f>10+2</f><v>12</v>")
        .replaceFirst("(<c r=\"F8\"[^>]*)><f>1/0</f>", "$1 t=\"e\"><f>1/0</f><v>#DIV/0!</v>"));
    Landed landed = read(cached);
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.column("guest_domestic_count")).containsExactly("12", "12");
    assertThat(landed.column("issues")).allMatch(issues -> issues.contains(",xlsx_formula,"));
    assertThat(landed.column("room_count")).containsExactly("10", "");
    assertThat(landed.rejects).hasSize(1);
    assertThat(landed.rejects.get(0).codes()).contains("guest_domestic_count:required_missing", "xlsx_formula");
  }

  @Test
  @DisplayName("words of a merged block stand for all its rows; a number does not, and the row says why")
  void mergedCells() throws IOException {
    byte[] book = workbook(4, sheet -> {
      for (int row = FIRST + 1; row < FIRST + 3; row++) {
        sheet.value(row, 4, (String) null);
        sheet.value(row, 9, (String) null);
      }
      sheet.range(FIRST, 4, FIRST + 2, 4).merge();
      sheet.range(FIRST, 9, FIRST + 2, 9).merge();
    });
    Landed landed = read(book);
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.notes).contains("xlsx_merged");
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.column("establishment_type")).hasSize(4).doesNotContain("").containsOnly(
        landed.rows.get(3).get("establishment_type"));
    assertThat(landed.column("revenue_vnd")).containsExactly("2500000", "", "", "2500000");
    assertThat(landed.column("issues").subList(0, 3)).allMatch(issues -> issues.contains(",xlsx_merged,"));
    assertThat(landed.column("issues").get(3)).doesNotContain("xlsx_merged");
  }

  @Test
  @DisplayName("merged blocks of another sheet do not matter, wherever that sheet stands in the archive")
  void mergedCellsOfAnotherSheet() throws IOException {
    byte[] book = workbook(2, sheet -> { }, other -> {
      other.value(FIRST, 4, "Khác");
      other.range(FIRST, 4, FIRST + 1, 4).merge();
    });
    Landed landed = read(book);
    assertThat(landed.fault).as(landed.found).isNull();
    assertThat(landed.notes).isEmpty();
  }

  @Test
  @DisplayName("subtotal rows are no records, and empty rows neither")
  void subtotals() throws IOException {
    Landed landed = read(workbook(2, sheet -> {
      sheet.value(FIRST + 2, 1, "Cộng tỉnh Cần Thơ");
      sheet.value(FIRST + 2, 5, 24);
      sheet.value(FIRST + 5, 1, "TỔNG CỘNG");
    }));
    assertThat(landed.rows).hasSize(2);
    assertThat(landed.rejects).isEmpty();
  }

  @Test
  @DisplayName("text, an old workbook, a zip of other things, a cut workbook and a bomb under the name .xlsx")
  void notAWorkbook() throws IOException {
    byte[] book = workbook(50, sheet -> { });
    refused("Ngày;Tỉnh\n".getBytes(StandardCharsets.UTF_8), Doubt.FILE_BINARY, "no XLSX workbook");
    byte[] old = new byte[4096];
    old[0] = (byte) 0xD0;
    old[1] = (byte) 0xCF;
    refused(old, Doubt.FILE_BINARY, "no XLSX workbook");
    refused(zip("readme.txt", "x".getBytes(StandardCharsets.UTF_8)), Doubt.FILE_NOT_UNDERSTOOD, "no readable XLSX");
    for (int cut : new int[] {20, 200, book.length / 2, book.length - 30}) {
      Landed landed = read(Arrays.copyOf(book, cut));
      assertThat(landed.fault).as("cut at %s: %s", cut, landed.found)
          .isIn(Doubt.FILE_TRUNCATED, Doubt.FILE_NOT_UNDERSTOOD);
    }
    refused(zip("xl/worksheets/sheet1.xml", new byte[80 << 20]), Doubt.FILE_BOMB, "MiB");
    refused(new byte[0], Doubt.FILE_EMPTY, "no bytes");
  }

  @Test
  @DisplayName("entities of XML are not looked up: no file of this machine gets into a row, and none multiplies")
  void externalEntities() throws IOException {
    Path secret = Files.writeString(landing.resolve("secret.txt"), "planted");
    String laughs = "<!ENTITY a \"ha\">" + "bcdefghijk".chars().mapToObj(c -> "<!ENTITY " + (char) c + " \""
        + ("&" + (char) (c - 1) + ";").repeat(20) + "\">").collect(Collectors.joining());
    for (String entity : List.of("<!ENTITY k SYSTEM \"" + secret.toUri() + "\">", laughs,
        "<!ENTITY % p SYSTEM \"" + secret.toUri() + "\">%p;<!ENTITY k \"x\">")) {
      byte[] book = changed(workbook(2, sheet -> sheet.value(FIRST, 3, "KHÁCH")), xml -> xml.replaceFirst("<worksheet",
          "<!DOCTYPE worksheet [" + entity.replace("$", "\\$") + "]><worksheet").replaceFirst(
          "<c r=\"D6\"[^>]*>.*?</c>", "<c r=\"D6\" t=\"inlineStr\"><is><t>&k;</t></is></c>"));
      Landed landed = read(book);
      assertThat(landed.fault).as(landed.all()).isEqualTo(Doubt.FILE_NOT_UNDERSTOOD);
      assertThat(landed.found).doesNotContain("planted", "haha");
    }
  }

  @Test
  @DisplayName("a sheet whose XML breaks off behind good rows is refused, not half read")
  void brokenSheet() throws IOException {
    byte[] book = workbook(20, sheet -> { });
    refused(changed(book, xml -> xml.replace("r=\"20\"", "r=\"20\" <")), Doubt.FILE_NOT_UNDERSTOOD, "");
  }

  @Test
  @DisplayName("a workbook that counts days from 1904 is refused, for its dates would be four years early")
  void daysFrom1904() throws IOException {
    refused(changed(workbook(2, sheet -> { }), xml -> xml.replace("date1904=\"false\"", "date1904=\"true\"")),
        Doubt.FILE_NOT_UNDERSTOOD, "1904");
  }

  @Test
  @DisplayName("a workbook without the sheet: those it has are told, one without a name among them")
  void missingSheet() throws IOException {
    byte[] book = workbook(2, sheet -> { }, other -> other.value(0, 0, "x"));
    Landed landed = Landed.read(landing, Landed.source("tourism-report-xlsx"), "a.xlsx",
        changed(book, xml -> xml.replaceFirst("<sheet name=\"[^\"]*\"", "<sheet")));
    assertThat(landed.fault).isEqualTo(Doubt.FILE_NOT_UNDERSTOOD);
    assertThat(landed.found).isEqualTo(
        "the workbook has no sheet \"Báo cáo tháng\"; it has: one without a name, \"Khác\"");
  }

  @Test
  @DisplayName("another header row than declared: the missing header and the nearest are named")
  void renamedHeader() throws IOException {
    Landed landed = read(workbook(2, sheet -> sheet.value(4, 5, "Trong nước")));
    assertThat(landed.fault).isEqualTo(Doubt.COLUMN_MISSING);
    assertThat(landed.found).contains("Lượt khách / Nội địa", "nearest header is \"Lượt khách / ");
  }

  private Landed read(byte[] book) {
    return Landed.read(landing, STAY, "a.xlsx", book);
  }

  private void refused(byte[] bytes, Doubt fault, String words) {
    Landed landed = read(bytes);
    assertThat(landed.fault).as(landed.found).isEqualTo(fault);
    assertThat(landed.found).contains(words);
  }

  @SafeVarargs
  private static byte[] workbook(int rows, Consumer<Worksheet> change, Consumer<Worksheet>... others)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Lưu trú");
      sheet.value(0, 0, "BÁO CÁO");
      sheet.value(1, 0, "(ĐVT: lượt khách; triệu đồng)");
      String[] groups = {"Tỉnh", "Ngày", "Cơ sở lưu trú", null, null, "Lượt khách", null, "Đêm lưu trú", "Số phòng",
          "Doanh thu (triệu đồng)"};
      String[] labels = {null, null, "Mã", "Tên", "Loại hình", "Nội địa", "Quốc tế", null, null, null};
      for (int i = 0; i < groups.length; i++) {
        sheet.value(3, i, groups[i]);
        sheet.value(4, i, labels[i]);
      }
      for (int i = 0; i < rows; i++) {
        Object[] cells = {i == 0 ? "Cần Thơ" : null, 45721, "CT" + i, "Nhà nghỉ Hậu Giang " + i,
          "Nhà nghỉ", 12, 3, 20, 10, 2.5};
        for (int column = 0; column < cells.length; column++) {
          if (cells[column] instanceof String text) {
            sheet.value(FIRST + i, column, text);
          } else if (cells[column] instanceof Number number) {
            sheet.value(FIRST + i, column, number);
          }
        }
      }
      change.accept(sheet);
      for (Consumer<Worksheet> other : others) {
        other.accept(book.newWorksheet("Khác"));
      }
    }
    return out.toByteArray();
  }

  /** The workbook with its sheets or their list changed. */
  private static byte[] changed(byte[] book, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = MergedCells.archive(book); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        if (entry.getName().contains("worksheets/sheet") || entry.getName().equals("xl/workbook.xml")) {
          bytes = change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
