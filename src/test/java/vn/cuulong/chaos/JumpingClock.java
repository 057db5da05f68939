package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.cuulong.cli.SkewedMain;
import vn.cuulong.run.Nights;

/**
 * The clock of the machine jumps in the middle of a night.
 *
 * @param seconds how far, and which way
 */
record JumpingClock(int seconds) implements Fault {
  @Override
  public String title() {
    return "The clock jumps";
  }

  /** Nothing depends on it but names and the terms of leases. */
  @Override
  public String words() {
    return "";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    Path clock = landings.nights().landing.resolveSibling("clock");
    Files.writeString(clock, "0");
    List<String> flags = List.of("-D" + SkewedMain.FILE + "=" + clock);
    try (NightProcess night = NightProcess.start(landings.nights(), SkewedMain.class, flags)) {
      night.await(this, () -> night.isAt(Nights.REPORTS, "reading"));
      Files.writeString(clock, Integer.toString(seconds));
      return Ending.of(this, night, 0);
    }
  }
}
