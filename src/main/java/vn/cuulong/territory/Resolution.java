package vn.cuulong.territory;

import vn.cuulong.vietnamese.Doubt;

/**
 * What a place text means on a day.
 *
 * @param unitId the unit, or null when none can be named
 * @param doubt null when clear; else {@code UNIT_UNKNOWN} or {@code UNIT_AMBIGUOUS} (no unit), {@code UNIT_EXPIRED},
 *     {@code UNIT_NOT_YET_VALID} or {@code REGION_MEMBERSHIP_UNCERTAIN} (a unit, and a flag on it)
 */
public record Resolution(String unitId, Doubt doubt) {
  static final Resolution UNKNOWN = new Resolution(null, Doubt.UNIT_UNKNOWN);
  static final Resolution AMBIGUOUS = new Resolution(null, Doubt.UNIT_AMBIGUOUS);

  /** True when a unit is named. */
  public boolean isUnderstood() {
    return unitId != null;
  }
}
