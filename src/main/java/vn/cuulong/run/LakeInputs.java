package vn.cuulong.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.MethodContract;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.table.FileBook;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;

/** Inputs read from the lake, each at one version for the whole build. */
final class LakeInputs implements Inputs {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Jobs jobs;
  private final TableContract table;
  private final Lake lake;
  private final SparkSession spark;
  private final Interval interval;
  private final List<Interval> replaced;
  private final Map<String, Long> versions = new TreeMap<>();
  private final Map<String, Instant> runStarts = new HashMap<>();

  /**
   * The inputs of one build.
   *
   * @param interval from the first to the last interval that is built
   * @param replaced the intervals that are built: inputs without a look back give the rows of these
   */
  LakeInputs(Jobs jobs, TableContract table, Lake lake, SparkSession spark, Interval interval,
      List<Interval> replaced) {
    this.jobs = jobs;
    this.table = table;
    this.lake = lake;
    this.spark = spark;
    this.interval = interval;
    this.replaced = replaced;
  }

  /** Version of each input that was read. */
  Map<String, Long> versions() {
    return versions;
  }

  @Override
  public Dataset<Row> table(String name) {
    Input input = table.inputs().stream().filter(declared -> declared.table().toString().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " reads " + name + ", which its contract does "
            + "not declare. Declare it under inputs in its table.yml. " + NearestName.remedy(name, declared())));
    TableContract contract = jobs.tables().get(input.table());
    if (!lake.exists(input.table())) {
      return spark.createDataFrame(new ArrayList<>(), Schemas.of(contract));
    }
    long version = versions.computeIfAbsent(name, key -> lake.version(input.table()).orElseThrow());
    if (input.lookback() < 0) {
      return lake.read(input.table(), version);
    }
    if (input.lookback() == 0) {
      return lake.read(contract, replaced, version);
    }
    boolean itself = input.table().equals(table.name());
    LocalDate from = table.intervalGrain().plus(interval.start(), -input.lookback());
    LocalDate end = itself ? interval.start() : interval.end();
    return from.isBefore(end) ? lake.read(contract, List.of(new Interval(from, end)), version)
        : spark.createDataFrame(new ArrayList<>(), Schemas.of(contract));
  }

  @Override
  public MethodContract method() {
    return table.method() == null ? Inputs.super.method() : table.method();
  }

  @Override
  public List<FileBook> books() {
    List<FileBook> books = new ArrayList<>();
    for (Input input : table.inputs()) {
      if (input.table().layer().equals("clean")) {
        lake.ledger().state(input.table()).files().values().stream()
            .filter(file -> file.status() == FileStatus.BUILT).forEach(file -> add(books, input.table(), file));
      }
    }
    return books;
  }

  private void add(List<FileBook> books, TableName name, FileEntry file) {
    String first = file.books().keySet().stream().filter(start -> !start.isEmpty()).findFirst().orElse(null);
    if (first == null) {
      return;
    }
    LocalDate arrived = arrived(file);
    file.books().forEach((start, book) -> {
      LocalDate day = LocalDate.parse(start.isEmpty() ? first : start);
      if (table.isWhole() || replaced.stream().anyMatch(one -> one.holds(day))) {
        books.add(new FileBook(name, file.sourceId(), file.sha256(), day, arrived, book.read(), book.accepted(),
            book.rejected(), book.duplicate()));
      }
    });
  }

  /** The earlier of two days: a copy that keeps no times makes an old file look young, but not unknown. */
  private LocalDate arrived(FileEntry file) {
    Instant seen = runStarts.computeIfAbsent(file.firstSeenRun(),
        run -> lake.ledger().run(run).map(RunRecord::started).orElse(Instant.MAX));
    return (seen.isBefore(file.modified()) ? seen : file.modified()).atZone(VIET_NAM).toLocalDate();
  }

  private List<String> declared() {
    return table.inputs().stream().map(Input::table).map(TableName::toString).toList();
  }
}
