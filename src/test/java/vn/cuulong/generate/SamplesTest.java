package vn.cuulong.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are what their recipe makes: nobody has tidied or spoiled them by hand. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("data-samples");

  @TempDir
  Path folder;

  @Test
  @DisplayName("the recipe in data-samples/README.md gives every synthetic sample and its truth, to the last record")
  void recipe() throws IOException {
    Generated generated = Generator.generate(new GenerateSpec(6000, 2025, 0.02, folder, LocalDate.of(2024, 7, 1),
        LocalDate.of(2025, 9, 30), GenerateSpec.Files.HALF, List.of()), file -> { });
    for (Generated.File file : generated.files()) {
      Path sample = SAMPLES.resolve("landing").resolve(folder.relativize(file.path()));
      assertThat(content(sample)).as(sample.toString()).isEqualTo(content(file.path()));
    }
    for (String source : Generator.sourceIds()) {
      assertThat(SAMPLES.resolve("truth/" + source + ".csv"))
          .hasSameBinaryContentAs(folder.resolve("_truth/" + source + ".csv"));
    }
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("landing"))) {
      assertThat(files.filter(file -> file.getFileName().toString().contains("synthetic")))
          .hasSize(generated.files().size());
    }
  }

  /** What a file says: compression may differ between machines, content may not. */
  private static Map<String, String> content(Path file) throws IOException {
    Map<String, String> content = new TreeMap<>();
    String name = file.getFileName().toString();
    if (name.endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        content.put("", text(in.readAllBytes()));
      }
    } else if (name.endsWith(".zip") || name.endsWith(".xlsx")) {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          content.put(entry.getName(), text(zip.getInputStream(entry).readAllBytes()));
        }
      }
    } else {
      content.put("", text(Files.readAllBytes(file)));
    }
    return content;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  @DisplayName("all samples together stay small")
  void small() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(5_000_000);
    }
  }
}
