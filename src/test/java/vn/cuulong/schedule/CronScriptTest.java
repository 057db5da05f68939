package vn.cuulong.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cuulong.contract.JobsReader;

/** The script that cron starts every hour, run by a shell: it knows its zone, and what to try again. */
class CronScriptTest {
  @TempDir
  Path home;

  private Path script;

  @BeforeEach
  void writeScript() throws IOException {
    Deployment place = new Deployment(home.toString(), "/srv/landing", "/srv/warehouse", "/srv/releases", "none");
    script = home.resolve("cuulong-grdp");
    Files.writeString(script, Scheduler.CRON.files(JobsReader.read(Path.of("jobs")), place).get("cuulong-grdp"));
    program("cuulong", "echo \"$@\" >> " + home + "/calls; exit $CODE");
    program("sleep", "echo sleep \"$@\" >> " + home + "/calls");
    program("date", "[ \"$TZ\" = Asia/Ho_Chi_Minh ] && echo $NOW");
  }

  @ParameterizedTest(name = "{0}: {1} starts")
  @CsvSource({"07 07 01 4, 1", "07 07 10 0, 1", "06 07 01 4, 0", "07 08 01 4, 0", "07 07 02 4, 0", "00 07 01 4, 0"})
  void it_goes_on_only_at_its_hour_in_its_zone(String now, int starts) throws Exception {
    assertThat(run(now, 0)).isZero();
    assertThat(calls()).hasSize(starts);
  }

  @ParameterizedTest(name = "exit code {0}: {1} starts")
  @CsvSource({"0, 1", "1, 3", "2, 1", "3, 1", "4, 3", "5, 3"})
  void held_data_and_wrong_use_are_not_tried_again_everything_else_is(int code, int starts) throws Exception {
    assertThat(run("07 07 01 4", code)).isEqualTo(code);
    assertThat(calls().stream().filter(call -> !call.startsWith("sleep"))).hasSize(starts)
        .containsOnly("run grdp --landing /srv/landing --warehouse /srv/warehouse");
    assertThat(calls().stream().filter(call -> call.equals("sleep 1800"))).hasSize(starts - 1);
  }

  @Test
  void it_starts_at_once_when_a_person_says_so() throws Exception {
    assertThat(run("03 03 03 3", 0, "now")).isZero();
    assertThat(calls()).hasSize(1);
  }

  private void program(String name, String body) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int run(String now, int code, String... arguments) throws Exception {
    List<String> line = new java.util.ArrayList<>(List.of("sh", script.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(line).inheritIO();
    process.environment().put("PATH", home + ":" + System.getenv("PATH"));
    process.environment().put("NOW", now);
    process.environment().put("CODE", Integer.toString(code));
    return process.start().waitFor();
  }

  private List<String> calls() throws IOException {
    Path calls = home.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
