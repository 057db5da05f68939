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
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.DisclosureContract.Source;
import vn.cuulong.contract.TableName;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.territory.Basis;

/** A table as an earlier release has it, read from its comma separated file. */
public final class EarlierTable {
  /** No amount is below zero, so none is this. */
  private static final String CHANGED = "-1";

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final Map<Cell, Map<String, String>> cells = new LinkedHashMap<>();

  /** Of the bytes of {@code csv/<table>.csv}. */
  public EarlierTable(byte[] csv) {
    List<List<String>> records = records(new String(csv, StandardCharsets.UTF_8));
    List<String> header = records.get(0);
    for (List<String> fields : records.subList(1, records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), fields.get(i));
      }
      rows.add(row);
      if (header.containsAll(List.of("unit_id", "boundary_basis", "month"))) {
        cells.put(cell(row, "month"), row);
      }
    }
  }

  private EarlierTable() {}

  /**
   * What a derived table of an earlier release says of a mart: a value of an indicator is a value of its column.
   *
   * @param csv the derived table, with units and maps
   * @param lineage what its rows are made of
   * @param now the mart in question, as it is now
   */
  public static EarlierTable of(byte[] csv, Lineage lineage, FrozenTable now) {
    TableName mart = now.contract().name();
    EarlierTable table = new EarlierTable();
    for (Map<String, String> row : new EarlierTable(csv).rows) {
      List<Source> sources = lineage.sources().getOrDefault(row.get(lineage.code()), List.of());
      if (!sources.isEmpty() && sources.get(0).table().equals(mart) && row.containsKey("value")) {
        table.putAll(cell(row, lineage.month()), sources, row, lineage.region());
      }
    }
    table.addReports(now);
    return table;
  }

  /**
   * Derived tables have no rows as published. What a unit reported has changed when its number on a map has; else it is
   * taken to be the same.
   */
  private void addReports(FrozenTable now) {
    Map<Cell, Object[]> rows = new HashMap<>();
    now.rows().forEach(row -> rows.put(Cell.of(now, row), row));
    Map<Cell, Map<String, String>> shown = new LinkedHashMap<>(cells);
    shown.forEach((cell, values) -> {
      Cell report = new Cell(cell.unitId(), Basis.AS_PUBLISHED, cell.month());
      if (rows.containsKey(report)) {
        Map<String, String> reported = cells.computeIfAbsent(report, one -> new HashMap<>());
        values.forEach((column, value) -> {
          Object[] row = rows.get(cell);
          boolean isThere = row != null && now.indexOf(column) >= 0;
          if (!value.isEmpty() && (!isThere || !holds(cell, column, row[now.indexOf(column)]))) {
            reported.put(column, CHANGED);
          }
        });
      }
    });
  }

  /**
   * What a row says: its value, what it is a ratio of, and what its region has. Means, ranks and growth are published
   * only beside all the values that they are made of, and so say no more than those.
   */
  private void putAll(Cell cell, List<Source> sources, Map<String, String> row, String region) {
    put(cell, sources.get(0).column(), row.get("value"));
    if (sources.size() > 2) {
      put(cell, sources.get(1).column(), row.getOrDefault("numerator", ""));
      put(cell, sources.get(2).column(), row.getOrDefault("denominator", ""));
    } else if (region != null && !row.getOrDefault(region, "").isEmpty()) {
      put(cell.of(row.get(region)), sources.get(0).column(), row.getOrDefault("regional_value", ""));
    }
  }

  /** Keeps what was said before where this says nothing. */
  private void put(Cell cell, String column, String value) {
    if (value.isEmpty() && cells.containsKey(cell) && cells.get(cell).containsKey(column)) {
      return;
    }
    cells.computeIfAbsent(cell, one -> new HashMap<>()).put(column, value);
  }

  private static Cell cell(Map<String, String> row, String month) {
    return new Cell(row.get("unit_id"), Basis.of(row.get("boundary_basis")), LocalDate.parse(row.get(month)));
  }

  /** The rows by the texts of some columns that tell them apart. */
  Map<List<String>, Map<String, String>> by(List<String> key) {
    Map<List<String>, Map<String, String>> found = new HashMap<>();
    rows.forEach(row -> found.put(key.stream().map(column -> row.getOrDefault(column, "")).toList(), row));
    return found;
  }

  /** The flags of a row as {@link #by} gives it. */
  static List<String> flags(Map<String, String> row) {
    String withheld = row.getOrDefault(ProtectedTable.WITHHELD, "");
    return withheld.isEmpty() ? List.of() : List.of(withheld.split("\\|"));
  }

  /** The cells of a month, in the order of the file. */
  List<Cell> cells(LocalDate month) {
    return cells.keySet().stream().filter(cell -> cell.month().equals(month)).toList();
  }

  /** True when there was such a row. */
  boolean has(Cell cell) {
    return cells.containsKey(cell);
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
    return flags(cells.getOrDefault(cell, Map.of()));
  }

  private String text(Cell cell, String column) {
    return cells.getOrDefault(cell, Map.of()).getOrDefault(column, "");
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
