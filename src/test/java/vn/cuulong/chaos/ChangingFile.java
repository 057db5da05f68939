package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.cuulong.run.Nights;
import vn.cuulong.run.Reports;

/**
 * A landing file changes while a night reads it.
 *
 * @param how in which way
 */
record ChangingFile(Way how) implements Fault {
  /** What is done to it. */
  enum Way {
    /** Row after row is added until the table has ended. */
    GROWS,
    /** It is taken away before the table is committed. */
    VANISHES
  }

  @Override
  public String title() {
    return "A landing file changes while it is read";
  }

  @Override
  public String words() {
    return "changed while it was read";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    Path file = landings.file(ChaosTest.NIGHT_OF_FAULTS);
    byte[] whole = Files.readAllBytes(file);
    try (NightProcess night = NightProcess.start(landings.nights())) {
      if (how == Way.GROWS) {
        night.await(this, () -> night.isAt(Nights.REPORTS, "reading"));
        byte[] row = Reports.row("03/2024", "An Giang", 5).getBytes(StandardCharsets.UTF_8);
        while (!night.hasEnded(Nights.REPORTS)) {
          Files.write(file, row, StandardOpenOption.APPEND);
          Thread.sleep(2);
        }
      } else {
        night.await(this, () -> night.isAt(Nights.REPORTS, "writing"));
        Files.delete(file);
      }
      int code = night.end();
      if (code != 3 && code != 4) {
        throw new AssertionError(this + " ended with " + code + ": " + night.lines());
      }
      Files.write(file, whole);
      return Wreck.of(this, night.troubles());
    }
  }
}
