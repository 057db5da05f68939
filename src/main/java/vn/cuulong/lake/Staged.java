package vn.cuulong.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that are written beside a table and not yet part of it. Exactly one of {@link #commit} and {@link #discard}
 * ends it; when neither is called, the files lie about without harm until {@link LakeTable#removeOrphans}.
 */
public interface Staged extends AutoCloseable {

  /** The staged rows, read back from exactly the files that a commit adds, without rows carried over. */
  Dataset<Row> rows();

  /** How many there are, from the statistics of the files: costs nothing. */
  long rowCount();

  /** Rows outside the replaced intervals that share a file with replaced rows and were copied. */
  long carriedRowCount();

  /** Paths of the staged files, relative to the table. */
  List<String> files();

  /**
   * Makes the rows part of the table, in one new version.
   *
   * @param userMetadata kept in the history of the table: the id of the run
   * @return the new version; the newest one when nothing was staged and nothing is replaced
   * @throws CommitConflictException when the table has changed since the rows were staged; they are discarded
   */
  long commit(String userMetadata);

  /** Deletes the staged files. */
  void discard();

  /** Discards what was not committed. */
  @Override
  void close();
}
