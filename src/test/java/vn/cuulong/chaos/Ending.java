package vn.cuulong.chaos;

import java.io.IOException;
import java.util.List;
import vn.cuulong.cli.Main;

/** A night that is let run to its end, with what was done to it beforehand. */
final class Ending {
  private Ending() {}

  /**
   * Runs it.
   *
   * @param flags of Java
   * @param code with which it has to end
   */
  static Wreck of(Fault fault, Landings landings, List<String> flags, int code)
      throws IOException, InterruptedException {
    try (NightProcess night = NightProcess.start(landings.nights(), Main.class, flags)) {
      return of(fault, night, code);
    }
  }

  /** The same for one that was started before. */
  static Wreck of(Fault fault, NightProcess night, int code) throws InterruptedException {
    int ended = night.end();
    if (ended != code) {
      throw new AssertionError(fault + " ended with " + ended + " and not with " + code + ": " + night.lines());
    }
    return Wreck.of(fault, night.troubles());
  }
}
