package vn.cuulong.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Nights;

/**
 * Leases that nobody will give back: of a process of this machine that is gone, of another machine after and before its
 * term. The first two are taken over at once, the third when its term is over.
 */
record DeadLeases() implements Fault {
  @Override
  public String title() {
    return "A lease whose holder died";
  }

  @Override
  public String words() {
    return "it is free at";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Instant now = Instant.now();
    lease(landings, Nights.FIGURES, InetAddress.getLocalHost().getHostName(), gone.pid(), now.plusSeconds(240));
    lease(landings, Nights.REPORTS, "a-machine-that-burnt", 4711, now.minusSeconds(1));
    lease(landings, Nights.TOURISM, "a-machine-out-of-sight", 4712, now.plusSeconds(3600));
    return Ending.of(this, landings, List.of(), 5);
  }

  @Override
  public void remedy(Landings landings) throws IOException {
    // Waiting is all that is to be done.
    LostLease.expire(file(landings, Nights.TOURISM));
  }

  private static void lease(Landings landings, TableName table, String host, long pid, Instant expires)
      throws IOException {
    Files.writeString(file(landings, table), "{\"token\":\"" + table + "\",\"host\":\"" + host + "\",\"pid\":" + pid
        + ",\"processStarted\":1,\"runId\":\"20240101T000000000Z-dead\",\"acquired\":\"" + expires.minusSeconds(300)
        + "\",\"expires\":\"" + expires + "\"}");
  }

  private static Path file(Landings landings, TableName table) {
    return landings.nights().warehouse.resolve("_ledger/" + table + "/lease.json");
  }
}
