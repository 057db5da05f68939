package vn.cuulong.table;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Blocks of rows of one table, where the tasks that read them left them. */
public interface RowBlocks {
  /** The columns of every block. */
  StructType schema();

  /** Gives the blocks of each task to a function that runs where they are; the answers in the order of the tasks. */
  <R extends Serializable> List<R> inTasks(BlockTask<R> function);

  /** What is done with the blocks of one task. */
  interface BlockTask<R extends Serializable> extends Serializable {
    /** Takes the blocks of task {@code number}. */
    R run(int number, Iterator<RowBlock> blocks) throws IOException;
  }
}
