package vn.cuulong.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.cuulong.vietnamese.Doubt;

/** Finds the unit that a text means on a day. */
final class UnitNames {
  /** Words for a province or nothing in particular, longest first; taken off when the rest is a name. */
  private static final List<String> PLAIN_PREFIXES = List.of("provinceof", "tinh", "vung");
  private static final List<String> PLAIN_SUFFIXES = List.of("province", "prov", "region");
  /** Words for a city: they name a province only when it is a centrally run city. */
  private static final List<String> CITY_PREFIXES =
      List.of("thanhphotructhuoctrunguong", "thanhpho", "cityof", "tpho", "tp");
  private static final List<String> CITY_SUFFIXES = List.of("city");
  /** Words that say which map is meant, whatever the date. */
  private static final Map<String, Basis> MAP_SUFFIXES = Map.of(
      "cu", Basis.UNITS_2004, "truocsapnhap", Basis.UNITS_2004, "old", Basis.UNITS_2004,
      "moi", Basis.UNITS_2025, "sausapnhap", Basis.UNITS_2025, "new", Basis.UNITS_2025);

  private final Map<String, Unit> units;
  private final Map<String, List<UnitName>> namesByKey = new HashMap<>();

  UnitNames(Map<String, Unit> units, List<UnitName> extra) {
    this.units = units;
    for (Unit unit : units.values()) {
      Set<String> own = new LinkedHashSet<>(List.of(unit.nameVi(), unit.nameEn()));
      if (unit.code() != null) {
        own.add(unit.code());
        own.add(Integer.toString(Integer.parseInt(unit.code())));
      }
      own.forEach(name -> add(new UnitName(unit.id(), name, unit.validFrom(), unit.validTo(), null)));
      // An id says its map itself, so it is understood on any day.
      add(new UnitName(unit.id(), unit.id(), null, null, null));
    }
    for (UnitName name : extra) {
      Unit unit = units.get(name.unitId());
      boolean ownSpan = name.validFrom() == null && name.validTo() == null && unit.isProvince();
      add(ownSpan
          ? new UnitName(name.unitId(), name.name(), unit.validFrom(), unit.validTo(), name.doubt())
          : name);
    }
  }

  private void add(UnitName name) {
    List<UnitName> same = namesByKey.computeIfAbsent(NameKey.of(name.name()), key -> new ArrayList<>());
    if (same.stream().noneMatch(other -> other.unitId().equals(name.unitId()) && other.doubt() == name.doubt())) {
      same.add(name);
    }
  }

  Resolution resolve(String text, LocalDate date) {
    Resolution whole = resolveWords(text, date);
    if (whole != Resolution.UNKNOWN) {
      return whole;
    }
    String bare = Numbering.without(text);
    return bare.equals(text) ? whole : resolveWords(bare, date);
  }

  private Resolution resolveWords(String text, LocalDate date) {
    Resolution whole = resolveOnAnyMap(NameKey.of(text), date);
    String rest = whole == Resolution.UNKNOWN ? NameKey.withoutShortProvince(text) : null;
    return rest == null ? whole : resolveOnAnyMap(rest, date);
  }

  private Resolution resolveOnAnyMap(String key, LocalDate date) {
    Resolution whole = resolveKey(key, date);
    if (whole != Resolution.UNKNOWN) {
      return whole;
    }
    for (Map.Entry<String, Basis> suffix : MAP_SUFFIXES.entrySet()) {
      if (key.endsWith(suffix.getKey())) {
        String rest = key.substring(0, key.length() - suffix.getKey().length());
        Resolution said = resolveKey(rest, suffix.getValue().day());
        if (said != Resolution.UNKNOWN) {
          return said;
        }
      }
    }
    return Resolution.UNKNOWN;
  }

  private Resolution resolveKey(String key, LocalDate date) {
    Resolution bare = choose(key, date, unit -> true);
    if (bare != null) {
      return bare;
    }
    for (String rest : without(key, PLAIN_PREFIXES, PLAIN_SUFFIXES)) {
      Resolution found = choose(rest, date, unit -> true);
      if (found != null) {
        return found;
      }
    }
    for (String rest : without(key, CITY_PREFIXES, CITY_SUFFIXES)) {
      Resolution found = choose(rest, date, unit -> unit.level() == Unit.Level.CITY);
      if (found != null) {
        return found;
      }
      if (choose(rest, date, unit -> unit.level() == Unit.Level.PROVINCE) != null) {
        // "TP Vĩnh Long" may be the town in the province or a slip for the province.
        return Resolution.AMBIGUOUS;
      }
    }
    return Resolution.UNKNOWN;
  }

  private static List<String> without(String key, List<String> prefixes, List<String> suffixes) {
    List<String> rests = new ArrayList<>();
    for (String prefix : prefixes) {
      if (key.startsWith(prefix)) {
        rests.add(key.substring(prefix.length()));
      }
    }
    for (String suffix : suffixes) {
      if (key.endsWith(suffix)) {
        rests.add(key.substring(0, key.length() - suffix.length()));
      }
    }
    return rests;
  }

  /** The unit that a key names on a day; null when no unit of that kind is written so. */
  private Resolution choose(String key, LocalDate date, Predicate<Unit> kind) {
    List<UnitName> names = namesByKey.getOrDefault(key, List.of()).stream()
        .filter(name -> kind.test(units.get(name.unitId()))).toList();
    if (names.isEmpty()) {
      return null;
    }
    List<UnitName> valid = names.stream().filter(name -> name.validOn(date)).toList();
    if (!valid.isEmpty()) {
      return only(valid, null);
    }
    List<UnitName> ended = names.stream().filter(name -> Validity.endsBefore(name.validTo(), date)).toList();
    return ended.isEmpty() ? only(names, Doubt.UNIT_NOT_YET_VALID) : only(ended, Doubt.UNIT_EXPIRED);
  }

  private static Resolution only(List<UnitName> names, Doubt doubt) {
    String unitId = names.get(0).unitId();
    if (names.stream().anyMatch(name -> !name.unitId().equals(unitId))) {
      return doubt == Doubt.UNIT_NOT_YET_VALID ? earliest(names) : Resolution.AMBIGUOUS;
    }
    return new Resolution(unitId, doubt == null ? names.get(0).doubt() : doubt);
  }

  /** Before any map of ours the oldest bearer of the name is meant, if it is one. */
  private static Resolution earliest(List<UnitName> names) {
    LocalDate first = names.stream().map(UnitName::validFrom).min(LocalDate::compareTo).orElseThrow();
    List<UnitName> oldest = names.stream().filter(name -> name.validFrom().equals(first)).toList();
    return oldest.stream().map(UnitName::unitId).distinct().count() == 1
        ? new Resolution(oldest.get(0).unitId(), Doubt.UNIT_NOT_YET_VALID)
        : Resolution.AMBIGUOUS;
  }
}
