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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;
import vn.cuulong.table.Interval;

/** Damaged logs, and what is set aside of them. */
class LogFilesTest {
  @TempDir Path folder;

  @Test
  void aDamagedEntryIsRefusedNamedAndSetAsideWithWhatStandsOnIt() throws IOException {
    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    for (int day = 1; day <= 3; day++) {
      put(lake, day);
    }
    List<String> first = shown(lake.read(NAME, 0));
    assertThat(lake.log(NAME).setAsideDamaged("a", false)).isEqualTo(new LogFiles.SetAside(List.of(), 2, 2));

    damage(entry(2));
    assertThatThrownBy(() -> put(lake, 4)).isInstanceOf(LakeException.class)
        .hasMessageContaining("00000000000000000002.json").hasMessageContaining("cuulong repair clean.stay");
    damage(entry(1));
    LogFiles.SetAside seen = lake.log(NAME).setAsideDamaged("b", true);
    assertThat(entry(1)).as("a look changes nothing").exists();
    LogFiles.SetAside done = lake.log(NAME).setAsideDamaged("b", false);
    assertThat(done).isEqualTo(seen);
    assertThat(done.before()).isEqualTo(2);
    assertThat(done.after()).isZero();
    assertThat(done.names()).contains("00000000000000000001.json", "00000000000000000001.crc",
        "00000000000000000002.json", "00000000000000000002.crc");
    assertThat(folder.resolve("clean/stay/_set_aside/b")).isDirectory();
    assertThat(shown(lake.read(NAME))).isEqualTo(first);
    put(lake, 3);
    assertThat(shown(lake.read(NAME))).hasSize(2);
  }

  @Test
  void aCheckpointThatIsNotWholeIsRefusedAndSetAsideAlone() throws IOException {
    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    put(lake, 1);
    put(lake, 2);
    lake.upkeep(TableShape.of(contract())).checkpoint(0, false);
    Path checkpoint = entry(1).resolveSibling("00000000000000000001.checkpoint.parquet");
    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
    Files.deleteIfExists(checkpoint.resolveSibling("." + checkpoint.getFileName() + ".crc"));
    assertThatThrownBy(() -> put(lake, 3)).isInstanceOf(LakeException.class).hasMessageContaining("checkpoint.parquet");
    LogFiles.SetAside done = lake.log(NAME).setAsideDamaged("a", false);
    assertThat(done.names()).containsExactly("00000000000000000001.checkpoint.parquet", "_last_checkpoint");
    assertThat(done.after()).isEqualTo(1);
    put(lake, 3);
    assertThat(shown(lake.read(NAME))).hasSize(3);
  }

  @Test
  void aTableThatIsBehindItsLedgerCountsAsNeverBuilt() throws IOException {
    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    put(lake, 1);
    put(lake, 2);
    lake.ledger().save(TableState.of(NAME).committed(1, "code",
        Map.of("2025-01-01", new TableState.BuiltInterval("files", "run-1", 1))));
    assertThat(lake.state(NAME).builtIntervals()).hasSize(1);
    damage(entry(1));
    lake.log(NAME).setAsideDamaged("a", false);
    assertThat(lake.state(NAME).builtIntervals()).isEmpty();
    assertThat(lake.state(NAME).version()).isZero();
    lake.log(NAME).setAsideWhole("a");
    assertThat(lake.exists(NAME)).isFalse();
    assertThat(lake.state(NAME).version()).isEqualTo(-1);
    assertThat(folder.resolve("_set_aside/a/clean/stay/_delta_log")).isDirectory();
  }

  @Test
  void aDataFileThatIsGoneOrShorterIsNamed() throws IOException {
    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    put(lake, 1);
    assertThat(lake.log(NAME).damagedDataFiles()).isEmpty();
    try (var files = Files.list(folder.resolve("clean/stay"))) {
      Path data = files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.write(data, new byte[3]);
      assertThat(lake.log(NAME).damagedDataFiles()).containsExactly(data.getFileName().toString());
      Files.delete(data);
      assertThat(lake.log(NAME).damagedDataFiles()).hasSize(1);
    }
  }

  private static void damage(Path entry) throws IOException {
    Files.writeString(entry, Files.readString(entry).substring(0, 40));
    Files.deleteIfExists(entry.resolveSibling("." + entry.getFileName() + ".crc"));
  }

  private void put(Lake lake, int day) {
    String start = "2025-01-0" + day;
    Interval interval = days(start, "2025-01-0" + (day + 1));
    lake.table(contract()).stage(rows(row(start, "a", (long) day)), List.of(interval)).commit("run-1");
  }

  private Path entry(int version) {
    return folder.resolve("clean/stay/_delta_log/0000000000000000000" + version + ".json");
  }
}
