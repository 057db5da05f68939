package vn.cuulong.generate;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/** Writes tidy values straight into bytes; nothing is allocated for a value. */
final class Formats {
  static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int SECONDS_OF_DAY = 86_400;

  /** Number and date style of a source. */
  record Style(boolean vietnameseNumbers, boolean dayFirst, boolean isoTimes) {
    char decimalMark() {
      return vietnameseNumbers ? ',' : '.';
    }

    char groupMark() {
      return vietnameseNumbers ? '.' : ',';
    }
  }

  private final Style style;
  private byte[] out = new byte[512];
  private int length;
  // The last day that was written, because rows come by day.
  private long lastDay = Long.MIN_VALUE;
  private int year;
  private int month;
  private int day;

  Formats(Style style) {
    this.style = style;
  }

  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /** Writes one tidy value; nothing for a missing one. */
  void write(Row row, int field) {
    length = 0;
    if (row.missing[field]) {
      return;
    }
    Field declared = row.fields.get(field);
    long number = row.number[field];
    switch (declared.kind()) {
      case CODE -> code((byte[]) row.object[field], number, row.digits[field]);
      case TEXT, WORD, DROPPED -> wordOrCode(row, field);
      case PLACE -> put(row.placeName(field).utf8());
      case DATE -> date(number);
      case TIME -> time(number);
      case MONTH -> month(number);
      case INTEGER, QUANTITY -> number(number);
      case MONEY -> scaled(number, declared.power());
      case DECIMAL -> scaled(number, 2);
      case FLAG -> put(number == 1 ? YES : NO);
    }
  }

  private static final byte[] YES = "Có".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NO = "Không".getBytes(StandardCharsets.UTF_8);

  private void wordOrCode(Row row, int field) {
    if (row.object[field] instanceof Word word) {
      put(word.utf8());
    } else {
      code((byte[]) row.object[field], row.number[field], row.digits[field]);
    }
  }

  private void put(byte[] bytes) {
    if (length + bytes.length + 64 > out.length) {
      out = java.util.Arrays.copyOf(out, 2 * (length + bytes.length + 64));
    }
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void put(char ascii) {
    out[length++] = (byte) ascii;
  }

  private void code(byte[] prefix, long number, int width) {
    put(prefix);
    padded(number, width);
  }

  private void padded(long number, int width) {
    long rest = number;
    for (int i = length + width - 1; i >= length; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }

  private void number(long number) {
    if (number < 0) {
      put('-');
    }
    long rest = Math.abs(number);
    padded(rest, digits(rest));
  }

  static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** A number of 10^-power, without trailing zeros. */
  private void scaled(long number, int power) {
    if (number < 0) {
      put('-');
    }
    long value = Math.abs(number);
    int decimals = power;
    while (decimals > 0 && value % 10 == 0) {
      value /= 10;
      decimals--;
    }
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    number(value / unit);
    if (decimals > 0) {
      put(style.decimalMark());
      padded(value % unit, decimals);
    }
  }

  private void split(long epochDay) {
    if (epochDay != lastDay) {
      java.time.LocalDate date = java.time.LocalDate.ofEpochDay(epochDay);
      lastDay = epochDay;
      year = date.getYear();
      month = date.getMonthValue();
      day = date.getDayOfMonth();
    }
  }

  private void date(long epochDay) {
    split(epochDay);
    if (style.dayFirst()) {
      padded(day, 2);
      put('/');
      padded(month, 2);
      put('/');
      padded(year, 4);
    } else {
      padded(year, 4);
      put('-');
      padded(month, 2);
      put('-');
      padded(day, 2);
    }
  }

  private void month(long epochDay) {
    split(epochDay);
    if (style.dayFirst()) {
      padded(month, 2);
      put('/');
      padded(year, 4);
    } else {
      padded(year, 4);
      put('-');
      padded(month, 2);
    }
  }

  private void time(long localSecond) {
    date(Math.floorDiv(localSecond, SECONDS_OF_DAY));
    int second = (int) Math.floorMod(localSecond, SECONDS_OF_DAY);
    put(style.isoTimes() ? 'T' : ' ');
    padded(second / 3600, 2);
    put(':');
    padded(second / 60 % 60, 2);
    put(':');
    padded(second % 60, 2);
    if (style.isoTimes()) {
      put('+');
      padded(7, 2);
      put(':');
      padded(0, 2);
    }
  }

  /** The identifier as text. */
  static String codeText(byte[] prefix, long number, int width) {
    StringBuilder text = new StringBuilder(new String(prefix, StandardCharsets.UTF_8));
    if (width > 0) {
      String digits = Long.toString(number);
      text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
    return text.toString();
  }

  /** Hundredths as text with two decimals. */
  static String hundredths(long number, char mark) {
    long cents = Math.abs(number) % 100;
    return (number < 0 ? "-" : "") + Math.abs(number) / 100 + mark + (cents < 10 ? "0" : "") + cents;
  }
}
