package vn.cuulong.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.cuulong.vietnamese.Doubt;

/** Reads the tables of territory that ship as resources: CSV with one header row, quotes as in RFC 4180. */
final class TerritoryFiles {
  private static final String FOLDER = "/territory/";

  private TerritoryFiles() {}

  static List<Unit> units() {
    return read("units.csv", 9, f -> new Unit(f.get(0), text(f.get(1)), f.get(2), f.get(3),
        Unit.Level.valueOf(f.get(4).toUpperCase(Locale.ROOT)), day(f.get(5)), day(f.get(6)), text(f.get(7)),
        Boolean.parseBoolean(f.get(8))));
  }

  static List<UnitName> names() {
    return read("names.csv", 5, f -> new UnitName(f.get(0), f.get(1), day(f.get(2)), day(f.get(3)),
        f.get(4).isEmpty() ? null : Doubt.valueOf(f.get(4).toUpperCase(Locale.ROOT))));
  }

  static List<Membership> memberships() {
    return read("memberships.csv", 6, f -> new Membership(f.get(0), f.get(1), day(f.get(2)), day(f.get(3)),
        Boolean.parseBoolean(f.get(4)), f.get(5)));
  }

  static List<Merge> merges() {
    return read("merges.csv", 3, f -> new Merge(f.get(0), f.get(1), f.get(2)));
  }

  static List<Neighbours> neighbours() {
    return read("neighbours.csv", 3, f -> new Neighbours(f.get(0), f.get(1), f.get(2)));
  }

  static List<SplitAmount> splitAmounts() {
    return read("split_amounts.csv", 7, f -> new SplitAmount(f.get(0), f.get(1), Double.parseDouble(f.get(4)),
        f.get(5) + " <" + f.get(6) + ">"));
  }

  private static <T> List<T> read(String file, int width, Function<List<String>, T> row) {
    try (InputStream stream = TerritoryFiles.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + FOLDER + file + " is missing from the jar. Build it again.");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      List<T> rows = new ArrayList<>();
      String line = lines.readLine();
      for (int number = 2; (line = lines.readLine()) != null; number++) {
        List<String> fields = fields(line);
        if (fields.size() != width) {
          throw new IllegalStateException(FOLDER + file + " line " + number + " has " + fields.size()
              + " fields where " + width + " are due. Put quotes around a field that holds a comma.");
        }
        rows.add(row.apply(fields));
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
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

  private static LocalDate day(String field) {
    return field.isEmpty() ? null : LocalDate.parse(field);
  }

  private static String text(String field) {
    return field.isEmpty() ? null : field;
  }
}
