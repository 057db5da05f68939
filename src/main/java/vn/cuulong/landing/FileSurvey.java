package vn.cuulong.landing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.cuulong.vietnamese.Doubt;

/** What reading some records of one file found: how many rows of each interval, and which were rejected and why. */
public final class FileSurvey implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Place of the file in the list of layouts. */
  public final int file;

  /** Rows read and rejected, by the epoch day on which their interval starts; {@link RowReader#NO_DAY} without one. */
  public final TreeMap<Long, Count> counts = new TreeMap<>();

  /** Rejected rows. */
  public final List<Reject> rejects = new ArrayList<>();

  /** The fault that makes the whole file unusable, or null; and what was found. */
  public Doubt fault;
  public String faultFound;

  /** Millions of bad rows have few different reasons. */
  private transient Map<List<String>, List<String>> reasons = new HashMap<>();
  private long lastInterval = RowReader.NO_DAY;
  private Count lastCount;

  FileSurvey(int file) {
    this.file = file;
  }

  /** Of a file that cannot be used as a whole. */
  static FileSurvey refused(int file, LandingFault fault) {
    FileSurvey survey = new FileSurvey(file);
    survey.fault = fault.doubt();
    survey.faultFound = fault.getMessage();
    return survey;
  }

  /** Rows of one interval of one file. */
  public static final class Count implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Rows read. */
    public long read;
    /** Rows rejected for what they say. */
    public long rejected;
  }

  /**
   * A rejected row.
   *
   * @param position where it stands
   * @param interval epoch day of its interval, or {@link RowReader#NO_DAY}
   * @param codes its issues
   */
  public record Reject(long position, long interval, List<String> codes) implements Serializable {}

  void take(RowReader row) {
    Count count = count(row.interval);
    count.read++;
    if (row.rejected) {
      count.rejected++;
      List<String> codes = reasons.computeIfAbsent(List.of(row.issueCodes()), same -> same);
      rejects.add(new Reject(row.record.position, row.interval, codes));
    }
  }

  private Count count(long interval) {
    if (interval != lastInterval || lastCount == null) {
      lastInterval = interval;
      lastCount = counts.computeIfAbsent(interval, key -> new Count());
    }
    return lastCount;
  }
}
