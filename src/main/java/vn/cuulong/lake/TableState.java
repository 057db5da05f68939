package vn.cuulong.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;

/**
 * What the ledger knows of one table. Immutable; each {@code with} gives the next state.
 *
 * @param table whose state it is
 * @param codeFingerprint of the code and contract that built it, or empty before the first build
 * @param version newest version committed by a run, -1 before the first
 * @param files every landing file ever seen for it, by path below the landing folder
 * @param builtIntervals what each interval was last built from, by its first day in ISO form, or empty text for a
 *     table that is built whole
 * @param intent what a run is about to replace, or null when no commit is open
 */
public record TableState(
    TableName table,
    String codeFingerprint,
    long version,
    SortedMap<String, FileEntry> files,
    SortedMap<String, BuiltInterval> builtIntervals,
    Intent intent) {

  /** Copies the maps, so that nobody changes a state. */
  public TableState {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    builtIntervals = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(builtIntervals));
  }

  /** The state of a table that was never built. */
  public static TableState of(TableName table) {
    return new TableState(table, "", -1, new TreeMap<>(), new TreeMap<>(), null);
  }

  /** What became of a landing file. */
  public enum FileStatus {
    /** Its rows were read; the books say what became of them. */
    BUILT,
    /** None of its rows was read; the issues say why. */
    REJECTED_FILE,
    /** Another content stands under the same path now, or the file is gone. */
    REPLACED
  }

  /**
   * A landing file.
   *
   * @param path below the landing folder, with {@code /}
   * @param sourceId source that reads it
   * @param size bytes
   * @param modified time of its last change
   * @param sha256 hash of its bytes, 64 hex digits; the {@code file_id} of its rows
   * @param version 1, or the number in {@code _v2}; a higher one supersedes
   * @param firstSeenRun run that saw this content first
   * @param status what became of it
   * @param issues codes found on the file as a whole, sorted
   * @param books what became of its rows, by first day of the interval in ISO form; empty text for rows whose
   *     interval was not understood
   */
  public record FileEntry(
      String path,
      String sourceId,
      long size,
      Instant modified,
      String sha256,
      int version,
      String firstSeenRun,
      FileStatus status,
      List<String> issues,
      SortedMap<String, Book> books) {

    /** Copies what could change. */
    public FileEntry {
      issues = List.copyOf(issues);
      books = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(books));
    }

    /** The books of all intervals added up. */
    public Book total() {
      return books.values().stream().reduce(Book.EMPTY, Book::plus);
    }

    /** The same file with another status. */
    public FileEntry withStatus(FileStatus next) {
      return new FileEntry(path, sourceId, size, modified, sha256, version, firstSeenRun, next, issues, books);
    }

    /** The same file with other books. */
    public FileEntry withBooks(Map<String, Book> next) {
      return new FileEntry(path, sourceId, size, modified, sha256, version, firstSeenRun, status, issues,
          new TreeMap<>(next));
    }
  }

  /**
   * Rows of a file, or of a file in an interval.
   *
   * @param read rows found
   * @param accepted rows that are in the clean table
   * @param rejected rows that are in {@code ops.reject}
   * @param duplicate rows that another row stands for
   */
  public record Book(long read, long accepted, long rejected, long duplicate) {
    /** No rows. */
    public static final Book EMPTY = new Book(0, 0, 0, 0);

    /** True when every row that was read is accounted for. */
    public boolean balances() {
      return read == accepted + rejected + duplicate;
    }

    /** Both together. */
    public Book plus(Book other) {
      return new Book(read + other.read, accepted + other.accepted, rejected + other.rejected,
          duplicate + other.duplicate);
    }
  }

  /**
   * What an interval was last built from.
   *
   * @param inputs fingerprint of its inputs: file hashes of a clean table, versions or fingerprints of a mart's inputs
   * @param runId run that built it
   * @param rows rows it has
   * @param rolledBackTo version whose rows it has, while a rollback holds; null when it was built from its inputs
   */
  public record BuiltInterval(String inputs, String runId, long rows, Long rolledBackTo) {
    /** Built from its inputs. */
    public BuiltInterval(String inputs, String runId, long rows) {
      this(inputs, runId, rows, null);
    }
  }

  /**
   * Intervals about to be replaced. Written before files are staged, cleared after the commit is booked: whoever
   * finds one knows that a run died between, that these intervals are to be built again, and from when on files may
   * lie about that belong to no version.
   *
   * @param runId run that wrote it
   * @param since when
   * @param intervals what it was going to replace; empty when only rejected rows
   * @param versionBefore newest version before it began, -1 for none
   */
  public record Intent(String runId, Instant since, List<Interval> intervals, long versionBefore) {
    /** Copies the list. */
    public Intent {
      intervals = List.copyOf(intervals);
    }
  }

  /** The intent of a run that did not finish, if any. */
  public Optional<Intent> openIntent() {
    return Optional.ofNullable(intent);
  }

  /** The state of a table whose newest version is earlier than was booked, or gone: nothing counts as built. */
  TableState unbuilt(long there) {
    return new TableState(table, codeFingerprint, there, files, new TreeMap<>(), intent);
  }

  /** The state with an intent. */
  public TableState withIntent(Intent next) {
    return new TableState(table, codeFingerprint, version, files, builtIntervals, next);
  }

  /** The state with these files added or put in place of those of the same path. */
  public TableState withFiles(Iterable<FileEntry> seen) {
    SortedMap<String, FileEntry> next = new TreeMap<>(files);
    for (FileEntry file : seen) {
      next.put(file.path(), file);
    }
    return new TableState(table, codeFingerprint, version, next, builtIntervals, intent);
  }

  /**
   * The state after a commit: intervals added or put in place, intent cleared.
   *
   * @param newVersion version that the commit made, or the one before when nothing had to be written
   * @param newCodeFingerprint code and contract that built it
   * @param built intervals that were built
   */
  public TableState committed(long newVersion, String newCodeFingerprint, Map<String, BuiltInterval> built) {
    SortedMap<String, BuiltInterval> next = new TreeMap<>(builtIntervals);
    next.putAll(built);
    return new TableState(table, newCodeFingerprint, newVersion, files, next, null);
  }
}
