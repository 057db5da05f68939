package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static final String MANIFEST = """
      {"tables": [{"table": "mart.province_month_tourism", "warehouse_version": 7,
        "made_of": [{"table": "clean.tourism_stay", "warehouse_version": 3}],
        "inputs": [
          {"source": "tourism-stay-csv", "sha256": "aaaaaaaaaaaa", "newest": "2025-01-01"},
          {"source": "tourism-stay-csv", "sha256": "bbbbbbbbbbbb", "newest": "2025-04-01"},
          {"source": "tourism-stay-csv", "sha256": "cccccccccccc", "newest": "2025-02-01"},
          {"source": "tourism-stay-csv", "sha256": "dddddddddddd", "newest": "2025-03-01"},
          {"source": "official-statistic-csv", "sha256": "eeeeeeeeeeee", "name": "published-grdp.csv"}]}]}""";

  @Test
  void aTableIsToldWithItsVersionThoseBehindItAndTheNewestFilesOfEachSource() throws IOException {
    assertThat(DataScript.json(Lineage.of(new ObjectMapper().readTree(MANIFEST)))).isEqualTo(
        "{\"mart.province_month_tourism\":{\"version\":7,\"made_of\":{\"clean.tourism_stay\":3},\"sources\":{"
            + "\"official-statistic-csv\":{\"files\":1,\"newest\":[[\"published-grdp.csv\",\"eeeeeeee\",null]]},"
            + "\"tourism-stay-csv\":{\"files\":4,\"newest\":[[null,\"bbbbbbbb\",\"2025-04-01\"],"
            + "[null,\"dddddddd\",\"2025-03-01\"],[null,\"cccccccc\",\"2025-02-01\"]]}}}}");
  }

  @Test
  void aReleaseWithoutAManifestHasNoLineage() {
    assertThat(Lineage.of(new ObjectMapper().createObjectNode())).isEmpty();
  }
}
