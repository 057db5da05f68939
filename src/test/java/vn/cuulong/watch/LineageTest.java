package vn.cuulong.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;

/** Lineage as OpenLineage has it; the build server checks the events of a whole night against the published schema. */
class LineageTest {
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));

  @TempDir
  Path folder;

  @Test
  void each_table_has_a_beginning_and_an_end_with_the_same_id() throws Exception {
    Path file = folder.resolve("new folder/lineage.jsonl");
    assertThat(tell(file.toString()).warnings()).isEmpty();
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(new ObjectMapper().readTree(line));
    }
    assertThat(events).extracting(event -> event.get("eventType").asText())
        .containsExactly("START", "COMPLETE", "START", "FAIL");
    assertThat(events.get(0).at("/run/runId")).isEqualTo(events.get(1).at("/run/runId"))
        .isNotEqualTo(events.get(2).at("/run/runId"));
    assertThat(events.stream().map(event -> event.at("/run/facets/parent/run/runId").asText()).distinct()).hasSize(1);
  }

  @Test
  void an_end_says_what_was_read_written_and_checked() throws Exception {
    Path file = folder.resolve("lineage.jsonl");
    tell(file.toString());
    JsonNode end = new ObjectMapper().readTree(Files.readAllLines(file).get(1));
    assertThat(end.get("inputs")).extracting(input -> input.get("name").asText())
        .containsExactlyElementsOf(JOBS.sourcesOf(Outcomes.STAY).stream().map(source -> source.id()).toList());
    JsonNode output = end.at("/outputs/0");
    assertThat(output.get("namespace").asText()).isEqualTo("file:/srv/warehouse");
    assertThat(output.at("/facets/schema/fields")).hasSize(JOBS.tables().get(Outcomes.STAY).columns().size());
    assertThat(output.at("/facets/version/datasetVersion").asText()).isEqualTo("3");
    assertThat(output.at("/facets/dataQualityAssertions/assertions/0/assertion").asText()).isEqualTo("guests");
    assertThat(output.at("/outputFacets/outputStatistics/rowCount").asLong()).isEqualTo(1273);
    JsonNode held = new ObjectMapper().readTree(Files.readAllLines(file).get(3));
    assertThat(held.at("/run/facets/errorMessage/message").asText()).startsWith("Bảng bị giữ lại.");
    assertThat(held.get("inputs")).extracting(input -> input.get("name").asText())
        .doesNotContain("mart.province_month_tourism").contains("clean.tourism_stay");
  }

  @Test
  void a_server_gets_the_same_events_and_one_that_refuses_is_asked_once() throws Exception {
    try (Told told = new Told(201)) {
      assertThat(tell(told.address()).warnings()).isEmpty();
      assertThat(told.bodies).hasSize(4);
    }
    try (Told told = new Told(503)) {
      assertThat(tell(told.address()).warnings()).singleElement().asString().contains("answered 503");
      assertThat(told.bodies).hasSize(1);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_a_warning() throws Exception {
    assertThat(tell(folder.toString()).warnings()).singleElement().asString().startsWith("lineage is incomplete");
  }

  private static Lineage tell(String place) {
    Lineage lineage = new Lineage(place, JOBS, "/srv/landing", "/srv/warehouse", Outcomes.IDENTITY);
    lineage.begins(Outcomes.STAY, 1, 2);
    lineage.ended(Outcomes.BUILT);
    lineage.begins(Outcomes.MART, 2, 2);
    lineage.ended(Outcomes.HELD);
    return lineage;
  }
}
