package vn.cuulong.landing;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import vn.cuulong.contract.TableName;

/**
 * Rejected rows with their raw text and every reason. Their places are known from the survey, so that only they are
 * read again.
 */
public final class RejectRows implements Serializable {
  private static final long serialVersionUID = 1L;

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
  private static final int SMALL = 20_000;
  private static final int SHARE = 10_000;

  private final TableName table;
  private final SerializableConfiguration conf;

  /** Rejected rows of one table. */
  public RejectRows(TableName table, Configuration conf) {
    this.table = table;
    this.conf = new SerializableConfiguration(conf);
  }

  /**
   * The rejected rows of one file.
   *
   * @param layout the file
   * @param rejects in any order
   */
  public record Group(FileLayout layout, ArrayList<FileSurvey.Reject> rejects) implements Serializable {}

  /** The rows of {@code ops.reject} for these files. */
  public Dataset<Row> rows(SparkSession spark, List<Group> groups) {
    long total = groups.stream().mapToLong(group -> group.rejects().size()).sum();
    if (total <= SMALL) {
      List<Row> rows = groups.stream().map(this::read).flatMap(List::stream).toList();
      return spark.createDataFrame(rows, SCHEMA);
    }
    List<Group> shares = new ArrayList<>();
    for (Group group : groups) {
      group.rejects().sort(Comparator.comparingLong(FileSurvey.Reject::position));
      for (int from = 0; from < group.rejects().size(); from += SHARE) {
        int to = Math.min(group.rejects().size(), from + SHARE);
        shares.add(new Group(group.layout(), new ArrayList<>(group.rejects().subList(from, to))));
      }
    }
    return spark.createDataFrame(JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(shares, shares.size()).flatMap(share -> read(share).iterator()), SCHEMA);
  }

  /** The rejected rows of one file, read without a session. */
  List<Row> read(Group group) {
    FileLayout layout = group.layout();
    List<FileSurvey.Reject> rejects = new ArrayList<>(group.rejects());
    rejects.sort(Comparator.comparingLong(FileSurvey.Reject::position));
    List<Row> rows = new ArrayList<>(rejects.size());
    RawRecord record = new RawRecord();
    // A stored file is entered at its first reject; others are read from their beginning.
    long start = layout.splittable() && !rejects.isEmpty() ? rejects.get(0).position() : layout.dataStart();
    try (Records records = layout.records(conf.value(), start, Long.MAX_VALUE)) {
      for (FileSurvey.Reject reject : rejects) {
        records.seek(reject.position());
        String raw = records.next(record) && record.position == reject.position() ? raw(layout, record) : null;
        rows.add(RowFactory.create(table.toString(), layout.source().id(), layout.file().fileId(),
            layout.file().path(), reject.position(), day(reject.interval()),
            reject.codes().toArray(new String[0]), raw));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + layout.file().path() + " again", unreadable);
    }
    return rows;
  }

  private static Date day(long interval) {
    return interval == RowReader.NO_DAY ? null : Date.valueOf(LocalDate.ofEpochDay(interval));
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
