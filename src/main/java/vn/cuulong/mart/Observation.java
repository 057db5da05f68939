package vn.cuulong.mart;

import java.util.List;
import vn.cuulong.contract.Indicator;

/**
 * The value of one indicator for one unit, map and period, and how far it can be trusted.
 *
 * @param low lower end of the interval around an estimate, or null
 * @param high its upper end, or null
 * @param numerator of a ratio, or null
 * @param denominator of a ratio, or null
 * @param unitCode the unit of measure
 * @param missing provinces inside the unit without records
 * @param otherValues values of other publications that differ
 * @param reference the publication, or null
 */
record Observation(
    Indicator indicator,
    Slice slice,
    String unitId,
    double value,
    Double low,
    Double high,
    Double numerator,
    Double denominator,
    String unitCode,
    List<String> missing,
    long otherValues,
    String reference,
    boolean isEstimated,
    String status,
    String origin) {
  private static final String SIMULATED = "synthetic";

  /** True when every part of the unit has records. */
  boolean isComplete() {
    return missing.isEmpty();
  }

  /**
   * True when the two can be subtracted: the same parts are missing, the unit of measure is one, and both are
   * simulated or neither is.
   */
  boolean isComparableWith(Observation other) {
    return missing.equals(other.missing) && unitCode.equals(other.unitCode) && isSimulated() == other.isSimulated();
  }

  private boolean isSimulated() {
    return SIMULATED.equals(origin);
  }

  Observation withDenominator(Double known) {
    return new Observation(indicator, slice, unitId, value, low, high, numerator, known, unitCode, missing,
        otherValues, reference, isEstimated, status, origin);
  }

  Observation withOtherValues(long count) {
    return new Observation(indicator, slice, unitId, value, low, high, numerator, denominator, unitCode, missing,
        count, reference, isEstimated, status, origin);
  }
}
