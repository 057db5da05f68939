package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;

/** Files that cannot be used as a whole, and what is said about them. */
class BadFileTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-csv");
  private static final SourceContract ORDER = Landed.source("ecommerce-order-csv");
  private static final String HEADER = "Ngày;Tỉnh/Thành phố;Mã cơ sở lưu trú;Tên cơ sở lưu trú;Loại hình;Khách nội địa;"
      + "Khách quốc tế;Số đêm lưu trú;Số phòng;Doanh thu (nghìn đồng)\n";
  private static final String ROW = "05/03/2025;Cần Thơ;CT0001;Nhà nghỉ Sông Hậu;Nhà nghỉ;12;3;20;10;4.500\n";
  private static final String GOOD = HEADER + ROW + ROW.replace("CT0001", "CT0002");

  @TempDir
  Path landing;

  @Test
  @DisplayName("a good file is read: the case all others are measured against")
  void good() {
    Landed landed = Landed.read(landing, STAY, "good.csv", GOOD);
    assertThat(landed.fault).isNull();
    assertThat(landed.notes).isEmpty();
    assertThat(landed.rejects).isEmpty();
    assertThat(landed.column("establishment_id")).containsExactly("CT0001", "CT0002");
    assertThat(landed.column("revenue_vnd")).containsExactly("4500000", "4500000");
    assertThat(landed.column("unit_id")).containsOnly("can-tho-2004");
  }

  @Test
  @DisplayName("another delimiter than declared: both are named")
  void delimiter() {
    refused(Landed.read(landing, STAY, "a.csv", GOOD.replace(';', ',')),
        Doubt.DELIMITER_WRONG, "a semicolon", "a comma");
    refused(Landed.read(landing, STAY, "b.csv", GOOD.replace(';', '\t')),
        Doubt.DELIMITER_WRONG, "a semicolon", "a tab");
  }

  @Test
  @DisplayName("a required column under a new name: the declared header and the nearest one are named")
  void requiredColumnRenamed() {
    refused(Landed.read(landing, STAY, "a.csv", GOOD.replace("Khách nội địa", "Khách trong địa")), Doubt.COLUMN_MISSING,
        "\"Khách nội địa\"", "guest_domestic_count", "nearest header is \"Khách trong địa\"");
  }

  @Test
  @DisplayName("an optional column that is missing and a column nobody declared are noted, and the rows are read")
  void optionalColumnMissingAndExtraColumn() {
    Landed landed = Landed.read(landing, STAY, "a.csv", GOOD.replace("Số phòng", "Số buồng ngủ"));
    assertThat(landed.fault).isNull();
    assertThat(landed.notes).containsExactlyInAnyOrder("column_missing:Số phòng", "column_unknown:Số buồng ngủ");
    assertThat(landed.rows).hasSize(2);
    assertThat(landed.column("room_count")).containsOnly("");
  }

  @Test
  @DisplayName("the same header twice: either could be meant")
  void headerTwice() {
    refused(Landed.read(landing, STAY, "a.csv", GOOD.replace("Số phòng", "Ngày")), Doubt.COLUMN_DUPLICATE, "\"Ngày\"");
  }

  @Test
  @DisplayName("a file of personal data without a header is refused without showing its first row")
  void headerMissingInPersonalData() {
    Landed landed = Landed.read(landing, ORDER, "a.csv",
        "05/03/2025 10:00,Shopee,DH1,1,S1,Cần Thơ,An Giang,,,,,1,50000,Hoàn thành,COD,Nguyễn Văn Tèo,0912345678,\n");
    refused(landed, Doubt.COLUMN_MISSING, "none of the declared headers");
    assertThat(landed.found).doesNotContain("Tèo").doesNotContain("0912345678");
  }

  @Test
  @DisplayName("a quote that opens in the header and does not close")
  void quoteInHeader() {
    refused(Landed.read(landing, STAY, "a.csv", "\"" + GOOD), Doubt.FILE_NOT_UNDERSTOOD, "quote opens in the header");
  }

  @Test
  @DisplayName("no bytes, a byte order mark alone, a header alone, a header and empty lines")
  void empty() throws IOException {
    refused(Landed.read(landing, STAY, "a.csv", ""), Doubt.FILE_EMPTY, "no bytes");
    refused(Landed.read(landing, STAY, "b.csv", "\uFEFF"), Doubt.FILE_EMPTY, "no header");
    refused(Landed.read(landing, STAY, "c.csv", HEADER), Doubt.FILE_EMPTY, "a header and no rows");
    refused(Landed.read(landing, STAY, "d.csv", HEADER.strip()), Doubt.FILE_EMPTY, "a header and no rows");
    refused(Landed.read(landing, STAY, "e.csv", HEADER + "\r\n\n\n"), Doubt.FILE_EMPTY, "a header and no rows");
    refused(Landed.read(landing, STAY, "f.csv.gz", gzip(new byte[0])), Doubt.FILE_EMPTY, "no bytes");
  }

  @Test
  @DisplayName("a picture, a program and a spreadsheet under the name .csv")
  void binary() throws IOException {
    byte[] noise = new byte[5000];
    new java.util.Random(1).nextBytes(noise);
    refused(Landed.read(landing, STAY, "a.csv", noise), Doubt.FILE_BINARY, "not text");
    refused(Landed.read(landing, STAY, "b.csv", zip("x.csv", GOOD)), Doubt.FILE_BINARY, "not text");
    refused(Landed.read(landing, STAY, "c.csv", HEADER + "05/03/2025;\0\0\0"), Doubt.FILE_BINARY, "zeros");
  }

  @Test
  @DisplayName("a gzip and a zip that end too early, at every length")
  void truncated() throws IOException {
    byte[] gzip = gzip(many(2000));
    byte[] zip = zip("x.csv", new String(many(2000), StandardCharsets.UTF_8));
    int contentOfZip = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    for (int cut : new int[] {1, 5, 12, 50, 300, gzip.length / 2, gzip.length - 9, gzip.length - 1}) {
      Landed landed = Landed.read(landing, STAY, "a.csv.gz", Arrays.copyOf(gzip, cut));
      refused(landed, Doubt.FILE_TRUNCATED, "ends before its content does");
    }
    for (int cut : new int[] {1, 5, 12, 50, 300, contentOfZip / 2, contentOfZip - 20}) {
      Landed landed = Landed.read(landing, STAY, "b.csv.zip", Arrays.copyOf(zip, cut));
      assertThat(landed.fault).as("cut at %s: %s", cut, landed.found).isEqualTo(Doubt.FILE_TRUNCATED);
    }
  }

  @Test
  @DisplayName("a changed byte inside a gzip or zip is found by its checksum, and no row is taken")
  void damaged() throws IOException {
    byte[] gzip = gzip(many(500));
    byte[] zip = zip("x.csv", new String(many(500), StandardCharsets.UTF_8));
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 40; round++) {
      byte[] broken = (round % 2 == 0 ? gzip : zip).clone();
      int at = 40 + random.nextInt(broken.length - 200);
      broken[at] ^= (byte) (1 + random.nextInt(255));
      Landed landed = Landed.read(landing, STAY, round % 2 == 0 ? "a.csv.gz" : "b.csv.zip", broken);
      assertThat(landed.fault).as("seed %s, round %s, byte %s: %s", seed, round, at, landed.found).isNotNull();
    }
  }

  @Test
  @DisplayName("a gzip and a zip that grow beyond reason are stopped, whatever their first lines look like")
  void bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      inflate(gzip);
    }
    refused(Landed.read(landing, STAY, "a.csv.gz", bytes.toByteArray()), Doubt.FILE_BOMB, "MiB");
    bytes.reset();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      inflate(zip);
      zip.closeEntry();
    }
    refused(Landed.read(landing, STAY, "a.csv.zip", bytes.toByteArray()), Doubt.FILE_BOMB, "MiB");
  }

  private static void inflate(OutputStream out) throws IOException {
    out.write(GOOD.getBytes(StandardCharsets.UTF_8));
    byte[] much = new byte[1 << 20];
    Arrays.fill(much, (byte) 'a');
    for (int i = 0; i < 80; i++) {
      out.write(much);
    }
  }

  @Test
  @DisplayName("a zip of two files is refused naming the second; folders and side files of macOS do not count")
  void zipOfSeveral() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data/", "");
      put(zip, "data/a.csv", GOOD);
      put(zip, "__MACOSX/._a.csv", "x");
    }
    assertThat(Landed.read(landing, STAY, "a.csv.zip", bytes.toByteArray()).rows).hasSize(2);
    bytes.reset();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.csv", GOOD);
      put(zip, "b.csv", GOOD);
    }
    refused(Landed.read(landing, STAY, "b.csv.zip", bytes.toByteArray()), Doubt.FILE_NOT_UNDERSTOOD,
        "second file, b.csv");
    bytes.reset();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data/", "");
    }
    refused(Landed.read(landing, STAY, "c.csv.zip", bytes.toByteArray()), Doubt.FILE_TRUNCATED, "holds no file");
  }

  @Test
  @DisplayName("a path inside a zip that leaves the landing folder; two dots inside a name do not")
  void pathInZip() throws IOException {
    for (String path : new String[] {"../x.csv", "a/../../x.csv", "/etc/x.csv", "..\\x.csv", "C:\\x.csv"}) {
      refused(Landed.read(landing, STAY, "a.csv.zip", zip(path, GOOD)), Doubt.PATH_OUTSIDE, "x.csv");
    }
    assertThat(Landed.read(landing, STAY, "a.csv.zip", zip("a..b.csv", GOOD)).rows).hasSize(2);
  }

  @Test
  @DisplayName("a zip that was written in a stream, so that its entries do not say how long they are, is read")
  void streamedZip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(Zip64Mode.Always);
      zip.putArchiveEntry(new ZipArchiveEntry("a.csv"));
      zip.write(GOOD.getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    assertThat(Landed.read(landing, STAY, "a.csv.zip", bytes.toByteArray()).rows).hasSize(2);
  }

  @Test
  @DisplayName("a name inside a zip in an old Vietnamese encoding does not matter")
  void nameInZip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
      put(out, "baocaox.csv", GOOD);
    }
    byte[] zip = bytes.toByteArray();
    for (int i = 0; i < zip.length - 2; i++) {
      if (zip[i] == 'c' && zip[i + 1] == 'a' && zip[i + 2] == 'o') {
        zip[i + 1] = (byte) 0xB8;
      }
    }
    assertThat(Landed.read(landing, STAY, "a.csv.zip", zip).rows).hasSize(2);
  }

  @Test
  @DisplayName("a compressed file under a plain name, and a plain file under the name .gz")
  void wrongEnding() throws IOException {
    refused(Landed.read(landing, STAY, "a.csv.gz", GOOD), Doubt.FILE_TRUNCATED, "damaged");
    refused(Landed.read(landing, STAY, "b.csv.zip", GOOD), Doubt.FILE_TRUNCATED, "damaged");
    refused(Landed.read(landing, STAY, "c.csv", gzip(GOOD.getBytes(StandardCharsets.UTF_8))),
        Doubt.FILE_BINARY, "not text");
  }

  private static void refused(Landed landed, Doubt fault, String... words) {
    assertThat(landed.fault).as(landed.found + " " + landed.rejects).isEqualTo(fault);
    assertThat(landed.found).contains(words);
    assertThat(landed.rows).isEmpty();
  }

  private static byte[] many(int rows) {
    StringBuilder text = new StringBuilder(HEADER);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < rows; i++) {
      text.append(ROW.replace("CT0001", "CT" + random.nextInt(1_000_000_000)));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, name, text);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static int indexOf(byte[] bytes, byte[] mark) {
    for (int i = 0; i <= bytes.length - mark.length; i++) {
      if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not found");
  }
}
