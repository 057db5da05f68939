package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cuulong.lake.StayTable.NAME;
import static vn.cuulong.lake.StayTable.contract;
import static vn.cuulong.lake.StayTable.days;
import static vn.cuulong.lake.StayTable.row;
import static vn.cuulong.lake.StayTable.rows;
import static vn.cuulong.lake.StayTable.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.TableName;
import vn.cuulong.contract.ValueKind;

class LakeTableTest {
  @TempDir Path folder;
  /** What another run does meanwhile; static because rows are told of it inside a task. */
  private static Runnable whileWriting;
  private Lake lake;
  private LakeTable table;

  @BeforeEach
  void openAnEmptyWarehouse() {
    lake = new Lake(SparkForTests.session(), folder.toString());
    table = lake.table(contract());
  }

  private long put(Dataset<Row> rows, String start, String end) {
    return table.stage(rows, List.of(days(start, end))).commit("run-1");
  }

  private Row detail() {
    return SparkForTests.session().sql("DESCRIBE DETAIL delta.`" + lake.location(NAME) + "`").first();
  }

  private List<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(lake.location(NAME)))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void aTableIsCreatedFromItsContractBeforeAnyRow() {
    assertThat(lake.exists(NAME)).isFalse();
    assertThat(table.createIfMissing()).isTrue();
    assertThat(table.createIfMissing()).isFalse();

    assertThat(lake.version(NAME)).contains(0L);
    assertThat(lake.read(NAME).count()).isZero();
    StructField date = lake.read(NAME).schema().apply("stay_date");
    assertThat(date.getComment().get()).isEqualTo("Cột stay_date / Column stay_date");
  }

  @Test
  void theProtocolStaysAtReaderOneAndNoFeatureIsOn() {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    Row detail = detail();
    assertThat((int) detail.getAs("minReaderVersion")).isEqualTo(1);
    assertThat((int) detail.getAs("minWriterVersion")).isEqualTo(2);
    assertThat(detail.<String>getList(detail.fieldIndex("tableFeatures")))
        .isSubsetOf("appendOnly", "invariants");
    assertThat(detail.<String, String>getJavaMap(detail.fieldIndex("properties")))
        .containsEntry("delta.dataSkippingStatsColumns", "stay_date")
        .containsEntry("parquet.enable.dictionary#establishment_id", "false");
  }

  @Test
  void identifiersAreStoredWithoutADictionaryAndOtherTextWithOne() throws IOException {
    LakeTable withName = lake.table(contract(StayTable.column("unit_id", "string", ValueKind.UNIT, null, null)));
    withName.stage(rows(row("2025-01-01", "a", 1L), row("2025-01-01", "b", 1L)).selectExpr("*", "'ca-mau' unit_id"),
        List.of(days("2025-01-01", "2025-01-02"))).commit("run-1");

    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(dataFiles().get(0).toUri());
    try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
      assertThat(reader.getFooter().getBlocks().get(0).getColumns().stream()
          .filter(chunk -> chunk.hasDictionaryPage()).map(chunk -> chunk.getPath().toDotString()))
          .contains("unit_id").doesNotContain("establishment_id");
    }
  }

  @Test
  void aReaderSeesTheOldRowsUntilTheCommitAndTheNewOnesAfter() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L)), "2025-01-01", "2025-01-03");

    Staged staged = table.stage(rows(row("2025-01-02", "b", 7L)), List.of(days("2025-01-02", "2025-01-03")));
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 a 2");
    assertThat(staged.rowCount()).isEqualTo(1);
    assertThat(shown(staged.rows())).containsExactly("2025-01-02 b 7");

    assertThat(staged.commit("run-2")).isEqualTo(1);
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 b 7");
    assertThat(shown(lake.read(NAME, 0))).containsExactly("2025-01-01 a 1", "2025-01-02 a 2");
  }

  @Test
  void theRunIsInTheHistoryOfTheTable() {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    assertThat(SparkForTests.session().sql("DESCRIBE HISTORY delta.`" + lake.location(NAME) + "`").first()
        .<String>getAs("userMetadata")).isEqualTo("run-1");
  }

  @Test
  void filesThatLieOutsideTheIntervalAreNotTouched() throws IOException {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    Path first = dataFiles().get(0);
    byte[] before = Files.readAllBytes(first);
    put(rows(row("2025-01-02", "a", 2L)), "2025-01-02", "2025-01-03");
    Staged staged = table.stage(rows(row("2025-01-02", "a", 3L)), List.of(days("2025-01-02", "2025-01-03")));

    assertThat(staged.carriedRowCount()).isZero();
    assertThat(staged.files()).hasSize(1);
    staged.commit("run-3");
    assertThat(lake.read(NAME).inputFiles()).anyMatch(file -> file.endsWith(first.getFileName().toString()));
    assertThat(Files.readAllBytes(first)).isEqualTo(before);
  }

  @Test
  void rowsThatShareAFileWithReplacedOnesAreCarriedOver() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L), row("2025-01-03", "a", null)),
        "2025-01-01", "2025-01-04");
    Staged staged = table.stage(rows(row("2025-01-02", "b", 9L)), List.of(days("2025-01-02", "2025-01-03")));

    assertThat(staged.rowCount()).isEqualTo(1);
    assertThat(staged.carriedRowCount()).isEqualTo(2);
    staged.commit("run-2");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 b 9", "2025-01-03 a null");
  }

  @Test
  void severalIntervalsWithAGapAreReplacedInOneVersion() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L), row("2025-01-05", "a", 5L)),
        "2025-01-01", "2025-02-01");
    Staged staged = table.stage(rows(row("2025-01-01", "b", 1L), row("2025-01-05", "b", 5L)),
        List.of(days("2025-01-01", "2025-01-02"), days("2025-01-05", "2025-01-06")));
    staged.commit("run-2");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 b 1", "2025-01-02 a 2", "2025-01-05 b 5");
  }

  @Test
  void anIntervalWithoutRowsBecomesEmpty() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L)), "2025-01-01", "2025-01-03");
    Staged staged = table.stage(rows(), List.of(days("2025-01-02", "2025-01-03")));
    assertThat(staged.rowCount()).isZero();
    assertThat(staged.rows().count()).isZero();
    staged.commit("run-2");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1");
  }

  @Test
  void nothingStagedAndNothingReplacedMakesNoVersion() {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    long version = table.stage(rows(), List.of(days("2025-03-01", "2025-03-02"))).commit("run-2");
    assertThat(version).isZero();
    assertThat(lake.version(NAME)).contains(0L);
  }

  @Test
  void aRowOutsideItsIntervalIsRefusedAndLeavesNoFile() throws IOException {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    assertThatThrownBy(() -> table.stage(rows(row("2025-01-01", "b", 1L), row("2025-01-09", "b", 1L)),
        List.of(days("2025-01-01", "2025-01-02"))))
        .isInstanceOf(StagedRowsException.class)
        .hasMessageContaining("clean.stay").hasMessageContaining("2025-01-09").hasMessageContaining("Remedy");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1");
    assertThat(dataFiles()).hasSize(1);
  }

  @Test
  void aRowWithoutARequiredValueIsRefused() {
    assertThatThrownBy(() -> put(rows(row("2025-01-01", null, 1L)), "2025-01-01", "2025-01-02"))
        .isInstanceOf(StagedRowsException.class)
        .hasMessageContaining("establishment_id");
    assertThat(lake.exists(NAME)).isFalse();
  }

  @Test
  void rowsThatLackAColumnOrHaveAnotherTypeAreRefused() {
    assertThatThrownBy(() -> put(rows().drop("guest_count"), "2025-01-01", "2025-01-02"))
        .isInstanceOf(SchemaChangeException.class).hasMessageContaining("column guest_count is missing");
    assertThatThrownBy(() -> put(rows().selectExpr("stay_date", "establishment_id",
        "cast(guest_count as string) guest_count", "issues"), "2025-01-01", "2025-01-02"))
        .isInstanceOf(SchemaChangeException.class)
        .hasMessageContaining("column guest_count is STRING and should be BIGINT");
  }

  @Test
  void discardedRowsLeaveNothingBehind() throws IOException {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    try (Staged staged = table.stage(rows(row("2025-01-01", "b", 1L)), List.of(days("2025-01-01", "2025-01-02")))) {
      assertThat(dataFiles()).hasSize(2);
    }
    assertThat(dataFiles()).hasSize(1);
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1");
  }

  @Test
  void rowsLeftUncommittedDoNoHarmAndAreRemovedByTheNextRun() throws IOException {
    Instant since = Instant.ofEpochMilli(System.currentTimeMillis() - 1);
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    put(rows(row("2025-01-01", "a", 2L)), "2025-01-01", "2025-01-02");
    table.stage(rows(row("2025-01-01", "b", 1L)), List.of(days("2025-01-01", "2025-01-02")));

    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 2");
    assertThat(table.removeOrphans(since)).isEqualTo(1);
    assertThat(dataFiles()).as("of both versions").hasSize(2);
    put(rows(row("2025-01-01", "c", 3L)), "2025-01-01", "2025-01-02");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 c 3");
    assertThat(shown(lake.read(NAME, 0))).containsExactly("2025-01-01 a 1");
  }

  @Test
  void anotherWriterInBetweenIsAConflictAndNothingOfOursIsLeft() throws IOException {
    put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02");
    Staged ours = table.stage(rows(row("2025-01-01", "b", 1L)), List.of(days("2025-01-01", "2025-01-02")));
    put(rows(row("2025-01-05", "z", 1L)), "2025-01-05", "2025-01-06");

    assertThatThrownBy(() -> ours.commit("run-2")).isInstanceOf(CommitConflictException.class)
        .hasMessageContaining("Run again");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-05 z 1");
    assertThat(dataFiles()).hasSize(2);
  }

  @Test
  void twoFirstVersionsAreAConflictToo() {
    Staged ours = table.stage(rows(row("2025-01-01", "b", 1L)), List.of(days("2025-01-01", "2025-01-02")));
    put(rows(row("2025-01-05", "z", 1L)), "2025-01-05", "2025-01-06");
    assertThatThrownBy(() -> ours.commit("run-2")).isInstanceOf(CommitConflictException.class);
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-05 z 1");
  }

  @Test
  void aColumnThatTheContractAddsIsEmptyInOldRows() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L)), "2025-01-01", "2025-01-03");
    LakeTable wider = lake.table(contract(StayTable.column("room_count", "bigint", ValueKind.INTEGER, null, null)));
    Dataset<Row> fresh = rows(row("2025-01-02", "b", 3L)).selectExpr("*", "8L AS room_count");
    wider.stage(fresh, List.of(days("2025-01-02", "2025-01-03"))).commit("run-2");

    assertThat(lake.read(NAME).selectExpr("concat_ws(' ', stay_date, establishment_id, room_count) AS t")
        .collectAsList().stream().map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("2025-01-01 a", "2025-01-02 b 8");
  }

  @Test
  void anyOtherChangeOfColumnsNeedsTheWholeTable() {
    LakeTable wider = lake.table(contract(StayTable.column("room_count", "bigint", ValueKind.INTEGER, null, null)));
    wider.stage(rows(row("2025-01-01", "a", 1L)).selectExpr("*", "8L AS room_count"),
        List.of(days("2025-01-01", "2025-01-02"))).commit("run-1");

    assertThatThrownBy(() -> put(rows(row("2025-01-01", "a", 1L)), "2025-01-01", "2025-01-02"))
        .isInstanceOf(SchemaChangeException.class)
        .hasMessageContaining("column room_count is no longer in it").hasMessageContaining("--force");
    table.stageWhole(rows(row("2025-01-01", "a", 5L))).commit("run-2");
    assertThat(Arrays.asList(lake.read(NAME).columns())).doesNotContain("room_count");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 5");
  }

  @Test
  void rowsCanBeReplacedByAConditionOrAdded() {
    table.stageMore(rows(row("2025-03-01", "z", 1L))).commit("run-0");
    table.stageMore(rows(row("2025-01-01", "a", 1L), row("2025-01-01", "b", 2L))).commit("run-1");
    Staged staged = table.stageWhere(rows(row("2025-02-01", "b", 3L)), "establishment_id = 'b'");
    assertThat(staged.carriedRowCount()).as("the file of z is not touched").isEqualTo(1);
    staged.commit("run-2");
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-02-01 b 3", "2025-03-01 z 1");
  }

  @Test
  void aWriterThatFailsLeavesAloneWhatOthersHaveStagedInATableWithoutLease() {
    TableShape contracted = TableShape.of(contract());
    TableShape shared = new TableShape(new TableName("ops", "shared"), "Chung / Shared", contracted.schema(), null,
        List.of(), List.of());
    LakeTable mine = lake.table(shared);
    mine.createIfMissing();
    List<Staged> others = new ArrayList<>();
    // Another run stages while this one writes; what it stages is younger than this one's begin.
    whileWriting = () -> others.add(mine.stageMore(rows(row("2025-03-01", "z", 1L))));
    Dataset<Row> failing = rows(row("2025-03-01", null, 1L)).filter((FilterFunction<Row>) any -> {
      Thread other = new Thread(whileWriting);
      other.start();
      other.join();
      return true;
    });
    assertThatThrownBy(() -> lake.table(shared).stageMore(failing)).isInstanceOf(StagedRowsException.class);
    others.get(0).commit("run-1");
    assertThat(shown(lake.read(shared.name()))).containsExactly("2025-03-01 z 1");
  }

  @Test
  void readingSomeIntervalsOpensOnlyTheirFiles() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L)), "2025-01-01", "2025-01-03");
    put(rows(row("2025-01-03", "a", 3L)), "2025-01-03", "2025-01-04");
    put(rows(row("2025-01-09", "a", 9L)), "2025-01-09", "2025-01-10");

    Dataset<Row> read = lake.read(contract(), List.of(days("2025-01-02", "2025-01-04")), 2);
    assertThat(shown(read)).containsExactly("2025-01-02 a 2", "2025-01-03 a 3");
    assertThat(read.inputFiles()).hasSize(2);
    assertThat(shown(lake.read(contract(), List.of(days("2024-01-01", "2024-01-02")), 2))).isEmpty();
  }

  @Test
  void anyDeltaReaderGivesTheSameRows() {
    put(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", null)), "2025-01-01", "2025-01-03");
    put(rows(row("2025-01-02", "b", 7L)), "2025-01-02", "2025-01-03");
    Dataset<Row> delta = SparkForTests.session().read().format("delta").load(lake.location(NAME));
    assertThat(shown(delta)).isEqualTo(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 b 7");
    assertThat(delta.schema()).isEqualTo(lake.read(NAME).schema());
  }

  @Test
  void aTableThatDoesNotExistIsAnErrorWithARemedy() {
    assertThatThrownBy(() -> lake.read(NAME)).isInstanceOf(LakeException.class)
        .hasMessageContaining("clean.stay").hasMessageContaining(folder.toString()).hasMessageContaining("Remedy");
  }
}
