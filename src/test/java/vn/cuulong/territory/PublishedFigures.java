package vn.cuulong.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published figures of {@code data-samples}, read plainly, so that territory is proved on real numbers. */
record PublishedFigures(List<List<String>> rows) {
  private static final Path FOLDER = Path.of("data-samples/landing/official-statistic-csv");

  static PublishedFigures read(String file) {
    try {
      List<List<String>> rows = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        rows.add(fields(line));
      }
      return new PublishedFigures(rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unit id to value of one indicator, year and map, from sources whose title holds a text. */
  Map<String, Double> values(String indicator, String vintage, int year, String sourceTitle) {
    Map<String, Double> values = new TreeMap<>();
    for (List<String> row : rows) {
      if (row.get(0).equals(indicator) && row.get(2).equals(vintage) && row.get(3).equals(Integer.toString(year))
          && row.get(7).contains(sourceTitle)) {
        // The country is the same on every map, and figures of the country name none.
        Basis basis = vintage.equals("na") ? Basis.UNITS_2025 : Basis.of(vintage);
        Resolution resolution = Territory.standard().resolve(row.get(1), basis);
        values.put(resolution.unitId(), Double.parseDouble(row.get(4)));
      }
    }
    return values;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
