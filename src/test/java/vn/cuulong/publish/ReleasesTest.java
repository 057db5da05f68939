package vn.cuulong.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  @TempDir Path folder;

  private final Release release = Samples.release("tourism", 1);

  private Path put(ReleaseVersion version) {
    Release as = release.as(version, null);
    return new Releases(folder).put(as, new TreeMap<>(java.util.Map.of("a/b.txt", version.toString().getBytes())));
  }

  @Test
  void a_published_release_is_never_changed() throws Exception {
    Path place = put(Samples.VERSION);
    assertThatThrownBy(() -> new Releases(folder).put(release, new TreeMap<>())).isInstanceOf(PublishException.class)
        .hasMessageContaining("is there already").hasMessageContaining("A published release is never changed.");
    assertThat(place.resolve("a/b.txt")).hasContent("2026.01.31");
    try (Stream<Path> left = Files.list(place.getParent())) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("2026.01.31", "latest");
    }
  }

  @Test
  void latest_points_to_the_newest_whatever_the_order_of_publishing() {
    put(new ReleaseVersion(LocalDate.of(2026, 2, 28), 1));
    put(new ReleaseVersion(LocalDate.of(2026, 2, 28), 10));
    put(new ReleaseVersion(LocalDate.of(2026, 2, 28), 9));
    put(new ReleaseVersion(LocalDate.of(2025, 12, 31), 1));

    assertThat(folder.resolve("tourism/latest")).hasContent("2026.02.28.10\n");
    assertThat(new Releases(folder).versions("tourism")).extracting(ReleaseVersion::toString)
        .containsExactly("2025.12.31", "2026.02.28", "2026.02.28.9", "2026.02.28.10");
  }

  @Test
  void what_a_dead_process_left_is_no_release_and_a_stale_pointer_is_mended() throws Exception {
    put(Samples.VERSION);
    Files.createDirectories(folder.resolve("tourism/.being-written-123/csv"));
    Files.writeString(folder.resolve("tourism/latest"), "2020.01.01\n");

    Releases releases = new Releases(folder);
    assertThat(releases.newest("tourism")).contains(Samples.VERSION);
    releases.pointToNewest("tourism");
    assertThat(folder.resolve("tourism/latest")).hasContent("2026.01.31\n");
    assertThat(releases.newest("ecommerce")).isEmpty();
  }

  @Test
  void versions_are_days_and_numbers_and_nothing_else_is_one() {
    assertThat(ReleaseVersion.of("2026.01.31")).contains(Samples.VERSION);
    assertThat(ReleaseVersion.of("2026.01.31.12")).contains(new ReleaseVersion(Samples.VERSION.day(), 12));
    for (String none : new String[] {"", "latest", "2026.1.31", "2026.02.30", "2026.01.31.1", "2026.01.31.02",
        "2026.01.31x2", "2026.01.31."}) {
      assertThat(ReleaseVersion.of(none)).as(none).isEmpty();
    }
  }

  @Test
  void every_kind_of_tampering_is_found() throws Exception {
    SortedMap<String, byte[]> files = ReleaseFiles.of(release);
    Path place = new Releases(folder).put(release, files);
    assertThat(new Verification(place).faults()).isEmpty();
    assertThat(new Verification(place).fileCount()).isEqualTo(files.size() - 1);
    assertThat(new Verification(place).differences(release.tables())).isEmpty();
    assertThat(new Verification(place).differences(Samples.release("tourism", 2).tables())).containsExactly(
        "csv/province_month_tourism.csv is not what version 7 of mart.province_month_tourism gives");

    Files.writeString(place.resolve("csv/province_month_tourism.csv"), "x");
    Files.delete(place.resolve("LICENSE.txt"));
    Files.writeString(place.resolve("csv/more.csv"), "x");
    assertThat(new Verification(place).faults()).containsExactly("LICENSE.txt is missing",
        "csv/province_month_tourism.csv has been changed", "csv/more.csv was not published");
  }

  @Test
  void a_folder_without_a_manifest_is_no_release() {
    assertThatThrownBy(() -> new Verification(folder)).isInstanceOf(PublishException.class)
        .hasMessageContaining("There is no release in");
  }
}
