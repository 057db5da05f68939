package vn.cuulong.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;

/** The copies in {@code jobs/schedulers} are what the program writes. */
class RenderedSchedulesTest {
  private final Jobs jobs = JobsReader.read(Path.of("jobs"));

  @ParameterizedTest
  @EnumSource(Scheduler.class)
  void the_copies_in_the_repository_are_fresh(Scheduler scheduler) throws IOException {
    Map<String, String> fresh = scheduler.files(jobs, Deployment.usual());
    Path folder = Path.of("jobs", "schedulers", scheduler.name().toLowerCase(Locale.ROOT));
    if (Boolean.getBoolean("docs.update")) {
      for (Map.Entry<String, String> file : fresh.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        there.put(file.getFileName().toString(), Files.readString(file));
        assertThat(Files.isExecutable(file)).as(file.toString())
            .isEqualTo(scheduler.isProgram(file.getFileName().toString()));
      }
    }
    assertThat(there).as("jobs/schedulers is stale: jobs/ changed after it was made. Make it anew with"
        + " mvn test -Dtest=RenderedSchedulesTest -Ddocs.update=true, and remove what is left over").isEqualTo(fresh);
  }

  @Test
  void systemd_is_told_the_zone_and_what_is_not_repeated() {
    Map<String, String> files = Scheduler.SYSTEMD.files(jobs, Deployment.usual());
    assertThat(files.get("cuulong-nightly.timer")).contains("OnCalendar=*-*-* 02:00:00 Asia/Ho_Chi_Minh\n");
    assertThat(files.get("cuulong-grdp.timer")).contains("OnCalendar=*-01,04,07,10-07 07:00:00 Asia/Ho_Chi_Minh\n");
    assertThat(files.get("cuulong-nightly.service")).contains("\nRestartPreventExitStatus=2 3\n")
        .contains("\nStartLimitBurst=4\n");
  }
}
