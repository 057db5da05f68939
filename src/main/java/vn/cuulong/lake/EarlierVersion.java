package vn.cuulong.lake;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** A version of a table beside its newest, to compare them and to go back. */
public final class EarlierVersion {
  private final SparkSession spark;
  private final TableShape shape;
  private final String location;
  private final Snapshot newest;
  private final long version;
  private final List<AddFile> now;
  private final List<AddFile> then;
  private final StructType schemaThen;

  /**
   * Opens a version.
   *
   * @throws LakeException when there is none, or it can no longer be read, or has columns that the table lacks now
   */
  EarlierVersion(SparkSession spark, TableShape shape, String location, long version) {
    this.spark = spark;
    this.shape = shape;
    this.location = location;
    this.version = version;
    DeltaLog log = DeltaLog.forTable(spark, location);
    this.newest = Snapshots.newest(log);
    if (version < 0 || version > newest.version()) {
      throw new LakeException("There is no version " + version + " of " + shape.name() + ". / " + shape.name()
          + " không có phiên bản " + version + ".",
          "Its newest version is " + newest.version() + ". / Phiên bản mới nhất là " + newest.version() + ".",
          "ops.outcome lists the versions and the runs that made them. / Bảng ops.outcome liệt kê các phiên bản và lần "
              + "chạy đã tạo ra chúng.", null);
    }
    Snapshot earlier = earlier(log);
    this.now = Snapshots.files(newest);
    this.then = Snapshots.files(earlier);
    this.schemaThen = earlier.metadata().schema();
    refuseUnreadable(log);
    refuseOtherColumns();
  }

  private Snapshot earlier(DeltaLog log) {
    try {
      return log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
    } catch (RuntimeException gone) {
      throw gone("its entries of the log are gone / các mục nhật ký của phiên bản đã bị xóa", gone);
    }
  }

  private void refuseUnreadable(DeltaLog log) {
    try {
      FileSystem files = log.dataPath().getFileSystem(log.newDeltaHadoopConf());
      for (AddFile file : only(then, now)) {
        if (!files.exists(file.absolutePath(log))) {
          throw gone("data files of it were deleted / tệp dữ liệu của phiên bản đã bị xóa", null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LakeException gone(String reason, RuntimeException cause) {
    return new LakeException("Version " + version + " of " + shape.name() + " can no longer be read. / Không còn đọc "
        + "được phiên bản " + version + " của " + shape.name() + ".",
        "Maintenance keeps versions for a time, and " + reason + ".",
        "Go back to a younger version, or build from the landing files with run --force. / Hãy chọn phiên bản mới hơn, "
            + "hoặc dựng lại từ tệp gốc bằng run --force.", cause);
  }

  private void refuseOtherColumns() {
    Set<String> fits = Arrays.stream(shape.schema().fields()).map(EarlierVersion::nameAndType)
        .collect(Collectors.toSet());
    List<String> others = Arrays.stream(schemaThen.fields()).map(EarlierVersion::nameAndType)
        .filter(column -> !fits.contains(column)).toList();
    Set<String> had = new HashSet<>(List.of(schemaThen.fieldNames()));
    List<String> needed = Arrays.stream(shape.schema().fields()).filter(column -> !column.nullable())
        .map(StructField::name).filter(column -> !had.contains(column)).toList();
    if (!others.isEmpty() || !needed.isEmpty()) {
      throw new SchemaChangeException("The table " + shape.name() + " cannot go back to version " + version + ". / "
          + shape.name() + " không thể trở về phiên bản " + version + ".",
          "Its columns have changed since: " + others + needed + ". / Các cột đã thay đổi từ đó.",
          "Take the change of the contract back, or build with run --force. / Hãy bỏ thay đổi của hợp đồng, hoặc dựng "
              + "lại bằng run --force.");
    }
  }

  private static String nameAndType(StructField field) {
    return field.name() + " " + field.dataType().sql();
  }

  /** The newest version. */
  public long newestVersion() {
    return newest.version();
  }

  /**
   * Rows now and then.
   *
   * @param now more rows now than in files that both versions share
   * @param then the same then
   */
  public record Rows(long now, long then) {}

  /**
   * What differs, by the value of the interval column in ISO form; empty text for a table without intervals. Files that
   * both versions have are not opened.
   */
  public Map<String, Rows> differences() {
    Map<String, Digest> digestsNow = digests(newest.metadata().schema(), only(now, then));
    Map<String, Digest> digestsThen = digests(schemaThen, only(then, now));
    Set<String> days = new HashSet<>(digestsNow.keySet());
    days.addAll(digestsThen.keySet());
    Map<String, Rows> differences = new TreeMap<>();
    for (String day : days) {
      Digest a = digestsNow.getOrDefault(day, Digest.EMPTY);
      Digest b = digestsThen.getOrDefault(day, Digest.EMPTY);
      if (!a.equals(b)) {
        differences.put(day, new Rows(a.rows, b.rows));
      }
    }
    return differences;
  }

  /** How many rows, and the sum of their hashes, which no order changes. */
  private record Digest(long rows, BigDecimal hashes) {
    private static final Digest EMPTY = new Digest(0, BigDecimal.ZERO);
  }

  private Map<String, Digest> digests(StructType had, List<AddFile> files) {
    Map<String, Digest> digests = new TreeMap<>();
    if (files.isEmpty()) {
      return digests;
    }
    Set<String> names = Set.of(had.fieldNames());
    Dataset<Row> rows = Snapshots.rows(newest, files);
    Column[] columns = Arrays.stream(newest.metadata().schema().fields())
        .map(field -> names.contains(field.name()) ? rows.col(field.name()) : lit(null).cast(field.dataType()))
        .toArray(Column[]::new);
    Column day = shape.intervalColumn() == null ? lit("") : rows.col(shape.intervalColumn()).cast("string");
    rows.groupBy(day.as("day")).agg(count(lit(1)), sum(xxhash64(columns).cast("decimal(20,0)"))).collectAsList()
        .forEach(row -> digests.put(row.getString(0), new Digest(row.getLong(1), row.getDecimal(2))));
    return digests;
  }

  /** Files of the first list that the second has not. */
  private static List<AddFile> only(List<AddFile> files, List<AddFile> others) {
    Set<String> paths = others.stream().map(AddFile::path).collect(Collectors.toSet());
    return files.stream().filter(file -> !paths.contains(file.path())).toList();
  }

  /**
   * Makes the rows of this version those of a new one.
   *
   * @return its number
   * @throws CommitConflictException when another writer commits meanwhile
   */
  public long restore() {
    return new Transaction(spark, shape, location).restore(version, then);
  }
}
