package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;

/** First day, last day and code of a period, written without objects. */
final class Span {
  /** Public holidays of Tết by decree: year, month and day of the first day off, days off. */
  private static final int[][] TET = {{2016, 2, 6, 9}, {2017, 1, 26, 7}, {2018, 2, 14, 7}, {2019, 2, 2, 9},
      {2020, 1, 23, 7}, {2021, 2, 10, 7}, {2022, 1, 29, 9}, {2023, 1, 20, 7}, {2024, 2, 8, 7}, {2025, 1, 25, 9},
      {2026, 2, 14, 9}};

  /** Days since 1970. */
  long start;
  long end;

  /** The code, in {@code codeLength} bytes. */
  final byte[] code = new byte[32];
  int codeLength;

  /** True when the span is exactly one month. */
  boolean month;

  /** True when the span is one day. */
  boolean day;

  boolean year(int year) {
    return months(year, 1, 12) && text(year, "", 0, "");
  }

  boolean quarter(int year, int quarter) {
    return quarter >= 1 && quarter <= 4 && months(year, 3 * quarter - 2, 3 * quarter)
        && text(year, "-Q", quarter, "");
  }

  boolean month(int year, int number) {
    if (number < 1 || number > 12 || !months(year, number, number)) {
      return false;
    }
    month = true;
    return text(year, number < 10 ? "-0" : "-", number, "");
  }

  /** January to a month: {@code 2024-9M}. All twelve are the year, one is January. */
  boolean firstMonths(int year, int count) {
    if (count == 12) {
      return year(year);
    }
    if (count == 1) {
      return month(year, 1);
    }
    return count > 1 && count < 12 && months(year, 1, count) && text(year, "-", count, "M");
  }

  /** The last months of a year; six are the second half, three the fourth quarter. */
  boolean lastMonths(int year, int count) {
    return count == 6 ? half(year, 2) : count == 3 && quarter(year, 4);
  }

  /** Half a year; the first is known as its six months. */
  boolean half(int year, int number) {
    return number == 1 ? firstMonths(year, 6) : number == 2 && months(year, 7, 12) && text(year, "-H", 2, "");
  }

  /** Several years; the suffix says how their figures were put together. */
  boolean years(int first, int last, String suffix) {
    if (last <= first || last - first > 50) {
      return false;
    }
    clear();
    start = CalendarDay.epochDay(first, 1, 1);
    end = CalendarDay.epochDay(last, 12, 31);
    return text(first, "-", last, suffix);
  }

  boolean day(long epochDay) {
    clear();
    start = epochDay;
    end = epochDay;
    day = true;
    date(epochDay);
    return true;
  }

  boolean days(long first, long last) {
    if (last < first || last - first > 20_000) {
      return false;
    }
    if (first == last) {
      return day(first);
    }
    clear();
    start = first;
    end = last;
    date(first);
    code[codeLength++] = '/';
    date(last);
    return true;
  }

  /** The days off of Tết; {@code days} 0 when the cell does not say how many. */
  boolean tet(int year, int days) {
    for (int[] holiday : TET) {
      if (holiday[0] == year && days <= 15) {
        clear();
        start = CalendarDay.epochDay(year, holiday[1], holiday[2]);
        end = start + (days > 0 ? days : holiday[3]) - 1;
        return days > 0 ? text(year, "-Tet-", days, "d") : text(year, "-Tet", 0, "");
      }
    }
    return false;
  }

  /** The code as a string. */
  String code() {
    return new String(code, 0, codeLength, StandardCharsets.US_ASCII);
  }

  private void clear() {
    month = false;
    day = false;
    codeLength = 0;
  }

  private boolean months(int year, int first, int last) {
    clear();
    start = CalendarDay.epochDay(year, first, 1);
    end = CalendarDay.epochDay(year, last, CalendarDay.daysIn(year, last));
    return true;
  }

  private boolean text(int year, String mark, int number, String suffix) {
    number(year, 4);
    ascii(mark);
    if (number > 0) {
      number(number, 1);
    }
    ascii(suffix);
    return true;
  }

  private void date(long epochDay) {
    // The reverse of CalendarDay.epochDay.
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097);
    int dayOfEra = (int) (z - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int monthOfYear = shifted < 10 ? shifted + 3 : shifted - 9;
    number((int) (yearOfEra + era * 400) + (monthOfYear <= 2 ? 1 : 0), 4);
    code[codeLength++] = '-';
    number(monthOfYear, 2);
    code[codeLength++] = '-';
    number(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
  }

  private void number(int value, int leastDigits) {
    int digits = value > 999 ? 4 : value > 99 ? 3 : value > 9 ? 2 : 1;
    int places = Math.max(digits, leastDigits);
    int rest = value;
    for (int i = codeLength + places - 1; i >= codeLength; i--) {
      code[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    codeLength += places;
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      code[codeLength++] = (byte) text.charAt(i);
    }
  }
}
