package vn.cuulong.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import vn.cuulong.clean.Duplicates.Part;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.ReadBlock;
import vn.cuulong.landing.ReadBlocks;
import vn.cuulong.landing.RowKeys;

/**
 * The keys of all rows that were read. Those of few rows are looked through here; those of many lie on disk in buckets
 * that Spark's tasks look through one after the other, so that never more than a bucket for each core is in memory.
 */
final class KeyBuckets {
  /** A task costs some milliseconds, and sorting this many keys ten times as much. */
  private static final long TASK_ROWS = 500_000;

  private final List<AcceptedRows.Read> reads;

  KeyBuckets(List<AcceptedRows.Read> reads) {
    this.reads = reads;
  }

  /** Rows of some files that lost, and winners that were contradicted. */
  List<Losers> losers(List<LandingFile> files) {
    Duplicates duplicates = new Duplicates(files, places(files));
    List<Part> here = new ArrayList<>();
    JavaRDD<Part> there = null;
    long rows = 0;
    for (int i = 0; i < reads.size(); i++) {
      int list = i;
      if (reads.get(i).blocks() instanceof ReadBlocks.Many many) {
        JavaRDD<Part> parts = many.keys().map(keys -> new Part(list, keys));
        there = there == null ? parts : there.zipPartitions(parts, KeyBuckets::both);
        rows += many.accepted();
      } else if (reads.get(i).blocks() instanceof ReadBlocks.Few few) {
        few.blocks().stream().map(ReadBlock::keys).filter(keys -> keys.size() > 0)
            .forEach(keys -> here.add(new Part(list, keys)));
      }
    }
    if (there == null) {
      return List.of(duplicates.among(here));
    }
    int tasks = (int) Math.min(RowKeys.BUCKETS, 1 + rows / TASK_ROWS);
    return there.mapPartitionsWithIndex((bucket, parts) -> {
      List<Part> together = new ArrayList<>();
      here.forEach(part -> together.add(new Part(part.list(), part.keys().ofBucket(bucket))));
      parts.forEachRemaining(together::add);
      return List.of(duplicates.among(together)).iterator();
    }, false).coalesce(tasks).collect();
  }

  /** Of each read, by the place of a file in it, the place in the list of all files. */
  private List<int[]> places(List<LandingFile> files) {
    Map<String, Integer> byPath = new HashMap<>();
    IntStream.range(0, files.size()).forEach(i -> byPath.put(files.get(i).path(), i));
    return reads.stream().map(read -> read.layouts().stream()
        .mapToInt(layout -> byPath.getOrDefault(layout.file().path(), Duplicates.NO_FILE)).toArray()).toList();
  }

  private static Iterator<Part> both(Iterator<Part> first, Iterator<Part> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public Part next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }
}
