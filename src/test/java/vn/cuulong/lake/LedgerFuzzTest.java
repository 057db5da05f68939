package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.Fuzzing;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.lake.TableState.Intent;
import vn.cuulong.table.Interval;

/** The reader of the ledger on damaged files: a state, or a refusal that names the file and what to do. */
@Tag("fuzz")
class LedgerFuzzTest {
  private static final TableName STAY = TableName.of("clean.tourism_stay");
  private static final byte[][] TOKENS = Stream.of("\"", ":", ",", "{", "}", "[", "]", "null", "true", "-1",
      "1e999", "0.5",
      "99999999999999999999", "\\u0000", "\\", "\"@class\":\"java.net.URL\",", "[\"java.util.ArrayList\",[]]", "\u0000",
      "\ufeff", "[".repeat(2_000), "2025-02-30", "../..", "x".repeat(5_000))
      .map(token -> token.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  @TempDir
  private Path folder;

  @Test
  void a_damaged_ledger_file_is_read_or_refused_by_name() throws IOException {
    Ledger ledger = new Lake(null, folder.toString()).ledger();
    ledger.save(TableState.of(STAY)
        .withFiles(List.of(new FileEntry("luu_tru/khách sạn.csv", "luu-tru", 12,
            Instant.parse("2025-03-02T01:02:03.000000004Z"), "ab12", 2, "run-1", FileStatus.BUILT,
            List.of("encoding_doubtful"), new TreeMap<>(Map.of("2025-03-01", new Book(10, 7, 2, 1))))))
        .committed(3, "code-1", Map.of("2025-03-01", new BuiltInterval("in-1", "run-1", 7)))
        .withIntent(new Intent("run-2", Instant.parse("2025-03-03T00:00:00Z"),
            List.of(new Interval(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-02"))), 3)));
    Path file = folder.resolve("_ledger/clean.tourism_stay/state.json");
    byte[] bytes = Files.readAllBytes(file);
    int[] refused = new int[1];
    new Fuzzing("ledger", 1, 500).run(random -> {
      Files.write(file, Fuzzing.changed(bytes, TOKENS, random));
      try {
        TableState state = ledger.state(STAY);
        assertThat(state.table()).isNotNull();
        assertThat(state.files().values()).doesNotContainNull();
        assertThat(state.openIntent()).isNotNull();
      } catch (LakeException wrong) {
        refused[0]++;
        assertThat(wrong.problem()).contains("state.json");
      }
    });
    assertThat(refused[0]).isPositive();
  }
}
