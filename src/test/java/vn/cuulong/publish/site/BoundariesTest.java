package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.publish.PublishException;
import vn.cuulong.territory.Territory;

class BoundariesTest {
  @TempDir
  private Path folder;

  @Test
  void aFileTakesThePlaceOfTheShippedOutlines() throws IOException {
    Boundaries own = Boundaries.of(file("""
        {"type": "FeatureCollection", "source": "own survey", "features": [{"type": "Feature",
         "properties": {"unit_id": "vinh-long-2025"}, "geometry": {"type": "Polygon",
         "coordinates": [[[106, 10], [107, 10], [107, 11], [106, 10]]]}}]}"""));
    assertThat(own.source()).isEqualTo(new Bilingual("own survey", "own survey"));
    assertThat(own.of("vinh-long-2025", Territory.standard())).get()
        .extracting(outline -> outline.rings().get(0).size()).isEqualTo(4);
    assertThat(own.of("can-tho-2025", Territory.standard())).isEmpty();
  }

  @Test
  void aFileThatIsNoMapIsRefusedWithTheShapeItShouldHave() throws IOException {
    Path empty = file("{\"type\": \"FeatureCollection\", \"features\": []}");
    Path broken = file("not json");
    assertThatThrownBy(() -> Boundaries.of(empty)).isInstanceOfSatisfying(PublishException.class,
        wrong -> assertThat(wrong.remedy()).contains("unit_id"));
    assertThatThrownBy(() -> Boundaries.of(broken)).isInstanceOf(PublishException.class)
        .hasMessageContaining("not JSON");
    assertThatThrownBy(() -> Boundaries.of(folder.resolve("none"))).isInstanceOf(PublishException.class);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "map", ".geojson"), text);
  }
}
