package vn.cuulong.territory;

import java.time.LocalDate;
import vn.cuulong.vietnamese.Doubt;

/**
 * A way to write a unit, and the days on which it means this unit.
 *
 * @param unitId the unit
 * @param name the text, as people write it
 * @param validFrom first day, or null
 * @param validTo last day, or null
 * @param doubt flag that goes with this reading, or null
 */
record UnitName(String unitId, String name, LocalDate validFrom, LocalDate validTo, Doubt doubt) {
  boolean validOn(LocalDate date) {
    return Validity.holds(validFrom, validTo, date);
  }
}
