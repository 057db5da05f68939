package vn.cuulong.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;

/** Staged files of one transaction. */
final class DeltaStaged implements Staged {
  private final SparkSession spark;
  private final TableShape shape;
  private final DeltaLog log;
  private final OptimisticTransaction delta;
  private final Replacement replaced;
  private final List<AddFile> added;
  private final List<AddFile> carried;
  private final OldFiles old;
  private final boolean mustCommit;
  private boolean ended;

  DeltaStaged(SparkSession spark, TableShape shape, DeltaLog log, OptimisticTransaction delta, Replacement replaced,
      List<AddFile> added, List<AddFile> carried, OldFiles old, boolean mustCommit) {
    this.spark = spark;
    this.shape = shape;
    this.log = log;
    this.delta = delta;
    this.replaced = replaced;
    this.added = added;
    this.carried = carried;
    this.old = old;
    this.mustCommit = mustCommit;
  }

  @Override
  public Dataset<Row> rows() {
    if (added.isEmpty()) {
      return spark.createDataFrame(List.of(), shape.schema());
    }
    String[] paths = added.stream().map(file -> file.absolutePath(log).toString()).toArray(String[]::new);
    return spark.read().schema(shape.schema()).parquet(paths);
  }

  @Override
  public long rowCount() {
    return added.stream().mapToLong(OldFiles::rows).sum();
  }

  @Override
  public long carriedRowCount() {
    return carried.stream().mapToLong(OldFiles::rows).sum();
  }

  @Override
  public List<String> files() {
    return Stream.concat(added.stream(), carried.stream()).map(AddFile::path).toList();
  }

  @Override
  public long commit(String userMetadata) {
    refuseWhenEnded();
    List<Action> actions = new ArrayList<>();
    actions.addAll(added);
    actions.addAll(carried);
    old.wholly().forEach(file -> actions.add(file.remove()));
    old.partly().forEach(file -> actions.add(file.remove()));
    if (actions.isEmpty() && !mustCommit) {
      ended = true;
      return delta.readVersion();
    }
    try {
      long version = delta.commit(Transaction.actions(actions), operation(userMetadata));
      ended = true;
      return version;
    } catch (DeltaConcurrentModificationException e) {
      discard();
      throw new CommitConflictException("The table " + shape.name() + " was not changed. / Bảng " + shape.name()
          + " không thay đổi.", "Another writer committed a version after this run had begun to stage its rows. / Một "
          + "lần chạy khác đã ghi một phiên bản trong lúc đó.", "Run again: what is missing is built on the newest "
          + "version. / Hãy chạy lại: phần còn thiếu được dựng trên phiên bản mới nhất.", e);
    }
  }

  private DeltaOperations.Operation operation(String userMetadata) {
    boolean adds = replaced instanceof Replacement.Nothing;
    return new DeltaOperations.Write(adds ? SaveMode.Append : SaveMode.Overwrite, Option.empty(),
        Option.apply(replaced.condition(shape.intervalColumn())), Option.apply(userMetadata), Option.empty(),
        Option.empty(), Option.empty(), Option.empty(), Option.empty());
  }

  @Override
  public void discard() {
    refuseWhenEnded();
    ended = true;
    delete(log, added);
    delete(log, carried);
  }

  /** Deletes files that no version has. */
  static void delete(DeltaLog log, List<AddFile> list) {
    try {
      FileSystem files = log.dataPath().getFileSystem(log.newDeltaHadoopConf());
      for (AddFile file : list) {
        files.delete(file.absolutePath(log), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!ended) {
      discard();
    }
  }

  private void refuseWhenEnded() {
    if (ended) {
      throw new IllegalStateException("the staged rows of " + shape.name() + " were committed or discarded");
    }
  }
}
