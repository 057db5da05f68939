package vn.cuulong.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.Lake;
import vn.cuulong.lake.TableState;
import vn.cuulong.run.Progress;
import vn.cuulong.run.RejectStore;
import vn.cuulong.run.RunIdentity;
import vn.cuulong.run.RunRequest;
import vn.cuulong.run.Runner;
import vn.cuulong.run.TableOutcome;

/** A landing folder, a warehouse, and nights in which one clean table is built from what has landed. */
final class Nights {
  private static final Jobs JOBS = JobsReader.read(Path.of("jobs"));
  private static final Instant FIRST = Instant.parse("2025-09-01T19:00:00Z");

  private final Path landing;
  private final Lake lake;
  private final TableName table;
  private final Runner runner;
  private int night;
  private int stamp;

  Nights(Path folder, String table) throws IOException {
    this.landing = Files.createDirectories(folder.resolve("landing"));
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    this.table = TableName.of(table);
    this.lake = new Lake(SparkForTests.session(), warehouse.toUri().toString());
    this.runner = new Runner(JOBS, landing.toUri().toString(), warehouse.toUri().toString(), new Configuration(),
        SparkForTests::session);
  }

  Nights land(String path, byte[] bytes) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    // Every landing is later than the one before, as the size alone may not tell two contents apart.
    Files.setLastModifiedTime(file, FileTime.from(FIRST.minusSeconds(100_000 - ++stamp)));
    return this;
  }

  Nights land(String path, String text) throws IOException {
    return land(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void remove(String path) throws IOException {
    Files.delete(landing.resolve(path));
  }

  /** One night; its books balance and agree with the table and with the rejects. */
  TableOutcome run() {
    TableOutcome outcome = runUnchecked(step -> { });
    if (!(outcome instanceof TableOutcome.Failed)) {
      balance();
    }
    return outcome;
  }

  /** One night in which something happens at its steps. */
  TableOutcome runUnchecked(Consumer<String> atStep) {
    night++;
    Clock clock = Clock.fixed(FIRST.plusSeconds(86_400L * night), ZoneOffset.UTC);
    RunIdentity identity = new RunIdentity("run-%04d".formatted(night), "test", "test", "test", clock);
    List<TableOutcome> outcomes = runner.run(new RunRequest(List.of(table), null, false), identity,
        new Watcher(atStep));
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  private void balance() {
    TableState.Book all = TableState.Book.EMPTY;
    for (TableState.FileEntry file : state().files().values()) {
      assertThat(file.total().balances()).as(file.toString()).isTrue();
      all = file.status() == TableState.FileStatus.BUILT ? all.plus(file.total()) : all;
    }
    assertThat(rows()).as("accepted rows stand in the table").hasSize((int) all.accepted());
    assertThat(rejects()).as("rejected rows stand in ops.reject").hasSize((int) all.rejected());
  }

  TableState state() {
    return lake.ledger().state(table);
  }

  TableState.FileEntry file(String path) {
    return state().files().get(path);
  }

  Dataset<Row> table() {
    return lake.read(table);
  }

  /** Every row as text, sorted. */
  List<String> rows() {
    return lake.exists(table) ? table().toJSON().collectAsList().stream().sorted().toList() : List.of();
  }

  /** Rejected rows: file, position, interval, reasons and raw text, sorted. */
  List<String> rejects() {
    return lake.exists(RejectStore.NAME)
        ? lake.read(RejectStore.NAME).toJSON().collectAsList().stream().sorted().toList() : List.of();
  }

  /** Read, accepted, rejected and duplicate rows of every file that is built from. */
  Map<String, String> books() {
    Map<String, String> books = new TreeMap<>();
    state().files().forEach((path, file) -> books.put(path, file.status() + " " + file.total()));
    return books;
  }

  /** One column of the table in the order of the key given. */
  List<String> column(String name, String... order) {
    List<String> values = new ArrayList<>();
    Dataset<Row> sorted = table().orderBy(order[0], Arrays.copyOfRange(order, 1, order.length));
    sorted.selectExpr("CAST(" + name + " AS STRING)").collectAsList().forEach(row -> values.add(row.getString(0)));
    return values;
  }

  private record Watcher(Consumer<String> atStep) implements Progress {
    @Override
    public void begins(TableName begun, int place, int total) {
      // Nobody watches.
    }

    @Override
    public void step(TableName stepping, String step) {
      atStep.accept(step);
    }

    @Override
    public void ended(TableOutcome outcome) {
      // Nobody watches.
    }
  }
}
