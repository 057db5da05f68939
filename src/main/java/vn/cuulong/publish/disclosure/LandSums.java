package vn.cuulong.publish.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Crosswalk;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * How much of what a recorded unit reports is in a cell: all of it, when its land lies inside; a fixed part of a new
 * unit on the old map; else nothing. The parts are public, so a published part gives the whole away.
 */
final class LandSums {
  private final Territory territory;
  private final Crosswalk together;
  private final Crosswalk apart;
  private final Map<String, Set<String>> lands = new HashMap<>();

  LandSums(Territory territory) {
    this.territory = territory;
    this.together = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025);
    this.apart = territory.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004);
  }

  boolean isProvince(String unitId) {
    return territory.unit(unitId).filter(Unit::isProvince).isPresent();
  }

  /** The coefficients of a cell over recorded units. */
  double[] of(Cell cell, List<String> recorded) {
    return recorded.stream().mapToDouble(unit -> part(unit, cell)).toArray();
  }

  private double part(String recorded, Cell cell) {
    if (cell.basis() == Basis.AS_PUBLISHED && isProvince(cell.unitId())) {
      return recorded.equals(cell.unitId()) ? 1 : 0;
    }
    Set<String> target = land(cell.unitId());
    if (!land(recorded).isEmpty() && target.containsAll(land(recorded))) {
      return 1;
    }
    return cell.basis() != Basis.UNITS_2004 ? 0 : apart.from(recorded).stream()
        .filter(way -> target.contains(way.toUnitId())).mapToDouble(CrosswalkRow::weight).sum();
  }

  /** The provinces of the 2004 map that make up a unit or region. */
  private Set<String> land(String unitId) {
    return lands.computeIfAbsent(unitId, id -> {
      if (!together.from(id).isEmpty()) {
        return Set.of(id);
      }
      Set<String> land = new HashSet<>();
      together.to(id).forEach(way -> land.add(way.fromUnitId()));
      territory.members(id, Basis.UNITS_2004).forEach(member -> land.add(member.id()));
      return land;
    });
  }
}
