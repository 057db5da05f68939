package vn.cuulong.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Built;
import vn.cuulong.run.TableOutcome.Failed;
import vn.cuulong.run.TableOutcome.Held;
import vn.cuulong.run.TableOutcome.NotReady;
import vn.cuulong.run.TableOutcome.Trouble;

/**
 * How a run went, in words: for the end of the run and for whoever is told of trouble.
 *
 * @param identity who ran
 * @param outcomes one for each table, in order
 * @param seconds how long it took
 * @param exitCode what the process tells the one who started it
 * @param besides what is in trouble and is no table: runs that died before this one, or what ended this one early
 */
public record RunReport(
    RunIdentity identity, List<TableOutcome> outcomes, double seconds, int exitCode, List<Trouble> besides) {
  private static final int CAUSES_SHOWN = 8;

  /** A run that nothing is to be said of but what became of its tables. */
  public RunReport(RunIdentity identity, List<TableOutcome> outcomes, double seconds, int exitCode) {
    this(identity, outcomes, seconds, exitCode, List.of());
  }

  /** That a run was found to have ended without saying so. */
  public static Trouble cutOff(String runId) {
    return new Trouble("Run " + runId + " did not end. / Lần chạy " + runId + " đã dừng giữa chừng.",
        "It was killed, ran out of memory, or its machine went down. / Tiến trình bị dừng, hết bộ nhớ, hoặc máy tắt.",
        "Nothing: what it left half done was found and is built again. When it happens often, look at the log, the "
            + "memory and the deadline of the schedule. / Không cần làm gì: phần dở dang được dựng lại. Nếu hay xảy "
            + "ra, hãy xem nhật ký, bộ nhớ và thời hạn của lịch chạy.");
  }

  /** True when a person should look: a table held, failed or not ready, a file not used, or a run that died. */
  public boolean hasTrouble() {
    return exitCode != 0 || !besides.isEmpty();
  }

  /** One line that says it. */
  public String headline() {
    Map<String, Long> words = new LinkedHashMap<>();
    for (String word : List.of("failed", "held", "not_ready", "built", "nothing_to_do")) {
      long count = outcomes.stream().filter(outcome -> outcome.word().equals(word)).count();
      if (count > 0) {
        words.put(word.replace('_', ' '), count);
      }
    }
    long refused = built().mapToLong(built -> built.rejectedFiles().size()).sum();
    String first = besides.isEmpty() ? "" : besides.get(0).problem();
    // The English half: this is the subject of a mail too.
    String beside = first.contains(" / ") ? first.substring(0, first.indexOf(" / ")) + " " : first;
    return "Cửu Long on " + identity.host() + ": " + beside + words.entrySet().stream()
        .map(word -> word.getValue() + " " + word.getKey()).collect(Collectors.joining(", "))
        + (refused == 0 ? "" : ", " + refused + (refused == 1 ? " file" : " files") + " not used") + "; exit code "
        + exitCode;
  }

  /** Everything: what was in trouble and why, the books, why rows were rejected, what was built and how long it took. */
  public String text() {
    List<String> lines = new ArrayList<>(List.of(headline(), "", "run:     " + identity.runId(),
        "command: " + identity.command(), "took:    " + Math.round(seconds * 10) / 10.0 + " s"));
    besides.forEach(trouble -> add(lines, "beside the tables", trouble));
    for (TableOutcome outcome : outcomes) {
      trouble(outcome, lines);
    }
    lines.add("");
    lines.addAll(books());
    lines.add("");
    for (TableOutcome outcome : outcomes) {
      String rows = outcome instanceof Built built ? ", " + built.rows() + " rows" : "";
      lines.add(outcome.table() + ": " + outcome.word().replace('_', ' ') + rows + ", "
          + Math.round(outcome.seconds() * 10) / 10.0 + " s");
    }
    return String.join("\n", lines) + "\n";
  }

  /** What became of the rows of the files that were read, and why some were rejected; no line when none was read. */
  public List<String> books() {
    Book book = built().map(Built::books).reduce(Book.EMPTY, Book::plus);
    if (book.read() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("Rows of new files: " + book.read() + " read = " + book.accepted()
        + " accepted + " + book.rejected() + " rejected + " + book.duplicate() + " duplicate"));
    Map<String, Long> causes = rejectCauses();
    if (!causes.isEmpty()) {
      String shown = causes.entrySet().stream().limit(CAUSES_SHOWN)
          .map(cause -> cause.getKey() + " " + cause.getValue()).collect(Collectors.joining(", "));
      lines.add("Rejected because of: " + shown
          + (causes.size() > CAUSES_SHOWN ? " and " + (causes.size() - CAUSES_SHOWN) + " more" : ""));
    }
    return lines;
  }

  /** Rejected rows by cause, the most frequent first. */
  Map<String, Long> rejectCauses() {
    Map<String, Long> all = new TreeMap<>();
    built().forEach(built -> built.rejectCauses().forEach((cause, count) -> all.merge(cause, count, Long::sum)));
    Map<String, Long> sorted = new LinkedHashMap<>();
    all.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
        .thenComparing(Map.Entry.comparingByKey())).forEach(cause -> sorted.put(cause.getKey(), cause.getValue()));
    return sorted;
  }

  private java.util.stream.Stream<Built> built() {
    return outcomes.stream().filter(Built.class::isInstance).map(Built.class::cast);
  }

  private static void trouble(TableOutcome outcome, List<String> lines) {
    if (outcome instanceof Built built) {
      built.rejectedFiles().forEach(file -> add(lines, outcome.table() + ": file not used", file));
    } else if (outcome instanceof Held held) {
      add(lines, outcome.table() + ": held", held.trouble());
      held.checks().stream().filter(CheckResult::holds).forEach(check -> lines.add("  check " + check.name() + ": "
          + check.broken() + " of " + check.rows() + " rows. " + check.message().en() + " / " + check.message().vi()));
    } else if (outcome instanceof NotReady notReady) {
      add(lines, outcome.table() + ": not ready", notReady.trouble());
    } else if (outcome instanceof Failed failed) {
      add(lines, outcome.table() + ": failed", failed.trouble());
    }
  }

  private static void add(List<String> lines, String head, Trouble trouble) {
    lines.addAll(List.of("", head, "  problem: " + trouble.problem(), "  cause:   " + trouble.cause(),
        "  remedy:  " + trouble.remedy()));
  }
}
