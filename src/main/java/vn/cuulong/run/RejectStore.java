package vn.cuulong.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.CommitConflictException;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.LakeTable;
import vn.cuulong.lake.Staged;
import vn.cuulong.lake.TableShape;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.landing.FileSurvey;
import vn.cuulong.landing.RejectRows;
import vn.cuulong.table.RowBlocks;

/** {@code ops.reject}: the rejected rows of all clean tables, each replaced when its file is read again. */
public final class RejectStore {
  /** The table's name. */
  public static final TableName NAME = new TableName("ops", "reject");
  /** The table as it is stored. */
  public static final TableShape SHAPE = new TableShape(NAME,
      "Bản ghi bị loại: nguyên văn và mọi lý do / Rejected rows: raw text and every reason",
      RejectRows.SCHEMA, null, List.of("table_name", "file_id"), List.of());
  private static final int TRIES = 5;

  private final Lake lake;
  private final SparkSession spark;
  private final TableName table;
  private final Configuration conf;

  RejectStore(Lake lake, SparkSession spark, TableName table, Configuration conf) {
    this.lake = lake;
    this.spark = spark;
    this.table = table;
    this.conf = conf;
  }

  /**
   * Puts the rejects of files that were read in place of what is stored of them.
   *
   * @param before state before this run: tells whether anything can be stored of a file
   * @param after the files as this run knows them
   * @param groups rejects by file
   * @param freshPaths files that were read whole for the first time with this content
   * @param due intervals that are built; of a file known before, only their rows are put in place
   */
  void replace(TableState before, TableState after, List<RejectRows.Group> groups, Set<String> freshPaths,
      SortedSet<String> due, String runId) {
    Set<String> stored = before.files().values().stream().filter(entry -> entry.total().rejected() > 0)
        .map(FileEntry::sha256).collect(Collectors.toSet());
    // A run that died may have stored rejects that no book knows of, of files that nobody has seen since.
    // Nor does a state that was lost and begun anew, of a table that is there.
    boolean trustsBooks = before.openIntent().isEmpty() && (before.version() >= 0 || !lake.exists(table));
    List<RejectRows.Group> written = new ArrayList<>();
    Set<String> wholeIds = replacedIds(before, after);
    Set<String> partIds = new TreeSet<>();
    boolean clears = !trustsBooks || wholeIds.stream().anyMatch(stored::contains);
    for (RejectRows.Group group : groups) {
      String id = group.layout().file().fileId();
      boolean fresh = freshPaths.contains(group.layout().file().path());
      (fresh ? wholeIds : partIds).add(id);
      clears |= stored.contains(id);
      ArrayList<FileSurvey.Reject> rejects = new ArrayList<>(group.rejects());
      rejects.removeIf(reject -> !fresh && !isDue(reject, due));
      if (!rejects.isEmpty()) {
        written.add(new RejectRows.Group(group.layout(), rejects));
      }
    }
    if (written.isEmpty() && !clears) {
      return;
    }
    RowBlocks rows = new RejectRows(spark, table, written, conf);
    commit(rows, clears ? condition(wholeIds, partIds, trustsBooks ? null : after, due) : null, runId);
  }

  /** Deletes the files of a run of this table that died before it committed them. */
  void removeOrphans(Instant since) {
    lake.table(SHAPE).removeOrphans(since, owner());
  }

  /** By their names the files of this table are told from those that another run may be writing just now. */
  private String owner() {
    return table + "-";
  }

  private static boolean isDue(FileSurvey.Reject reject, SortedSet<String> due) {
    String interval = CleanFiles.name(reject.interval());
    return interval.equals(CleanFiles.NO_INTERVAL) || due.contains(interval);
  }

  /** Contents that stood under a path and do so no longer: their rejected rows go with them. */
  private static Set<String> replacedIds(TableState before, TableState after) {
    Set<String> ids = new TreeSet<>();
    before.files().forEach((path, entry) -> {
      FileEntry now = after.files().get(path);
      if (!now.sha256().equals(entry.sha256()) || now.status() != entry.status()) {
        ids.add(entry.sha256());
      }
    });
    return ids;
  }

  /**
   * Which stored rows the new ones stand for; every new row fulfils it too.
   *
   * @param onlyOf when not null, rows of files that this state does not know are among them
   */
  private String condition(Set<String> wholeIds, Set<String> partIds, TableState onlyOf, SortedSet<String> due) {
    List<String> either = new ArrayList<>();
    if (onlyOf != null) {
      Set<String> known = onlyOf.files().values().stream().filter(entry -> entry.status() == FileStatus.BUILT)
          .map(FileEntry::sha256).collect(Collectors.toCollection(TreeSet::new));
      either.add(known.isEmpty() ? "true" : "file_id NOT IN " + list(known, "'"));
    }
    if (!wholeIds.isEmpty()) {
      either.add("file_id IN " + list(wholeIds, "'"));
    }
    if (!partIds.isEmpty()) {
      String ofDue = due.isEmpty() ? "" : " OR interval_start IN " + list(due, "DATE'");
      either.add("file_id IN " + list(partIds, "'") + " AND (interval_start IS NULL" + ofDue + ")");
    }
    return "table_name = '" + table + "' AND ((" + String.join(") OR (", either) + "))";
  }

  /** Another run may write the rejects of another table at the same time: then the commit is made again. */
  private void commit(RowBlocks rows, String condition, String runId) {
    LakeTable rejects = lake.table(SHAPE);
    for (int attempt = 1;; attempt++) {
      try (Staged staged = condition == null ? rejects.stageMore(rows, owner())
          : rejects.stageWhere(rows, condition, owner())) {
        staged.commit(runId);
        return;
      } catch (CommitConflictException conflict) {
        if (attempt == TRIES) {
          throw conflict;
        }
      }
    }
  }

  private static String list(Collection<String> values, String quote) {
    return values.stream().map(value -> quote + value + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
