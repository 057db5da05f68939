package vn.cuulong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.cli.Session;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.generate.GenerateSpec;
import vn.cuulong.generate.Generator;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.Runner;
import vn.cuulong.run.TableOutcome;

/**
 * What a night costs, measured in one run on one machine, so that the ratios mean something whatever the machine.
 *
 * <p>Arguments: number of order rows, rows of one day for the nights, folder to work in.
 */
public final class Benchmark {
  private static final String SOURCE = "ecommerce-order-csv";
  private static final TableName ORDERS = TableName.of("clean.ecommerce_order");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final double DIRT = 0.02;
  private static final int WARM_ROWS = 200_000;
  private static final int ROUNDS = 3;
  private static final int[] NIGHTS = {1, 10, 30};

  private final Path folder;
  private final Jobs jobs = JobsReader.shipped();
  private final SparkSession spark = SparkSession.builder().config(Session.settings(new SparkConf())).getOrCreate();

  private Benchmark(Path folder) {
    this.folder = folder;
  }

  /** Runs all of it. */
  public static void main(String[] args) throws Exception {
    long rows = args.length > 0 ? Long.parseLong(args[0]) : 3_000_000;
    long dayRows = args.length > 1 ? Long.parseLong(args[1]) : 100_000;
    Path folder = Path.of(args.length > 2 ? args[2] : "target/bench");
    Benchmark benchmark = new Benchmark(folder);
    benchmark.orders(rows);
    benchmark.nights(dayRows);
    System.out.printf(Locale.ROOT, "%npeak memory of this JVM: %s%n", peakMemory());
    benchmark.spark.stop();
    System.exit(0);
  }

  /** (a) a plain copy, (b) landing to clean, the same cleaning in DuckDB, (c) the whole night. */
  private void orders(long rows) throws Exception {
    Path warm = generate("warm", WARM_ROWS, GenerateSpec.Files.ONE, FIRST.plusDays(9));
    Path landing = generate("orders", rows, GenerateSpec.Files.ONE, FIRST.plusDays(29));
    Path file = onlyFile(landing);
    System.out.printf(Locale.ROOT, "%d order rows, %.0f MB of CSV, %.0f %% of cells dirtied; best of %d, seconds%n%n",
        rows, Files.size(file) / 1e6, DIRT * 100, ROUNDS);
    for (int i = 0; i < 2; i++) {
      copy(onlyFile(warm));
      clean(warm, jobs.schedules().get("nightly"));
    }
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      best[0] = Math.min(best[0], copy(file));
      best[1] = Math.min(best[1], clean(landing, List.of(ORDERS)));
      best[2] = Math.min(best[2], duckDb(file));
    }
    double night = clean(landing, jobs.schedules().get("nightly"));
    print("a  Spark's plain CSV -> Delta copy of the file", best[0], rows);
    print("b  landing -> clean: rejects, issues, books, ledger", best[1], rows);
    print("d  DuckDB, the same cleaning, -> Parquet", best[2], rows);
    print("c  the whole night, marts and all", night, rows);
    System.out.printf(Locale.ROOT, "%nb / a = %.2f (at most 0.40 wanted)%nb / d = %.2f (at most 1.60 wanted)%n",
        best[1] / best[0], best[1] / best[2]);
  }

  /** A night with one new day, after more and more nights of history. */
  private void nights(long dayRows) throws Exception {
    int days = NIGHTS[NIGHTS.length - 1] + 1;
    Path all = generate("days", dayRows * days, GenerateSpec.Files.DAY, FIRST.plusDays(days - 1));
    List<Path> files = files(all);
    System.out.printf(Locale.ROOT, "%na night with one new day of about %d order rows, seconds%n", dayRows);
    double[] best = new double[NIGHTS.length];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      nightsOnce(files, best);
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < NIGHTS.length; i++) {
      System.out.printf(Locale.ROOT, "   after %2d nights %6.2f%n", NIGHTS[i], best[i]);
      least = Math.min(least, best[i]);
      most = Math.max(most, best[i]);
    }
    System.out.printf(Locale.ROOT, "most / least = %.2f (at most 1.15 wanted)%n", most / least);
  }

  /** One warehouse that grows; what lies between the measured nights comes in one run. */
  private void nightsOnce(List<Path> files, double[] best) throws IOException {
    Path landing = fresh("night-landing");
    Path warehouse = fresh("night-warehouse");
    Path place = Files.createDirectories(landing.resolve(SOURCE));
    List<TableName> nightly = jobs.schedules().get("nightly");
    int landed = 0;
    for (int i = 0; i < NIGHTS.length; i++) {
      for (; landed < NIGHTS[i]; landed++) {
        link(files.get(landed), place);
      }
      run(landing, warehouse, nightly);
      link(files.get(landed++), place);
      best[i] = Math.min(best[i], run(landing, warehouse, nightly));
    }
  }

  private double copy(Path file) throws IOException {
    Path table = fresh("copy");
    long start = System.nanoTime();
    Dataset<Row> rows = spark.read().option("header", "true").csv(file.toString());
    for (String name : rows.columns()) {
      rows = rows.withColumnRenamed(name, name.replaceAll("[ ,;{}()\\n\\t=]", "_"));
    }
    // Delta as it comes: the settings for a small night are put back for this copy.
    spark.conf().set("spark.sql.shuffle.partitions", "200");
    rows.write().format("delta").save(table.toString());
    spark.conf().unset("spark.sql.shuffle.partitions");
    return (System.nanoTime() - start) / 1e9;
  }

  private double clean(Path landing, List<TableName> tables) throws IOException {
    return run(landing, fresh("warehouse"), tables);
  }

  private double run(Path landing, Path warehouse, List<TableName> tables) {
    long start = System.nanoTime();
    Runner runner = new Runner(jobs, landing.toString(), warehouse.toString(), new Configuration(), () -> spark);
    RunIdentity identity = new RunIdentity("bench-" + start, "bench", "bench", "bench", Clock.systemUTC());
    for (TableOutcome outcome : runner.run(new RunRequest(tables, null, false), identity, new Progress() { })) {
      if (!(outcome instanceof TableOutcome.Built) && !(outcome instanceof TableOutcome.NothingToDo)) {
        throw new IllegalStateException(outcome.toString());
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private double duckDb(Path file) throws SQLException, IOException {
    long start = System.nanoTime();
    DuckDbCleaning.run(file, fresh("duckdb").resolve("orders.parquet"));
    return (System.nanoTime() - start) / 1e9;
  }

  private Path generate(String name, long rows, GenerateSpec.Files cut, LocalDate to) throws IOException {
    Path out = folder.resolve("data").resolve(name + "-" + rows);
    if (!Files.exists(out)) {
      Path part = fresh("generating");
      Generator.generate(new GenerateSpec(rows, 7, DIRT, part, FIRST, to, cut, List.of(SOURCE)), made -> { });
      Files.createDirectories(out.getParent());
      Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
    }
    return out;
  }

  private static List<Path> files(Path landing) throws IOException {
    try (Stream<Path> found = Files.list(landing.resolve(SOURCE))) {
      return new ArrayList<>(found.sorted().toList());
    }
  }

  private static Path onlyFile(Path landing) throws IOException {
    return files(landing).get(0);
  }

  private static void link(Path file, Path place) throws IOException {
    Files.createLink(place.resolve(file.getFileName()), file);
  }

  private Path fresh(String name) throws IOException {
    Path path = folder.resolve(name);
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(old);
        }
      }
    }
    Files.createDirectories(path.getParent());
    return name.equals("copy") ? path : Files.createDirectories(path);
  }

  private static void print(String what, double seconds, long rows) {
    System.out.printf(Locale.ROOT, "%-52s %7.2f s  %,10.0f rows/s%n", what, seconds, rows / seconds);
  }

  /** The most memory that the process ever held, heap and all, where the system tells it. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not told by this system";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines.filter(line -> line.startsWith("VmHWM")).map(line -> line.substring(6).strip()).findFirst()
          .orElse("not told by this system");
    }
  }
}
