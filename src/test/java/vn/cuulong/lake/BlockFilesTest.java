package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.Interval;
import vn.cuulong.table.NoValues;
import vn.cuulong.table.Numbers;
import vn.cuulong.table.PlainTexts;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.RowBlocks;

/** Blocks of rows, written to Parquet by us and read back by Spark. */
class BlockFilesTest {
  private static final long SEED = 20250701;
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
  private static final List<Interval> JUNE = List.of(new Interval(FIRST, LocalDate.of(2025, 7, 1)));
  private static final String[] WORDS = {"Cần Thơ", "Cà Mau", "", "An Giang", "Đồng Tháp"};
  private static final StructType SCHEMA = new StructType()
      .add("id", DataTypes.LongType, false)
      .add("day", DataTypes.DateType, false)
      .add("moment", DataTypes.TimestampType)
      .add("paid", DataTypes.BooleanType)
      .add("amount", DataTypes.createDecimalType(18, 2))
      .add("ratio", DataTypes.DoubleType)
      .add("stars", DataTypes.LongType)
      .add("code", DataTypes.StringType)
      .add("word", DataTypes.StringType)
      .add("remark", DataTypes.StringType)
      .add("issues", DataTypes.createArrayType(DataTypes.StringType, false))
      .add("source", DataTypes.StringType)
      .add("nothing", DataTypes.StringType);
  private static final TableShape SHAPE = new TableShape(TableName.of("clean.block"), "Khối / Blocks", SCHEMA, "day",
      List.of("day", "stars"), List.of("id", "amount"));

  @TempDir
  Path folder;
  private LakeTable table;
  private final List<String> expected = new ArrayList<>();

  @BeforeEach
  void table() {
    table = new Lake(SparkForTests.session(), folder.toString()).table(SHAPE);
  }

  private record Blocks(RowBlock... blocks) implements RowBlocks {
    @Override
    public StructType schema() {
      return SCHEMA;
    }

    @Override
    public <R extends Serializable> List<R> inTasks(BlockTask<R> function) {
      try {
        return List.of(function.run(0, Arrays.stream(blocks).iterator()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  @Test
  @DisplayName("Values of every type, with and without gaps, over many pages and dictionaries, come back as they were")
  void comesBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    Blocks blocks = new Blocks(block(random, 0, 30_000), block(random, 30_000, 1), block(random, 30_001, 45_000));
    try (Staged staged = table.stage(blocks, JUNE)) {
      assertThat(staged.rowCount()).isEqualTo(expected.size());
      List<String> found = staged.rows().orderBy("id").collectAsList().stream().map(BlockFilesTest::shown).toList();
      assertThat(found).as("seed %s", SEED).isEqualTo(expected);
      staged.commit("run-1");
    }
    assertThat(new Lake(SparkForTests.session(), folder.toString()).read(SHAPE.name())
        .where("day = DATE'2025-06-05' AND stars = 4").count())
        .isEqualTo(expected.stream().filter(row -> row.contains("|2025-06-05|") && row.contains("|4|")).count());
  }

  @Test
  @DisplayName("A row outside the replaced intervals, or without a required value, is refused and leaves no file")
  void refuses() {
    Numbers days = new Numbers(1);
    days.put(0, LocalDate.of(2025, 7, 1).toEpochDay());
    assertThatThrownBy(() -> table.stage(new Blocks(one(days)), JUNE)).isInstanceOf(StagedRowsException.class)
        .hasMessageContaining("its day is 2025-07-01");
    assertThatThrownBy(() -> table.stage(new Blocks(one(new NoValues())), JUNE))
        .isInstanceOf(StagedRowsException.class).hasMessageContaining("The required column day is empty");
    assertThat(folder.resolve("clean/block").toFile().list((place, name) -> name.endsWith(".parquet"))).isEmpty();
  }

  @Test
  @DisplayName("What a killed run left is told by its owner from what another run is just writing")
  void orphans() {
    RowBlock row = block(new SplittableRandom(SEED), 0, 20);
    table.stageMore(new Blocks(row), "clean.a-");
    table.stageMore(new Blocks(row), "clean.b-").commit("run-1");
    Staged writing = table.stageMore(new Blocks(row), "clean.b-");
    assertThat(table.removeOrphans(Instant.EPOCH, "clean.a-")).isEqualTo(1);
    assertThat(table.removeOrphans(Instant.EPOCH, "clean.a-")).isZero();
    writing.commit("run-2");
    assertThat(new Lake(SparkForTests.session(), folder.toString()).read(SHAPE.name()).count())
        .isEqualTo(2L * row.count());
  }

  @Test
  @DisplayName("No rows make no file")
  void nothing() {
    try (Staged staged = table.stage(new Blocks(), JUNE)) {
      assertThat(staged.files()).isEmpty();
      assertThat(staged.rowCount()).isZero();
    }
  }

  private static RowBlock one(ColumnValues days) {
    List<ColumnValues> columns = new ArrayList<>(IntStream.range(0, SCHEMA.length())
        .mapToObj(i -> (ColumnValues) new NoValues()).toList());
    columns.set(0, new Numbers(1));
    columns.set(1, days);
    return new RowBlock(columns, 1);
  }

  /** Random rows; a tenth is left out. What Spark has to show of the others is expected. */
  private RowBlock block(SplittableRandom random, int from, int size) {
    Numbers[] numbers = IntStream.range(0, 7).mapToObj(i -> new Numbers(size)).toArray(Numbers[]::new);
    PlainTexts codes = new PlainTexts(size);
    Coded<byte[]> words = new Coded<>(size, Arrays.stream(WORDS).map(BlockFilesTest::bytes).toList());
    List<byte[]> remarks = new ArrayList<>();
    Coded<byte[]> remark = new Coded<>(size, remarks);
    List<String[]> lists = List.of(new String[0], new String[] {"a:x"}, new String[] {"a:x", "b:y", "c"});
    Coded<String[]> issues = new Coded<>(size, lists);
    List<Integer> left = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      long[] values = {from + row, FIRST.toEpochDay() + random.nextInt(30),
          gap(random, 9, random.nextLong(-1_000_000_000_000_000L, 4_000_000_000_000_000L)), gap(random, 3, row % 2),
          gap(random, 20, random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L)),
          gap(random, 5, Double.doubleToLongBits(random.nextDouble())), gap(random, 4, random.nextInt(3, 6))};
      for (int i = 0; i < values.length; i++) {
        numbers[i].put(row, values[i]);
      }
      String code = random.nextInt(50) == 0 ? null : "DH" + random.nextInt(1_000_000);
      if (code == null) {
        codes.putNone(row);
      } else {
        codes.put(row, bytes(code), 0, code.length());
      }
      int word = random.nextInt(-1, WORDS.length);
      words.put(row, word);
      // So long and so different that no dictionary of a row group holds them all.
      remarks.add(bytes("remark ".repeat(10) + random.nextLong()));
      remark.put(row, row);
      int list = random.nextInt(10) < 8 ? 0 : random.nextInt(3);
      issues.put(row, list);
      if (random.nextInt(10) == 0) {
        left.add(row);
      } else {
        expected.add(shown(values, code, word < 0 ? null : WORDS[word], text(remarks.get(row)), lists.get(list)));
      }
    }
    List<ColumnValues> columns = new ArrayList<>(Arrays.asList(numbers));
    columns.addAll(List.of(codes, words, remark, issues, Coded.constant(bytes("here")), new NoValues()));
    return new RowBlock(columns, size, left.stream().mapToInt(Integer::intValue).toArray());
  }

  private static long gap(SplittableRandom random, int one, long value) {
    return random.nextInt(one) == 0 ? Numbers.NONE : value;
  }

  private static String shown(long[] values, String code, String word, String remark, String[] issues) {
    List<String> shown = new ArrayList<>();
    shown.add(values[0] + "|" + LocalDate.ofEpochDay(values[1]));
    shown.add(values[2] == Numbers.NONE ? "null" : Long.toString(values[2]));
    shown.add(values[3] == Numbers.NONE ? "null" : Boolean.toString(values[3] != 0));
    shown.add(values[4] == Numbers.NONE ? "null" : BigDecimal.valueOf(values[4], 2).toString());
    shown.add(values[5] == Numbers.NONE ? "null" : Double.toString(Double.longBitsToDouble(values[5])));
    shown.add(values[6] == Numbers.NONE ? "null" : Long.toString(values[6]));
    shown.addAll(List.of(String.valueOf(code), String.valueOf(word), remark, Arrays.toString(issues), "here", "null"));
    return String.join("|", shown);
  }

  private static String shown(Row row) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      Object value = row.get(i);
      if (value instanceof java.sql.Timestamp moment) {
        value = Math.floorDiv(moment.getTime(), 1000) * 1_000_000 + moment.getNanos() / 1000;
      }
      shown.add(SCHEMA.fields()[i].name().equals("issues") ? Arrays.toString(row.getList(i).toArray())
          : String.valueOf(value));
    }
    return String.join("|", shown);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
