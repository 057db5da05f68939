package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.Fuzzing;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableDue;
import vn.cuulong.run.TableOutcome;

/** Command lines made by chance: understood, or refused with problem, cause and remedy, and never the exit code 1. */
@Tag("fuzz")
class ArgumentsFuzzTest {
  private static final List<String> WORDS = List.of("run", "plan", "explain", "nightly", "grdp", "clean.tourism_stay",
      "mart.province_month_tourism", "tourism_stay", "--date", "--from", "--to", "2025-03-01", "2025-02-30",
      "01/03/2025", "--force", "--json", "--dry-run", "--synthetic-indicators", "--help", "-h", "--", "-", "", " ",
      "--date=2025-13-01",
      "--from=9999-12-31", "+999999999-01-01", "--landing=", "--jobs", "x:y", "s3a://k:p@b/x", "number_ambiguous",
      "unit_id:unit_unknown", "@file", "@@", "\u0000", "đ", "\"", "'", "${env:HOME}", "a".repeat(3_000), "*", "../..");

  @TempDir
  private Path folder;

  @Test
  void every_command_line_is_understood_or_refused_in_words() throws Exception {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    new Fuzzing("arguments", 1, 60).run(random -> {
      List<String> typed = new ArrayList<>();
      typed.add(WORDS.get(random.nextInt(3)));
      for (int i = random.nextInt(5); i > 0; i--) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        typed.add(random.nextInt(4) > 0 ? word : new String(Fuzzing.changed(word.getBytes(StandardCharsets.UTF_8),
            new byte[][] {"=".getBytes(), "-".getBytes(), "9".getBytes()}, random), StandardCharsets.UTF_8));
      }
      typed.addAll(List.of("--warehouse", folder.resolve("kho").toString(), "--landing", landing.toString()));
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code = run(err, typed.toArray(String[]::new));
      String said = err.toString(StandardCharsets.UTF_8);
      assertThat(code).as("%s: %s", typed, said).isIn(0, 2, 4);
      assertThat(said).as("%s", typed).doesNotContain("Exception", "\tat ");
      if (code != 0) {
        assertThat(said).as("%s", typed).contains("problem: ", "remedy: ");
      }
    });
  }

  private int run(ByteArrayOutputStream err, String... typed) {
    PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Environment environment = new Environment(out,
        new PrintStream(err, true, StandardCharsets.UTF_8), 0,
        Clock.fixed(Instant.parse("2025-11-22T15:30:00Z"), ZoneOffset.UTC), "", warehouse -> {
          throw new AssertionError("no session is needed here");
        }, (jobs, from, warehouse, conf, session) -> new Idle());
    return new Program(environment).run(typed);
  }

  /** Does nothing. */
  private static final class Idle implements Works {
    @Override
    public List<TableDue> plan(RunRequest request) {
      return List.of();
    }

    @Override
    public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
      return List.of();
    }
  }
}
