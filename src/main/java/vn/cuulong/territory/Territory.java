package vn.cuulong.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The units of Viet Nam over time: their names and codes, the regions they are part of, and how values go from the
 * map of 63 provinces to the map of 34 and back. Immutable and safe to share between threads.
 */
public final class Territory {
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final List<Membership> memberships;
  private final List<Merge> merges;
  private final List<SplitAmount> splitAmounts;
  private final List<Neighbours> neighbours;
  private final UnitNames names;
  private final List<LocalDate> changeDates;

  private Territory(List<Unit> units, List<UnitName> unitNames, List<Membership> memberships, List<Merge> merges,
      List<SplitAmount> splitAmounts, List<Neighbours> neighbours) {
    units.forEach(unit -> this.units.put(unit.id(), unit));
    this.memberships = memberships;
    this.merges = merges;
    this.splitAmounts = splitAmounts;
    this.neighbours = neighbours;
    this.names = new UnitNames(this.units, unitNames);
    this.changeDates = changeDates(units, unitNames);
  }

  /** The territory that ships with the project. */
  public static Territory standard() {
    return Standard.TERRITORY;
  }

  private static final class Standard {
    static final Territory TERRITORY = new Territory(TerritoryFiles.units(), TerritoryFiles.names(),
        TerritoryFiles.memberships(), TerritoryFiles.merges(), TerritoryFiles.splitAmounts(),
        TerritoryFiles.neighbours());
  }

  private static List<LocalDate> changeDates(List<Unit> units, List<UnitName> names) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    units.forEach(unit -> addChange(dates, unit.validFrom(), unit.validTo()));
    names.forEach(name -> addChange(dates, name.validFrom(), name.validTo()));
    return List.copyOf(dates);
  }

  private static void addChange(TreeSet<LocalDate> dates, LocalDate from, LocalDate to) {
    if (from != null) {
      dates.add(from);
    }
    if (to != null) {
      dates.add(to.plusDays(1));
    }
  }

  /** All units: the nation, regions, old and new provinces, in the order of the official lists. */
  public List<Unit> units() {
    return List.copyOf(units.values());
  }

  /** The provinces and centrally run cities of one map, in the order of the official list. */
  public List<Unit> provinces(Basis basis) {
    return units.values().stream().filter(unit -> unit.isProvince() && unit.validOn(basis.day())).toList();
  }

  /** The unit with an id. */
  public Optional<Unit> unit(String id) {
    return Optional.ofNullable(units.get(id));
  }

  /**
   * The days on which the meaning of a text may change, ascending. Between two of them {@link #resolve(String,
   * LocalDate)} gives the same answer on every day, so that an answer may be kept per spelling and span.
   */
  public List<LocalDate> changeDates() {
    return changeDates;
  }

  /** The number of {@link #changeDates()} that are not after a day: equal numbers, equal answers. */
  public int era(LocalDate date) {
    int era = 0;
    while (era < changeDates.size() && !date.isBefore(changeDates.get(era))) {
      era++;
    }
    return era;
  }

  /**
   * The unit that a name, code or id means on a day.
   *
   * @param text as written, with or without diacritics and prefix
   * @param date day of the record
   */
  public Resolution resolve(String text, LocalDate date) {
    return text == null || text.isBlank() ? Resolution.UNKNOWN : names.resolve(text, date);
  }

  /**
   * The unit that a name, code or id means on a declared map.
   *
   * @throws IllegalStateException for {@link Basis#AS_PUBLISHED}, which needs a date
   */
  public Resolution resolve(String text, Basis basis) {
    return resolve(text, basis.day());
  }

  /** All memberships. */
  public List<Membership> memberships() {
    return memberships;
  }

  /** The provinces that make up a region on a day; empty when no set of whole provinces does. */
  public List<Unit> members(String regionId, LocalDate date) {
    return memberships.stream()
        .filter(membership -> membership.regionId().equals(regionId) && membership.validOn(date))
        .map(membership -> units.get(membership.unitId()))
        .toList();
  }

  /** The provinces of one map that make up a region; empty when no set of whole provinces does. */
  public List<Unit> members(String regionId, Basis basis) {
    return members(regionId, basis.day());
  }

  /**
   * The neighbours of each unit of one map, both sorted by id. Units of 2025 are neighbours when two of their old
   * provinces are. Known for the Mekong Delta and Tây Ninh; a unit that is not a key has no neighbours on record.
   *
   * @throws IllegalStateException for {@link Basis#AS_PUBLISHED}, which is no single map
   */
  public Map<String, Set<String>> neighbours(Basis basis) {
    LocalDate day = basis.day();
    Map<String, Set<String>> all = new TreeMap<>();
    for (Neighbours pair : neighbours) {
      String one = unitOn(pair.unitId(), day);
      String other = unitOn(pair.neighbourId(), day);
      if (!one.equals(other)) {
        all.computeIfAbsent(one, key -> new TreeSet<>()).add(other);
        all.computeIfAbsent(other, key -> new TreeSet<>()).add(one);
      }
    }
    return all;
  }

  /** The unit that a province of the 2004 map is, or is part of, on a day. */
  private String unitOn(String oldUnitId, LocalDate day) {
    return units.get(oldUnitId).validOn(day) ? oldUnitId : merges.stream()
        .filter(merge -> merge.oldUnitId().equals(oldUnitId)).map(Merge::newUnitId).findFirst().orElseThrow();
  }

  /** The crosswalk between two maps, split by population where it is not exact. */
  public Crosswalk crosswalk(Basis from, Basis to) {
    return crosswalk(from, to, "population");
  }

  /**
   * The crosswalk between two maps.
   *
   * @param weightVariable what a new unit is split by on the way back: {@code population} or {@code grdp}
   * @throws IllegalArgumentException when no figure of that variable is known
   */
  public Crosswalk crosswalk(Basis from, Basis to, String weightVariable) {
    from.day();
    to.day();
    if (splitAmounts.stream().noneMatch(amount -> amount.weightVariable().equals(weightVariable))) {
      throw new IllegalArgumentException("No split weights are known for '" + weightVariable + "'. Known variables: "
          + weightVariables() + ". Use one of these or add rows to territory/split_amounts.csv.");
    }
    List<CrosswalkRow> rows = new ArrayList<>();
    for (Unit unit : provinces(from)) {
      if (unit.validOn(to.day())) {
        rows.add(new CrosswalkRow(unit.id(), unit.id(), "none", 1.0, "Không thay đổi địa giới", true));
      } else if (to == Basis.UNITS_2025) {
        merges.stream().filter(merge -> merge.oldUnitId().equals(unit.id()))
            .map(merge -> new CrosswalkRow(unit.id(), merge.newUnitId(), "none", 1.0, merge.legalAct(), true))
            .forEach(rows::add);
      } else {
        rows.addAll(split(unit.id(), weightVariable));
      }
    }
    return new Crosswalk(rows);
  }

  /** The variables that a new unit can be split by. */
  public List<String> weightVariables() {
    return splitAmounts.stream().map(SplitAmount::weightVariable).distinct().sorted().toList();
  }

  private List<CrosswalkRow> split(String newUnitId, String weightVariable) {
    List<String> parts = merges.stream().filter(merge -> merge.newUnitId().equals(newUnitId))
        .map(Merge::oldUnitId).toList();
    List<SplitAmount> amounts = splitAmounts.stream()
        .filter(amount -> amount.weightVariable().equals(weightVariable) && parts.contains(amount.unitId())).toList();
    if (amounts.size() != parts.size()) {
      return List.of();
    }
    double total = amounts.stream().mapToDouble(SplitAmount::amount).sum();
    return amounts.stream()
        .map(amount -> new CrosswalkRow(newUnitId, amount.unitId(), weightVariable, amount.amount() / total,
            amount.source(), false))
        .toList();
  }
}
