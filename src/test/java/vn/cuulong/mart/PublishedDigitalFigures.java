package vn.cuulong.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.TableName;
import vn.cuulong.method.DigitalEconomySpec;
import vn.cuulong.method.Figure;

/** The published figures of the samples as the estimate reads them, and the shipped method. */
final class PublishedDigitalFigures {
  static final List<LocalDate> RELEASES = List.of(LocalDate.of(2023, 9, 14), LocalDate.of(2023, 12, 4),
      LocalDate.of(2023, 12, 29), LocalDate.of(2025, 1, 6), LocalDate.of(2026, 1, 5));
  private static final Path FILE = Path.of("src/test/resources/cases/method/published_digital_figures.csv");

  private PublishedDigitalFigures() {}

  static List<Figure> read() {
    try {
      List<Figure> figures = new ArrayList<>();
      for (String line : Files.readAllLines(FILE).subList(1, Files.readAllLines(FILE).size())) {
        String[] fields = line.split(",", 8);
        figures.add(new Figure(fields[0], fields[1], LocalDate.parse(fields[2]), LocalDate.parse(fields[3]),
            Double.parseDouble(fields[4]), fields[5], fields[6].isEmpty() ? null : LocalDate.parse(fields[6]),
            fields[7]));
      }
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DigitalEconomySpec spec() {
    return new EstimateMethod(JobsReader.read(Path.of("jobs")).tables()
        .get(TableName.of("mart.province_year_digital_grdp")).method()).spec();
  }
}
