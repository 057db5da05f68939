package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.Fuzzing;
import vn.cuulong.contract.SourceContract;

/**
 * The readers of landing files on damaged samples. A file is read with books that balance, or refused with a reason;
 * read in parts it gives the same as in one; and damage within a line leaves all other rows as they were.
 */
@Tag("fuzz")
class LandingFuzzTest {
  private static final Path SAMPLES = Path.of("data-samples", "landing");
  private static final int HEAD_LINES = 25;
  private static final byte[][] TOKENS = tokens("\"", "\"\"", ";", ",", "\t", "\r", "\n", "\r\n", "\n\n", "\u0000",
      "\ufeff", "\u00c3(", "{", "}", "[", "]", ":", "\\u0000", "\\", "null", "1e999", "-0",
      "<!DOCTYPE x [<!ENTITY a \"b\">]>",
      "&a;", "&#0;", "<mergeCell ref=\"A1:XFD1048576\"/>", "<c r=\"ZZZ99999999\" t=\"s\"><v>-1</v></c>", "</row>",
      "<row r=\"2147483648\">", "t=\"inlineStr\"", "<f>1</f>", "<v>99999999</v>", "..", "31/02/2025",
      "x".repeat(70_000), "[".repeat(3_000), "\"id\":[\"x\"]", "\"size\":[2147483647,2147483647]", "[-1]");

  /** Bytes that no reader takes for the end of anything. */
  private static final byte[] PLAIN = "0123456789abcxyz .-/()%*+".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  private Path landing;

  private record Sample(SourceContract source, String name, byte[] bytes) {}

  private static byte[][] tokens(String... tokens) {
    byte[][] all = Arrays.stream(tokens).map(token -> token.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    byte[][] withRaw = Arrays.copyOf(all, all.length + 2);
    withRaw[all.length] = new byte[] {(byte) 0xC3, 0x28};
    withRaw[all.length + 1] = new byte[] {(byte) 0xFF, (byte) 0xFE};
    return withRaw;
  }

  /** The beginning of a sample file, unpacked. */
  private static Sample sample(String source, String file) throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(source).resolve(file));
    if (file.endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readAllBytes();
      }
    }
    String name = file.replaceFirst("\\.gz$", "");
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".csv") && !source.contains("px");
    int end = 0;
    for (int line = 0; lines && end < bytes.length && line < HEAD_LINES; end++) {
      line += bytes[end] == '\n' ? 1 : 0;
    }
    return new Sample(Landed.source(source), name, lines ? Arrays.copyOf(bytes, end) : bytes);
  }

  private static List<Sample> samples() throws IOException {
    return List.of(sample("tourism-stay-csv", "tourism_stay_synthetic_2025-H1.csv"),
        sample("ecommerce-order-csv", "ecommerce_order_synthetic_2025-H1.csv"),
        sample("ecommerce-listing-csv", "ecommerce_listing_synthetic_2025-H1.csv"),
        sample("tourism-report-csv", "tourism_report_synthetic_2025-H2.csv"),
        sample("official-statistic-csv", "published-grdp.csv"),
        sample("ecommerce-order-jsonl", "ecommerce_order_synthetic_2025-H1.jsonl.gz"),
        sample("official-statistic-json-stat-2025", "grdp-per-capita-pl-v03-02.json"),
        sample("official-statistic-px-csv", "average-population-v02-01.csv"),
        sample("tourism-report-xlsx", "tourism_report_synthetic_2025-H2.xlsx"));
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_its_parts_give_the_whole() throws IOException {
    List<Sample> samples = samples();
    new Fuzzing("landing files", 3, 150).run(random -> {
      Sample sample = samples.get(random.nextInt(samples.size()));
      byte[] bytes = Fuzzing.changed(sample.bytes(), TOKENS, random);
      String name = sample.name();
      if (random.nextInt(10) == 0 && !name.endsWith(".xlsx")) {
        bytes = Fuzzing.changed(gzip(bytes), TOKENS, random);
        name += ".gz";
      }
      Landed whole = Landed.read(landing, sample.source(), name, bytes);
      if (random.nextInt(3) == 0) {
        Landed parts = Landed.read(landing, sample.source(), name, bytes, random.nextInt(40, 400));
        assertThat(parts.fault == null ? parts.all() : "refused")
            .isEqualTo(whole.fault == null ? whole.all() : "refused");
      }
    });
  }

  @Test
  void damage_within_a_line_leaves_the_other_rows_as_they_were() throws IOException {
    List<Sample> samples = List.of(sample("tourism-stay-csv", "tourism_stay_synthetic_2025-H1.csv"),
        sample("ecommerce-order-csv", "ecommerce_order_synthetic_2025-H1.csv"),
        sample("official-statistic-csv", "published-grdp.csv"),
        sample("ecommerce-order-jsonl", "ecommerce_order_synthetic_2025-H1.jsonl.gz"));
    List<Map<String, Map<String, String>>> before = new ArrayList<>();
    samples.forEach(sample -> before.add(rows(Landed.read(landing, sample.source(), sample.name(), sample.bytes()))));
    before.forEach(rows -> assertThat(rows).isNotEmpty());
    new Fuzzing("damaged lines", 2, 120).run(random -> {
      int which = random.nextInt(samples.size());
      Sample sample = samples.get(which);
      byte[] bytes = sample.bytes().clone();
      List<Integer> starts = lineStarts(bytes);
      int line = random.nextInt(1, starts.size());
      int from = starts.get(line);
      int end = line + 1 < starts.size() ? starts.get(line + 1) - 1 : bytes.length - 1;
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        int at = random.nextInt(from, Math.max(from + 1, end));
        if ("\r\n\"".indexOf(bytes[at]) < 0) {
          bytes[at] = PLAIN[random.nextInt(PLAIN.length)];
        }
      }
      Landed after = Landed.read(landing, sample.source(), sample.name(), bytes);
      assertThat(after.fault).as(after.found).isNull();
      Map<String, Map<String, String>> rows = rows(after);
      before.get(which).forEach((position, row) -> {
        if (!position.equals(String.valueOf(from))) {
          assertThat(rows.get(position)).as("row at %s, line %d was damaged", position, line).isEqualTo(row);
        }
      });
    });
  }

  @Test
  void a_workbook_with_damaged_parts_is_read_or_refused() throws IOException {
    Sample sample = sample("tourism-report-xlsx", "tourism_report_synthetic_2025-H2.xlsx");
    Map<String, byte[]> parts = parts(sample.bytes());
    List<String> names = List.copyOf(parts.keySet());
    int[] refused = new int[1];
    new Fuzzing("workbooks", 2, 60).run(random -> {
      Map<String, byte[]> changed = new LinkedHashMap<>(parts);
      String name = names.get(random.nextInt(names.size()));
      changed.put(name, Fuzzing.changed(parts.get(name), TOKENS, random));
      Landed landed = Landed.read(landing, sample.source(), sample.name(), zip(changed));
      refused[0] += landed.fault == null ? 0 : 1;
    });
    if (Long.getLong("fuzz.seed") == null) {
      assertThat(refused[0]).as("workbooks refused").isPositive();
    }
  }

  private static Map<String, Map<String, String>> rows(Landed landed) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    landed.rows.forEach(row -> {
      Map<String, String> kept = new LinkedHashMap<>(row);
      kept.remove("file_id");
      rows.put(row.get("position"), kept);
    });
    return rows;
  }

  private static List<Integer> lineStarts(byte[] bytes) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n') {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }
}
