package vn.cuulong.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static scala.jdk.javaapi.CollectionConverters.asJava;
import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.constraints.Constraint;
import org.apache.spark.sql.delta.constraints.Constraints;
import org.apache.spark.sql.delta.schema.InvariantViolationException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.Option;
import scala.collection.immutable.Seq;
import vn.cuulong.table.RowBlocks;

/**
 * One Delta transaction of one table: files are written in it, and a commit makes them the next version. Delta offers
 * no public way to write now and commit later, so this class uses the one its own commands use.
 */
final class Transaction {
  /** Rows carried over are laid out by interval in files of this size, so that the next correction touches one. */
  private static final long CARRIED_FILE_BYTES = 32L << 20;

  private static final String INSIDE = "inside the replaced rows";

  private final SparkSession spark;
  private final TableShape shape;
  private final DeltaLog log;
  private final OptimisticTransaction delta;
  private final long begun;
  private final boolean exists;
  private String owner = "part-";
  private boolean metadataChanged;

  Transaction(SparkSession spark, TableShape shape, String location) {
    this.spark = spark;
    this.shape = shape;
    this.log = DeltaLog.forTable(spark, location);
    this.delta = log.startTransaction();
    this.begun = log.clock().getTimeMillis();
    this.exists = delta.readVersion() >= 0;
    if (exists) {
      new LogFiles(spark, location).refuseDamaged(delta.readVersion(), "The table " + shape.name()
          + " cannot be written. / Không ghi được bảng " + shape.name() + ".");
    }
  }

  /** The same with other beginnings of the names of files that blocks are written to. */
  Transaction ownedBy(String name) {
    owner = name;
    return this;
  }

  /** Commits an empty first version; false when there is one. */
  boolean create() {
    if (exists) {
      return false;
    }
    align(false);
    delta.commit(actions(List.of()), new DeltaOperations.CreateTable(
        delta.metadata(), false, false, Option.empty()));
    return true;
  }

  /** Writes the rows and finds the files they stand for. */
  DeltaStaged stage(Dataset<Row> rows, Replacement replaced) {
    align(replaced instanceof Replacement.Everything);
    Dataset<Row> ordered = inOrder(rows);
    return stage(replaced, () -> write(ordered, replaced.condition(shape.intervalColumn())));
  }

  /** The same for rows that lie in blocks. */
  DeltaStaged stage(RowBlocks rows, Replacement replaced) {
    align(replaced instanceof Replacement.Everything);
    refuseOthers(rows.schema());
    return stage(replaced, () -> write(rows, replaced));
  }

  private DeltaStaged stage(Replacement replaced, Supplier<List<AddFile>> write) {
    OldFiles old = old(replaced);
    try {
      List<AddFile> added = write.get();
      List<AddFile> carried = old.partly().isEmpty() ? List.of()
          : write(rest(old.partly(), replaced.condition(shape.intervalColumn())), null);
      return new DeltaStaged(spark, shape, log, delta, replaced, added, carried, old, metadataChanged);
    } catch (RuntimeException | Error e) {
      // Without intervals there is no lease: what looks like an orphan may be what another run has just staged.
      if (shape.intervalColumn() != null) {
        removeOrphans(begun, "");
      }
      throw e;
    }
  }

  /**
   * Writes the rows of some files again, each group into one file, and commits that nothing else has changed.
   *
   * @return how many files there are now for those of the groups
   * @throws CommitConflictException when somebody else has committed meanwhile
   */
  int merge(List<List<AddFile>> groups) {
    delta.readWholeTable();
    List<AddFile> merged = new ArrayList<>();
    try {
      for (List<AddFile> group : groups) {
        Dataset<Row> rows = Snapshots.rows(delta.snapshot(), group).coalesce(1);
        List<AddFile> files = write(
            shape.intervalColumn() == null ? rows : rows.sortWithinPartitions(shape.intervalColumn()), null);
        merged.addAll(files);
        refuseLoss(group, files);
      }
      List<Action> actions = new ArrayList<>();
      merged.forEach(file -> actions.add(changing(false, file)));
      groups.forEach(group -> group.forEach(file -> actions.add(file.removeWithTimestamp(begun, false))));
      commit(actions, new DeltaOperations.Optimize(immutable(List.of()), immutable(List.of()), false,
          Option.empty(), false));
      return merged.size();
    } catch (RuntimeException | Error failed) {
      DeltaStaged.delete(log, merged);
      throw failed;
    }
  }

  private void refuseLoss(List<AddFile> from, List<AddFile> to) {
    long had = from.stream().mapToLong(OldFiles::rows).sum();
    long have = to.stream().mapToLong(OldFiles::rows).sum();
    if (had != have) {
      throw new LakeException("The files of " + shape.name() + " were not merged.",
          "They hold " + had + " rows, and " + have + " were written.",
          "Nothing was changed. Keep the warehouse and report it: the software or the storage has a fault.", null);
    }
  }

  /** Commits the files of an earlier version in place of those of the newest, and nothing else. */
  long restore(long version, List<AddFile> wanted) {
    Map<String, AddFile> had = new TreeMap<>();
    files().forEach(file -> had.put(file.path(), file));
    List<Action> actions = new ArrayList<>();
    for (AddFile file : wanted) {
      if (had.remove(file.path()) == null) {
        actions.add(changing(true, file));
      }
    }
    had.values().forEach(file -> actions.add(file.remove()));
    return commit(actions, new DeltaOperations.Restore(Option.apply((Object) version), Option.empty()));
  }

  /** The same file, saying whether its rows are others than those of the files that it stands for. */
  private static AddFile changing(boolean rows, AddFile file) {
    return file.copy(file.path(), file.partitionValues(), file.size(), file.modificationTime(), rows, file.stats(),
        file.tags(), file.deletionVector(), file.baseRowId(), file.defaultRowCommitVersion(),
        file.clusteringProvider(), Option.empty(), Option.empty());
  }

  private long commit(List<Action> actions, DeltaOperations.Operation operation) {
    try {
      return delta.commit(actions(actions), operation);
    } catch (DeltaConcurrentModificationException e) {
      throw new CommitConflictException("The table " + shape.name() + " was not changed. / Bảng " + shape.name()
          + " không thay đổi.", "Another writer committed a version meanwhile. / Một lần chạy khác đã ghi một phiên "
          + "bản trong lúc đó.", "Try again when it has ended. / Hãy thử lại khi lần chạy đó xong.", e);
    }
  }

  /** Sees to it that the table, old or new, has the columns and properties of its shape. */
  private void align(boolean whole) {
    if (!exists) {
      log.createLogDirectoriesIfNotExists();
      delta.updateMetadata(StoredMetadata.of(shape, UUID.randomUUID().toString(), begun), false);
      metadataChanged = true;
      return;
    }
    Metadata stored = delta.metadata();
    Metadata wanted = StoredMetadata.aligned(shape, stored, whole);
    if (wanted != stored) {
      delta.updateMetadata(wanted, false);
      metadataChanged = true;
    }
  }

  private OldFiles old(Replacement replaced) {
    if (!exists) {
      return new OldFiles(List.of(), List.of());
    }
    List<AddFile> files = files();
    if (replaced instanceof Replacement.Where where && files.size() > 1) {
      Set<String> names = Set.copyOf(Snapshots.rows(delta.snapshot(), files).where(where.sql())
          .select("_metadata.file_name").distinct().as(Encoders.STRING()).collectAsList());
      files = files.stream().filter(file -> names.contains(file.toPath().getName())).toList();
    }
    return OldFiles.of(files, replaced, shape.intervalColumn());
  }

  /** The files of the version that is replaced. Reading them all makes any other commit meanwhile a conflict. */
  private List<AddFile> files() {
    delta.readWholeTable();
    return Snapshots.files(delta.snapshot());
  }

  /** The rows with exactly the columns of the table, in its order. */
  private Dataset<Row> inOrder(Dataset<Row> rows) {
    refuseOthers(rows.schema());
    Column[] columns = Arrays.stream(shape.schema().fieldNames()).map(rows::col).toArray(Column[]::new);
    return rows.select(columns);
  }

  /** Refuses rows with other columns than those of the table. */
  private void refuseOthers(StructType given) {
    List<String> differences = new ArrayList<>();
    Set<String> wanted = Set.of(shape.schema().fieldNames());
    for (String name : given.fieldNames()) {
      if (!wanted.contains(name)) {
        differences.add("column " + name + " is not in the contract");
      }
    }
    Set<String> present = Set.of(given.fieldNames());
    for (StructField field : shape.schema().fields()) {
      if (!present.contains(field.name())) {
        differences.add("column " + field.name() + " is missing");
      } else if (!given.apply(field.name()).dataType().sql().equals(field.dataType().sql())) {
        differences.add("column " + field.name() + " is " + given.apply(field.name()).dataType().sql()
            + " and should be " + field.dataType().sql());
      }
    }
    if (!differences.isEmpty()) {
      throw new SchemaChangeException("The rows built for " + shape.name() + " do not fit its contract.",
          String.join("; ", differences) + ".", "Correct the build or the contract; `check` compares the two.");
    }
  }

  /** Writes files into the table's folder without making them part of it. */
  private List<AddFile> write(Dataset<Row> rows, String condition) {
    List<Constraint> constraints = condition == null ? List.of()
        : List.of(new Constraints.Check(INSIDE, expression(condition)));
    try {
      List<AddFile> added = new ArrayList<>();
      for (FileAction action : asJava(delta.writeFiles(rows, immutable(constraints)))) {
        added.add((AddFile) action);
      }
      return added;
    } catch (InvariantViolationException e) {
      throw refused(e);
    }
  }

  /** The same for blocks: each task writes a file, which becomes a part of the table with the commit. */
  private List<AddFile> write(RowBlocks rows, Replacement replaced) {
    BlockFiles files = new BlockFiles(spark, log.dataPath().toString(), owner, shape, replaced,
        new SerializableConfiguration(log.newDeltaHadoopConf()));
    List<AddFile> added = new ArrayList<>();
    for (BlockFiles.Written file : rows.inTasks(files)) {
      if (file.refused() != null) {
        throw refused(file.refused(), null);
      }
      if (file.name() != null) {
        added.add(new AddFile(file.name(), StoredMetadata.immutable(Map.of()), file.size(), file.modified(), true,
            file.statistics(), null, null, Option.empty(), Option.empty(), Option.empty(), Option.empty(),
            Option.empty()));
      }
    }
    return added;
  }

  private StagedRowsException refused(InvariantViolationException e) {
    String text = String.valueOf(e.getMessage());
    String outside = "- " + shape.intervalColumn() + " : ";
    int value = text.lastIndexOf(outside);
    String reason;
    if (text.contains(INSIDE) && value >= 0) {
      String day = text.substring(value + outside.length()).strip();
      reason = "A row lies outside the replaced intervals: its " + shape.intervalColumn() + " is "
          + LocalDate.ofEpochDay(Long.parseLong(day)) + ".";
    } else {
      reason = text.substring(text.indexOf(']') + 1).strip();
    }
    return refused(reason, e);
  }

  private StagedRowsException refused(String reason, Exception cause) {
    return new StagedRowsException("A row built for " + shape.name() + " was refused; nothing was committed.", reason,
        "The build made it: it leaves a required column empty or goes beyond its interval. Correct the build.", cause);
  }

  /** The rows of these files that are not replaced. Columns that are new in the table are empty in them. */
  private Dataset<Row> rest(List<AddFile> files, String condition) {
    Dataset<Row> stored = Snapshots.rows(delta.snapshot(), files);
    Set<String> had = Set.of(stored.columns());
    Column[] columns = Arrays.stream(shape.schema().fields())
        .map(field -> had.contains(field.name()) ? stored.col(field.name())
            : lit(null).cast(field.dataType()).as(field.name()))
        .toArray(Column[]::new);
    long bytes = files.stream().mapToLong(AddFile::size).sum();
    int count = (int) Math.max(1, bytes / CARRIED_FILE_BYTES);
    Dataset<Row> rest = stored.filter(not(coalesce(expr(condition), lit(false)))).select(columns);
    return count == 1 || shape.intervalColumn() == null ? rest.coalesce(count)
        : rest.repartitionByRange(count, rest.col(shape.intervalColumn()));
  }

  /** Deletes data files of an owner that no version knows of and that are not older than {@code since}. */
  int removeOrphans(long since, String owner) {
    return Orphans.remove(log, since, owner);
  }

  private org.apache.spark.sql.catalyst.expressions.Expression expression(String sql) {
    try {
      return spark.sessionState().sqlParser().parseExpression(sql);
    } catch (Exception e) {
      throw new IllegalArgumentException("not a condition: " + sql, e);
    }
  }

  static Seq<Action> actions(List<Action> actions) {
    return immutable(actions);
  }

  static <T> Seq<T> immutable(List<T> list) {
    return asScala(list).toSeq();
  }
}
