package vn.cuulong.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import vn.cuulong.table.Interval;

/** Numbers and days as a person reads them. */
final class Words {
  private Words() {}

  /** {@code 1 273}: thousands parted by a narrow space, which no decimal mark is taken for. */
  static String count(long number) {
    String digits = Long.toString(Math.abs(number));
    StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append('\u202f');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /** {@code 1.4 MiB}, or a smaller unit when that says more. */
  static String bytes(long bytes) {
    if (bytes < 1 << 10) {
      return count(bytes) + " B";
    }
    long tenths = bytes < 1 << 20 ? bytes * 10 >> 10 : bytes * 10 >> 20;
    return count(tenths / 10) + "." + tenths % 10 + (bytes < 1 << 20 ? " KiB" : " MiB");
  }

  /** {@code 2.4 s}. */
  static String seconds(double seconds) {
    long tenths = Math.round(seconds * 10);
    return tenths / 10 + "." + tenths % 10 + " s";
  }

  /** {@code 1 interval}, {@code 3 intervals}. */
  static String counted(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** {@code 2025-03-01 to 2025-04-30}, the last day included; the first and the last of several with their number. */
  static String intervals(List<Interval> intervals) {
    if (intervals.isEmpty()) {
      return "no interval";
    }
    String days = intervals.get(0).start() + " to " + intervals.get(intervals.size() - 1).end().minusDays(1);
    return intervals.size() == 1 ? days : counted(intervals.size(), "interval") + ", " + days;
  }

  /** A value of a result as text: no exponent, no zeros that say nothing behind the second decimal. */
  static String value(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      BigDecimal shortest = decimal.stripTrailingZeros();
      int least = Math.min(2, decimal.scale());
      return (shortest.scale() < least ? shortest.setScale(least) : shortest).toPlainString();
    }
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return plain(number);
    }
    if (value instanceof scala.collection.Iterable<?> many) {
      StringBuilder text = new StringBuilder();
      scala.collection.Iterator<?> each = many.iterator();
      while (each.hasNext()) {
        text.append(text.length() == 0 ? "" : ", ").append(value(each.next()));
      }
      return text.toString();
    }
    return value.toString();
  }

  /** The same for a glance: five digits of a ratio are enough. */
  static String rounded(Object value) {
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return value(new BigDecimal(number).round(new MathContext(5)).doubleValue());
    }
    return value(value);
  }

  private static String plain(double number) {
    String text = new BigDecimal(Double.toString(number)).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
