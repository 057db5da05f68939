package vn.cuulong.territory;

import java.time.LocalDate;

/**
 * A unit is part of a region during a span of days.
 *
 * @param unitId the province
 * @param regionId the region
 * @param validFrom first day, or null
 * @param validTo last day, or null while it lasts
 * @param official true when an act names the unit as a member; false when the unit only covers land of the region
 *     (the twelve old provinces whose land is now {@code mekong-delta-5}), so that the region can be followed back
 * @param source act or address
 */
public record Membership(
    String unitId, String regionId, LocalDate validFrom, LocalDate validTo, boolean official, String source) {

  /** True when the membership holds on a day. */
  public boolean validOn(LocalDate date) {
    return Validity.holds(validFrom, validTo, date);
  }
}
