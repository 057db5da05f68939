package vn.cuulong.mart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.cuulong.territory.Basis;

/**
 * Where the value of a recorded unit goes on one map.
 *
 * @param recordedUnitId the unit as the clean record names it
 * @param recordedMap the map of that unit
 * @param basis the map of the target
 * @param unitId the target: a province or a region
 * @param fractions empty when the whole value goes there. Else the steps of a sequential split: the first fraction
 *     is of the whole, each next one of what the steps before left, and the last step is the part of this target
 * @param land the provinces of the 2004 map on which the value then stands, as bits of {@link Places#landIds}
 * @param from first day of the months in which the target is shown
 * @param until first day after
 */
record Place(
    String recordedUnitId,
    Basis recordedMap,
    Basis basis,
    String unitId,
    List<BigDecimal> fractions,
    long land,
    LocalDate from,
    LocalDate until) {

  /** True when only an estimated part of the recorded value goes to the target. */
  boolean isSplit() {
    return !fractions.isEmpty();
  }
}
