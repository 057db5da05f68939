package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableDue;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.schedule.Deployment;
import vn.cuulong.schedule.Scheduler;

/** Catching up: what the ledger misses is run, in order, with the exit codes of runs. */
class CatchUpCommandTest {
  private static final TableName STAY = TableName.of("clean.tourism_stay");
  private static final Trouble TROUBLE = new Trouble("Problem.", "Cause.", "Remedy.");

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<RunRequest> requests = new ArrayList<>();
  private TableOutcome second = new NothingToDo(STAY, 0);

  @BeforeEach
  void makeLanding() throws Exception {
    Files.createDirectories(folder.resolve("landing"));
  }

  @Test
  void a_new_warehouse_gets_one_run_of_everything() {
    assertThat(catchUp("nightly")).isZero();
    assertThat(requests).singleElement().satisfies(request -> assertThat(request.window()).isNull());
  }

  @Test
  void nothing_is_run_when_nothing_is_missed() {
    nightOf("2026-03-05T19:00:00Z");
    assertThat(catchUp("nightly")).isZero();
    assertThat(out()).contains("Nothing of nightly is missed.");
    assertThat(requests).isEmpty();
  }

  @Test
  void missed_nights_are_run_oldest_first_and_then_what_came_late() {
    nightOf("2026-03-02T19:00:00Z");
    assertThat(catchUp("nightly")).isZero();
    assertThat(requests.stream().map(request -> request.window() == null ? "all" : request.window().start().toString()))
        .containsExactly("2026-03-03", "2026-03-04", "2026-03-05", "all");
  }

  @Test
  void a_held_night_does_not_hold_the_next_ones_and_its_code_stays() {
    nightOf("2026-03-02T19:00:00Z");
    second = new Held(STAY, 0, TROUBLE, List.of());
    assertThat(catchUp("nightly")).isEqualTo(3);
    assertThat(requests).hasSize(4);
  }

  @Test
  void a_conflict_ends_it_so_that_a_scheduler_can_try_again() {
    nightOf("2026-03-02T19:00:00Z");
    second = new Failed(STAY, 0, TROUBLE, true);
    assertThat(catchUp("nightly")).isEqualTo(5);
    assertThat(requests).hasSize(2);
  }

  @Test
  void a_dry_run_only_says_what_is_missed() {
    nightOf("2026-03-02T19:00:00Z");
    assertThat(catchUp("nightly", "--dry-run")).isZero();
    assertThat(out()).contains("missed: cuulong run nightly --from 2026-03-03 --to 2026-03-03\n");
    assertThat(requests).isEmpty();
  }

  @Test
  void a_mistyped_schedule_is_answered_with_the_nearest() {
    assertThat(catchUp("nigthly")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean \"nightly\"?");
  }

  @Test
  void products_without_a_release_since_the_last_start_are_published() {
    assertThat(catchUp("release", "--dry-run", "--releases", folder.resolve("releases").toString())).isZero();
    assertThat(out()).contains("missed: cuulong publish comparison ");
  }

  @Test
  void what_schedulers_are_told_to_start_are_commands_that_there_are() {
    Map<String, String> units = Scheduler.SYSTEMD.files(JobsReader.shipped(), Deployment.usual());
    List<String> starts = units.values().stream().flatMap(String::lines)
        .filter(line -> line.startsWith("ExecStart=/srv/cuulong/cuulong ")).toList();
    assertThat(starts).hasSize(JobsReader.shipped().timetable().size()).allSatisfy(start -> {
      String[] words = start.substring("ExecStart=/srv/cuulong/cuulong ".length()).split(" ");
      assertThat(new Program(Environment.ofProcess()).commands().parseArgs(words).hasSubcommand()).isTrue();
    });
  }

  /** A night in which every table ended well. */
  private void nightOf(String started) {
    List<RunRecord.Outcome> outcomes = JobsReader.shipped().schedules().get("nightly").stream()
        .map(table -> new RunRecord.Outcome(table, "built", List.of(), 1, 1, 1, null, null, null, Map.of(), null, Map.of())).toList();
    new Lake(null, folder.resolve("warehouse").toString()).ledger().save(new RunRecord("20260302", "cuulong",
        Instant.parse(started), Instant.parse(started), "0", "host", null, outcomes, List.of()));
  }

  private int catchUp(String... more) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-06T01:00:00Z"), ZoneOffset.UTC);
    Environment environment = new Environment(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), 0, clock, "", warehouse -> {
          throw new AssertionError("no session is needed here");
        }, (jobs, from, warehouse, conf, session) -> new Recorded());
    List<String> line = new ArrayList<>(List.of("catch-up", "--warehouse", folder.resolve("warehouse").toString(),
        "--landing", folder.resolve("landing").toString()));
    line.addAll(List.of(more));
    return new Program(environment).run(line.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Remembers what it was asked; the second run ends as the test wants. */
  private final class Recorded implements Works {
    @Override
    public List<TableDue> plan(RunRequest request) {
      return List.of();
    }

    @Override
    public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
      requests.add(request);
      return List.of(requests.size() == 2 ? second : new NothingToDo(STAY, 0));
    }
  }
}
