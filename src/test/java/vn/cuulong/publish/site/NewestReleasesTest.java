package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.publish.PublishException;

class NewestReleasesTest {
  @TempDir
  private Path folder;

  @Test
  void theVersionThatLatestNamesIsRead() throws IOException {
    ReleasedFiles.version(folder, "2026.01.31", ReleasedFiles.COMPARISON);
    ReleasedFiles.version(folder, "2026.02.28", ReleasedFiles.COMPARISON);
    Files.writeString(folder.resolve("comparison").resolve("latest"), "2026.01.31\n");
    assertThat(version()).isEqualTo("2026.01.31");
  }

  @Test
  void withoutLatestTheGreatestVersionIsReadByNumbersNotByLetters() throws IOException {
    ReleasedFiles.version(folder, "2026.01.31.2", ReleasedFiles.COMPARISON);
    ReleasedFiles.version(folder, "2026.01.31.10", ReleasedFiles.COMPARISON);
    assertThat(version()).isEqualTo("2026.01.31.10");
  }

  @Test
  void tablesAreFoundByTheirFullName() throws IOException {
    NewestReleases releases = NewestReleases.in(ReleasedFiles.of(folder, ReleasedFiles.COMPARISON));
    assertThat(releases.tables()).containsExactly("mart.regional_comparison");
    assertThat(releases.table("mart.regional_comparison")).get().extracting(table -> table.rows().size()).isEqualTo(4);
    assertThat(releases.table("mart.other")).isEmpty();
  }

  @Test
  void aFolderWithoutReleasesSaysWhatToDo() {
    assertThatThrownBy(() -> NewestReleases.in(folder)).isInstanceOfSatisfying(PublishException.class,
        wrong -> assertThat(wrong.remedy()).contains("cuulong publish all").contains("--releases"));
  }

  @Test
  void aManifestThatIsNoJsonIsRefused() throws IOException {
    ReleasedFiles.of(folder, ReleasedFiles.COMPARISON);
    Files.writeString(folder.resolve("comparison/2026.01.31/manifest.json"), "{");
    assertThatThrownBy(() -> NewestReleases.in(folder)).isInstanceOf(PublishException.class)
        .hasMessageContaining("manifest");
  }

  private String version() {
    return NewestReleases.in(folder).newest().get(0).version();
  }
}
