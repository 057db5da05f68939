package vn.cuulong.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * The log of a table as files. Delta reads an entry only when it must, and finds one that a crash of the machine or a
 * failing disk has damaged long after further versions were written on top of it; this looks at the files themselves.
 */
public final class LogFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String CHECKPOINT = ".checkpoint.parquet";
  private static final String POINTER = "_last_checkpoint";
  private static final String SET_ASIDE = "_set_aside";
  private static final int VERSION_DIGITS = 20;

  private final SparkSession spark;
  private final String location;
  private final Path folder;
  private final FileSystem files;

  LogFiles(SparkSession spark, String location) {
    this.spark = spark;
    this.location = location;
    this.folder = new Path(location, "_delta_log");
    try {
      this.files = folder.getFileSystem(spark.sessionState().newHadoopConf());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was set aside.
   *
   * @param names of the files, sorted
   * @param before newest version before, readable or not; -1 for none
   * @param after newest version now; -1 when none is left
   */
  public record SetAside(List<String> names, long before, long after) {}

  /**
   * Refuses to build on an entry or a checkpoint that cannot be read: the newest of each.
   *
   * @throws LakeException that names the file and the command that helps
   */
  void refuseDamaged(long version, String problem) {
    String entry = name(version) + ".json";
    FileStatus checkpoint = null;
    try {
      for (FileStatus file : list()) {
        String name = file.getPath().getName();
        if (name.equals(entry)) {
          read(file.getPath());
        } else if (name.endsWith(CHECKPOINT) && version(name) >= 0
            && (checkpoint == null || version(name) > version(checkpoint.getPath().getName()))) {
          checkpoint = file;
        }
      }
    } catch (IOException damaged) {
      throw damaged(problem, new Path(folder, entry), firstLine(damaged));
    }
    // The program itself reads the list of files elsewhere and would go on for long; other readers could not.
    if (checkpoint != null && !isWhole(checkpoint)) {
      throw damaged(problem, checkpoint.getPath(), "it is not whole");
    }
  }

  private static LakeException damaged(String problem, Path file, String why) {
    return Breakdown.LOG.told(problem, null, new IOException(file + ": " + why));
  }

  /**
   * Moves what cannot be read, and what cannot be read without it, to {@code _set_aside/<id>} beside the log. The rows
   * of versions that go are built again by the next run, which sees that the table is behind its ledger.
   *
   * @param id name of the folder
   * @param dryRun true to look only
   */
  public SetAside setAsideDamaged(String id, boolean dryRun) {
    try {
      TreeMap<Long, Path> entries = new TreeMap<>();
      TreeMap<Long, Path> checkpoints = new TreeMap<>();
      List<Path> aside = new ArrayList<>();
      for (FileStatus file : list()) {
        String name = file.getPath().getName();
        if (name.equals(name(version(name)) + ".json")) {
          entries.put(version(name), file.getPath());
        } else if (name.endsWith(CHECKPOINT)) {
          if (isWhole(file)) {
            checkpoints.put(version(name), file.getPath());
          } else {
            aside.add(file.getPath());
          }
        }
      }
      return setAside(id, dryRun, entries, checkpoints.isEmpty() ? -1 : checkpoints.lastKey(), aside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SetAside setAside(String id, boolean dryRun, TreeMap<Long, Path> entries, long base, List<Path> aside)
      throws IOException {
    long before = entries.isEmpty() ? base : Math.max(base, entries.lastKey());
    long good = base;
    while (entries.containsKey(good + 1) && isReadable(entries.get(good + 1))) {
      good++;
    }
    long after = good;
    boolean oldDamaged = entries.headMap(base, true).values().stream().anyMatch(entry -> !isReadable(entry));
    LongPredicate goes = version -> version > after || oldDamaged && version < base;
    for (FileStatus file : list()) {
      long version = version(file.getPath().getName());
      boolean pointer = file.getPath().getName().equals(POINTER) && !aside.isEmpty();
      if ((version >= 0 && goes.test(version) || pointer) && !aside.contains(file.getPath())) {
        aside.add(file.getPath());
      }
    }
    if (!dryRun && !aside.isEmpty()) {
      move(aside, new Path(location, SET_ASIDE + "/" + id));
    }
    return new SetAside(aside.stream().map(Path::getName).sorted().toList(), before, after);
  }

  /** Data files of the newest version that are gone, or have another size than the log says. */
  public List<String> damagedDataFiles() {
    DeltaLog log = DeltaLog.forTable(spark, location);
    List<String> damaged = new ArrayList<>();
    try {
      for (AddFile file : Snapshots.files(Snapshots.newest(log))) {
        Path path = new Path(file.absolutePath(log).toString());
        if (!files.exists(path) || files.getFileStatus(path).getLen() != file.size()) {
          damaged.add(path.getName());
        }
      }
      return damaged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves the whole folder of the table to {@code _set_aside/<id>} of the warehouse; from there it can be put back. */
  public void setAsideWhole(String id) {
    Path table = new Path(location);
    Path warehouse = table.getParent().getParent();
    try {
      move(List.of(table), new Path(warehouse, SET_ASIDE + "/" + id + "/" + table.getParent().getName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(List<Path> from, Path to) throws IOException {
    files.mkdirs(to);
    for (Path each : from) {
      if (!files.rename(each, new Path(to, each.getName()))) {
        throw new IOException("cannot move " + each + " to " + to);
      }
    }
    DeltaLog.clearCache();
  }

  private boolean isReadable(Path entry) {
    try {
      read(entry);
      return true;
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Every line of an entry is an object, and there is one. */
  private void read(Path entry) throws IOException {
    int lines = 0;
    try (BufferedReader in = new BufferedReader(new InputStreamReader(files.open(entry), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          if (!JSON.readTree(line).isObject()) {
            throw new IOException("a line is no JSON object");
          }
          lines++;
        }
      }
    }
    if (lines == 0) {
      throw new IOException("it is empty");
    }
  }

  /** True when a checkpoint begins and ends as a Parquet file does. */
  private boolean isWhole(FileStatus checkpoint) {
    if (checkpoint.getLen() < 2L * PARQUET.length) {
      return false;
    }
    byte[] ends = new byte[PARQUET.length];
    try (FSDataInputStream in = files.open(checkpoint.getPath())) {
      in.readFully(checkpoint.getLen() - PARQUET.length, ends);
      boolean whole = Arrays.equals(ends, PARQUET);
      in.readFully(0, ends);
      return whole && Arrays.equals(ends, PARQUET);
    } catch (IOException damaged) {
      return false;
    }
  }

  private FileStatus[] list() throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }

  private static String firstLine(Exception damaged) {
    String text = String.valueOf(damaged.getMessage());
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String name(long version) {
    String digits = Long.toString(version);
    return "0".repeat(Math.max(0, VERSION_DIGITS - digits.length())) + digits;
  }

  /** The version that a file of the log is of; -1 for other files. */
  static long version(String name) {
    boolean numbered = name.length() > VERSION_DIGITS && name.charAt(VERSION_DIGITS) == '.'
        && name.chars().limit(VERSION_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return numbered ? Long.parseLong(name.substring(0, VERSION_DIGITS)) : -1;
  }
}
