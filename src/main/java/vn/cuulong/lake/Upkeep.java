package vn.cuulong.lake;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;

/**
 * Looks after the files of one table: merges small ones, takes away those that no kept version has, and shortens the
 * log. The rows of every kept version stay as they are. Delta's own VACUUM knows only an age, and would take the files
 * of a version that a release cites. Call it with the table's lease held.
 */
public final class Upkeep {
  /** Files are merged up to this size; smaller ones than half of it count as small. */
  private static final long FULL_BYTES = 32L << 20;
  private static final int VERSION_DIGITS = 20;
  private static final String CHECKPOINT = ".checkpoint.parquet";

  private final SparkSession spark;
  private final TableShape shape;
  private final String location;
  private final DeltaLog log;

  Upkeep(SparkSession spark, TableShape shape, String location) {
    this.spark = spark;
    this.shape = shape;
    this.location = location;
    this.log = DeltaLog.forTable(spark, location);
  }

  /**
   * Files merged.
   *
   * @param before how many small files lie side by side
   * @param after how many they become
   */
  public record Merged(int before, int after) {}

  /**
   * Data files that are not needed.
   *
   * @param old files that only versions have which nobody keeps
   * @param strays files that belong to no version: left by a run that died
   * @param bytes of both together
   * @param oldestKept oldest version that can still be read
   */
  public record Cleared(List<String> old, List<String> strays, long bytes, long oldestKept) {}

  /**
   * Merges small files, until no two that lie side by side fit into one. The table has the same rows, in a new version.
   *
   * @param dryRun true to say what the first round would do, and do nothing
   * @throws CommitConflictException when another writer commits meanwhile
   */
  public Merged merge(boolean dryRun) {
    int before = 0;
    int after = 0;
    List<List<AddFile>> groups = groups();
    while (!groups.isEmpty()) {
      int files = groups.stream().mapToInt(List::size).sum();
      int merged = dryRun ? groups.size() : new Transaction(spark, shape, location).merge(groups);
      // What a later round merges again was counted by the one before.
      before = before == 0 ? files : before;
      after = after == 0 ? merged : after - files + merged;
      groups = dryRun ? List.of() : groups();
    }
    return new Merged(before, after);
  }

  /** Small files that lie side by side, by their first day, and make at most one full file; two or more together. */
  private List<List<AddFile>> groups() {
    Snapshot snapshot = Snapshots.newest(log);
    if (snapshot.version() < 0) {
      return List.of();
    }
    List<AddFile> small = Snapshots.files(snapshot).stream().filter(file -> file.size() < FULL_BYTES / 2)
        .sorted(Comparator.comparing(this::firstDay).thenComparing(AddFile::path)).toList();
    List<List<AddFile>> groups = new ArrayList<>();
    List<AddFile> group = new ArrayList<>();
    long bytes = 0;
    for (AddFile file : small) {
      if (bytes + file.size() > FULL_BYTES) {
        groups.add(group);
        group = new ArrayList<>();
        bytes = 0;
      }
      group.add(file);
      bytes += file.size();
    }
    groups.add(group);
    groups.removeIf(one -> one.size() < 2);
    return groups;
  }

  private LocalDate firstDay(AddFile file) {
    LocalDate day = shape.intervalColumn() == null ? null : OldFiles.day(file, "minValues", shape.intervalColumn());
    return day == null ? LocalDate.MIN : day;
  }

  /**
   * Finds the data files that no kept version has, and deletes them.
   *
   * @param cited versions that are kept whatever their age; the newest one is
   * @param keepSince younger versions are kept too
   * @param straysBefore files of no version that changed later are left alone: somebody may be about to commit them
   * @param dryRun true to delete nothing
   */
  public Cleared clear(LongPredicate cited, Instant keepSince, Instant straysBefore, boolean dryRun) {
    Snapshot newest = Snapshots.newest(log);
    if (newest.version() < 0) {
      return new Cleared(List.of(), List.of(), 0, -1);
    }
    History history = history(newest, version -> version == newest.version() || cited.test(version), keepSince);
    List<String> old = new ArrayList<>();
    List<String> strays = new ArrayList<>();
    long bytes = 0;
    for (FileStatus file : list(log.dataPath())) {
      String name = file.getPath().getName();
      boolean isStray = !history.known.contains(name) && file.getModificationTime() < straysBefore.toEpochMilli();
      if (isData(file) && !history.kept.contains(name) && (isStray || history.known.contains(name))) {
        (isStray ? strays : old).add(name);
        bytes += file.getLen();
        delete(file.getPath(), dryRun);
      }
    }
    return new Cleared(old, strays, bytes, history.oldestKept);
  }

  /**
   * Deletes data files that the newest version does not have and that hold one of these rows, whoever may still want
   * the versions that have them.
   *
   * @param rows positions by the id of the landing file
   * @return names of the deleted files
   * @throws LakeException when the newest version still holds such a row
   */
  public List<String> purge(Map<String, long[]> rows) {
    Snapshot newest = Snapshots.newest(log);
    if (newest.version() < 0 || rows.isEmpty()) {
      return List.of();
    }
    Set<String> live = new HashSet<>();
    Snapshots.files(newest).forEach(file -> live.add(name(file)));
    Map<String, Path> others = new TreeMap<>();
    for (FileStatus file : list(log.dataPath())) {
      if (isData(file) && file.getLen() > 0) {
        others.put(file.getPath().getName(), file.getPath());
      }
    }
    List<String> holding = others.isEmpty() ? List.of() : spark.read().schema("file_id STRING, position BIGINT")
        .parquet(others.values().stream().map(Path::toString).toArray(String[]::new)).where(condition(rows))
        .select("_metadata.file_name").distinct().as(Encoders.STRING()).collectAsList();
    if (holding.stream().anyMatch(live::contains)) {
      throw new LakeException("Rows that were to be erased are still in " + shape.name() + ". / Các dòng cần xóa vẫn còn "
          + "trong " + shape.name() + ".", "The run that leaves them out did not commit. / Lần chạy bỏ các dòng này chưa "
          + "ghi được.", "Mend what held the run, and give the same command again. / Hãy xử lý nguyên nhân rồi chạy lại "
          + "lệnh này.", null);
    }
    holding.forEach(name -> delete(others.get(name), false));
    return holding;
  }

  private static String condition(Map<String, long[]> rows) {
    List<String> either = new ArrayList<>();
    rows.forEach((file, positions) -> either.add("file_id = '" + file + "' AND position IN ("
        + Arrays.stream(positions).mapToObj(Long::toString).collect(Collectors.joining(", ")) + ")"));
    return either.isEmpty() ? "false" : "(" + String.join(") OR (", either) + ")";
  }

  /** What the log tells of data files. */
  private static final class History {
    /** Files of kept versions. */
    private final Set<String> kept = new HashSet<>();
    /** Files of any version. */
    private final Set<String> known = new HashSet<>();
    private long oldestKept = Long.MAX_VALUE;
  }

  private History history(Snapshot newest, LongPredicate cited, Instant keepSince) {
    TreeMap<Long, Long> written = new TreeMap<>();
    TreeMap<Long, Long> checkpoints = new TreeMap<>();
    for (FileStatus file : list(log.logPath())) {
      String name = file.getPath().getName();
      if (version(name) >= 0 && name.length() == VERSION_DIGITS + ".json".length() && name.endsWith(".json")) {
        written.put(version(name), file.getModificationTime());
      } else if (version(name) >= 0 && name.endsWith(CHECKPOINT)) {
        checkpoints.put(version(name), file.getModificationTime());
      }
    }
    History history = new History();
    Set<String> live = new HashSet<>();
    long start = 0;
    if (!written.containsKey(0L)) {
      start = checkpoints.isEmpty() ? newest.version() : checkpoints.firstKey();
      Snapshots.files(log.getSnapshotAt(start, Option.empty(), Option.empty(), false))
          .forEach(file -> live.add(name(file)));
      history.known.addAll(live);
      keep(history, live, start, cited.test(start) || written.getOrDefault(start, 0L) >= keepSince.toEpochMilli());
      start++;
    }
    Iterator<Tuple2<Object, Seq<Action>>> commits = start > newest.version() ? java.util.Collections.emptyIterator()
        : asJava(log.getChanges(start, Option.empty(), true));
    while (commits.hasNext()) {
      Tuple2<Object, Seq<Action>> commit = commits.next();
      long version = ((Number) commit._1()).longValue();
      apply(asJava(commit._2()), live, history.known);
      keep(history, live, version,
          cited.test(version) || written.getOrDefault(version, 0L) >= keepSince.toEpochMilli());
    }
    return history;
  }

  private static void apply(Iterable<Action> actions, Set<String> live, Set<String> known) {
    for (Action action : actions) {
      if (action instanceof AddFile file) {
        live.add(name(file));
        known.add(name(file));
      } else if (action instanceof RemoveFile file) {
        live.remove(new Path(java.net.URI.create(file.path())).getName());
      }
    }
  }

  private static void keep(History history, Set<String> live, long version, boolean isKept) {
    if (isKept) {
      history.kept.addAll(live);
      history.oldestKept = Math.min(history.oldestKept, version);
    }
  }

  private static String name(AddFile file) {
    return file.toPath().getName();
  }

  private static boolean isData(FileStatus file) {
    String name = file.getPath().getName();
    return file.isFile() && name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_");
  }

  /**
   * Writes a checkpoint when many versions have come since the last one; false when there is no need, or when the
   * table still lets Delta shorten its log by age, which would take cited versions away.
   *
   * @param after how many versions are many
   */
  public boolean checkpoint(int after, boolean dryRun) {
    Snapshot newest = Snapshots.newest(log);
    long last = 0;
    for (FileStatus file : list(log.logPath())) {
      String name = file.getPath().getName();
      last = name.endsWith(CHECKPOINT) ? Math.max(last, version(name)) : last;
    }
    boolean cleansItself = !"false".equals(asJava(newest.metadata().configuration()).get(StoredMetadata.LOG_CLEANUP));
    if (cleansItself || newest.version() - last < after) {
      return false;
    }
    if (!dryRun) {
      log.checkpoint(newest, Option.empty());
    }
    return true;
  }

  /**
   * Deletes entries of the log before the newest checkpoint from which every kept version can be read.
   *
   * @param oldestKept as {@link #clear} says
   * @return how many files
   */
  public int shortenLog(long oldestKept, boolean dryRun) {
    List<FileStatus> files = list(log.logPath());
    long first = files.stream().map(file -> file.getPath().getName()).filter(name -> name.endsWith(CHECKPOINT))
        .mapToLong(Upkeep::version).filter(version -> version <= oldestKept).max().orElse(0);
    int deleted = 0;
    for (FileStatus file : files) {
      long version = version(file.getPath().getName());
      if (file.isFile() && version >= 0 && version < first) {
        delete(file.getPath(), dryRun);
        deleted++;
      }
    }
    return deleted;
  }

  /** The version that a file of the log is of; -1 for other files. */
  private static long version(String name) {
    boolean numbered = name.length() > VERSION_DIGITS && name.charAt(VERSION_DIGITS) == '.'
        && name.chars().limit(VERSION_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return numbered ? Long.parseLong(name.substring(0, VERSION_DIGITS)) : -1;
  }

  private List<FileStatus> list(Path folder) {
    try {
      return List.of(files().listStatus(folder));
    } catch (FileNotFoundException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(Path file, boolean dryRun) {
    if (!dryRun) {
      try {
        files().delete(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FileSystem files() throws IOException {
    return log.dataPath().getFileSystem(log.newDeltaHadoopConf());
  }
}
