package vn.cuulong.mart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Crosswalk;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Every way from a recorded unit to a unit or region on each of the three maps.
 *
 * <p>All land is described by the provinces of the 2004 map, which nest wholly in the units of 2025. One rule then
 * covers every case: a recorded value goes to a target as a whole when its land lies inside the land of the target,
 * and in estimated parts when the target is on the 2004 map and holds only some of it.
 */
final class Places {
  static final String WIDE_REGION = "mekong-delta-6";
  private static final List<String> REGIONS = List.of("mekong-delta-13", "mekong-delta-5", WIDE_REGION);
  static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);
  static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);
  private static final int FRACTION_DIGITS = 12;

  private final Territory territory;
  private final Crosswalk apart;
  private final List<String> landIds = new ArrayList<>();
  private final List<String> newIds = new ArrayList<>();
  private final Map<String, Long> lands = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();

  Places(Territory territory) {
    this.territory = territory;
    this.apart = territory.crosswalk(Basis.UNITS_2025, Basis.UNITS_2004);
    describeLand(territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025));
    recordedIds().forEach(this::placeRecorded);
    recordedIds().forEach(this::describeAsPublished);
    landIds.forEach(unit -> describe(unit, Basis.UNITS_2004));
    newIds.forEach(unit -> describe(unit, Basis.UNITS_2025));
    REGIONS.forEach(this::describeRegion);
  }

  /** The provinces of the 2004 map that the marts cover; the position of each is its bit in a land. */
  List<String> landIds() {
    return landIds;
  }

  /** The units that a record may name: those of both maps. */
  List<String> recordedIds() {
    Set<String> recorded = new LinkedHashSet<>(landIds);
    recorded.addAll(newIds);
    return List.copyOf(recorded);
  }

  /** The land of a unit or region, as bits of {@link #landIds}. */
  long land(String unitId) {
    return lands.get(unitId);
  }

  List<Place> places() {
    return places;
  }

  List<Area> areas() {
    return areas;
  }

  /** The land of the marts: every part of a 2025 unit that is in scope, even where the part alone is not. */
  private void describeLand(Crosswalk together) {
    for (Unit unit : territory.units()) {
      if (unit.inScope() && unit.isProvince()) {
        List<CrosswalkRow> ways = together.from(unit.id());
        String target = ways.isEmpty() ? unit.id() : ways.get(0).toUnitId();
        if (!newIds.contains(target)) {
          newIds.add(target);
        }
      }
    }
    for (String target : newIds) {
      long land = 0;
      for (CrosswalkRow part : together.to(target)) {
        long bit = 1L << landIds.size();
        landIds.add(part.fromUnitId());
        lands.put(part.fromUnitId(), bit);
        land |= bit;
      }
      lands.put(target, land);
    }
    for (String region : REGIONS) {
      lands.put(region, territory.members(region, Basis.UNITS_2004).stream()
          .mapToLong(member -> lands.get(member.id())).reduce(0, (a, b) -> a | b));
    }
  }

  private void placeRecorded(String recorded) {
    whole(recorded, Basis.AS_PUBLISHED, recorded, ALWAYS, FOREVER);
    landIds.forEach(unit -> place(recorded, Basis.UNITS_2004, unit));
    newIds.forEach(unit -> place(recorded, Basis.UNITS_2025, unit));
    for (String region : REGIONS) {
      Unit unit = territory.unit(region).orElseThrow();
      if (isInside(recorded, region)) {
        whole(recorded, Basis.AS_PUBLISHED, region, from(unit), until(unit));
      }
      place(recorded, Basis.UNITS_2004, region);
      if (isUnionOn2025(region)) {
        place(recorded, Basis.UNITS_2025, region);
      }
    }
  }

  private void place(String recorded, Basis basis, String target) {
    if (isInside(recorded, target)) {
      whole(recorded, basis, target, ALWAYS, FOREVER);
    } else if (basis == Basis.UNITS_2004) {
      List<CrosswalkRow> parts = apart.from(recorded);
      for (int part = 0; part < parts.size(); part++) {
        String partId = parts.get(part).toUnitId();
        if (isInside(partId, target)) {
          places.add(new Place(recorded, map(recorded), basis, target, fractions(parts, part),
              lands.get(partId), ALWAYS, FOREVER));
        }
      }
    }
  }

  private void whole(String recorded, Basis basis, String target, LocalDate from, LocalDate until) {
    places.add(new Place(recorded, map(recorded), basis, target, List.of(), lands.get(recorded), from, until));
  }

  /**
   * Each step takes a fraction of what is left, the last step all of it. Rounding each step keeps the sum exact, and
   * never gives a part of the whole more than the same part of something greater, so that international guests stay
   * within all guests on every part.
   */
  private static List<BigDecimal> fractions(List<CrosswalkRow> parts, int upTo) {
    List<BigDecimal> fractions = new ArrayList<>();
    for (int part = 0; part <= upTo; part++) {
      BigDecimal left = BigDecimal.ZERO;
      for (int later = part; later < parts.size(); later++) {
        left = left.add(BigDecimal.valueOf(parts.get(later).weight()));
      }
      fractions.add(part == parts.size() - 1 ? BigDecimal.ONE.setScale(FRACTION_DIGITS)
          : BigDecimal.valueOf(parts.get(part).weight()).divide(left, FRACTION_DIGITS, RoundingMode.HALF_EVEN));
    }
    return fractions;
  }

  private void describe(String unit, Basis basis) {
    areas.add(new Area(basis, unit, false, lands.get(unit), comparedWith(unit, basis.day(), true), isComparable(unit),
        ALWAYS, FOREVER));
  }

  private void describeAsPublished(String unit) {
    LocalDate change = Basis.UNITS_2025.day();
    areas.add(new Area(Basis.AS_PUBLISHED, unit, false, lands.get(unit),
        comparedWith(unit, Basis.UNITS_2004.day(), false), isComparable(unit), ALWAYS, change));
    areas.add(new Area(Basis.AS_PUBLISHED, unit, false, lands.get(unit),
        comparedWith(unit, change, true), isComparable(unit), change, FOREVER));
  }

  private void describeRegion(String region) {
    for (Basis basis : Basis.values()) {
      areas.add(new Area(basis, region, true, lands.get(region), null, true, ALWAYS, FOREVER));
    }
  }

  /** The official region of that day if the unit lies in it, else the wide one, which has no act behind it. */
  private String comparedWith(String unit, LocalDate day, boolean elseWide) {
    return REGIONS.stream()
        .filter(region -> isInside(unit, region))
        .filter(region -> territory.unit(region).orElseThrow().validOn(day) || elseWide && region.equals(WIDE_REGION))
        .findFirst().orElse(null);
  }

  /** A 2025 unit without weights cannot be shown on the 2004 map, so neither it nor its parts enter the totals. */
  private boolean isComparable(String unit) {
    return newIds.stream().filter(now -> isInside(unit, now)).allMatch(now -> !apart.from(now).isEmpty());
  }

  private Basis map(String recorded) {
    return landIds.contains(recorded) ? Basis.UNITS_2004 : Basis.UNITS_2025;
  }

  private boolean isInside(String unit, String target) {
    return (lands.get(unit) & ~lands.get(target)) == 0;
  }

  private boolean isUnionOn2025(String region) {
    return !territory.members(region, Basis.UNITS_2025).isEmpty();
  }

  private static LocalDate from(Unit unit) {
    return unit.validFrom() == null ? ALWAYS : unit.validFrom();
  }

  private static LocalDate until(Unit unit) {
    return unit.validTo() == null ? FOREVER : unit.validTo().plusDays(1);
  }
}
