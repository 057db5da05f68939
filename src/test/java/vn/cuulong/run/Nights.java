package vn.cuulong.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.table.Interval;

/** Nights in a landing folder and a warehouse of their own. */
public final class Nights {
  public static final TableName STAYS = TableName.of("clean.tourism_stay");
  public static final TableName REPORTS = TableName.of("clean.tourism_report");
  public static final TableName FIGURES = TableName.of("clean.official_statistic");
  public static final TableName TOURISM = TableName.of("mart.province_month_tourism");
  static final List<TableName> TABLES = List.of(FIGURES, REPORTS, STAYS, TOURISM);
  static final Path SAMPLES = Path.of("data-samples/landing");

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final Jobs SHIPPED = JobsReader.read(Path.of("jobs"));

  public final Path landing;
  public final Path warehouse;
  private final Jobs jobs;

  private Nights(Path folder, Jobs jobs) {
    this.landing = folder.resolve("landing");
    this.warehouse = folder.resolve("warehouse");
    this.jobs = jobs;
    try {
      Files.createDirectories(landing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Nights in(Path folder) {
    return new Nights(folder, SHIPPED);
  }

  static Nights in(Path folder, Jobs jobs) {
    return new Nights(folder, jobs);
  }

  static Jobs jobs() {
    return SHIPPED;
  }

  /** Some of the samples: two ways in which tourism is told, and the population. */
  static List<String> sampleFiles() {
    List<String> files = new ArrayList<>();
    for (String source : List.of("official-statistic-px-csv", "tourism-report-csv", "tourism-stay-csv")) {
      try (var list = Files.list(SAMPLES.resolve(source))) {
        list.map(file -> source + "/" + file.getFileName()).filter(name -> !name.contains("stay_synthetic_2025-H2"))
            .forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    files.sort(null);
    return files;
  }

  public Nights land(String sample) {
    return land(sample, sample);
  }

  Nights land(String sample, String as) {
    try {
      Path file = landing.resolve(as);
      Files.createDirectories(file.getParent());
      Files.copy(SAMPLES.resolve(sample), file, StandardCopyOption.REPLACE_EXISTING);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Nights write(String path, String content) {
    try {
      Path file = landing.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<TableOutcome> run(TableName... tables) {
    return run(false, null, tables);
  }

  /** A run that tells what it does. */
  public List<TableOutcome> run(Progress progress, TableName... tables) {
    return run(new RunRequest(List.of(tables), null, false), Clock.systemUTC(), progress);
  }

  List<TableOutcome> run(boolean force, Interval window, TableName... tables) {
    List<TableName> asked = tables.length == 0 ? TABLES : List.of(tables);
    return run(new RunRequest(asked, window, force), Clock.systemUTC(), new Progress() { });
  }

  List<TableOutcome> run(RunRequest request, Clock clock, Progress progress) {
    RunIdentity identity = new RunIdentity("test-" + RUNS.incrementAndGet(), "test", "test", "test", clock);
    return runner().run(request, identity, progress);
  }

  TableOutcome runOne(TableName table) {
    return run(table).get(0);
  }

  List<TableDue> plan(TableName... tables) {
    return runner().plan(new RunRequest(List.of(tables), null, false));
  }

  public Lake lake() {
    return new Lake(SparkForTests.session(), warehouse.toString());
  }

  Dataset<Row> rows(TableName table) {
    return lake().read(table);
  }

  /** The rows as sorted texts: equal tables give equal lists. */
  public List<String> content(TableName table) {
    return rows(table).toJSON().collectAsList().stream().sorted().toList();
  }

  /** The rejected rows as sorted texts. */
  public List<String> rejects() {
    return lake().exists(RejectStore.NAME) ? content(RejectStore.NAME) : List.of();
  }

  /** What became of the rows of each file, by interval; nothing in it depends on runs. */
  public Map<String, Map<String, TableState.Book>> books(TableName table) {
    Map<String, Map<String, TableState.Book>> books = new TreeMap<>();
    lake().ledger().state(table).files().forEach((path, file) -> {
      if (file.status() == TableState.FileStatus.BUILT) {
        books.put(path, file.books());
      }
    });
    return books;
  }

  private Runner runner() {
    return new Runner(jobs, landing.toString(), warehouse.toString(), new Configuration(), SparkForTests::session);
  }
}
