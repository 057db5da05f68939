package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

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

  /**
   * Blocks that lie with Spark's tasks; what has no room in memory is read again.
   *
   * @param learnt buckets of keys, and surveys, in Spark's shuffle files
   */
  record Many(JavaRDD<ReadBlock> blocks, JavaPairRDD<Integer, Serializable> learnt, List<FileSurvey> surveys)
      implements ReadBlocks {
    /** Reads the blocks, once: keys go to disk while they are read, and only the surveys come here. */
    public static Many of(JavaRDD<ReadBlock> blocks) {
      JavaPairRDD<Integer, Serializable> learnt =
          blocks.mapPartitionsToPair(read -> new LearntRows(TaskContext.getPartitionId(), read))
              .partitionBy(new LearntRows.Places());
      List<Tuple2<Integer, Serializable>> surveys =
          new ArrayList<>(learnt.collectPartitions(new int[] {RowKeys.BUCKETS})[0]);
      surveys.sort(Comparator.comparing(Tuple2::_1));
      return new Many(blocks, learnt, surveys.stream().map(survey -> (FileSurvey) survey._2()).toList());
    }

    /** The keys, by bucket. */
    public JavaRDD<RowKeys> keys() {
      return learnt.values().filter(RowKeys.class::isInstance).map(RowKeys.class::cast);
    }

    /** Number of accepted rows. */
    public long accepted() {
      return surveys.stream().flatMap(survey -> survey.counts.values().stream())
          .mapToLong(count -> count.read - count.rejected).sum();
    }

    @Override
    public <R extends Serializable> List<R> inTasks(Use<R> use) {
      return new ArrayList<>(blocks.mapPartitions(
          read -> List.of(use.take(TaskContext.getPartitionId(), read)).iterator()).collect());
    }

    @Override
    public void close() {
      blocks.unpersist(false);
      learnt.rdd().cleanShuffleDependencies(false);
    }
  }
}
