package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Nights;
import vn.cuulong.run.RejectStore;

/**
 * Data files of a table are gone.
 *
 * @param table whose
 */
record MissingData(TableName table) implements Fault {
  @Override
  public String title() {
    return "A data file of a table is gone";
  }

  @Override
  public String words() {
    return "A data file of a table is damaged or gone";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    SeenFromOutside seen = new SeenFromOutside(landings.nights().warehouse);
    for (String file : seen.dataFiles(table)) {
      Path path = seen.folder(table).resolve(file);
      Files.delete(path);
      Files.deleteIfExists(path.resolveSibling("." + file + ".crc"));
    }
    return Ending.of(this, landings, List.of(), 1);
  }

  @Override
  public void remedy(Landings landings) throws IOException, InterruptedException {
    NightProcess.command(landings.nights(), "repair", table.toString());
    if (table.equals(RejectStore.NAME)) {
      NightProcess.command(landings.nights(), "run", Nights.FIGURES.toString(), Nights.REPORTS.toString(), "--force",
          "--landing", landings.nights().landing.toString());
    }
  }
}
