package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A calendar day, as days since 1970 in {@code out.number}. A time of day behind it is left out; where a time with a
 * zone is given, the day is the Vietnamese one. {@link Moment} lists the shapes.
 */
public final class DateRule implements ValueRule {
  /** Order in which a date is written. A four-digit year in front always means year, month, day. */
  public enum Order { DMY, YMD, MDY }

  private static final int LONGEST = 64;

  private final Order order;
  private final Moment moment = new Moment();
  private final byte[] plain = new byte[LONGEST];

  /** A rule of one order. */
  public DateRule(Order order) {
    this.order = order;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if (length == 10 && ten(utf8, offset, out)) {
      return true;
    }
    if (!scan(moment, plain, utf8, offset, length, order, out)) {
      return false;
    }
    out.number = moment.vietnamDay();
    return true;
  }

  /** Fills the moment; false with {@code out} saying why. */
  static boolean scan(Moment moment, byte[] plain, byte[] utf8, int offset, int length, Order order, Reading out) {
    out.clear();
    if (length > plain.length) {
      out.missing = MissingMarks.isBlank(utf8, offset, length);
      out.doubt = out.missing ? null : Doubt.DATE_NOT_UNDERSTOOD;
      return false;
    }
    boolean understood = length > 0 && Numeral.isDigit(utf8[offset])
        && moment.scan(utf8, offset, offset + length, order);
    if (!understood) {
      int to = Fold.plain(utf8, offset, length, plain);
      if (MissingMarks.isMissingPlain(plain, 0, to)) {
        out.missing = true;
        return false;
      }
      understood = moment.scan(plain, 0, to, order);
    }
    out.doubt = moment.doubt;
    return understood;
  }

  /** The common path: {@code 05/03/2025} and {@code 2025-03-05}. */
  private boolean ten(byte[] b, int at, Reading out) {
    boolean iso = b[at + 4] == '-' && b[at + 7] == '-';
    if (!iso && (order != Order.DMY || b[at + 2] != b[at + 5] || b[at + 2] != '/' && b[at + 2] != '-')) {
      return false;
    }
    int year = digits(b, iso ? at : at + 6, 4);
    int month = two(b, iso ? at + 5 : at + 3);
    int day = two(b, iso ? at + 8 : at);
    if (!CalendarDay.exists(year, month, day)) {
      return false;
    }
    out.clear();
    out.number = CalendarDay.epochDay(year, month, day);
    return true;
  }

  /** The number of two digits, or a negative one when a byte is no digit. */
  static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return (tens | ones) < 0 || tens > 9 || ones > 9 ? -1 : 10 * tens + ones;
  }

  /** The number, or a very negative one when a byte is no digit. */
  static int digits(byte[] b, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** The day, or null when it is missing or not understood. */
  public static LocalDate parse(String text, Order order) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    return new DateRule(order).read(bytes, 0, bytes.length, out) ? LocalDate.ofEpochDay(out.number) : null;
  }
}
