package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.cuulong.run.Nights;

/** The file of the ledger that says what a table was built from is cut off. */
record DamagedLedger() implements Fault {
  @Override
  public String title() {
    return "A damaged file of the ledger";
  }

  @Override
  public String words() {
    return "Move this one away";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    Path state = file(landings);
    byte[] bytes = Files.readAllBytes(state);
    Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));
    return Ending.of(this, landings, List.of(), 1);
  }

  @Override
  public void remedy(Landings landings) throws IOException {
    Files.move(file(landings), landings.nights().landing.resolveSibling("moved-away.json"));
  }

  private static Path file(Landings landings) {
    return landings.nights().warehouse.resolve("_ledger/" + Nights.REPORTS + "/state.json");
  }
}
