package vn.cuulong.landing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.cuulong.vietnamese.Doubt;

/**
 * What reading some records of one file found: how many rows of each interval, which were rejected and why, and for
 * every accepted row the hashes by which rows of the same key are found. Arrays run in the order of the file.
 */
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

  private long[] keys = new long[64];
  private long[] contents = new long[64];
  private long[] positions = new long[64];
  private int[] intervals = new int[64];
  private int size;
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
    survey.trim();
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

  /** Number of accepted rows. */
  public int size() {
    return size;
  }

  /** Key hash of an accepted row. */
  public long key(int row) {
    return keys[row];
  }

  /** Content hash of an accepted row. */
  public long content(int row) {
    return contents[row];
  }

  /** Position of an accepted row. */
  public long position(int row) {
    return positions[row];
  }

  /** Epoch day of the interval of an accepted row. */
  public long interval(int row) {
    return intervals[row];
  }

  void take(RowReader row) {
    Count count = count(row.interval);
    count.read++;
    if (row.rejected) {
      count.rejected++;
      List<String> codes = reasons.computeIfAbsent(List.of(row.issueCodes()), same -> same);
      rejects.add(new Reject(row.record.position, row.interval, codes));
      return;
    }
    if (size == keys.length) {
      grow();
    }
    keys[size] = row.keyHash;
    contents[size] = row.contentHash;
    positions[size] = row.record.position;
    intervals[size] = (int) row.interval;
    size++;
  }

  void trim() {
    keys = Arrays.copyOf(keys, size);
    contents = Arrays.copyOf(contents, size);
    positions = Arrays.copyOf(positions, size);
    intervals = Arrays.copyOf(intervals, size);
  }

  private Count count(long interval) {
    if (interval != lastInterval || lastCount == null) {
      lastInterval = interval;
      lastCount = counts.computeIfAbsent(interval, key -> new Count());
    }
    return lastCount;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    contents = Arrays.copyOf(contents, 2 * size);
    positions = Arrays.copyOf(positions, 2 * size);
    intervals = Arrays.copyOf(intervals, 2 * size);
  }
}
