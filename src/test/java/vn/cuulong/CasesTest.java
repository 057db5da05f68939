package vn.cuulong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.MethodContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.FileBook;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;

/**
 * Every folder {@code cases/mart.<name>/<case>/} is a case: the rows of the inputs, {@code interval.txt} (a mart
 * without intervals has none), {@code books.csv} where the mart reads the books of files, {@code expected.csv} and
 * {@code why.md}. Inputs that several cases of a mart share stand beside their folders. An estimate for which a case
 * has no file is made of the other inputs of the case; where there is a file {@code synthetic-indicators}, the run
 * allows synthetic records within the years. {@code expected.csv} names the columns that the case is about; its rows
 * are all rows. Each case runs twice, the second time with its inputs reversed and spread over partitions, and its
 * result must hold what the contract promises. {@code -Dcases.update=true} writes the results; read the difference
 * before you commit it. {@code -Dcases=revision} runs the marts whose name holds the word.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final boolean UPDATE = Boolean.getBoolean("cases.update");
  private static final Jobs JOBS = JobsReader.shipped();

  @TestFactory
  Stream<DynamicContainer> everyCaseGivesItsExpectedRowsWhateverTheOrderOfItsInputs() throws IOException {
    return folders(CASES).stream()
        .filter(folder -> folder.getFileName().toString().startsWith("mart.")
            && folder.getFileName().toString().contains(System.getProperty("cases", "")))
        .map(table -> DynamicContainer.dynamicContainer(table.getFileName().toString(),
            folders(table).stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(),
                () -> run(TableName.of(table.getFileName().toString()), folder)))));
  }

  private static List<Path> folders(Path in) {
    try (Stream<Path> paths = Files.list(in)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void run(TableName name, Path folder) throws Exception {
    assertThat(folder.resolve("why.md")).as("a case says why it is there").isNotEmptyFile();
    Jobs jobs = Files.exists(folder.resolve("synthetic-indicators")) ? JOBS.withSyntheticPaths() : JOBS;
    TableContract table = jobs.tables().get(name);
    Interval interval = table.isWhole() ? Interval.ALWAYS : interval(folder.resolve("interval.txt"));

    List<Row> rows = build(table, folder, interval, false);
    List<Row> again = build(table, folder, interval, true);

    Path file = folder.resolve("expected.csv");
    List<String> header = Files.exists(file) ? CaseTable.read(file).header()
        : Arrays.asList(Schemas.of(table).fieldNames());
    CaseTable found = CaseTable.of(header, rows);
    if (UPDATE) {
      Files.writeString(file, found.text());
    }
    assertThat(found.difference(CaseTable.read(file))).as("rows of %s in %s", name, folder).isEmpty();
    List<String> all = Arrays.asList(Schemas.of(table).fieldNames());
    assertThat(CaseTable.of(all, again).difference(CaseTable.of(all, rows)))
        .as("rows of %s in %s with inputs reversed and repartitioned", name, folder).isEmpty();
  }

  private static Interval interval(Path file) throws IOException {
    String[] days = Files.readString(file).strip().split("\\s+");
    return new Interval(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }

  private static List<Row> build(TableContract table, Path folder, Interval interval, boolean disturbed) {
    // Cases are tiny: compiling their plans to bytecode would take most of the time.
    Map<String, String> settings = Map.of("spark.sql.codegen.wholeStage", "false",
        "spark.sql.codegen.factoryMode", "NO_CODEGEN",
        "spark.sql.adaptive.enabled", "false",
        "spark.sql.shuffle.partitions", disturbed ? "3" : "1");
    return SparkForTests.with(settings, () -> TableBuilds.checked(
        TableBuilds.of(table.name()).build(inputs(table, folder, interval, disturbed), interval), table, interval));
  }

  private static Inputs inputs(TableContract table, Path folder, Interval interval, boolean disturbed) {
    return new Inputs() {
      @Override
      public Dataset<Row> table(String name) {
        return input(table, name, folder, interval, disturbed);
      }

      @Override
      public MethodContract method() {
        return table.method() == null ? Inputs.super.method() : table.method();
      }

      @Override
      public List<FileBook> books() {
        Path file = folder.resolve("books.csv");
        List<FileBook> books = new ArrayList<>(Files.exists(file)
            ? CaseTable.read(file).rows().stream().map(CasesTest::book).toList() : List.of());
        if (disturbed) {
          Collections.reverse(books);
        }
        return books;
      }
    };
  }

  /** Table, source, file, first day of the interval, day of arrival, rows read, accepted, rejected, duplicate. */
  private static FileBook book(List<String> cells) {
    return new FileBook(TableName.of(cells.get(0)), cells.get(1), cells.get(2), LocalDate.parse(cells.get(3)),
        LocalDate.parse(cells.get(4)), Long.parseLong(cells.get(5)), Long.parseLong(cells.get(6)),
        Long.parseLong(cells.get(7)), Long.parseLong(cells.get(8)));
  }

  /** A mart by day, or the estimate that another follows, is made of the inputs of the case when it has no file. */
  private static Dataset<Row> input(
      TableContract table, String name, Path folder, Interval interval, boolean disturbed) {
    assertThat(table.inputs()).as("declared inputs of %s", table.name())
        .anyMatch(input -> input.table().toString().equals(name));
    TableContract other = JOBS.tables().get(TableName.of(name));
    StructType schema = TableBuilds.nullable(Schemas.of(other));
    Path own = folder.resolve(name + ".csv");
    Path file = Files.exists(own) ? own : folder.resolveSibling(name + ".csv");
    boolean isDays = other.name().layer().equals("mart") && other.intervalGrain() == Grain.DAY;
    boolean isFollowed = table.method() != null && other.method() != null && !other.name().equals(table.name());
    if ((isDays || isFollowed) && !Files.exists(file)) {
      return TableBuilds.of(other.name()).build(inputs(other, folder, interval, disturbed), interval);
    }
    List<Row> rows = new ArrayList<>(Files.exists(file) ? CaseTable.read(file).rows(schema) : List.of());
    if (disturbed) {
      Collections.reverse(rows);
    }
    Dataset<Row> frame = SparkForTests.session().createDataFrame(rows, schema);
    return disturbed ? frame.repartition(3) : frame;
  }
}
