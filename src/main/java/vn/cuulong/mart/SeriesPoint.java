package vn.cuulong.mart;

import java.time.LocalDate;

/**
 * One value of a series, in the unit of a target.
 *
 * @param start first day of its period
 * @param end last day
 * @param low lower end of the 95 % interval around an estimate, or null
 * @param high its upper end, or null
 * @param isEstimated true when it is no published figure and no plain sum of records
 * @param status of the value
 * @param origin where the data come from
 */
record SeriesPoint(LocalDate start, LocalDate end, double value, Double low, Double high, boolean isEstimated,
    String status, String origin) {
  private static final double WIDTH_OF_95 = 2 * 1.959963984540054;

  /** Standard deviation of the error of the value, as its interval has it; 0 without an interval. */
  double deviation() {
    return low == null || high == null ? 0 : (high - low) / WIDTH_OF_95;
  }
}
