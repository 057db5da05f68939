package vn.cuulong.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.publish.PublishException;

class SiteTest {
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir
  private Path folder;

  @Test
  void theSameReleasesGiveTheSameBytes() throws IOException {
    Map<String, byte[]> once = site().files("../releases");
    Map<String, byte[]> again = site().files("../releases");
    assertThat(once.keySet()).containsExactlyElementsOf(again.keySet());
    assertThat(once).allSatisfy((name, bytes) -> assertThat(Arrays.equals(bytes, again.get(name))).as(name).isTrue());
  }

  @Test
  void everyAddressInThePagesIsAFileOfTheSite() throws IOException {
    Map<String, byte[]> files = site().files("../releases");
    List<String> broken = new ArrayList<>();
    pages(files).forEach(page -> {
      Matcher address = ADDRESS.matcher(text(files, page));
      while (address.find()) {
        String target = address.group(1);
        if (!target.startsWith("#") && !files.containsKey(target)) {
          broken.add(page + ": " + target);
        }
      }
    });
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageLoadsNothingButItsOwnFilesAndHoldsNoScriptOrStyle() throws IOException {
    Map<String, byte[]> files = site().files("../releases");
    assertThat(pages(files)).hasSizeGreaterThan(25).allSatisfy(page -> {
      String html = text(files, page);
      assertThat(html).contains("content=\"default-src 'none'; script-src 'self'; style-src 'self'");
      assertThat(html).doesNotContain(" style=", "<style", "javascript:", "http://", "https://");
      assertThat(html).doesNotContainPattern("\\son[a-z]+=").doesNotContainPattern("<script(?![^>]*src=)");
      assertThat(html).containsOnlyOnce("<h1>").contains("<main id=\"content\"", "class=\"skip\"");
    });
  }

  @Test
  void noScriptOfTheSiteMakesMarkupOfTextOrReachesForTheNetwork() {
    assertThat(Asset.FILES).filteredOn(name -> name.endsWith(".js")).allSatisfy(name ->
        assertThat(new String(Asset.bytes(name), StandardCharsets.UTF_8))
            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
                "fetch(", "XMLHttpRequest", ".html(", "import ", "style\","));
  }

  @Test
  void everyFileOfTheReportThatShipsIsPartOfTheSite() throws IOException {
    Path resources = Path.of("src", "main", "resources", "report");
    try (Stream<Path> walk = Files.walk(resources)) {
      assertThat(walk.filter(Files::isRegularFile).map(file -> resources.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("map/"))).containsExactlyInAnyOrderElementsOf(Asset.FILES);
    }
  }

  @Test
  void rowsGoInWhenTheyStandOnOneMapAndAreRecentEnough() throws IOException {
    String data = text(site().files("../releases"), "data/mart-regional_comparison.js");
    assertThat(data).startsWith("cuulong.give(\"mart.regional_comparison\", {\"rows\":2,")
        .contains("3668", "75.674935").doesNotContain("as_published", "2021-09-01");
  }

  @Test
  void textOfARecordStaysText() throws IOException {
    String data = text(site().files("../releases"), "data/mart-regional_comparison.js");
    assertThat(data).contains("\\u003c/script\\u003e\\u003cimg src=x\\u003e").doesNotContain("<");
    assertThat(PageFrame.escape("<a href=\"x\">'&")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
  }

  @Test
  void namesThatBothMapsUseAreToldApart() throws IOException {
    Map<String, byte[]> files = site().files("../releases");
    assertThat(text(files, "unit-vinh-long-2025.html"))
        .contains("<h1><span lang=\"vi\">Vĩnh Long</span><span lang=\"en\">Vinh Long</span></h1>");
    assertThat(text(files, "unit-vinh-long-2004.html"))
        .contains("<span lang=\"vi\">Vĩnh Long đến 30/6/2025</span><span lang=\"en\">Vinh Long to 30 June 2025</span>");
  }

  @Test
  void aSecondReportTakesThePlaceOfTheFirst() throws IOException {
    Path out = folder.resolve("báo cáo");
    Site.Written written = site().write(out, folder.resolve("releases"));
    assertThat(written.bytes()).isLessThan(3_000_000);
    Files.writeString(out.resolve("unit-gone.html"), "of an earlier report");
    assertThat(site().write(out, folder.resolve("releases"))).isEqualTo(written);
    assertThat(out.resolve("unit-gone.html")).doesNotExist();
    assertThat(Files.readString(out.resolve("data/releases.js"))).contains("\"link\":\"../releases/comparison/2026.01.31\"");
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws IOException {
    Path out = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(out.resolve("ảnh.txt"), "mine");
    Site site = site();
    assertThatThrownBy(() -> site.write(out, folder)).isInstanceOf(PublishException.class)
        .hasMessageContaining("not empty");
    assertThat(out.resolve("ảnh.txt")).hasContent("mine");
  }

  private Site site() throws IOException {
    Path releases = folder.resolve("releases");
    return new Site(NewestReleases.in(ReleasedFiles.of(releases, ReleasedFiles.COMPARISON)), JOBS,
        Boundaries.shipped());
  }

  private static List<String> pages(Map<String, byte[]> files) {
    return files.keySet().stream().filter(name -> name.endsWith(".html")).toList();
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
