package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.cuulong.run.Nights;

/**
 * The newest entry of the log of a table is damaged, as a machine leaves it that lost its power.
 *
 * @param how in which way
 */
record DamagedLog(Way how) implements Fault {
  /** What is done to it. */
  enum Way {
    /** Its second half is gone. */
    TRUNCATED,
    /** It has its length and holds zeros. */
    ZEROED,
    /** It is empty. */
    EMPTY
  }

  @Override
  public String title() {
    return "A damaged entry in the log of a table";
  }

  @Override
  public String words() {
    return "sets aside what cannot be read";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    SeenFromOutside seen = new SeenFromOutside(landings.nights().warehouse);
    Path log = seen.folder(Nights.REPORTS).resolve("_delta_log");
    String name = String.format("%020d.json", seen.version(Nights.REPORTS));
    byte[] bytes = Files.readAllBytes(log.resolve(name));
    Files.write(log.resolve(name), switch (how) {
      case TRUNCATED -> Arrays.copyOf(bytes, bytes.length / 2);
      case ZEROED -> new byte[bytes.length];
      case EMPTY -> new byte[0];
    });
    // Hadoop's own checksum would tell; a disk that is written by other programs has none.
    Files.deleteIfExists(log.resolve("." + name + ".crc"));
    return Ending.of(this, landings, List.of(), 1);
  }

  @Override
  public void remedy(Landings landings) throws IOException, InterruptedException {
    NightProcess.command(landings.nights(), "repair", Nights.REPORTS.toString());
  }
}
