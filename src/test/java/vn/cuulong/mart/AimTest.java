package vn.cuulong.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;

class AimTest {
  private static final Path PUBLISHED = Path.of("data-samples/landing/official-statistic-csv");
  private static final Jobs JOBS = JobsReader.shipped();

  @Test
  @DisplayName("Somebody has thought about how to measure every target among the published figures")
  void everyTargetHasAnAim() {
    Set<String> published = new TreeSet<>();
    lines().map(line -> line.substring(0, Math.max(0, line.indexOf(','))))
        .filter(indicator -> indicator.startsWith("target_")).forEach(published::add);
    assertThat(published).hasSizeGreaterThan(20);
    assertThat(Aim.all()).extracting(Aim::target).containsAll(published);
  }

  @Test
  @DisplayName("The targets of the provincial programmes of Resolution 57 are among the published figures")
  void programmesAreLoaded() {
    assertThat(lines().map(line -> line.split(",", 7)).filter(cells -> cells[0].startsWith("target_"))
        .map(cells -> String.join(" ", cells[0], cells[1], cells[3], cells[4])).toList()).contains(
            "target_digital_economy_share_grdp Vĩnh Long 2030 30",
            "target_digital_economy_share_grdp Vĩnh Long 2045 50",
            "target_online_public_service_use Vĩnh Long 2030 80", "target_cashless_transactions Vĩnh Long 2030 85",
            "target_digital_economy_share_grdp Vĩnh Phúc 2045 60", "target_ocop_on_ecommerce_pct Đồng Tháp 2025 100");
  }

  @Test
  @DisplayName("Every measure is an indicator that provinces are compared by, and every pillar is in the dictionary")
  void measuresAreDeclared() {
    List<String> pillars =
        JOBS.dictionary().categories().get("pillar").codes().stream().map(code -> code.code()).toList();
    for (Aim aim : Aim.all()) {
      assertThat(aim.pillar() == null || pillars.contains(aim.pillar())).as("%s", aim).isTrue();
      aim.measures().forEach(measured -> {
        assertThat(JOBS.indicators()).as("%s", aim).containsKey(measured.indicator());
        assertThat(measured.of() == null || JOBS.indicators().containsKey(measured.of())).as("%s", aim).isTrue();
      });
    }
  }

  private static Stream<String> lines() {
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      return files.sorted().toList().stream().flatMap(AimTest::lines);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
