package vn.cuulong.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cuulong.contract.TableName;

class LeasesTest {
  private static final TableName STAY = TableName.of("clean.tourism_stay");
  private static final Instant NOON = Instant.parse("2025-03-01T05:00:00Z");

  @TempDir Path folder;

  private Leases leases(Instant now, String run) {
    return new Lake(null, folder.toString()).leases(Clock.fixed(now, ZoneOffset.UTC), run);
  }

  private Path file() {
    return folder.resolve("_ledger/clean.tourism_stay/lease.json");
  }

  /** A lease as a process of another machine would have written it. */
  private void heldElsewhere(String host, long pid, Instant expires) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"token\":\"t\",\"host\":\"" + host + "\",\"pid\":" + pid
        + ",\"processStarted\":1,\"runId\":\"run-0\",\"acquired\":\"2025-03-01T04:59:00Z\",\"expires\":\"" + expires
        + "\"}");
  }

  @Test
  void aSecondRunIsToldWhoHoldsTheLease() {
    Lease lease = leases(NOON, "run-1").acquire(STAY);
    assertThatThrownBy(() -> leases(NOON, "run-2").acquire(STAY)).isInstanceOf(LeaseHeldException.class)
        .hasMessageContaining("clean.tourism_stay").hasMessageContaining("run-1")
        .hasMessageContaining(String.valueOf(ProcessHandle.current().pid())).hasMessageContaining("Remedy");
    lease.close();
    assertThat(file()).doesNotExist();
    leases(NOON, "run-2").acquire(STAY).close();
  }

  @Test
  void closingTheLeasesOfARunGivesAllOfThemBack() {
    Leases leases = leases(NOON, "run-1");
    leases.acquire(STAY);
    leases.acquire(TableName.of("mart.m"));
    leases.close();
    assertThat(file()).doesNotExist();
    leases(NOON, "run-2").acquire(TableName.of("mart.m")).close();
  }

  @Test
  void aLeaseOfAnotherMachineIsFreeOnlyWhenItHasExpired() throws IOException {
    heldElsewhere("elsewhere", 1, NOON.plusSeconds(60));
    assertThatThrownBy(() -> leases(NOON, "run-1").acquire(STAY)).isInstanceOf(LeaseHeldException.class);
    leases(NOON.plusSeconds(61), "run-1").acquire(STAY).confirm();
    try (var files = Files.list(file().getParent())) {
      assertThat(files.map(Path::getFileName)).map(Path::toString).containsExactly("lease.json");
    }
  }

  @Test
  void aProcessNumberThatWasUsedAgainIsNotTheOwner() throws IOException {
    String host = java.net.InetAddress.getLocalHost().getHostName();
    heldElsewhere(host, ProcessHandle.current().pid(), NOON.plusSeconds(200));
    leases(NOON, "run-1").acquire(STAY).confirm();
  }

  @Test
  void aRunThatSleptThroughItsTermFindsOutBeforeItCommits() {
    Lease slept = leases(NOON, "run-1").acquire(STAY);
    Lease next = leases(NOON.plus(Leases.TERM).plusSeconds(1), "run-2").acquire(STAY);
    assertThatThrownBy(slept::confirm).isInstanceOf(LeaseHeldException.class).hasMessageContaining("no longer held");
    slept.close();
    next.confirm();
    assertThat(file()).exists();
  }

  @Test
  void confirmingMovesTheEndOn() throws IOException {
    Lease lease = leases(NOON, "run-1").acquire(STAY);
    Files.writeString(file(), Files.readString(file()).replace("05:05:00", "05:01:00"));
    lease.confirm();
    assertThat(Files.readString(file())).contains("2025-03-01T05:05:00Z");
  }

  @Test
  void ofManyWhoSeeAStaleLeaseOneGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 25; round++) {
        heldElsewhere("elsewhere", 1, NOON.minusSeconds(1));
        CyclicBarrier start = new CyclicBarrier(8);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String run = "run-" + i;
          tries.add(() -> {
            start.await();
            try {
              leases(NOON, run).acquire(STAY);
              return true;
            } catch (LeaseHeldException e) {
              return false;
            }
          });
        }
        int winners = 0;
        for (Future<Boolean> tried : threads.invokeAll(tries)) {
          winners += tried.get() ? 1 : 0;
        }
        assertThat(winners).as("round " + round).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aLeaseIsHeldWhileItsProcessLivesAndFreeOnceItIsKilled() throws Exception {
    Process other = Holder.start(folder);
    try {
      assertThat(new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8)).readLine())
          .isEqualTo("held");
      assertThatThrownBy(() -> leases(Instant.now(), "run-1").acquire(STAY)).isInstanceOf(LeaseHeldException.class)
          .hasMessageContaining("process " + other.pid());
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(file()).exists();
    leases(Instant.now(), "run-1").acquire(STAY).confirm();
  }

  /** Another process: takes the lease, says so, and keeps it. */
  public static final class Holder {
    private Holder() {}

    static Process start(Path folder) throws IOException {
      return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
          System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Arguments: the warehouse. */
    public static void main(String[] arguments) throws InterruptedException {
      new Lake(null, arguments[0]).leases(Clock.systemUTC(), "run-0").acquire(STAY);
      System.out.println("held");
      Thread.sleep(60_000);
    }
  }
}
