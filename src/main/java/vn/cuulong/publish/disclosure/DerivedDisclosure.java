package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.DisclosureContract.Lineage;
import vn.cuulong.contract.DisclosureContract.MadeOf;
import vn.cuulong.contract.DisclosureContract.Source;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Withholds from a table that is made of marts everything that is made of what those withhold. What remains follows
 * from what the marts publish and from published figures, and so tells nothing new.
 */
public final class DerivedDisclosure {
  private static final int YEAR = 12;

  private final Lineage lineage;
  private final Column withheldColumn;
  private final Territory territory;
  private final Withheld withheld;
  private final Map<List<Object>, Boolean> slices = new HashMap<>();

  /**
   * Disclosure control of one table.
   *
   * @param withheldColumn {@code withheld} of the dictionary
   * @param withheld what the marts of its lineage withhold
   */
  public DerivedDisclosure(Lineage lineage, Column withheldColumn, Territory territory, Withheld withheld) {
    this.lineage = lineage;
    this.withheldColumn = withheldColumn;
    this.territory = territory;
    this.withheld = withheld;
  }

  /** The table with values withheld. */
  public ProtectedTable protect(FrozenTable table) {
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      Object[] published = Arrays.copyOf(row, row.length + 1);
      TreeSet<String> flags = new TreeSet<>();
      List<Source> sources = sources((String) row[table.indexOf(lineage.code())]);
      if (!sources.isEmpty()) {
        lineage.derived().forEach((column, madeOf) -> {
          int at = table.indexOf(column);
          boolean holds = at >= 0 && row[at] != null && !List.of().equals(row[at]);
          if (holds && isMadeOfWithheld(table, row, sources, madeOf)) {
            TableDisclosure.empty(published, at, ProtectedTable.flag(column, Reason.DERIVED), flags);
          }
        });
      }
      published[row.length] = List.copyOf(flags);
      rows.add(published);
    }
    return new ProtectedTable(table.with(ProtectedTable.columns(table, rows, withheldColumn), rows), List.of());
  }

  private List<Source> sources(String code) {
    return lineage.sources().containsKey(code) ? lineage.sources().get(code)
        : Arrays.stream(code.split("/")).flatMap(part -> lineage.sources().getOrDefault(part, List.of()).stream())
            .toList();
  }

  private boolean isMadeOfWithheld(FrozenTable table, Object[] row, List<Source> sources, MadeOf madeOf) {
    String unit = text(table, row, lineage.unit());
    Basis basis = lineage.basis() == null ? Basis.AS_PUBLISHED : Basis.of(text(table, row, lineage.basis()));
    LocalDate month = lineage.month() == null ? null : (LocalDate) row[table.indexOf(lineage.month())];
    if (madeOf == MadeOf.SERIES) {
      return withheld.isEverWithheld(sources, unit, basis);
    }
    if (month == null) {
      return false;
    }
    Cell cell = new Cell(unit, basis, month);
    Predicate<Cell> isWithheld = one -> withheld.isWithheld(sources, one);
    String region = text(table, row, lineage.region());
    return switch (madeOf) {
      case ROW -> isWithheld.test(cell);
      case MONTH_BEFORE -> isWithheld.test(cell) || isWithheld.test(cell.before(1));
      case YEAR_BEFORE -> isWithheld.test(cell) || isWithheld.test(cell.before(YEAR));
      case TWELVE_MONTHS -> IntStream.range(0, YEAR).mapToObj(cell::before).anyMatch(isWithheld);
      case MEMBERS -> isRegionWithheld(sources, region, cell);
      case REGION -> isWithheld.test(cell) || isRegionWithheld(sources, region, cell);
      case SLICE -> isSliceWithheld(sources, region, cell);
      case SLICE_BEFORE -> isSliceWithheld(sources, region, cell) || isSliceWithheld(sources, region, cell.before(1));
      case SLICE_YEARS -> isAnyYearWithheld(sources, region, cell);
      default -> throw new IllegalStateException(madeOf + " is for tables with contributors");
    };
  }

  private boolean isRegionWithheld(List<Source> sources, String region, Cell cell) {
    Cell regional = cell.of(region);
    return withheld.has(sources, regional) ? withheld.isWithheld(sources, regional)
        : isSliceWithheld(sources, region, cell);
  }

  private boolean isSliceWithheld(List<Source> sources, String region, Cell cell) {
    return slices.computeIfAbsent(List.of(sources, region, cell.basis(), cell.month()), key ->
        territory.members(region, cell.basis()).stream().map(Unit::id)
            .anyMatch(member -> withheld.isWithheld(sources, cell.of(member))));
  }

  private boolean isAnyYearWithheld(List<Source> sources, String region, Cell cell) {
    LocalDate first = withheld.firstMonth(sources);
    Cell year = cell;
    while (first != null && !year.month().isBefore(first)) {
      if (isSliceWithheld(sources, region, year)) {
        return true;
      }
      year = year.before(YEAR);
    }
    return false;
  }

  private static String text(FrozenTable table, Object[] row, String column) {
    return column == null ? null : (String) row[table.indexOf(column)];
  }
}
