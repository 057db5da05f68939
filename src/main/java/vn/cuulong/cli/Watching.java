package vn.cuulong.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import vn.cuulong.contract.Secrets;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.TableOutcome;
import vn.cuulong.run.TableOutcome.Trouble;
import vn.cuulong.watch.Lineage;
import vn.cuulong.watch.MetricsFile;
import vn.cuulong.watch.Notice;
import vn.cuulong.watch.RunReport;
import vn.cuulong.watch.WatchException;

/**
 * Whom a run tells, as the environment says; nobody when it says nothing. What cannot be told is a warning: it never
 * changes what a run does or how it ends.
 */
final class Watching {
  private final Map<String, String> variables;
  private final List<String> early = new ArrayList<>();
  private final List<String> cutOff = new ArrayList<>();
  private Lineage lineage;

  /** Of the variables of an environment. */
  Watching(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The progress with whoever wants to know about each table beside it. */
  Progress beside(Progress progress, Undertaking.Prepared prepared, RunIdentity identity) {
    Progress remembering = new Both(progress, new Progress() {
      @Override
      public void foundCutOff(String runId) {
        cutOff.add(runId);
      }
    });
    String place = variables.getOrDefault("CUULONG_LINEAGE", "");
    if (place.isEmpty()) {
      return remembering;
    }
    try {
      lineage = new Lineage(place, prepared.jobs(), prepared.landing(), prepared.warehouse(), identity);
    } catch (IllegalArgumentException wrong) {
      early.add("CUULONG_LINEAGE: " + wrong.getMessage());
      return remembering;
    }
    return new Both(remembering, lineage);
  }

  /** Runs that died before this one, which found what they had left. */
  List<Trouble> cutOff() {
    return cutOff.stream().map(RunReport::cutOff).toList();
  }

  /** Tells how the run went; what could not be told comes back, one sentence each. */
  List<String> tell(RunReport report, Supplier<MetricsFile> metrics) {
    List<String> warnings = new ArrayList<>(lineage == null ? early : lineage.warnings());
    to("CUULONG_METRICS_FILE", warnings, file -> metrics.get().write(Path.of(file)));
    if (report.hasTrouble()) {
      to("CUULONG_NOTIFY_URL", warnings, address -> Notice.post(address, report));
      to("CUULONG_NOTIFY_MAIL", warnings, people -> Notice.mail(
          variables.getOrDefault("CUULONG_SENDMAIL", "/usr/sbin/sendmail"), people, report));
    }
    return warnings.stream().map(Secrets::hide).toList();
  }

  private interface Telling {
    void tell(String whom) throws WatchException;
  }

  private void to(String variable, List<String> warnings, Telling telling) {
    String whom = variables.getOrDefault(variable, "");
    if (whom.isEmpty()) {
      return;
    }
    try {
      telling.tell(whom);
    } catch (WatchException failed) {
      warnings.add(variable + ": " + failed.getMessage());
    } catch (RuntimeException failed) {
      LoggerFactory.getLogger(Watching.class).warn("{} could not be served", variable, failed);
      warnings.add(variable + ": " + failed.getClass().getSimpleName() + "; the log says more");
    }
  }

  /** Tells two. */
  private record Both(Progress first, Progress second) implements Progress {
    @Override
    public void begins(TableName table, int place, int total) {
      first.begins(table, place, total);
      second.begins(table, place, total);
    }

    @Override
    public void step(TableName table, String step) {
      first.step(table, step);
      second.step(table, step);
    }

    @Override
    public void foundCutOff(String runId) {
      first.foundCutOff(runId);
      second.foundCutOff(runId);
    }

    @Override
    public void ended(TableOutcome outcome) {
      first.ended(outcome);
      second.ended(outcome);
    }
  }
}
