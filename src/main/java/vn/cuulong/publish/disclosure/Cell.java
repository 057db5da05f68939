package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import vn.cuulong.publish.FrozenTable;
import vn.cuulong.territory.Basis;

/**
 * The place of a row in a table of units and months.
 *
 * @param unitId a province or a region
 * @param basis the map
 * @param month its first day
 */
record Cell(String unitId, Basis basis, LocalDate month) {
  /** The cell of a row. */
  static Cell of(FrozenTable table, Object[] row) {
    return new Cell((String) row[table.indexOf("unit_id")],
        Basis.of((String) row[table.indexOf("boundary_basis")]), (LocalDate) row[table.indexOf("month")]);
  }

  /** The same unit on the same map, some months before. */
  Cell before(int months) {
    return new Cell(unitId, basis, month.minusMonths(months));
  }

  /** Another unit on the same map in the same month. */
  Cell of(String otherUnitId) {
    return new Cell(otherUnitId, basis, month);
  }
}
