package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cuulong.lake.StayTable.NAME;
import static vn.cuulong.lake.StayTable.contract;
import static vn.cuulong.lake.StayTable.days;
import static vn.cuulong.lake.StayTable.row;
import static vn.cuulong.lake.StayTable.rows;
import static vn.cuulong.lake.StayTable.shown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.SparkForTests;

/** Starts a session in another process, so it runs with the faults of whole nights. */
@Tag("chaos")
class KilledWriterTest {
  @TempDir Path folder;

  @Test
  void aWriterKilledBetweenStagingAndCommitLeavesTheTableAsItWas() throws Exception {
    Process writer = start();
    try (BufferedReader said = new BufferedReader(
        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.lines().filter("staged"::equals).findFirst()).contains("staged");
    } finally {
      writer.destroyForcibly().waitFor();
    }

    Lake lake = new Lake(SparkForTests.session(), folder.toString());
    assertThat(lake.version(NAME)).contains(0L);
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 a 2");
    assertThat(dataFiles()).isEqualTo(3);

    try (Leases leases = lake.leases(Clock.systemUTC(), "run-2"); Lease lease = leases.acquire(NAME)) {
      TableState.Intent intent = lake.ledger().state(NAME).openIntent().orElseThrow();
      assertThat(intent.intervals()).containsExactly(days("2025-01-02", "2025-01-03"));
      LakeTable table = lake.table(contract());
      assertThat(table.removeOrphans(intent.since())).isEqualTo(2);
      Staged again = table.stage(rows(row("2025-01-02", "b", 9L)), intent.intervals());
      lease.confirm();
      again.commit("run-2");
    }
    assertThat(shown(lake.read(NAME))).containsExactly("2025-01-01 a 1", "2025-01-02 b 9");
  }

  private long dataFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("clean/stay"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The flags of this JVM: module opens, compiler level, the odd time zone.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-javaagent") && !flag.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Writer.class.getName(), folder.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Another process: commits a version, stages the next, and waits for its end. */
  public static final class Writer {
    private Writer() {}

    /** Arguments: the warehouse. */
    public static void main(String[] arguments) throws InterruptedException {
      Lake lake = new Lake(SparkForTests.session(), arguments[0]);
      lake.leases(Clock.systemUTC(), "run-1").acquire(NAME);
      LakeTable table = lake.table(contract());
      table.stage(rows(row("2025-01-01", "a", 1L), row("2025-01-02", "a", 2L)),
          List.of(days("2025-01-01", "2025-01-03"))).commit("run-0");
      lake.ledger().save(lake.ledger().state(NAME).withIntent(new TableState.Intent("run-1", Instant.now(),
          List.of(days("2025-01-02", "2025-01-03")), 0)));
      table.stage(rows(row("2025-01-02", "b", 9L)), List.of(days("2025-01-02", "2025-01-03")));
      System.out.println("staged");
      Thread.sleep(120_000);
    }
  }
}
