package vn.cuulong.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gauges in the text format of Prometheus. */
class MetricsFileTest {
  @TempDir
  Path folder;

  @Test
  void samples_of_one_metric_stand_together_whatever_the_order_they_came_in() {
    assertThat(new MetricsFile().gauge("a", "First.", 1.5, "table", "x").gauge("b", "Second.", 1_772_478_000)
        .gauge("a", "First.", 0, "table", "tên \"lạ\"\\\n").text()).isEqualTo("""
        # HELP a First.
        # TYPE a gauge
        a{table="x"} 1.5
        a{table="tên \\"lạ\\"\\\\\\n"} 0
        # HELP b Second.
        # TYPE b gauge
        b 1772478000
        """);
  }

  @Test
  void the_file_is_put_in_place_whole_and_nothing_is_left_beside_it() throws Exception {
    Path file = folder.resolve("metrics/cuulong.prom");
    new MetricsFile().gauge("a", "First.", 1).write(file);
    new MetricsFile().gauge("a", "First.", 2).write(file);
    assertThat(file).content().endsWith("a 2\n");
    assertThat(file.getParent().toFile().list()).containsExactly("cuulong.prom");
  }

  @Test
  void a_place_that_cannot_be_written_is_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("a file"), "");
    assertThatThrownBy(() -> new MetricsFile().gauge("a", "First.", 1).write(file.resolve("cuulong.prom")))
        .isInstanceOf(WatchException.class).hasMessageStartingWith("no metrics were written: ");
  }
}
