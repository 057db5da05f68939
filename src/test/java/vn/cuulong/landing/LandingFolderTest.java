package vn.cuulong.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;

/** What counts as a landed file, and what does not yet or must not. */
class LandingFolderTest {
  private static final SourceContract STAY = Landed.source("tourism-stay-csv");

  @TempDir
  Path temp;
  private Path landing;
  private LandingFolder folder;

  @BeforeEach
  void folders() throws IOException {
    landing = Files.createDirectories(temp.resolve("landing"));
    Files.createDirectories(landing.resolve(STAY.id()));
    folder = new LandingFolder(new Configuration(false), landing.toUri().toString());
  }

  private Path file(String path) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a\n1\n");
  }

  @Test
  @DisplayName("files are listed by path; unfinished and hidden ones wait for their final name")
  void unfinished() throws IOException {
    for (String name : new String[] {"b.csv", "a.csv", "c.csv.part", "d.csv.tmp", ".e.csv", "~$f.xlsx", "g.CSV.PART",
        "_tam/h.csv", "_i.csv", "k.csv.crdownload", "tệp tháng 3 (mới).csv", "100%.csv", "a:b.csv", "a#b.csv"}) {
      file(STAY.id() + "/" + name);
    }
    assertThat(folder.files()).extracting(found -> found.path().substring(STAY.id().length() + 1))
        .containsExactly("100%.csv", "a#b.csv", "a.csv", "a:b.csv", "b.csv", "tệp tháng 3 (mới).csv");
    for (LandingFolder.Found found : folder.files()) {
      assertThat(LandingFolder.matches(STAY, found.path())).as(found.path()).isTrue();
      if (found.path().contains(":")) {
        assertThatThrownBy(() -> folder.identify(found, STAY)).isInstanceOf(LandingFault.class)
            .hasMessageContaining("rename it");
      } else {
        assertThat(folder.identify(found, STAY).fileId()).as(found.path()).hasSize(64);
      }
    }
  }

  @Test
  @DisplayName("a missing landing folder is said as such")
  void missing() {
    String none = temp.resolve("none").toUri().toString();
    assertThatThrownBy(() -> new LandingFolder(new Configuration(false), none).files())
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  @DisplayName("a link to a file or folder outside is refused; a link inside is read")
  void links() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("secret.csv"), "a\n1\n");
    Files.createSymbolicLink(landing.resolve(STAY.id()).resolve("out.csv"), outside.resolve("secret.csv"));
    Files.createSymbolicLink(landing.resolve(STAY.id()).resolve("folder"), outside);
    Files.createSymbolicLink(landing.resolve(STAY.id()).resolve("inside.csv"), file(STAY.id() + "/real.csv"));
    int refused = 0;
    for (LandingFolder.Found found : folder.files()) {
      if (found.path().endsWith("out.csv") || found.path().contains("/folder/")) {
        assertThatThrownBy(() -> folder.identify(found, STAY)).isInstanceOfSatisfying(LandingFault.class, fault ->
            assertThat(fault.doubt()).isEqualTo(Doubt.PATH_OUTSIDE));
        refused++;
      } else {
        assertThat(folder.identify(found, STAY).size()).isEqualTo(4);
      }
    }
    assertThat(refused).isBetween(1, 2);
  }

  @Test
  @DisplayName("a link that leads nowhere and a link that leads to its own folder do not stop the others")
  void deadAndCircularLinks() throws IOException {
    file(STAY.id() + "/a.csv");
    Files.createSymbolicLink(landing.resolve(STAY.id()).resolve("dead.csv"), temp.resolve("nowhere.csv"));
    Files.createSymbolicLink(landing.resolve(STAY.id()).resolve("loop"), landing.resolve(STAY.id()));
    assertThat(folder.files()).extracting(LandingFolder.Found::path).contains(STAY.id() + "/a.csv")
        .hasSizeLessThan(3);
  }

  @Test
  @DisplayName("a file that grows or changes between listing and reading is left for the next run")
  void stillWritten() throws IOException {
    Path path = file(STAY.id() + "/a.csv");
    LandingFolder.Found found = folder.files().get(0);
    LandingFile file = folder.identify(found, STAY);
    assertThat(folder.isUnchanged(file)).isTrue();
    Files.writeString(path, "2\n", StandardOpenOption.APPEND);
    assertThat(folder.isUnchanged(file)).isFalse();
    assertThatThrownBy(() -> folder.identify(found, STAY)).isInstanceOfSatisfying(LandingFault.class, fault ->
        assertThat(fault.doubt()).isEqualTo(Doubt.FILE_STILL_WRITTEN));
    Files.delete(path);
    assertThat(folder.isUnchanged(file)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a/x.csv,1,a/x", "a/x_v2.csv,2,a/x", "a/x-V3.csv.gz,3,a/x", "a/x.v2.csv,2,a/x", "a/x_v10.csv.zip,10,a/x",
      "a/xv2.csv,1,a/xv2", "a/x_v.csv,1,a/x_v", "a/v2.csv,1,a/v2"})
  @DisplayName("the version of a file stands at the end of its name, and corrections are of one family")
  void versions(String path, int version, String family) {
    assertThat(LandingFolder.version(path)).isEqualTo(version);
    assertThat(LandingFolder.family(path)).isEqualTo(LandingFolder.family(family + ".csv"));
  }
}
