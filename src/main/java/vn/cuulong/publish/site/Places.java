package vn.cuulong.publish.site;

import java.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** The units of the site: those that marts compare, with their history and outlines, and the names of all others. */
final class Places {
  private final Territory territory;
  private final Boundaries boundaries;

  Places(Territory territory, Boundaries boundaries) {
    this.territory = territory;
    this.boundaries = boundaries;
  }

  /** Provinces and cities with a page of their own: of today first, each map in Vietnamese alphabetical order. */
  List<Unit> withPages() {
    Collator vietnamese = Collator.getInstance(new Locale("vi"));
    return territory.units().stream().filter(unit -> unit.inScope() && unit.isProvince())
        .sorted((one, other) -> {
          int byAge = Boolean.compare(one.validTo() != null, other.validTo() != null);
          return byAge != 0 ? byAge : vietnamese.compare(one.nameVi(), other.nameVi());
        }).toList();
  }

  /** The script of the units. */
  String script() {
    Map<String, Object> units = new LinkedHashMap<>();
    Map<String, Object> outlines = new LinkedHashMap<>();
    List<Unit> shown = new ArrayList<>(withPages());
    // All others are named here and there, and have no page.
    territory.units().stream().filter(unit -> !shown.contains(unit)).forEach(shown::add);
    for (Unit unit : shown) {
      units.put(unit.id(), unit(unit));
      boundaries.of(unit.id(), territory).ifPresent(outline -> outlines.put(unit.id(), outline.rings()));
    }
    return DataScript.of("places", DataScript.object("units", units, "outlines", outlines,
        "outline_source", Words.text(boundaries.source())));
  }

  private Map<String, Object> unit(Unit unit) {
    List<String> parts = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).to(unit.id()).stream()
        .map(CrosswalkRow::fromUnitId).filter(part -> !part.equals(unit.id())).toList();
    List<String> became = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).from(unit.id()).stream()
        .map(CrosswalkRow::toUnitId).filter(part -> !part.equals(unit.id())).toList();
    return DataScript.object("vi", unit.nameVi(), "en", unit.nameEn(), "code", unit.code(),
        "level", unit.level().name().toLowerCase(Locale.ROOT), "from", Objects.toString(unit.validFrom(), null),
        "to", Objects.toString(unit.validTo(), null), "act", unit.legalAct(), "parts", parts, "became", became,
        "members", members(unit), "page", unit.isProvince() && unit.inScope() ? Page.file(unit.id()) : null);
  }

  private List<String> members(Unit unit) {
    if (unit.level() != Unit.Level.REGION) {
      return List.of();
    }
    Basis basis = unit.validTo() == null ? Basis.UNITS_2025 : Basis.UNITS_2004;
    return territory.members(unit.id(), basis).stream().map(Unit::id).toList();
  }
}
