package vn.cuulong.territory;

import java.time.LocalDate;

/**
 * A piece of land that statistics are made for. A change of its land ends it and begins another with a new id; a
 * change of name alone does not.
 *
 * @param id slug and the year of the map: {@code vinh-long-2004}, {@code vinh-long-2025}
 * @param code two digits of the official list, or null; it means this unit only while the unit is valid
 * @param nameVi name without prefix, in Vietnamese
 * @param nameEn name in English
 * @param level what kind of unit it is
 * @param validFrom first day, or null when it has always stood
 * @param validTo last day, or null while it stands
 * @param legalAct the act that made it what it is, or null when it is older than the map
 * @param inScope true for the units that marts compare
 */
public record Unit(
    String id,
    String code,
    String nameVi,
    String nameEn,
    Level level,
    LocalDate validFrom,
    LocalDate validTo,
    String legalAct,
    boolean inScope) {

  /** The kinds of unit. */
  public enum Level {
    /** The whole country. */
    NATION,
    /** A socio-economic region: a set of provinces. */
    REGION,
    /** A province (tỉnh). */
    PROVINCE,
    /** A centrally run city (thành phố trực thuộc trung ương). */
    CITY
  }

  /** True for provinces and centrally run cities. */
  public boolean isProvince() {
    return level == Level.PROVINCE || level == Level.CITY;
  }

  /** True when the unit stood on a day. */
  public boolean validOn(LocalDate date) {
    return Validity.holds(validFrom, validTo, date);
  }
}
