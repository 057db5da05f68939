package vn.cuulong.mart;

import java.time.LocalDate;
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
 * @param map the map of the units, never {@link Basis#AS_PUBLISHED}
 * @param members ids of the units, sorted
 */
record Cohort(Basis map, String regionId, Set<String> members) {
  private static final Map<Basis, String> REGIONS =
      Map.of(Basis.UNITS_2004, "mekong-delta-13", Basis.UNITS_2025, Places.WIDE_REGION);

  /** The cohort of each map. */
  static Map<Basis, Cohort> all(Territory territory) {
    Map<Basis, Cohort> cohorts = new EnumMap<>(Basis.class);
    REGIONS.forEach((map, region) -> {
      Set<String> members = new TreeSet<>(territory.members(region, map).stream().map(Unit::id).toList());
      cohorts.put(map, new Cohort(map, region, members));
    });
    return cohorts;
  }

  /** The map on which the units of a basis stand in a period that ends on a day. */
  static Basis map(Basis basis, LocalDate end) {
    return basis == Basis.AS_PUBLISHED ? Basis.on(end) : basis;
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
