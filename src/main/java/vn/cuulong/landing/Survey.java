package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import vn.cuulong.table.RowBlock;

/**
 * Reads landing files: everything is understood and counted. The accepted rows stay where they were read, as far as
 * there is room; hashes of their keys go to disk; what everybody has to know (intervals and rejected rows) comes back.
 */
public final class Survey implements Serializable {
  private static final long serialVersionUID = 1L;
  /** Less than this is read faster here than it is handed to tasks. */
  private static final long SMALL_BYTES = 4L << 20;
  /** Delimited text is about so many times as large as its compressed file. */
  private static final int COMPRESSION = 8;
  /** Of the heap, the part that rows of one table may take until they are written: two tables are built at a time. */
  private static final int ROOM = 3;

  private final TablePlan plan;
  private final List<FileLayout> layouts;
  private final Set<Long> intervals;
  private final SerializableConfiguration conf;

  /**
   * A survey.
   *
   * @param intervals epoch days on which the wanted intervals start, or null for all; rows of other intervals are
   *     left out, rows without an interval are in
   */
  public Survey(TablePlan plan, List<FileLayout> layouts, Set<Long> intervals, Configuration conf) {
    this.plan = plan;
    this.layouts = new ArrayList<>(layouts);
    this.intervals = intervals == null ? null : new HashSet<>(intervals);
    this.conf = new SerializableConfiguration(conf);
  }

  /** Reads all files. */
  public ReadBlocks run(SparkSession spark) {
    List<List<FilePart>> packs = FilePart.packed(layouts);
    long bytes = layouts.stream().mapToLong(layout -> layout.file().size()).sum();
    if (bytes <= SMALL_BYTES) {
      return new ReadBlocks.Few(packs.stream().flatMap(pack -> read(pack).stream()).toList());
    }
    JavaRDD<ReadBlock> blocks = JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(packs, packs.size()).flatMap(pack -> new Parts(pack.iterator()));
    if (haveRoom(spark)) {
      blocks.persist(StorageLevel.MEMORY_ONLY());
    }
    return ReadBlocks.Many.of(blocks);
  }

  /**
   * Rows take about as much memory as their text in the file. On one machine they share the heap with those who write
   * them, and with the table beside: a night that is large for the heap is read twice and keeps none.
   */
  private boolean haveRoom(SparkSession spark) {
    long text = layouts.stream().map(FileLayout::file)
        .mapToLong(file -> FileBytes.isCompressed(file.path()) ? COMPRESSION * file.size() : file.size()).sum();
    return !spark.sparkContext().isLocal() || text <= Runtime.getRuntime().maxMemory() / ROOM;
  }

  /** Reads some parts, here. */
  List<ReadBlock> read(List<FilePart> parts) {
    List<ReadBlock> blocks = new ArrayList<>();
    new Parts(parts.iterator()).forEachRemaining(blocks::add);
    return blocks;
  }

  /** The blocks of some parts, one after the other. */
  private final class Parts implements Iterator<ReadBlock> {
    private final Iterator<FilePart> parts;
    private FilePart part;
    private RowReader reader;
    private ReadBlock next;

    private Parts(Iterator<FilePart> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      while (next == null && (reader != null || parts.hasNext())) {
        try {
          next = read();
        } catch (IOException unreadable) {
          throw new UncheckedIOException("cannot read " + layouts.get(part.file()).file().path(), unreadable);
        }
      }
      return next != null;
    }

    @Override
    public ReadBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ReadBlock block = next;
      next = null;
      return block;
    }

    /** The next block of the part, or null at its end. A fault ends it with a block that says so. */
    private ReadBlock read() throws IOException {
      try {
        if (reader == null) {
          part = parts.next();
          FileLayout layout = layouts.get(part.file());
          reader = new RowReader(
              plan, layout, part.file(), layout.records(conf.value(), part.start(), part.end()), intervals);
        }
        ReadBlock block = reader.next();
        if (block == null) {
          close();
        }
        return block;
      } catch (LandingFault fault) {
        close();
        return new ReadBlock(FileSurvey.refused(part.file(), fault), new RowKeys(), new RowBlock(List.of(), 0));
      }
    }

    private void close() throws IOException {
      if (reader != null) {
        reader.close();
        reader = null;
      }
    }
  }
}
