package vn.cuulong.cli;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** Which recorded units a row of a mart can be made of: its own, the members of a region, and their parts or wholes. */
final class Contributors {
  private final Territory territory;

  Contributors(Territory territory) {
    this.territory = territory;
  }

  /**
   * The units whose records may be in a row.
   *
   * @param unitId a province or a region
   * @param basis map of the row
   * @param day first day of the month of the row
   */
  Set<String> of(String unitId, Basis basis, LocalDate day) {
    Set<String> own = new TreeSet<>();
    if (territory.unit(unitId).filter(unit -> !unit.isProvince()).isPresent()) {
      LocalDate at = basis == Basis.AS_PUBLISHED ? day : basis.day();
      own.addAll(territory.members(unitId, at).stream().map(Unit::id).toList());
    } else {
      own.add(unitId);
    }
    Set<String> all = new TreeSet<>(own);
    if (basis != Basis.AS_PUBLISHED) {
      Basis other = basis == Basis.UNITS_2025 ? Basis.UNITS_2004 : Basis.UNITS_2025;
      all.addAll(territory.crosswalk(other, basis).rows().stream()
          .filter(row -> own.contains(row.toUnitId())).map(CrosswalkRow::fromUnitId).collect(Collectors.toSet()));
    }
    return all;
  }
}
