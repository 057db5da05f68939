package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;

/**
 * Landing files that were read: what was found in them, and the accepted rows, which stay in the memory of the tasks
 * that read them.
 */
public sealed interface ReadBlocks extends AutoCloseable {
  /** What was found, block by block. */
  List<FileSurvey> surveys();

  /** Gives the blocks of each task to a function that runs where they are. */
  <R extends Serializable> List<R> inTasks(Use<R> use);

  @Override
  void close();

  /** What is done with the blocks of one task. */
  interface Use<R extends Serializable> extends Serializable {
    /** Takes the blocks of task {@code number}. */
    R take(int number, Iterator<ReadBlock> blocks) throws IOException;
  }

  /** Blocks of few files, here. */
  record Few(List<ReadBlock> blocks) implements ReadBlocks {
    @Override
    public List<FileSurvey> surveys() {
      return blocks.stream().map(ReadBlock::survey).toList();
    }

    @Override
    public <R extends Serializable> List<R> inTasks(Use<R> use) {
      try {
        return List.of(use.take(0, blocks.iterator()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {
      // They go with this object.
    }
  }

  /** Blocks that lie with Spark's tasks; what has no room in memory is read again. */
  record Many(JavaRDD<ReadBlock> blocks, List<FileSurvey> surveys) implements ReadBlocks {
    @Override
    public <R extends Serializable> List<R> inTasks(Use<R> use) {
      return new ArrayList<>(blocks.mapPartitions(
          read -> List.of(use.take(TaskContext.getPartitionId(), read)).iterator()).collect());
    }

    @Override
    public void close() {
      blocks.unpersist(false);
    }
  }
}
