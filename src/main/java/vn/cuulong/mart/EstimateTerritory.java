package vn.cuulong.mart;

import java.util.List;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** The land behind an estimate: units, what became of them, and which regions they belong to. */
final class EstimateTerritory {
  private static final List<String> REGIONS = List.of("mekong-delta-13", "mekong-delta-5", "mekong-delta-6");

  private EstimateTerritory() {}

  /** Hash of all that estimates read of the territory; another one makes another vintage. */
  static String hash(Territory territory) {
    StringBuilder text = new StringBuilder();
    for (Basis basis : List.of(Basis.UNITS_2004, Basis.UNITS_2025)) {
      territory.provinces(basis).stream().map(unit -> unit.id() + " " + unit.inScope()).sorted()
          .forEach(unit -> text.append(basis.code()).append(' ').append(unit).append('\n'));
      for (String region : REGIONS) {
        territory.members(region, basis).stream().map(Unit::id).sorted()
            .forEach(unit -> text.append(region).append(' ').append(basis.code()).append(' ').append(unit)
                .append('\n'));
      }
    }
    territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).rows().stream().map(CrosswalkRow::toString).sorted()
        .forEach(row -> text.append(row).append('\n'));
    return DigitalFigures.hash(text.toString());
  }
}
