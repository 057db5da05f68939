package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was counted of one source, one unit (or all of them) and one month. */
final class QualityTally {
  /** First days of the days or months with rows. */
  private final SortedSet<LocalDate> slots = new TreeSet<>();
  private long rows;
  private long emptied;
  private long mended;
  private long onTime;

  /**
   * Accepted rows of one file on one day.
   *
   * @param withEmptied rows of which a value could not be understood
   * @param withMended rows of which a value was guessed or mended
   */
  void add(LocalDate slot, long count, long withEmptied, long withMended, boolean isOnTime) {
    slots.add(slot);
    rows += count;
    emptied += withEmptied;
    mended += withMended;
    onTime += isOnTime ? count : 0;
  }

  /** Adds what was counted of another unit. */
  void add(QualityTally other) {
    slots.addAll(other.slots);
    rows += other.rows;
    emptied += other.emptied;
    mended += other.mended;
    onTime += other.onTime;
  }

  SortedSet<LocalDate> slots() {
    return slots;
  }

  long rows() {
    return rows;
  }

  /** Rows of which every value was understood. */
  long right() {
    return rows - emptied;
  }

  /** Rows of which no value was guessed or mended. */
  long clean() {
    return rows - mended;
  }

  long onTime() {
    return onTime;
  }
}
