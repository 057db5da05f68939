package vn.cuulong.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.quality.CheckResult;
import vn.cuulong.run.Progress;
import vn.cuulong.run.TableDue;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.table.Interval;
import vn.cuulong.watch.RunReport;

/** For machines: one JSON object a line, {@code event} and {@code time} first in each. */
final class JsonEvents implements Progress {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final PrintStream out;
  private final Clock clock;

  JsonEvents(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Prints one event; entries that are null are left out. */
  void event(String name, Map<String, Object> entries) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("event", name);
    all.put("time", clock.instant().toString());
    entries.forEach((key, value) -> {
      if (value != null) {
        all.put(key, value);
      }
    });
    out.println(text(all));
  }

  /** A value as JSON on one line. */
  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts, numbers, lists and maps are always JSON", impossible);
    }
  }

  @Override
  public synchronized void begins(TableName table, int place, int total) {
    event("table_begins", entries("table", table.toString(), "place", place, "total", total));
  }

  @Override
  public synchronized void step(TableName table, String step) {
    event("table_step", entries("table", table.toString(), "step", step));
  }

  @Override
  public synchronized void foundCutOff(String runId) {
    Map<String, Object> entries = entries("run_id", runId);
    entries.putAll(trouble(RunReport.cutOff(runId)));
    event("run_cut_off", entries);
  }

  @Override
  public synchronized void ended(TableOutcome outcome) {
    Map<String, Object> entries = entries("table", outcome.table().toString(), "outcome", outcome.word(),
        "seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
    if (outcome instanceof TableOutcome.Built built) {
      entries.put("rows", built.rows());
      entries.put("version", built.version());
      entries.put("intervals", intervals(built.intervals()));
      entries.put("books", books(built.books()));
      entries.put("reject_causes", built.rejectCauses());
      entries.put("rejected_files", built.rejectedFiles().stream().map(JsonEvents::trouble).toList());
      entries.put("checks", built.checks().stream().map(JsonEvents::check).toList());
    } else if (outcome instanceof TableOutcome.NotReady notReady) {
      entries.putAll(trouble(notReady.trouble()));
    } else if (outcome instanceof TableOutcome.Held held) {
      entries.putAll(trouble(held.trouble()));
      entries.put("checks", held.checks().stream().map(JsonEvents::check).toList());
    } else if (outcome instanceof TableOutcome.Failed failed) {
      entries.putAll(trouble(failed.trouble()));
      entries.put("conflict", failed.conflict());
    }
    event("table_ended", entries);
  }

  /** What would be done to a table. */
  void due(TableDue due) {
    event("table_due", entries("table", due.table().toString(), "due", due.isDue(), "reasons", due.reasons(),
        "new_files", due.newFiles(), "gone_files", due.goneFiles(), "intervals", intervals(due.intervals())));
  }

  /** Names and values in turn. */
  static Map<String, Object> entries(Object... namesAndValues) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return entries;
  }

  private static List<Map<String, Object>> intervals(List<Interval> intervals) {
    return intervals.stream()
        .map(each -> entries("from", each.start().toString(), "to", each.end().minusDays(1).toString())).toList();
  }

  private static Map<String, Object> books(Book book) {
    return book == null ? null : entries("read", book.read(), "accepted", book.accepted(), "rejected",
        book.rejected(), "duplicate", book.duplicate());
  }

  private static Map<String, Object> trouble(Trouble trouble) {
    return entries("problem", trouble.problem(), "cause", trouble.cause(), "remedy", trouble.remedy());
  }

  private static Map<String, Object> check(CheckResult check) {
    return entries("name", check.name(), "severity", check.severity().name().toLowerCase(java.util.Locale.ROOT),
        "rows", check.rows(), "broken", check.broken(), "passed", check.passed(), "message_vi", check.message().vi(),
        "message_en", check.message().en());
  }
}
