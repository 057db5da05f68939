package vn.cuulong.publish.disclosure;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cuulong.territory.Basis;

/** A table as an earlier release has it, read from its comma separated file. */
public final class EarlierTable {
  private final Map<Cell, Map<String, String>> rows = new LinkedHashMap<>();

  /**
   * Of the bytes of {@code csv/<table>.csv}.
   *
   * @throws IllegalArgumentException when it has no columns unit_id, boundary_basis and month
   */
  public EarlierTable(byte[] csv) {
    List<List<String>> records = records(new String(csv, StandardCharsets.UTF_8));
    List<String> header = records.get(0);
    if (!header.containsAll(List.of("unit_id", "boundary_basis", "month"))) {
      throw new IllegalArgumentException("The file has no columns unit_id, boundary_basis and month.");
    }
    for (List<String> fields : records.subList(1, records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), fields.get(i));
      }
      rows.put(new Cell(row.get("unit_id"), Basis.of(row.get("boundary_basis")), LocalDate.parse(row.get("month"))),
          row);
    }
  }

  /** The cells of a month, in the order of the file. */
  List<Cell> cells(LocalDate month) {
    return rows.keySet().stream().filter(cell -> cell.month().equals(month)).toList();
  }

  /** True when there was such a row. */
  boolean has(Cell cell) {
    return rows.containsKey(cell);
  }

  /** True when a number was published there. */
  boolean isPublished(Cell cell, String column) {
    return !text(cell, column).isEmpty();
  }

  /** True when exactly this number was published there. */
  boolean holds(Cell cell, String column, Object number) {
    String published = text(cell, column);
    return !published.isEmpty() && number != null
        && new BigDecimal(published).compareTo(new BigDecimal(number.toString())) == 0;
  }

  /** Why a column is withheld on its own account now, because it was there; empty when it was not. */
  Optional<Reason> kept(Cell cell, String column) {
    List<String> withheld = withheld(cell);
    if (withheld.contains(ProtectedTable.flag(column, Reason.SECONDARY))) {
      return Optional.of(Reason.SECONDARY);
    }
    return Arrays.stream(Reason.values()).filter(reason -> reason != Reason.DERIVED)
        .filter(reason -> withheld.contains(ProtectedTable.flag(column, reason))).findFirst()
        .map(reason -> Reason.EARLIER_RELEASE);
  }

  /** What was withheld in a row, as {@code column:reason}, sorted. */
  List<String> withheld(Cell cell) {
    String withheld = text(cell, ProtectedTable.WITHHELD);
    return withheld.isEmpty() ? List.of() : List.of(withheld.split("\\|"));
  }

  private String text(Cell cell, String column) {
    return rows.getOrDefault(cell, Map.of()).getOrDefault(column, "");
  }

  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int from = text.startsWith("\ufeff") ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          records.add(fields);
          fields = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return records;
  }
}
