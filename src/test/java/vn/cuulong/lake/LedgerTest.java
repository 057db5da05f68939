package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.TableState.Book;
import vn.cuulong.lake.TableState.BuiltInterval;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.lake.TableState.FileStatus;
import vn.cuulong.lake.TableState.Intent;
import vn.cuulong.table.Interval;

class LedgerTest {
  private static final TableName STAY = TableName.of("clean.tourism_stay");
  private static final Interval DAY = new Interval(LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-02"));

  @TempDir Path folder;

  private Ledger ledger() {
    return new Lake(null, folder.toString()).ledger();
  }

  private static FileEntry file() {
    return new FileEntry("luu_tru/khách sạn.csv", "luu-tru", 12, Instant.parse("2025-03-02T01:02:03.000000004Z"),
        "ab12", 2, "run-1", FileStatus.BUILT, List.of("encoding_doubtful"), new TreeMap<>(Map.of(
            "2025-03-01", new Book(10, 7, 2, 1), "", new Book(1, 0, 1, 0))));
  }

  @Test
  void aTableThatWasNeverBuiltHasAnEmptyState() {
    TableState state = ledger().state(STAY);
    assertThat(state.version()).isEqualTo(-1);
    assertThat(state.files()).isEmpty();
    assertThat(state.openIntent()).isEmpty();
    assertThat(ledger().states()).isEmpty();
    assertThat(ledger().runs()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aStateIsReadBackAsItWasSaved() {
    TableState saved = TableState.of(STAY)
        .withFiles(List.of(file()))
        .committed(3, "code-1", Map.of("2025-03-01", new BuiltInterval("in-1", "run-1", 7)))
        .withIntent(new Intent("run-2", Instant.parse("2025-03-03T00:00:00Z"), List.of(DAY), 3));
    ledger().save(saved);
    assertThat(ledger().state(STAY)).isEqualTo(saved);
    assertThat(ledger().states()).containsExactly(saved);
  }

  @Test
  void aCommitClearsTheIntentAndKeepsOtherIntervals() {
    TableState state = TableState.of(STAY)
        .committed(0, "code-1", Map.of("2025-03-01", new BuiltInterval("a", "run-1", 1)))
        .withIntent(new Intent("run-2", Instant.EPOCH, List.of(), 0))
        .committed(1, "code-1", Map.of("2025-03-02", new BuiltInterval("b", "run-2", 1)));
    assertThat(state.openIntent()).isEmpty();
    assertThat(state.version()).isEqualTo(1);
    assertThat(state.builtIntervals()).containsOnlyKeys("2025-03-01", "2025-03-02");
  }

  @Test
  void theBooksOfAFileAddUpAndBalance() {
    Book total = file().total();
    assertThat(total).isEqualTo(new Book(11, 7, 3, 1));
    assertThat(total.balances()).isTrue();
    assertThat(new Book(11, 7, 3, 0).balances()).isFalse();
  }

  @Test
  void aRunIsReadBackAsItWasSavedAndRunsComeInOrder() {
    RunRecord second = new RunRecord("20250302T020000Z-b", "run nightly", Instant.parse("2025-03-02T02:00:00Z"),
        Instant.parse("2025-03-02T02:00:30Z"), "0.1.0", "host", DAY,
        List.of(new RunRecord.Outcome(STAY, "built", List.of(DAY), 7, 3, 1.25, null, null, null,
            Map.of("clean.other", 4L), new TableState.Book(9, 7, 2, 0), Map.of("stay_date:date_impossible", 2L))),
        List.of(new RunRecord.Check(STAY, "few", "warn", 7, 1, true, "Ít", "Few")));
    RunRecord first = new RunRecord("20250301T020000Z-a", "run nightly", Instant.parse("2025-03-01T02:00:00Z"), null,
        "0.1.0", "host", null, List.of(), List.of());
    ledger().save(second);
    ledger().save(first);
    assertThat(ledger().runs()).containsExactly(first, second);
    assertThat(ledger().runIds()).containsExactly(first.runId(), second.runId());
    assertThat(ledger().run("none")).isEmpty();
  }

  @Test
  void savingLeavesNothingButTheFile() throws IOException {
    for (int i = 0; i < 3; i++) {
      ledger().save(TableState.of(STAY).committed(i, "c", Map.of()));
    }
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files.map(file -> folder.relativize(file).toString()))
          .containsExactly("_ledger/clean.tourism_stay/state.json");
    }
  }

  @Test
  void aReaderNeverSeesHalfAFileWhileAnotherThreadSaves() throws InterruptedException {
    TreeMap<String, BuiltInterval> many = new TreeMap<>();
    for (int i = 0; i < 2000; i++) {
      many.put("interval-" + i, new BuiltInterval("x".repeat(20), "run", i));
    }
    ledger().save(TableState.of(STAY).committed(0, "c", many));
    Thread writer = new Thread(() -> {
      for (int i = 1; i <= 40; i++) {
        ledger().save(TableState.of(STAY).committed(i, "c", many));
      }
    });
    writer.start();
    while (writer.isAlive()) {
      assertThat(ledger().state(STAY).builtIntervals()).hasSize(2000);
    }
    writer.join();
    assertThat(ledger().state(STAY).version()).isEqualTo(40);
  }

  @Test
  void aFileThatSomebodyBrokeIsAnErrorWithItsPathAndARemedy() throws IOException {
    ledger().save(TableState.of(STAY));
    Path file = folder.resolve("_ledger/clean.tourism_stay/state.json");
    Files.writeString(file, "{\"table\": ", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ledger().state(STAY)).isInstanceOf(LakeException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("Remedy");
  }

  @Test
  void everyUriOfTheSameFolderIsTheSameLedger() {
    ledger().save(TableState.of(STAY).committed(5, "c", Map.of()));
    assertThat(new Lake(null, folder.toUri().toString()).ledger().state(STAY).version()).isEqualTo(5);
    assertThat(new Lake(null, "file:" + folder).ledger().state(STAY).version()).isEqualTo(5);
  }

  @Test
  void hadoopStorageKeepsTheSamePromises() {
    Storage storage = new HadoopStorage("file://" + folder);
    assertThat(storage.read("a/b.json")).isEmpty();
    assertThat(storage.names("a")).isEmpty();
    assertThat(storage.create("a/b.json", new byte[] {1})).isTrue();
    assertThat(storage.create("a/b.json", new byte[] {2})).isFalse();
    assertThat(storage.read("a/b.json").orElseThrow()).containsExactly(1);
    storage.write("a/b.json", new byte[] {3, 4});
    storage.write("a/c.json", new byte[] {5});
    assertThat(storage.read("a/b.json").orElseThrow()).containsExactly(3, 4);
    assertThat(storage.names("a")).containsExactly("b.json", "c.json");
    storage.delete("a/b.json");
    storage.delete("a/b.json");
    assertThat(storage.read("a/b.json")).isEmpty();
  }
}
