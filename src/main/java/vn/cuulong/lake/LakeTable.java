package vn.cuulong.lake;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.table.Interval;
import vn.cuulong.table.RowBlocks;

/** One Delta table, written in whole intervals: stage, check, commit. Call it with the table's lease held. */
public final class LakeTable {
  private final SparkSession spark;
  private final TableShape shape;
  private final String location;

  LakeTable(SparkSession spark, TableShape shape, String location) {
    this.spark = spark;
    this.shape = shape;
    this.location = location;
  }

  /** Creates the table without rows, so that it can be read before anything was built; false when it exists. */
  public boolean createIfMissing() {
    return new Transaction(spark, shape, location).create();
  }

  /**
   * Writes rows beside the table that will replace those of some intervals.
   *
   * @param rows the columns of the contract, in any order
   * @param replaced disjoint and sorted; a row outside is refused. Stored rows that fall into none stay as they are, in
   *     the same files unless a file holds both
   * @throws StagedRowsException when a row lies outside, or lacks a required column
   * @throws SchemaChangeException when the table or the rows do not fit the contract
   */
  public Staged stage(Dataset<Row> rows, List<Interval> replaced) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Intervals(replaced));
  }

  /** The same for rows that lie in blocks, each with the columns of the contract in its order. */
  public Staged stage(RowBlocks rows, List<Interval> replaced) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Intervals(replaced));
  }

  /** Rows in blocks that will replace all of the table; its columns may change. */
  public Staged stageWhole(RowBlocks rows) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Everything());
  }

  /** Writes rows beside the table that will replace all of it; its columns may change. */
  public Staged stageWhole(Dataset<Row> rows) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Everything());
  }

  /**
   * Writes rows beside the table that will replace those for which a condition is true. Files without such a row
   * stay as they are.
   *
   * @param condition SQL over one row; the new rows must fulfil it too
   */
  public Staged stageWhere(Dataset<Row> rows, String condition) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Where(condition));
  }

  /** Writes rows beside the table that will be added to it. */
  public Staged stageMore(Dataset<Row> rows) {
    return new Transaction(spark, shape, location).stage(rows, new Replacement.Nothing());
  }

  /**
   * Rows in blocks that will replace those for which a condition is true, and must fulfil it too: nobody looks.
   *
   * @param owner with which the names of new files begin, for {@link #removeOrphans(Instant, String)}
   */
  public Staged stageWhere(RowBlocks rows, String condition, String owner) {
    return new Transaction(spark, shape, location).ownedBy(owner).stage(rows, new Replacement.Where(condition));
  }

  /** Rows in blocks that will be added to the table. */
  public Staged stageMore(RowBlocks rows, String owner) {
    return new Transaction(spark, shape, location).ownedBy(owner).stage(rows, new Replacement.Nothing());
  }

  /**
   * Deletes data files that belong to no version, left by a run that died.
   *
   * @param since begin of that run, as its {@link TableState.Intent} says; older files are not looked at
   * @return how many
   */
  public int removeOrphans(Instant since) {
    return removeOrphans(since, "");
  }

  /** The same for files whose names begin with their owner, of a table that others may be writing too. */
  public int removeOrphans(Instant since, String owner) {
    return new Transaction(spark, shape, location).removeOrphans(since.toEpochMilli(), owner);
  }
}
