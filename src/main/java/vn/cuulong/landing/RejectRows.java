package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Coded;
import vn.cuulong.table.Numbers;
import vn.cuulong.table.PlainTexts;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.RowBlocks;

/**
 * Rejected rows with their raw text and every reason. Their places are known from the survey, so that only they are
 * read again.
 */
public final class RejectRows implements RowBlocks {
  /** The columns of {@code ops.reject}. */
  public static final StructType SCHEMA = new StructType()
      .add("table_name", DataTypes.StringType, false)
      .add("source_id", DataTypes.StringType, false)
      .add("file_id", DataTypes.StringType, false)
      .add("path", DataTypes.StringType, false)
      .add("position", DataTypes.LongType, false)
      .add("interval_start", DataTypes.DateType, true)
      .add("codes", DataTypes.createArrayType(DataTypes.StringType, false), false)
      .add("raw", DataTypes.StringType, true);

  /** What stands for the raw text where personal data cannot be told from the rest. */
  public static final String WITHHELD = "[dữ liệu cá nhân: đọc tệp gốc tại vị trí này / personal data: see the landing "
      + "file at this position]";
  private static final int MOST_RAW_BYTES = 1 << 20;
  /** Files that are smaller than this together are read here, without tasks. */
  private static final long SMALL_BYTES = FileLayout.PART_BYTES;
  private static final int FEW = 10_000;

  private final SparkSession spark;
  private final TableName table;
  private final List<Group> groups;
  private final SerializableConfiguration conf;

  /** Rejected rows of one table. */
  public RejectRows(SparkSession spark, TableName table, List<Group> groups, Configuration conf) {
    this.spark = spark;
    this.table = table;
    this.groups = groups;
    this.conf = new SerializableConfiguration(conf);
  }

  /**
   * The rejected rows of one file.
   *
   * @param layout the file
   * @param rejects in any order
   */
  public record Group(FileLayout layout, ArrayList<FileSurvey.Reject> rejects) implements Serializable {}

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public <R extends Serializable> List<R> inTasks(BlockTask<R> function) {
    Reading reading = new Reading(table, conf);
    if (groups.stream().mapToLong(group -> group.layout().file().size()).sum() <= SMALL_BYTES) {
      return List.of(reading.give(0, groups.iterator(), function));
    }
    List<Group> shares = groups.stream().flatMap(group -> shares(group).stream()).toList();
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(shares, shares.size())
        .mapPartitions(share ->
            List.of(reading.give(TaskContext.getPartitionId(), share, function)).iterator()).collect();
  }

  /** A file that can be entered anywhere is read by several tasks. */
  private static List<Group> shares(Group group) {
    List<FileSurvey.Reject> rejects = group.rejects();
    rejects.sort(Comparator.comparingLong(FileSurvey.Reject::position));
    long parts = group.layout().splittable() ? group.layout().file().size() / FileLayout.PART_BYTES + 1 : 1;
    int share = (int) Math.max(FEW / parts, (rejects.size() + parts - 1) / parts);
    List<Group> shares = new ArrayList<>();
    for (int from = 0; from < rejects.size(); from += share) {
      shares.add(new Group(group.layout(),
          new ArrayList<>(rejects.subList(from, Math.min(rejects.size(), from + share)))));
    }
    return shares;
  }

  /** The rejected rows of one file, read here. */
  RowBlock read(Group group) {
    return new Reading(table, conf).read(group);
  }

  /** Reads rejected rows again, in a task. */
  private record Reading(TableName table, SerializableConfiguration conf) implements Serializable {
    private <R extends Serializable> R give(int number, Iterator<Group> groups, BlockTask<R> function) {
      Iterable<Group> all = () -> groups;
      try {
        return function.run(number, StreamSupport.stream(all.spliterator(), false).map(this::read).iterator());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private RowBlock read(Group group) {
      FileLayout layout = group.layout();
      List<FileSurvey.Reject> rejects = new ArrayList<>(group.rejects());
      rejects.sort(Comparator.comparingLong(FileSurvey.Reject::position));
      Numbers positions = new Numbers(rejects.size());
      Numbers intervals = new Numbers(rejects.size());
      List<String[]> reasons = new ArrayList<>();
      Coded<String[]> codes = new Coded<>(rejects.size(), reasons);
      PlainTexts raw = new PlainTexts(rejects.size());
      RawRecord record = new RawRecord();
      // A stored file is entered at its first reject; others are read from their beginning.
      long start = layout.splittable() && !rejects.isEmpty() ? rejects.get(0).position() : layout.dataStart();
      try (Records records = layout.records(conf.value(), start, Long.MAX_VALUE)) {
        for (int row = 0; row < rejects.size(); row++) {
          FileSurvey.Reject reject = rejects.get(row);
          positions.put(row, reject.position());
          intervals.put(row, reject.interval() == RowReader.NO_DAY ? Numbers.NONE : reject.interval());
          reasons.add(reject.codes().toArray(new String[0]));
          codes.put(row, row);
          records.seek(reject.position());
          if (records.next(record) && record.position == reject.position()) {
            byte[] text = raw(layout, record).getBytes(StandardCharsets.UTF_8);
            raw.put(row, text, 0, text.length);
          } else {
            raw.putNone(row);
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException("cannot read " + layout.file().path() + " again", unreadable);
      }
      return new RowBlock(List.of(constant(table.toString()), constant(layout.source().id()),
          constant(layout.file().fileId()), constant(layout.file().path()), positions, intervals, codes, raw),
          rejects.size());
    }

    private static Coded<byte[]> constant(String text) {
      return Coded.constant(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The raw text; of a source with personal data, only with the fields that the table takes. */
  static String raw(FileLayout layout, RawRecord record) {
    if (!layout.source().personal()) {
      return record.rawText(MOST_RAW_BYTES);
    }
    return record.fault != null || record.count != layout.labels().size() ? WITHHELD
        : MaskedText.of(layout, record, MOST_RAW_BYTES);
  }
}
