package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import vn.cuulong.contract.TableName;

/**
 * The folder of a table was moved away, and its ledger was not.
 *
 * @param table which
 */
record LostTable(TableName table) implements Fault {
  @Override
  public String title() {
    return "The folder of a table is gone";
  }

  /** It is built again. */
  @Override
  public String words() {
    return "";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    Files.move(new SeenFromOutside(landings.nights().warehouse).folder(table),
        landings.nights().landing.resolveSibling("moved-away"));
    return Ending.of(this, landings, List.of(), 0);
  }
}
