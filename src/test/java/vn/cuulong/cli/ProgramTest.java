package vn.cuulong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cuulong.contract.Refusal;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.LakeException;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.publish.PublishException;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.TableDue;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.NothingToDo;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.table.Interval;

/** Arguments, exit codes and words, without Spark. */
class ProgramTest {
  private static final TableName STAY = TableName.of("clean.tourism_stay");
  private static final TableName MART = TableName.of("mart.province_month_tourism");
  private static final Trouble TROUBLE = new Trouble("Vấn đề.", "Lý do.", "Cách sửa.");

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<RunRequest> requests = new ArrayList<>();
  private final List<RunIdentity> identities = new ArrayList<>();
  private Throwable failure;
  private List<TableOutcome> outcomes = List.of(new NothingToDo(STAY, 0));
  private Path landing;

  @BeforeEach
  void makeLanding() throws Exception {
    landing = Files.createDirectories(folder.resolve("nơi nhận tệp"));
  }

  @Test
  void no_arguments_print_help_in_plain_words() {
    assertThat(run()).isZero();
    assertThat(out()).contains("cuulong run nightly", "Exit codes").contains("Cửu Long");
  }

  @Test
  void a_mistyped_command_is_answered_with_the_nearest() {
    assertThat(run("rnu")).isEqualTo(2);
    assertThat(err()).contains("There is no command \"rnu\"", "\"run\"");
  }

  @Test
  void a_mistyped_option_is_answered_with_the_nearest() {
    assertThat(run("run", "nightly", "--warehose=x")).isEqualTo(2);
    assertThat(err()).contains("There is no option \"--warehose\"", "Did you mean \"--warehouse\"?");
  }

  @Test
  void a_mistyped_schedule_is_answered_with_the_nearest() {
    assertThat(run("run", "nightyl", "--landing", landing.toString())).isEqualTo(2);
    assertThat(err()).contains("There is no schedule or table \"nightyl\"", "Did you mean \"nightly\"?");
  }

  @Test
  void a_mistyped_table_is_answered_with_the_nearest() {
    assertThat(run("plan", "clean.turism_stay")).isEqualTo(2);
    assertThat(err()).contains("Did you mean \"clean.tourism_stay\"?");
  }

  @Test
  void a_table_without_its_layer_is_answered_with_its_full_name() {
    assertThat(run("plan", "province_month_tourism")).isEqualTo(2);
    assertThat(err()).contains("Write mart.province_month_tourism.");
  }

  @Test
  void tables_are_built_in_flow_order_however_they_were_typed() {
    assertThat(run("run", MART.toString(), STAY.toString(), MART.toString(), "--landing", landing.toString())).isZero();
    assertThat(requests.get(0).tables()).containsExactly(STAY, MART);
    assertThat(requests.get(0).window()).isNull();
    assertThat(requests.get(0).force()).isFalse();
  }

  @Test
  void a_date_is_the_window_of_that_day() {
    assertThat(run("run", STAY.toString(), "--date", "2025-03-31", "--force", "--landing", landing.toString()))
        .isZero();
    assertThat(requests.get(0).window())
        .isEqualTo(new Interval(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 1)));
    assertThat(requests.get(0).force()).isTrue();
  }

  @Test
  void the_last_day_of_a_window_is_included() {
    run("run", STAY.toString(), "--from", "2025-03-01", "--to", "2025-03-31", "--landing", landing.toString());
    assertThat(requests.get(0).window())
        .isEqualTo(new Interval(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)));
  }

  @Test
  void windows_that_say_nothing_or_two_things_are_refused() {
    String[][] wrong = {{"--from", "2025-03-01"}, {"--to", "2025-03-01"}, {"--date", "31/03/2025"},
        {"--from", "2025-03-02", "--to", "2025-03-01"}, {"--date", "2025-03-01", "--from", "2025-03-01"}};
    for (String[] options : wrong) {
      List<String> args = new ArrayList<>(List.of("run", "nightly", "--landing", landing.toString()));
      args.addAll(List.of(options));
      assertThat(run(args.toArray(String[]::new))).as(String.join(" ", options)).isEqualTo(2);
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void a_landing_folder_that_is_not_there_is_a_missing_source() {
    assertThat(run("run", "nightly", "--landing", folder.resolve("nowhere").toString())).isEqualTo(4);
    assertThat(err()).contains("There is no landing folder.");
  }

  @Test
  void contracts_that_are_not_there_are_wrong_use() {
    assertThat(run("check", "--jobs", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err()).contains("problem:", "cause:", "remedy:");
  }

  @Test
  void the_exit_code_is_that_of_the_gravest_outcome() {
    TableOutcome built = built();
    TableOutcome notReady = new NotReady(STAY, 0, TROUBLE);
    TableOutcome conflict = new Failed(STAY, 0, TROUBLE, true);
    TableOutcome held = new Held(STAY, 0, TROUBLE, List.of());
    TableOutcome failed = new Failed(STAY, 0, TROUBLE, false);
    assertThat(ExitCode.of(List.of()).number()).isZero();
    assertThat(ExitCode.of(List.of(built, new NothingToDo(STAY, 0))).number()).isZero();
    assertThat(ExitCode.of(List.of(built, notReady)).number()).isEqualTo(4);
    assertThat(ExitCode.of(List.of(notReady, conflict, built)).number()).isEqualTo(5);
    assertThat(ExitCode.of(List.of(held, conflict, notReady)).number()).isEqualTo(3);
    assertThat(ExitCode.of(List.of(notReady, held, failed, conflict)).number()).isEqualTo(1);
  }

  @Test
  void a_held_table_says_problem_cause_and_remedy_in_right_vietnamese() {
    outcomes = List.of(new Held(STAY, 1.26, TROUBLE, List.of()));
    assertThat(run("run", "nightly", "--landing", landing.toString())).isEqualTo(3);
    assertThat(out()).contains("HELD", "problem: Vấn đề.", "cause:   Lý do.", "remedy:  Cách sửa.", "1.3 s")
        .doesNotContain("\u001b");
  }

  @Test
  void a_built_table_is_one_line_with_rows_seconds_and_its_books() {
    outcomes = List.of(built());
    assertThat(run("run", "nightly", "--landing", landing.toString())).isZero();
    assertThat(out()).contains("1/1  clean.tourism_stay").contains("1\u202f273 rows").contains("2.0 s  built")
        .contains("1\u202f300 read = 1\u202f273 accepted + 20 rejected + 7 duplicate; 2025-03-01 to 2025-03-31");
  }

  @Test
  void events_are_one_json_object_a_line() throws Exception {
    outcomes = List.of(built(), new Failed(MART, 0.5, TROUBLE, true));
    assertThat(run("run", "nightly", "--json", "--landing", landing.toString())).isEqualTo(5);
    List<JsonNode> events = new ArrayList<>();
    for (String line : out().strip().split("\n")) {
      events.add(new ObjectMapper().readTree(line));
    }
    assertThat(events.stream().map(event -> event.get("event").asText())).containsExactly("run_begins",
        "table_begins", "table_ended", "table_begins", "table_ended", "run_ended");
    assertThat(events.get(2).get("books").get("read").asLong()).isEqualTo(1300);
    assertThat(events.get(4).get("problem").asText()).isEqualTo("Vấn đề.");
    assertThat(events.get(5).get("exit_code").asInt()).isEqualTo(5);
  }

  @Test
  void a_plan_says_what_would_be_built_and_why() {
    assertThat(run("plan", "nightly", "--landing", landing.toString())).isZero();
    assertThat(out()).contains("clean.tourism_stay", "because a file is new", "tourism-stay-csv/a.csv",
        "1 table of 2 would be built.");
    assertThat(run("run", "nightly", "--dry-run", "--landing", landing.toString())).isZero();
    assertThat(requests).hasSize(2);
    assertThat(identities).isEmpty();
  }

  @Test
  void a_file_that_no_source_reads_is_named() throws Exception {
    Path stray = Files.createDirectories(landing.resolve("tourism_stay_csv")).resolve("Vĩnh Long.csv");
    Files.writeString(stray, "Ngày;Tỉnh\n");
    assertThat(run("plan", "nightly", "--landing", landing.toString())).isZero();
    assertThat(out()).contains("1 file below " + landing + " belongs to no source: tourism_stay_csv/Vĩnh Long.csv.");
    Files.delete(stray);
    assertThat(run("plan", "nightly", "--landing", landing.toString())).isZero();
    assertThat(out()).contains("There is no file below " + landing);
  }

  @Test
  void a_run_is_named_by_its_start_and_takes_no_password_in_an_address() {
    run("run", "nightly", "--landing", landing.toString(), "--warehouse", folder.resolve("kho").toString());
    assertThat(identities.get(0).runId()).startsWith("20251122T153000000Z-");
    assertThat(identities.get(0).command()).contains("cuulong run nightly").contains("nơi nhận tệp");
    assertThat(run("run", "nightly", "--landing", "s3a://key:planted/secret@bucket/in")).isEqualTo(2);
    assertThat(err()).contains("A password stands in the address s3a://***@bucket/in").doesNotContain("planted");
    assertThat(identities).hasSize(1);
  }

  @Test
  void an_issue_is_explained_in_both_languages() {
    assertThat(run("explain", "unit_id:unit_unknown")).isZero();
    assertThat(out()).contains("Nghĩa là:", "Means:");
    assertThat(run("explain", "unit_unknow")).isEqualTo(2);
    assertThat(err()).contains("Did you mean \"unit_unknown\"?");
  }

  @Test
  void every_issue_is_listed() {
    assertThat(run("explain")).isZero();
    assertThat(out()).contains("unit_ambiguous", "number_ambiguous", "file_truncated");
  }

  @Test
  void the_status_of_an_empty_warehouse_says_how_to_build_it() {
    assertThat(run("status", "--warehouse", folder.resolve("kho").toString())).isEqualTo(4);
    assertThat(out()).contains("never built", "cuulong run nightly");
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of(ExitCode.OTHER, new PublishException("Vấn đề.", "Lý do.", "Cách sửa.")),
        Arguments.of(ExitCode.OTHER, new LakeException("Vấn đề.", "Lý do.", "Cách sửa.", null)),
        Arguments.of(ExitCode.CONFLICT, new LakeException("Vấn đề.", "Lý do.", "Cách sửa.", null) {
          @Override
          public boolean isConflict() {
            return true;
          }
        }),
        Arguments.of(ExitCode.WRONG_USE, CommandFailure.wrongUse("Vấn đề.", "Lý do.", "Cách sửa.")),
        Arguments.of(ExitCode.OTHER, new Refusal("Vấn đề.", "Lý do.", "Cách sửa.")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void every_refusal_is_said_as_problem_cause_and_remedy_and_nothing_else(ExitCode code, Refusal refusal) {
    failure = refusal;
    assertThat(run("run", "nightly", "--landing", landing.toString(), "--json")).isEqualTo(code.number());
    assertThat(err().lines()).containsExactly("problem: Vấn đề.", "cause:   Lý do.", "remedy:  Cách sửa.");
  }

  @Test
  void a_failure_that_nobody_foresaw_leads_to_the_log() {
    failure = new IllegalStateException("con số không khớp\nvà nhiều dòng nữa");
    assertThat(run("run", "nightly", "--landing", landing.toString(), "--json")).isEqualTo(1);
    assertThat(err()).contains("problem: The command failed.", "cause:   con số không khớp", "The log says more")
        .doesNotContain("nhiều dòng nữa");
  }

  @Test
  void a_full_disk_is_told_though_hadoop_makes_it_an_error() {
    failure = new Error(new IOException("No space left on device"));
    assertThat(run("run", "nightly", "--landing", landing.toString(), "--json")).isEqualTo(1);
    assertThat(err()).contains("There is no room left", "Ổ đĩa chứa kho", "df -h");
  }

  @Test
  void generating_needs_a_folder_and_sensible_numbers() {
    assertThat(run("generate", "--rows", "10")).isEqualTo(2);
    assertThat(err()).contains("--out");
    assertThat(run("generate", "--dirt", "2", "--out", folder.resolve("g").toString())).isEqualTo(2);
    assertThat(err()).contains("probability");
    assertThat(run("generate", "--files", "moth", "--out", folder.resolve("g").toString())).isEqualTo(2);
    assertThat(err()).contains("Did you mean \"month\"?");
  }

  @Test
  void a_format_that_is_not_known_is_answered_before_anything_is_opened() {
    assertThat(run("sql", "SELECT 1", "--format", "jsn")).isEqualTo(2);
    assertThat(err()).contains("Did you mean \"json\"?");
  }

  @Test
  void places_with_spaces_and_addresses_are_told_apart() {
    assertThat(Places.isUri("hdfs://host/a b")).isTrue();
    assertThat(Places.isUri("file:/a")).isTrue();
    assertThat(Places.isUri("s3a://bucket")).isTrue();
    assertThat(Places.isUri("kho dữ liệu/2025")).isFalse();
    assertThat(Places.isUri("a/b:c")).isFalse();
  }

  private static Built built() {
    return new Built(STAY, 2.0, 1273, List.of(new Interval(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1))), 3,
        new Book(1300, 1273, 20, 7), List.of(), List.of(), Map.of(),
        Map.of("stay_date:date_impossible", 20L));
  }

  private int run(String... args) {
    Clock clock = Clock.fixed(Instant.parse("2025-11-22T15:30:00Z"), ZoneOffset.UTC);
    Environment environment = new Environment(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), 0, clock, "", warehouse -> {
          throw new AssertionError("no session is needed here");
        }, (jobs, from, warehouse, conf, session) -> new Recorded());
    return new Program(environment).run(args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Remembers what it was asked, and answers with the outcomes of the test. */
  private final class Recorded implements Works {
    @Override
    public List<TableDue> plan(RunRequest request) {
      requests.add(request);
      return List.of(new TableDue(STAY, List.of("tourism-stay-csv/a.csv"), List.of(), List.of(),
          List.of("a file is new")), new TableDue(MART, List.of(), List.of(), List.of(), List.of()));
    }

    @Override
    public List<TableOutcome> run(RunRequest request, RunIdentity identity, Progress progress) {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
      requests.add(request);
      identities.add(identity);
      for (int i = 0; i < outcomes.size(); i++) {
        progress.begins(outcomes.get(i).table(), i + 1, outcomes.size());
        progress.ended(outcomes.get(i));
      }
      return outcomes;
    }
  }
}
