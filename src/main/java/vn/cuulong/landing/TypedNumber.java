package vn.cuulong.landing;

import java.math.BigDecimal;
import vn.cuulong.contract.SourceContract.NumberStyle;

/** Numbers that a file holds as numbers, not as text, written so that the column's number style reads them back. */
final class TypedNumber {
  /** No number of a statistic has more digits before or behind the point; writing them out would fill the memory. */
  private static final int MOST_DIGITS = 40;

  private TypedNumber() {}

  /**
   * Writes a number of a spreadsheet or of JSON, which always has a decimal point, in the declared style.
   *
   * @param number digits with a point, perhaps with an exponent; anything else comes back as it is
   */
  static String in(NumberStyle style, String number) {
    String plain = number;
    if (number.indexOf('E') >= 0 || number.indexOf('e') >= 0) {
      try {
        BigDecimal value = new BigDecimal(number);
        if (Math.abs((long) value.scale()) + value.precision() > MOST_DIGITS) {
          return number;
        }
        plain = value.toPlainString();
      } catch (NumberFormatException notANumber) {
        return number;
      }
    }
    int point = plain.indexOf('.');
    if (point < 0) {
      return plain;
    }
    // Three digits behind a mark could be thousands: one more says that they are not.
    String clear = plain.length() - point == 4 ? plain + "0" : plain;
    return style == NumberStyle.VI ? clear.replace('.', ',') : clear;
  }
}
