package vn.cuulong.publish.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;

/** The two maps of the Mekong Delta as everybody can read them in the resolution of 2025. */
final class Maps {
  static final LocalDate CHANGE = LocalDate.of(2025, 7, 1);
  private static final Map<String, List<String>> MERGED = merged();
  private static final Map<String, List<String>> REGIONS = Map.of(
      "mekong-delta-5", List.of("an-giang-2025", "ca-mau-2025", "can-tho-2025", "dong-thap-2025", "vinh-long-2025"),
      "mekong-delta-6", List.of("an-giang-2025", "ca-mau-2025", "can-tho-2025", "dong-thap-2025", "vinh-long-2025",
          "tay-ninh-2025"));

  /** A row of a month: unit and map. */
  record Place(String unitId, String basis) {}

  private Maps() {}

  private static Map<String, List<String>> merged() {
    Map<String, List<String>> merged = new LinkedHashMap<>();
    merged.put("an-giang-2025", List.of("an-giang-2004", "kien-giang-2004"));
    merged.put("ca-mau-2025", List.of("bac-lieu-2004", "ca-mau-2004"));
    merged.put("can-tho-2025", List.of("can-tho-2004", "hau-giang-2004", "soc-trang-2004"));
    merged.put("dong-thap-2025", List.of("dong-thap-2004", "tien-giang-2004"));
    merged.put("vinh-long-2025", List.of("ben-tre-2004", "tra-vinh-2004", "vinh-long-2004"));
    merged.put("tay-ninh-2025", List.of("long-an-2004", "tay-ninh-2004"));
    return merged;
  }

  private static List<String> old() {
    return MERGED.values().stream().flatMap(List::stream).toList();
  }

  /** The old provinces of a unit or region. */
  private static List<String> land(String unitId) {
    if (unitId.equals("mekong-delta-13")) {
      return old().stream().filter(unit -> !unit.equals("tay-ninh-2004")).toList();
    }
    if (REGIONS.containsKey(unitId)) {
      return REGIONS.get(unitId).stream().flatMap(unit -> MERGED.get(unit).stream()).toList();
    }
    return MERGED.getOrDefault(unitId, List.of(unitId));
  }

  /** Who reports in a month. */
  static List<String> unitsOf(LocalDate month) {
    return month.isBefore(CHANGE) ? old() : List.copyOf(MERGED.keySet());
  }

  /** The reporting units in a cell, and which part of each. */
  static Map<String, Double> parts(String unitId, String basis, LocalDate month) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (String reporting : unitsOf(month)) {
      if (land(unitId).containsAll(land(reporting))) {
        parts.put(reporting, 1.0);
      } else if (basis.equals("units_2004")) {
        double part = land(reporting).stream().filter(land(unitId)::contains)
            .mapToDouble(old -> share(reporting, old)).sum();
        if (part > 0) {
          parts.put(reporting, part);
        }
      }
    }
    return parts;
  }

  /** The part of a new unit that an old province has by population, as the crosswalk publishes it. */
  private static double share(String unit, String old) {
    return Territory.standard().crosswalk(Basis.UNITS_2025, Basis.UNITS_2004).from(unit).stream()
        .filter(way -> way.toUnitId().equals(old)).mapToDouble(CrosswalkRow::weight).findFirst().orElse(0);
  }

  /** What a mart shows of a month. */
  static List<Place> rowsOf(LocalDate month) {
    List<Place> rows = new ArrayList<>();
    unitsOf(month).forEach(unit -> rows.add(new Place(unit, "as_published")));
    old().forEach(unit -> rows.add(new Place(unit, "units_2004")));
    MERGED.keySet().forEach(unit -> rows.add(new Place(unit, "units_2025")));
    rows.add(new Place("mekong-delta-13", "units_2004"));
    if (month.isBefore(CHANGE)) {
      rows.add(new Place("mekong-delta-13", "as_published"));
    }
    for (String region : List.of("mekong-delta-5", "mekong-delta-6")) {
      if (!month.isBefore(CHANGE)) {
        rows.add(new Place(region, "as_published"));
      }
      rows.add(new Place(region, "units_2004"));
      rows.add(new Place(region, "units_2025"));
    }
    return rows;
  }

  /** The region with which a row is compared. */
  static String regionOf(Place place, LocalDate month) {
    if (place.unitId().startsWith("mekong-delta")) {
      return null;
    }
    boolean old = place.basis().equals("units_2004") || place.basis().equals("as_published") && month.isBefore(CHANGE);
    String region = old ? "mekong-delta-13" : "mekong-delta-5";
    if (land(region).containsAll(land(place.unitId()))) {
      return region;
    }
    return place.basis().equals("as_published") && old ? null : "mekong-delta-6";
  }
}
