package vn.cuulong.lake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Interval;

/**
 * A warehouse: Delta tables below {@code <warehouse>/<layer>/<name>}, the ledger below {@code <warehouse>/_ledger}.
 * The ledger, the leases, {@link #exists} and {@link #version} work without a Spark session.
 */
public final class Lake {
  private final SparkSession spark;
  private final String warehouse;
  private final Storage storage;
  private final Ledger ledger;

  /**
   * Opens a warehouse; nothing is created before something is written.
   *
   * @param spark the session that reads and writes tables, or null when only the ledger is wanted
   * @param warehouseUri a folder, as a local path or any Hadoop URI
   */
  public Lake(SparkSession spark, String warehouseUri) {
    this.spark = spark;
    this.storage = Storage.at(warehouseUri);
    this.warehouse = storage.root();
    this.ledger = new Ledger(storage);
  }

  /**
   * Settings that a session needs to read and write Delta tables, and those that make a small commit cheap: with
   * Delta's own, each commit replays the whole log twice more because this country is not in the zone UTC.
   */
  public static Map<String, String> sessionSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.delta.logStore.s3a.impl", S3LogStore.class.getName());
    settings.put("spark.databricks.delta.snapshotPartitions", "1");
    settings.put("spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled", "false");
    settings.put("spark.databricks.delta.allFilesInCrc.thresholdNumFiles", "400");
    return settings;
  }

  /**
   * Settings for the file system of a folder, before there is a session: for anything but a local folder those that
   * are given to Spark as {@code spark.hadoop.*}, and credentials of S3 in the environment.
   */
  public static Configuration fileSystemSettings(String uri) {
    return HadoopStorage.settings(uri);
  }

  /** Where the tables and the ledger are. */
  public String warehouse() {
    return warehouse;
  }

  /** What was built from what. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * What the ledger knows of a table, as far as the table is there. When the folder of a table was moved away, or set
   * back to an earlier version than the last one booked, nobody knows which of its rows are left: then every interval
   * counts as never built, and the next run builds it again.
   */
  public TableState state(TableName table) {
    TableState booked = ledger.state(table);
    long there = version(table).orElse(-1L);
    return there >= booked.version() ? booked : booked.unbuilt(there);
  }

  /** The files of the log of a table. */
  public LogFiles log(TableName table) {
    return new LogFiles(session(), location(table));
  }

  /**
   * The leases of one run.
   *
   * @param clock reads the time; nothing in the lake reads it otherwise
   * @param runId who holds them, for the message that another run gets
   */
  public Leases leases(Clock clock, String runId) {
    return new Leases(storage, clock, runId);
  }

  /** The folder of a table. */
  public String location(TableName table) {
    return warehouse + "/" + table.layer() + "/" + table.name();
  }

  /** True when the table has a version. */
  public boolean exists(TableName table) {
    return version(table).isPresent();
  }

  /** The newest committed version, or nothing when the table does not exist. Needs no session. */
  public Optional<Long> version(TableName table) {
    long newest = -1;
    for (String name : storage.names(table.layer() + "/" + table.name() + "/_delta_log")) {
      newest = Math.max(newest, versionOfLogFile(name));
    }
    return newest < 0 ? Optional.empty() : Optional.of(newest);
  }

  /**
   * The rows of the newest version. Later commits do not change what it gives.
   *
   * @throws LakeException when the table does not exist
   */
  public Dataset<Row> read(TableName table) {
    Snapshot snapshot = newest(table);
    return Snapshots.rows(snapshot, Snapshots.files(snapshot));
  }

  /**
   * The rows of one version that lie in some intervals; files outside are not opened.
   *
   * @param contract of the table
   * @param intervals disjoint and sorted
   * @throws LakeException when the table does not exist
   */
  public Dataset<Row> read(TableContract contract, List<Interval> intervals, long version) {
    Snapshot snapshot = at(contract.name(), version);
    Replacement.Intervals wanted = new Replacement.Intervals(intervals);
    OldFiles files = OldFiles.of(Snapshots.files(snapshot), wanted, contract.intervalColumn());
    List<AddFile> both = Stream.concat(files.wholly().stream(), files.partly().stream()).toList();
    Dataset<Row> rows = Snapshots.rows(snapshot, both);
    return files.partly().isEmpty() ? rows : rows.where(wanted.condition(contract.intervalColumn()));
  }

  private Snapshot newest(TableName table) {
    Snapshot snapshot = Snapshots.newest(DeltaLog.forTable(session(), location(table)));
    if (snapshot.version() < 0) {
      throw new LakeException("The table " + table + " cannot be read.",
          "It does not exist in the warehouse " + warehouse + ".",
          "Build it first: run " + table + ", or check the name of the warehouse.", null);
    }
    return snapshot;
  }

  private Snapshot at(TableName table, long version) {
    Snapshot newest = newest(table);
    return version == newest.version() ? newest : newest.deltaLog()
        .getSnapshotAt(version, Option.empty(), Option.empty(), false);
  }

  /** The rows of one version; it must still be there. */
  public Dataset<Row> read(TableName table, long version) {
    Snapshot snapshot = at(table, version);
    return Snapshots.rows(snapshot, Snapshots.files(snapshot));
  }

  /** The table that a contract promises, for writing. Nothing is created yet. */
  public LakeTable table(TableContract contract) {
    return table(TableShape.of(contract));
  }

  /** A table that no contract describes: one of the {@code ops} layer. */
  public LakeTable table(TableShape shape) {
    return new LakeTable(session(), shape, location(shape.name()));
  }

  /**
   * A version of a table, to compare it with the newest and to go back to it.
   *
   * @throws LakeException when it cannot be gone back to
   */
  public EarlierVersion earlier(TableShape shape, long version) {
    newest(shape.name());
    return new EarlierVersion(session(), shape, location(shape.name()), version);
  }

  /** Looks after the files of a table that exists. */
  public Upkeep upkeep(TableShape shape) {
    return new Upkeep(session(), shape, location(shape.name()));
  }

  private SparkSession session() {
    if (spark == null) {
      throw new IllegalStateException("this lake was opened without a session; it knows the ledger only");
    }
    return spark;
  }

  /** {@code 00000000000000000012.json} is version 12; anything else, checkpoints among it, counts as none. */
  private static long versionOfLogFile(String name) {
    if (name.length() != 25 || !name.endsWith(".json")) {
      return -1;
    }
    long version = 0;
    for (int i = 0; i < 20; i++) {
      char digit = name.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      version = version * 10 + (digit - '0');
    }
    return version;
  }
}
