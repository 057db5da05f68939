package vn.cuulong.landing;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.Partitioner;
import scala.Tuple2;

/**
 * What a task learns from its blocks, as Spark's shuffle takes it: keys of rows, a few thousand at a time, with the
 * number of their bucket; and every survey, with a number behind the buckets that tells the order of the tasks.
 */
final class LearntRows implements Iterator<Tuple2<Integer, Serializable>> {
  /** Java's serializer holds on to some fifty pieces of each bucket, so pieces are small. */
  private static final int HELD_ROWS = 1 << 13;

  private final int task;
  private final Iterator<ReadBlock> blocks;
  private final Queue<Tuple2<Integer, Serializable>> ready = new ArrayDeque<>();
  private RowKeys[] buckets = new RowKeys[RowKeys.BUCKETS];
  private int held;
  private RowKeys keys = new RowKeys();
  private int next;

  LearntRows(int task, Iterator<ReadBlock> blocks) {
    this.task = task;
    this.blocks = blocks;
  }

  /** Each bucket is a partition; all surveys are the one behind. */
  static final class Places extends Partitioner {
    private static final long serialVersionUID = 1L;

    @Override
    public int numPartitions() {
      return RowKeys.BUCKETS + 1;
    }

    @Override
    public int getPartition(Object number) {
      return Math.min((Integer) number, RowKeys.BUCKETS);
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (next < keys.size() || blocks.hasNext())) {
      if (next < keys.size()) {
        share();
      } else {
        ReadBlock block = blocks.next();
        ready.add(new Tuple2<>(RowKeys.BUCKETS + task, block.survey()));
        keys = block.keys();
        next = 0;
      }
    }
    if (ready.isEmpty() && held > 0) {
      give();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, Serializable> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void share() {
    for (; next < keys.size() && held < HELD_ROWS; next++, held++) {
      int bucket = RowKeys.bucket(keys.key(next));
      if (buckets[bucket] == null) {
        buckets[bucket] = new RowKeys();
      }
      buckets[bucket].addRow(keys, next);
    }
    if (held == HELD_ROWS) {
      give();
    }
  }

  private void give() {
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      if (buckets[bucket] != null) {
        buckets[bucket].trim();
        ready.add(new Tuple2<>(bucket, buckets[bucket]));
      }
    }
    buckets = new RowKeys[RowKeys.BUCKETS];
    held = 0;
  }
}
