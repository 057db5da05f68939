package vn.cuulong.chaos;

import java.io.IOException;
import vn.cuulong.run.Nights;

/** A second night is started while the first writes. The first is held where it is, so that they surely meet. */
record TwoTogether() implements Fault {
  @Override
  public String title() {
    return "Two runs together";
  }

  @Override
  public String words() {
    return "is being written by another run";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    try (NightProcess first = NightProcess.start(landings.nights())) {
      first.await(this, () -> first.isAt(Nights.REPORTS, "writing"));
      first.signal("STOP");
      Wreck refused;
      try (NightProcess second = NightProcess.start(landings.nights())) {
        refused = Ending.of(this, second, 5);
      } finally {
        first.signal("CONT");
      }
      Ending.of(this, first, 0);
      return refused;
    }
  }
}
