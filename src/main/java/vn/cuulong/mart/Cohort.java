package vn.cuulong.mart;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * The units that are compared with each other on one map, and the region that they make up: the 13 provinces of the
 * Delta on the map of 2004, the six units that came of them and of old Tây Ninh on the map of 2025.
 *
 * <p>The map as published is not compared: in every period it is one of these two.
 *
 * @param members ids of the units, sorted
 */
record Cohort(String regionId, Set<String> members) {
  private static final Map<Basis, String> REGIONS =
      Map.of(Basis.UNITS_2004, "mekong-delta-13", Basis.UNITS_2025, Places.WIDE_REGION);

  /** The cohort of each map. */
  static Map<Basis, Cohort> all(Territory territory) {
    Map<Basis, Cohort> cohorts = new EnumMap<>(Basis.class);
    REGIONS.forEach((map, region) -> {
      Set<String> members = new TreeSet<>(territory.members(region, map).stream().map(Unit::id).toList());
      cohorts.put(map, new Cohort(region, members));
    });
    return cohorts;
  }

  /** What a unit is in the comparison: a code of the list {@code comparison_role}. */
  String role(Unit unit) {
    if (members.contains(unit.id())) {
      return "member";
    }
    return switch (unit.level()) {
      case NATION -> "nation";
      case REGION -> "region";
      case PROVINCE, CITY -> "outside";
    };
  }
}
