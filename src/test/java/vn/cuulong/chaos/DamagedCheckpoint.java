package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.lake.TableShape;
import vn.cuulong.lake.Upkeep;
import vn.cuulong.run.Nights;

/**
 * The newest checkpoint of the log of a table is cut off.
 *
 * @param alone true when the entries before it were deleted, so that nothing but it tells what the table holds
 */
record DamagedCheckpoint(boolean alone) implements Fault {
  @Override
  public String title() {
    return "A truncated checkpoint";
  }

  @Override
  public String words() {
    return "sets aside what cannot be read";
  }

  @Override
  public void prepare(Landings landings) {
    Upkeep upkeep = landings.nights().lake().upkeep(
        TableShape.of(JobsReader.read(Path.of("jobs")).tables().get(Nights.REPORTS)));
    upkeep.checkpoint(0, false);
    if (alone) {
      upkeep.shortenLog(Long.MAX_VALUE, false);
    }
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    SeenFromOutside seen = new SeenFromOutside(landings.nights().warehouse);
    Path log = seen.folder(Nights.REPORTS).resolve("_delta_log");
    String name = String.format("%020d.checkpoint.parquet", seen.version(Nights.REPORTS));
    byte[] bytes = Files.readAllBytes(log.resolve(name));
    Files.write(log.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
    Files.deleteIfExists(log.resolve("." + name + ".crc"));
    return Ending.of(this, landings, List.of(), 1);
  }

  @Override
  public void remedy(Landings landings) throws IOException, InterruptedException {
    NightProcess.command(landings.nights(), "repair", Nights.REPORTS.toString());
  }
}
