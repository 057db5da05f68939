package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.contract.DisclosureContract.Group;
import vn.cuulong.contract.DisclosureContract.MadeOf;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.territory.Territory;

/**
 * Withholds values from a table of units, maps and months. Every column that is made of a withheld value is withheld
 * with it, so that what remains of a month are plain sums, and months tell nothing of one another.
 */
public final class TableDisclosure {
  private static final int YEAR = 12;

  private final DisclosureContract contract;
  private final Column withheldColumn;
  private final LandSums lands;

  /**
   * Disclosure control of one table.
   *
   * @param withheldColumn {@code withheld} of the dictionary
   */
  public TableDisclosure(DisclosureContract contract, Column withheldColumn, Territory territory) {
    this.contract = contract;
    this.withheldColumn = withheldColumn;
    this.lands = new LandSums(territory);
  }

  /**
   * The table with values withheld.
   *
   * @param table with all columns that the contract names as measures
   * @param contributors rows of the mart of contributors, or null when the contract names none
   * @param earlier the same table in earlier releases
   * @param pairs what is withheld because a table of pairs is published too
   * @throws vn.cuulong.publish.PublishException when rows do not add up to one another
   */
  public ProtectedTable protect(FrozenTable table, FrozenTable contributors, List<EarlierTable> earlier,
      SumsOfPairs pairs) {
    Contributions contributions = new Contributions(contributors, table.contract().name().toString());
    SafetyRule rule = new SafetyRule(contract.thresholds());
    Map<LocalDate, List<Object[]>> months = new TreeMap<>();
    Map<Cell, Object[]> places = new HashMap<>();
    for (Object[] row : table.rows()) {
      Cell cell = Cell.of(table, row);
      months.computeIfAbsent(cell.month(), month -> new ArrayList<>()).add(row);
      places.put(cell, row);
    }
    List<String> notes = new ArrayList<>();
    Map<Group, GroupPattern> patterns = new LinkedHashMap<>();
    for (Group group : contract.groups()) {
      GroupPattern pattern = new GroupPattern(table, group, rule, contributions, earlier);
      months.values().forEach(rows -> pattern.decide(rows, lands));
      patterns.put(group, pattern);
      notes.addAll(pattern.notes());
    }
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      Object[] published = withheld(row, table, patterns, places);
      pairs.withhold(table, published);
      rows.add(published);
    }
    return new ProtectedTable(table.with(ProtectedTable.columns(table, rows, withheldColumn), rows), notes);
  }

  private Object[] withheld(Object[] row, FrozenTable table, Map<Group, GroupPattern> patterns,
      Map<Cell, Object[]> places) {
    Object[] published = java.util.Arrays.copyOf(row, row.length + 1);
    Set<String> flags = new TreeSet<>();
    patterns.forEach((group, pattern) -> {
      pattern.reason(row).ifPresent(reason -> group.measures()
          .forEach(measure -> empty(published, table.indexOf(measure), ProtectedTable.flag(measure, reason), flags)));
      group.derived().forEach((column, madeOf) -> {
        if (isMadeOfWithheld(row, table, madeOf, pattern, places)) {
          empty(published, table.indexOf(column), ProtectedTable.flag(column, Reason.DERIVED), flags);
        }
      });
    });
    published[row.length] = List.copyOf(flags);
    return published;
  }

  static void empty(Object[] row, int at, String flag, Set<String> flags) {
    if (at >= 0 && row[at] != null) {
      row[at] = null;
      flags.add(flag);
    }
  }

  private static boolean isMadeOfWithheld(Object[] row, FrozenTable table, MadeOf madeOf, GroupPattern pattern,
      Map<Cell, Object[]> places) {
    if (pattern.reason(row).isPresent()) {
      return true;
    }
    Cell cell = Cell.of(table, row);
    return switch (madeOf) {
      case ROW -> false;
      case LAND -> pattern.overlapsWithheld(row);
      case MONTH_BEFORE -> isWithheld(cell.before(1), pattern, places);
      case YEAR_BEFORE -> isWithheld(cell.before(YEAR), pattern, places);
      case TWELVE_MONTHS -> java.util.stream.IntStream.range(1, YEAR)
          .anyMatch(months -> isWithheld(cell.before(months), pattern, places));
      case REGION -> {
        String region = (String) row[table.indexOf("region_id")];
        yield region != null && isWithheld(cell.of(region), pattern, places);
      }
      default -> throw new IllegalStateException(madeOf + " is for tables made of marts");
    };
  }

  /** A row that is not there cannot be judged, so nothing that was made of it is published. */
  private static boolean isWithheld(Cell cell, GroupPattern pattern, Map<Cell, Object[]> places) {
    Object[] row = places.get(cell);
    return row == null || pattern.reason(row).isPresent();
  }
}
