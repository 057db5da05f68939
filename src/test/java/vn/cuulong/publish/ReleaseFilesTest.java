package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.contract.ProductContract;

class ReleaseFilesTest {
  static Stream<ProductContract> products() {
    return Samples.JOBS.products().values().stream();
  }

  @ParameterizedTest
  @MethodSource("products")
  void the_same_release_published_into_two_folders_gives_the_same_bytes(ProductContract product, @TempDir Path folder)
      throws Exception {
    Path one = new Releases(folder.resolve("one")).put(Samples.release(product, 1),
        ReleaseFiles.of(Samples.release(product, 1)));
    // Whatever carries the moment of writing would differ now.
    Thread.sleep(1100);
    Path other = new Releases(folder.resolve("other")).put(Samples.release(product, 1),
        ReleaseFiles.of(Samples.release(product, 1)));

    SortedMap<String, String> hashes = hashes(one);
    assertThat(hashes).isEqualTo(hashes(other)).hasSizeGreaterThan(12);
    assertThat(hashes(new Releases(folder.resolve("third")).put(Samples.release(product, 2),
        ReleaseFiles.of(Samples.release(product, 2))))).isNotEqualTo(hashes);
  }

  @Test
  void encodings_stand_in_one_order_whatever_the_process() throws IOException {
    byte[] file = ParquetFile.of(Samples.release("tourism", 1).tables().get(0));
    int length = java.nio.ByteBuffer.wrap(file, file.length - 8, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    org.apache.parquet.format.Util.readFileMetaData(new java.io.ByteArrayInputStream(file, file.length - 8 - length,
        length)).getRow_groups().get(0).getColumns().forEach(column ->
            assertThat(column.getMeta_data().getEncodings()).hasSizeGreaterThan(1).isSorted());
  }

  @Test
  void every_table_is_there_in_every_format_beside_what_describes_it() {
    assertThat(ReleaseFiles.of(Samples.release("tourism", 1)).keySet()).contains("CITATION.cff", "LICENSE.txt",
        "README.md", "SHA256SUMS", "csv-vi/province_month_tourism.csv", "csv/province_month_tourism.csv",
        "datapackage.json", "dcat.jsonld", "delta/province_month_tourism/_delta_log/00000000000000000000.json",
        "manifest.json", "parquet/province_month_tourism.parquet", "sdmx/province_month_tourism-dsd.xml",
        "sdmx/province_month_tourism.csv", "xlsx/tourism.xlsx");
  }

  @Test
  void the_manifest_says_what_the_release_is_made_of() throws IOException {
    Release release = Samples.release("tourism", 1).as(new ReleaseVersion(Samples.VERSION.day(), 2),
        new Release.Correction(Samples.VERSION, "Doanh thu tháng 3 tính hai lần"));
    SortedMap<String, byte[]> files = ReleaseFiles.of(release);
    JsonNode manifest = Json.read(files.get("manifest.json"));

    assertThat(manifest.path("version").asText()).isEqualTo("2026.01.31.2");
    assertThat(manifest.path("as_of").asText()).isEqualTo("2026-01-31");
    assertThat(manifest.path("code_version").asText()).isEqualTo("0.1.0");
    assertThat(manifest.path("corrects").path("version").asText()).isEqualTo("2026.01.31");
    assertThat(manifest.path("corrects").path("why").asText()).isEqualTo("Doanh thu tháng 3 tính hai lần");
    JsonNode table = manifest.path("tables").get(0);
    assertThat(table.path("warehouse_version").asLong()).isEqualTo(7);
    assertThat(table.path("rows").asInt()).isEqualTo(20);
    assertThat(table.path("inputs").get(0).path("sha256").asText()).isEqualTo("0".repeat(64));
    // The name of a file may hold that of a person, and is left out where nobody has made it public.
    assertThat(table.path("inputs").get(0).has("name")).isFalse();
    assertThat(table.path("inputs").get(0).path("newest").asText()).isEqualTo("2025-03-01");
    manifest.path("files").forEach(file -> assertThat(file.path("sha256").asText())
        .as(file.path("path").asText()).isEqualTo(Sha256.of(files.get(file.path("path").asText()))));
    assertThat(manifest.path("files")).hasSize(files.size() - 2);
  }

  @Test
  void the_catalogue_entry_has_the_six_mandatory_fields_in_both_languages_where_they_are_words() throws IOException {
    JsonNode entry = Json.read(ReleaseFiles.of(Samples.release("tourism", 1)).get("dcat.jsonld"));

    assertThat(entry.path("dct:title").findValuesAsText("@language")).containsExactly("vi", "en");
    assertThat(entry.path("dct:description").findValuesAsText("@language")).containsExactly("vi", "en");
    assertThat(entry.path("dct:creator").path("foaf:name").findValuesAsText("@value")).contains("Dự án Cửu Long");
    assertThat(entry.path("dct:publisher").path("foaf:name").findValuesAsText("@value")).contains("Dự án Cửu Long");
    assertThat(entry.path("dct:date").path("@value").asText()).isEqualTo("2026-01-31");
    assertThat(entry.path("dct:identifier").asText()).isEqualTo("cuulong/tourism/2026.01.31");
    assertThat(entry.path("dct:temporal").path("dcat:startDate").path("@value").asText()).isEqualTo("2024-01-01");
    assertThat(entry.path("dct:temporal").path("dcat:endDate").path("@value").asText()).isEqualTo("2025-08-01");
    assertThat(entry.path("dcat:distribution")).hasSize(6);
  }

  @Test
  void what_a_release_says_decides_its_fingerprint_and_not_when_or_by_whom() {
    Release release = Samples.release("tourism", 1);
    Release later = new Release(release.product(), new ReleaseVersion(Samples.VERSION.day().plusDays(1), 1), "0.2.0",
        null, release.dictionary(), release.sources(), release.tables());

    assertThat(later.contentId()).isEqualTo(release.contentId());
    assertThat(Samples.release("tourism", 2).contentId()).isNotEqualTo(release.contentId());
  }

  @Test
  void the_read_me_warns_in_vietnamese_first() {
    String text = new String(ReleaseFiles.of(Samples.release("tourism", 1)).get("README.md"), StandardCharsets.UTF_8);

    assertThat(text).startsWith("# Du lịch Đồng bằng sông Cửu Long").contains("# Tourism of the Mekong Delta");
    assertThat(text.indexOf("không phải số liệu thống kê")).isPositive()
        .isLessThan(text.indexOf("they are no statistics"));
  }

  private static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }
}
