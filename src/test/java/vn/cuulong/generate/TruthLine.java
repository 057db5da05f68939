package vn.cuulong.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One line of a truth file, read back. */
public record TruthLine(
    String table, String sourceId, String file, LocalDate day, String key, String column, String kind, String said,
    String right, String outcome, String code) {

  public static List<TruthLine> read(Path file) throws IOException {
    List<TruthLine> lines = new ArrayList<>();
    List<String> raw = Files.readAllLines(file);
    for (String line : raw.subList(1, raw.size())) {
      List<String> f = fields(line);
      lines.add(new TruthLine(f.get(0), f.get(1), f.get(2), LocalDate.parse(f.get(3)), f.get(4), f.get(5), f.get(6),
          f.get(7), f.get(8), f.get(9), f.get(10)));
    }
    return lines;
  }

  /** Fields of a CSV line. */
  public static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
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
