package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.table.Schemas;

/** All published figures of the samples, from their bytes to rows of {@code clean.official_statistic}. */
class OfficialStatisticSamplesTest {
  private static final Path LANDING = Path.of("data-samples/landing");
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));

  private final Set<String> issues = new TreeSet<>();
  private final List<String> rejects = new ArrayList<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private int read;

  @Test
  @DisplayName("Of 2,018 published figures all are understood but three, whose source names no period")
  void publishedFigures() throws IOException {
    readSource("official-statistic-csv");
    assertThat(read).isEqualTo(2018);
    assertThat(rejects).hasSize(3).allMatch(codes -> codes.contains("period:required_missing"));
    assertThat(rows).filteredOn(row -> row.get("unit_id") == null).extracting(row -> row.get("area_text"))
        .containsOnly("Cấp tỉnh (trung bình)");
    assertThat(rows).allMatch(row -> row.get("unit_code") != null);
    assertThat(rows).filteredOn(row -> "Vĩnh Long".equals(row.get("area_text")))
        .extracting(row -> row.get("unit_id") + " " + row.get("boundary_vintage"))
        .containsOnly("vinh-long-2004 pre2025", "vinh-long-2025 post2025");
    assertThat(issues).doesNotContain("unit_id:unit_ambiguous", "unit_id:unit_expired");
    assertThat(rows).extracting(row -> row.get("status")).contains("final", "preliminary", "estimate")
        .doesNotContainNull();
  }

  @Test
  @DisplayName("JSON-stat tables keep the map they declare, and the status comes from the label of the year")
  void jsonStat() throws IOException {
    readSource("official-statistic-json-stat");
    readSource("official-statistic-json-stat-2025");
    assertThat(read).isEqualTo(136 + 30);
    assertThat(rejects).isEmpty();
    assertThat(rows).filteredOn(row -> "An Giang".equals(row.get("area_text")) && "2020".equals(row.get("period")))
        .extracting(row -> row.get("unit_id") + " " + row.get("value"))
        .containsExactlyInAnyOrder("an-giang-2004 46.64358221136354", "an-giang-2025 50.926939916543");
    assertThat(rows).filteredOn(row -> "2024".equals(row.get("period"))).isNotEmpty()
        .allMatch(row -> "preliminary".equals(row.get("status")));
    assertThat(rows).filteredOn(row -> "2025".equals(row.get("period"))).isNotEmpty()
        .allMatch(row -> "estimate".equals(row.get("status")));
    assertThat(rows).filteredOn(row -> row.get("area_text").toString().contains("sông Cửu Long"))
        .extracting(row -> row.get("unit_id")).containsOnly("mekong-delta-13", "mekong-delta-5");
  }

  @Test
  @DisplayName("The English PX-CSV gives the same units as the Vietnamese files")
  void pxCsv() throws IOException {
    readSource("official-statistic-px-csv");
    assertThat(read).isEqualTo(98);
    assertThat(rejects).isEmpty();
    assertThat(rows).extracting(row -> row.get("unit_id")).doesNotContainNull()
        .contains("viet-nam", "mekong-delta-13", "kien-giang-2004", "vinh-phuc-2008");
    assertThat(rows).extracting(row -> row.get("unit_code")).containsOnly("thousand_person");
    assertThat(rows).filteredOn(row -> "2024".equals(row.get("period"))).hasSize(16)
        .allMatch(row -> "preliminary".equals(row.get("status")));
  }

  private void readSource(String sourceId) throws IOException {
    SourceContract source = JOBS.sources().get(sourceId);
    TableContract table = JOBS.tables().get(source.feeds());
    List<Path> files;
    try (Stream<Path> found = Files.list(LANDING.resolve(sourceId))) {
      files = found.sorted().toList();
    }
    for (Path path : files) {
      LandingFile file = new LandingFile(sourceId + "/" + path.getFileName(), path.toString(),
          Files.size(path), 0, "0".repeat(64), sourceId, 1);
      Configuration conf = new Configuration();
      FileLayout layout = new FileInspection(conf, file, source, table).layout();
      TablePlan plan = new TablePlan(table, JOBS.dictionary());
      List<FilePart> parts = FilePart.packed(List.of(layout)).get(0);
      for (ReadBlock block : new Survey(plan, List.of(layout), null, conf).read(parts)) {
        take(block, Schemas.of(table));
      }
    }
  }

  private void take(ReadBlock block, StructType schema) {
    read += block.keys().size() + block.survey().rejects.size();
    for (FileSurvey.Reject reject : block.survey().rejects) {
      rejects.add(String.join(" ", reject.codes()));
      issues.addAll(reject.codes());
    }
    for (Map<String, String> row : ReadFile.texts(block.rows(), schema)) {
      Map<String, Object> values = new TreeMap<>();
      for (String name : List.of("area_text", "unit_id", "boundary_vintage", "period", "unit_code", "status")) {
        values.put(name, row.get(name).isEmpty() ? null : row.get(name));
      }
      values.put("value", row.get("value"));
      rows.add(values);
      issues.addAll(Arrays.asList(row.get("issues").split(",")));
    }
  }
}
