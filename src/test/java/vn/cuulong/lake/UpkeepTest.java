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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;

/** Small files, old files and the log of one table. */
class UpkeepTest {
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @TempDir Path folder;

  @Test
  void theLogIsShortenedToACheckpointBehindWhichNoKeptVersionLies() throws IOException {
    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    for (int day = 1; day <= 4; day++) {
      put(lake, day);
    }
    Upkeep upkeep = lake.upkeep(TableShape.of(contract()));
    assertThat(upkeep.checkpoint(3, true)).isTrue();
    assertThat(upkeep.checkpoint(3, false)).isTrue();
    assertThat(upkeep.checkpoint(3, false)).as("the checkpoint is there").isFalse();
    long cited = upkeep.clear(version -> version == 1, TOMORROW, TOMORROW, false).oldestKept();
    assertThat(cited).isEqualTo(1);
    assertThat(upkeep.shortenLog(cited, false)).as("version 1 needs the log from its beginning").isZero();

    put(lake, 5);
    List<String> all = shown(lake.read(NAME));
    long kept = upkeep.clear(version -> false, TOMORROW, TOMORROW, false).oldestKept();
    assertThat(upkeep.shortenLog(kept, false)).isPositive();
    assertThat(entry(0)).doesNotExist();
    assertThat(shown(lake.read(NAME))).isEqualTo(all);
    assertThat(shown(lake.read(NAME, 3))).hasSize(4);
    assertThatThrownBy(() -> lake.read(NAME, 1).count()).isInstanceOf(Exception.class);

    // The history begins at the checkpoint now; what is merged behind it stays known.
    assertThat(upkeep.merge(false)).isEqualTo(new Upkeep.Merged(5, 1));
    assertThat(upkeep.clear(version -> version == 4, TOMORROW, TOMORROW, false).old()).isEmpty();
    assertThat(shown(lake.read(NAME, 4))).isEqualTo(all);
    assertThat(upkeep.clear(version -> false, TOMORROW, TOMORROW, false).old()).hasSize(5);
    assertThat(shown(lake.read(NAME))).isEqualTo(all);
  }

  private void put(Lake lake, int day) {
    String start = "2025-01-0" + day;
    lake.table(contract()).stage(rows(row(start, "a", (long) day)), List.of(days(start, "2025-01-0" + (day + 1))))
        .commit("run-1");
  }

  private Path entry(int version) {
    return folder.resolve("clean/stay/_delta_log/0000000000000000000" + version + ".json");
  }
}
