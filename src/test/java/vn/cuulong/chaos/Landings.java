package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import vn.cuulong.contract.TableName;
import vn.cuulong.run.Nights;
import vn.cuulong.run.Reports;

/**
 * What lands in a warehouse, night after night: each night a file with a month of its own, a month that all share, a
 * row that is rejected, and one that another file contradicts. The files of later nights correct the first.
 *
 * @param nights the folders
 */
record Landings(Nights nights) {
  /** Little work, and each kind: clean tables with many and with few files, and a mart. */
  static final List<TableName> TABLES = List.of(Nights.FIGURES, Nights.REPORTS, Nights.TOURISM);
  /** So many nights land in one warehouse. */
  static final int NIGHTS = 5;

  private static final List<String> UNITS = List.of("An Giang", "Ca Mau", "Ben Tre", "Can Tho", "Tra Vinh");
  private static final String POPULATION = "official-statistic-px-csv/average-population-v02-01.csv";

  /** The file of a night, from 0. */
  void night(int night) {
    String month = "0" + (night + 2) + "/2024";
    nights.write(name(night), Reports.HEADER
        + Reports.row("01/2024", UNITS.get(night), 900 + night)
        + Reports.row("01/2024", "Long An", 700 + night)
        + Reports.row(month, "An Giang", 1000 + night)
        + Reports.row(month, "Kien Giang", 2000 + night)
        + Reports.row(month, "Atlantis", 3000 + night)
        + (night % 2 == 0 ? Reports.row("12/2024", "An Giang", 4000 + night) : ""));
  }

  /** The same nights in a copy of the folders: as they are, times of the files included. */
  Landings copiedTo(Path folder) throws IOException {
    Path from = nights.landing.getParent();
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = folder.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return new Landings(Nights.in(folder));
  }

  /** The file of a night. */
  Path file(int night) {
    return nights.landing.resolve(name(night));
  }

  /** The population of the provinces. */
  void population() {
    nights.land(POPULATION);
  }

  /** Everything that has landed in the end, whatever landed before. */
  void rest() {
    if (!Files.exists(nights.landing.resolve(POPULATION))) {
      population();
    }
    for (int night = 0; night < NIGHTS; night++) {
      if (!Files.exists(nights.landing.resolve(name(night)))) {
        night(night);
      }
    }
  }

  private static String name(int night) {
    return "tourism-report-csv/" + (night < 3 ? "report-" + night + ".csv" : "report-0_v" + night + ".csv");
  }
}
