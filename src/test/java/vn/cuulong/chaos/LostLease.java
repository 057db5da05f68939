package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import vn.cuulong.run.Nights;

/**
 * A machine is suspended while its run writes a table, or its clock stands still; on another clock its lease has run
 * out, and another run takes the table. Then the first wakes and goes on.
 */
record LostLease() implements Fault {
  @Override
  public String title() {
    return "A run sleeps through its lease, or the clocks of two machines differ";
  }

  @Override
  public String words() {
    return "is no longer held by this run";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    try (NightProcess sleeper = NightProcess.start(landings.nights())) {
      sleeper.await(this, () -> sleeper.isAt(Nights.REPORTS, "writing"));
      sleeper.signal("STOP");
      try (NightProcess other = NightProcess.start(landings.nights())) {
        expire(landings.nights().warehouse.resolve("_ledger/" + Nights.REPORTS + "/lease.json"));
        Ending.of(this, other, 0);
      } finally {
        sleeper.signal("CONT");
      }
      return Ending.of(this, sleeper, 5);
    }
  }

  /** As if its term had passed: a minute ago it ended. */
  static void expire(Path lease) throws IOException {
    String text = Files.readString(lease);
    int from = text.indexOf("\"expires\":\"") + 11;
    int to = text.indexOf('"', from);
    Path draft = lease.resolveSibling("lease.draft");
    Files.writeString(draft, text.substring(0, from) + Instant.now().minusSeconds(60) + text.substring(to));
    Files.move(draft, lease, java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
