package vn.cuulong.generate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A province of the old map, with the unit of the new map that it became part of.
 *
 * @param index position in {@code places.csv}
 * @param before name and id until 30 June 2025
 * @param after name and id since 1 July 2025
 * @param inScope true when its providers send files: the 13 old Delta provinces, Tây Ninh and Vĩnh Phúc
 * @param populationThousand people, in thousands, 2024
 * @param visitors tourist visits of a whole year; 0 where unknown
 * @param revenueBillion tourism revenue of that year in billion đồng
 * @param internationalShare international visits over visits, 0 to 1
 */
record Place(
    int index,
    Name before,
    Name after,
    boolean inScope,
    double populationThousand,
    long visitors,
    double revenueBillion,
    double internationalShare) {

  /** The first day of the new map. */
  static final LocalDate BREAK = LocalDate.of(2025, 7, 1);

  private static final long BREAK_DAY = BREAK.toEpochDay();

  /**
   * What a unit is called on one map.
   *
   * @param vietnamese the official name without prefix
   * @param utf8 the same in bytes
   * @param city true for a centrally run city
   * @param unitId the id that cleaning should find
   */
  record Name(String vietnamese, byte[] utf8, boolean city, String unitId) {
    Name(String vietnamese, boolean city, String unitId) {
      this(vietnamese, vietnamese.getBytes(StandardCharsets.UTF_8), city, unitId);
    }
  }

  /** Its name on that epoch day. */
  Name on(long epochDay) {
    return epochDay < BREAK_DAY ? before : after;
  }

  /** True when the old name is no longer a unit's name on that day. */
  boolean nameEnded(long epochDay) {
    return epochDay >= BREAK_DAY && !before.vietnamese().equals(after.vietnamese());
  }
}
