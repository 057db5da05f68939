package vn.cuulong.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;

/**
 * One run, as {@code ops.run}, {@code ops.outcome} and {@code ops.quality} show it.
 *
 * @param runId sorts by time of start
 * @param command what was typed, secrets left out
 * @param started when it began
 * @param ended when it ended, or null while it runs or when it died
 * @param codeVersion version of the software
 * @param host machine it ran on
 * @param interval what it was asked to build, or null for what is new
 * @param outcomes one per table, in order
 * @param checks one per check that was evaluated
 */
public record RunRecord(
    String runId,
    String command,
    Instant started,
    Instant ended,
    String codeVersion,
    String host,
    Interval interval,
    List<Outcome> outcomes,
    List<Check> checks) {

  /** Copies the lists. */
  public RunRecord {
    outcomes = List.copyOf(outcomes);
    checks = List.copyOf(checks);
  }

  /**
   * What happened to one table.
   *
   * @param table which
   * @param outcome {@code built}, {@code nothing_to_do}, {@code not_ready}, {@code held} or {@code failed}
   * @param intervals that were built or should have been
   * @param rows rows that were staged, or -1
   * @param version version that was committed, or -1
   * @param seconds it took
   * @param problem what went wrong, or null
   * @param reason why, or null
   * @param remedy what to do, or null
   * @param inputs version of each input table that was read
   * @param books what became of the rows of the files that were read, or null when none was
   * @param rejectCauses rows that were rejected with each issue; a row may have several
   */
  public record Outcome(
      TableName table,
      String outcome,
      List<Interval> intervals,
      long rows,
      long version,
      double seconds,
      String problem,
      String reason,
      String remedy,
      Map<String, Long> inputs,
      TableState.Book books,
      Map<String, Long> rejectCauses) {
    /** Copies the collections; records of earlier versions of the software have no causes. */
    public Outcome {
      intervals = List.copyOf(intervals);
      inputs = Map.copyOf(inputs);
      rejectCauses = rejectCauses == null ? Map.of() : Map.copyOf(rejectCauses);
    }

    /** An outcome for which no file was read. */
    public Outcome(TableName table, String outcome, List<Interval> intervals, long rows, long version, double seconds,
        String problem, String reason, String remedy, Map<String, Long> inputs) {
      this(table, outcome, intervals, rows, version, seconds, problem, reason, remedy, inputs, null, Map.of());
    }
  }

  /**
   * A check and what it found.
   *
   * @param table where
   * @param name which check
   * @param severity {@code warn} or {@code hold}
   * @param rows rows it was evaluated on
   * @param broken rows that break it
   * @param passed true when the share of broken rows is within its tolerance
   * @param messageVi what it found, in Vietnamese
   * @param messageEn the same in English
   */
  public record Check(
      TableName table, String name, String severity, long rows, long broken, boolean passed, String messageVi,
      String messageEn) {}
}
