package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.SourceContract;

/** A file read in parts gives the rows of the whole file, wherever it is cut. */
class FilePartsTest {
  private static final SourceContract PAYMENT = Landed.source("digital-payment-csv");
  private static final String HEADER = "TXN_DATE,PROVINCE,CHANNEL,TXN_COUNT,TXN_VALUE_MIL_VND,CASHLESS,BATCH_NO";
  private static final String[] ENDS = {"\n", "\r\n", "\r"};
  private static final String[] LINES = {
    "2025-03-05,Cần Thơ,QR,5,10.5,Y,1", "2025-03-05,\"An Giang\",QR,5,\"1,000.5\",Y,\"a\"\"b\"", "", "short",
    "2025-03-05,\"Cà Mau,QR,5,10.5,Y,1", "2025-03-05,Nơi lạ,QR,5,10.5,Y,1", "2025-02-30,Cần Thơ,QR,5,10.5,Y,1",
    "2025-03-05,Cần Thơ,QR,5,10.5,Y,1,,", "2025-03-05,Cần Thơ,QR,5,10.5,Y,1,x", "\"", ",,,,,,",
    "2025-07-01,Vĩnh Long,POS,7,1,N,",
  };

  @TempDir
  Path landing;

  @Test
  @DisplayName("parts of 1, 2, 3 ... bytes: the same rows, rejects and positions, none twice and none lost")
  void everyCut() throws IOException {
    for (long seed = 1; seed <= 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = file(random).getBytes(StandardCharsets.UTF_8);
      Landed whole = Landed.read(landing, PAYMENT, "a.csv", bytes);
      if (whole.layout == null) {
        continue;
      }
      assertThat(whole.layout.splittable()).isTrue();
      for (int part = 1; part <= bytes.length; part += part < 20 ? 1 : 41) {
        Landed parts = Landed.stored(landing, PAYMENT, "a.csv", part);
        assertThat(parts.all()).as("seed %s, parts of %s bytes", seed, part).isEqualTo(whole.all());
      }
    }
  }

  @Test
  @DisplayName("every record stands in exactly one of two parts, for a cut at every byte")
  void everyByte() throws IOException {
    long seed = 99;
    byte[] bytes = file(new SplittableRandom(seed)).getBytes(StandardCharsets.UTF_8);
    Landed whole = Landed.read(landing, PAYMENT, "a.csv", bytes);
    FileLayout layout = whole.layout;
    List<Long> all = positions(layout, layout.dataStart(), Long.MAX_VALUE);
    assertThat(all).hasSize(whole.rows.size() + whole.rejects.size());
    for (long cut = layout.dataStart() + 1; cut < bytes.length; cut++) {
      List<Long> both = new ArrayList<>(positions(layout, layout.dataStart(), cut));
      both.addAll(positions(layout, cut, Long.MAX_VALUE));
      assertThat(both).as("seed %s, cut at %s", seed, cut).isEqualTo(all);
    }
  }

  private static List<Long> positions(FileLayout layout, long start, long end) throws IOException {
    List<Long> positions = new ArrayList<>();
    RawRecord record = new RawRecord();
    try (Records records = layout.records(new Configuration(false), start, end)) {
      while (records.next(record)) {
        positions.add(record.position);
      }
    }
    return positions;
  }

  @Test
  @DisplayName("parts given out to tasks cover every byte of every file once")
  void packs() {
    Landed one = Landed.read(landing, PAYMENT, "a.csv", HEADER + "\n" + LINES[0] + "\n");
    FileLayout layout = one.layout;
    LandingFile file = layout.file();
    for (long size : new long[] {100, FileLayout.PART_BYTES, FileLayout.PART_BYTES + layout.dataStart(),
        FileLayout.PART_BYTES + layout.dataStart() + 1, 10 * FileLayout.PART_BYTES + 7}) {
      LandingFile big = new LandingFile(file.path(), file.uri(), size, 0, file.fileId(), file.sourceId(), 1);
      FileLayout large = new FileLayout(big, layout.source(), layout.encoding(), layout.labels(), layout.dataStart(),
          true, false, List.of());
      long next = layout.dataStart();
      for (FilePart part : FilePart.packed(List.of(large)).stream().flatMap(List::stream).toList()) {
        assertThat(part.start()).as("size %s", size).isEqualTo(next);
        next = part.end();
      }
      assertThat(next).isEqualTo(Long.MAX_VALUE);
    }
  }

  private static String file(SplittableRandom random) {
    String end = ENDS[random.nextInt(ENDS.length)];
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "").append(HEADER).append(end);
    int lines = 5 + random.nextInt(15);
    for (int i = 0; i < lines; i++) {
      text.append(LINES[random.nextInt(LINES.length)]).append(i == lines - 1 && random.nextBoolean() ? "" : end);
    }
    return text.toString();
  }

  @Test
  @DisplayName("records over several lines are read alike whatever the size of the pieces that the stream gives")
  void pieces() throws IOException {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      text.append(i).append(",\"x\n\"\"").append("y".repeat(random.nextInt(9))).append("\",")
          .append(i % 7 == 0 ? "\"open" : "z")
          .append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<Map.Entry<Long, String>> whole = records(bytes, bytes.length);
    for (int most : new int[] {1, 2, 3, 7, 100, 4095, 4096, 4097}) {
      assertThat(records(bytes, most)).as("seed %s, pieces of %s", seed, most).isEqualTo(whole);
    }
  }

  private static List<Map.Entry<Long, String>> records(byte[] bytes, int most) throws IOException {
    InputStream in = new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] out, int offset, int length) throws IOException {
        return super.read(out, offset, Math.min(length, most));
      }
    };
    List<Map.Entry<Long, String>> found = new ArrayList<>();
    RawRecord record = new RawRecord();
    try (CsvRecords records = new CsvRecords(in, 0, 4096, false, (byte) ',', true, 3)) {
      while (records.next(record)) {
        found.add(Map.entry(record.position, record.fault + " " + record.rawText(1000)));
      }
    }
    return found;
  }
}
