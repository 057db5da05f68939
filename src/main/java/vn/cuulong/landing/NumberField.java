package vn.cuulong.landing;

import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.ValueRule;

/** Numbers, shares, money and counts, brought to the unit and the exact type of their column. */
final class NumberField extends NumbersReader {
  private static final long[] POWERS = powers();
  private static final long MOST_18_DIGITS = 999_999_999_999_999_999L;

  private final ValueRule rule;
  private final ColumnType type;
  private final int shift;
  private final double min;
  private final double max;

  /**
   * A reader for a column.
   *
   * @param rule understands the text
   * @param column type and valid range
   * @param shift power of ten from the unit in which the rule answers to the unit of the column
   */
  NumberField(ValueRule rule, Column column, int shift) {
    this.rule = rule;
    this.type = column.type();
    this.shift = shift;
    this.min = column.min() == null ? Double.NEGATIVE_INFINITY : column.min();
    this.max = column.max() == null ? Double.POSITIVE_INFINITY : column.max();
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day) {
    if (!rule.read(utf8, offset, length, reading)) {
      doubt = reading.missing ? null : reading.doubt;
      return false;
    }
    doubt = reading.doubt;
    double value = asDouble(reading.number, reading.scale - shift);
    if (value < min || value > max) {
      doubt = value < 0 && min >= 0 ? Doubt.NUMBER_NEGATIVE : Doubt.VALUE_OUT_OF_RANGE;
      return false;
    }
    if (type.base() == ColumnType.Base.DOUBLE) {
      understood(Double.doubleToLongBits(value));
      return true;
    }
    return exact();
  }

  private boolean exact() {
    long number = reading.number;
    int up = type.scale() - reading.scale + shift;
    if (up < 0) {
      number = rounded(number, -up);
      if (doubt == Doubt.NUMBER_NOT_WHOLE) {
        return false;
      }
    } else if (up > 0) {
      long factor = up < POWERS.length ? POWERS[up] : 0;
      long high = factor == 0 && number != 0 ? 1 : Math.multiplyHigh(number, factor);
      long low = number * factor;
      if (high != low >> 63) {
        doubt = Doubt.NUMBER_TOO_LARGE;
        return false;
      }
      number = low;
    }
    if (number > MOST_18_DIGITS || number < -MOST_18_DIGITS) {
      doubt = Doubt.NUMBER_TOO_LARGE;
      return false;
    }
    understood(number);
    return true;
  }

  /** Half up, away from zero; a whole-number column refuses a fraction instead. */
  private long rounded(long number, int digits) {
    long factor = digits < POWERS.length ? POWERS[digits] : Long.MAX_VALUE;
    long whole = number / factor;
    long rest = number % factor;
    if (rest == 0) {
      return whole;
    }
    if (type.base() == ColumnType.Base.BIGINT) {
      doubt = Doubt.NUMBER_NOT_WHOLE;
      return whole;
    }
    if (doubt == null) {
      doubt = Doubt.NUMBER_ROUNDED;
    }
    return Math.abs(rest) >= factor - Math.abs(rest) ? whole + Long.signum(number) : whole;
  }

  private static double asDouble(long number, int scale) {
    if (scale >= 0) {
      return scale < POWERS.length ? (double) number / POWERS[scale] : number / Math.pow(10, scale);
    }
    return -scale < POWERS.length ? (double) number * POWERS[-scale] : number * Math.pow(10, -scale);
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }
}
