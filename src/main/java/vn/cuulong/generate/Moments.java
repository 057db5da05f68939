package vn.cuulong.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** Days, moments and months in the spellings of many hands. */
final class Moments {
  /** Days between 30 December 1899, where spreadsheets start counting, and 1 January 1970. */
  private static final long SPREADSHEET_EPOCH = 25_569;

  private final Formats.Style style;

  Moments(Formats.Style style) {
    this.style = style;
  }

  /** A day. Sources that write the year first never turn it round: that would have two readings. */
  Spoiled date(long epochDay, SplittableRandom random) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    if (!style.dayFirst()) {
      return random.nextBoolean() ? new Spoiled("date_spelling", ymd(day, '/'))
          : new Spoiled("date_spelling", day + "T00:00:00");
    }
    return switch (random.nextInt(7)) {
      case 0 -> new Spoiled("date_spelling", day.toString());
      case 1 -> new Spoiled("date_spelling", dmy(day, '-'));
      case 2 -> new Spoiled("date_spelling", dmy(day, '.'));
      case 3 -> new Spoiled("date_two_digit_year", two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/"
          + two(day.getYear() % 100));
      case 4 -> new Spoiled("date_words", "ngày " + day.getDayOfMonth() + " tháng " + day.getMonthValue() + " năm "
          + day.getYear());
      case 5 -> new Spoiled("date_serial", Long.toString(epochDay + SPREADSHEET_EPOCH));
      default -> new Spoiled("date_spelling", day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear());
    };
  }

  /** A moment; spellings without seconds say less, and the right value is then the full minute. */
  Spoiled time(long localSecond, SplittableRandom random) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
    LocalDate day = at.toLocalDate();
    String clock = two(at.getHour()) + ":" + two(at.getMinute()) + ":" + two(at.getSecond());
    if (!style.dayFirst()) {
      return switch (random.nextInt(3)) {
        case 0 -> new Spoiled("time_spelling", day + " " + clock);
        case 1 -> new Spoiled("time_spelling", ymd(day, '/') + " " + clock);
        // Earlier in the day the date in UTC is the day before, and a day column would rightly differ.
        default -> at.getHour() < 7 ? new Spoiled("time_spelling", day + " " + clock)
            : new Spoiled("time_utc", Formats.ISO_TIME.format(at.minusHours(7)) + "Z");
      };
    }
    String minute = two(at.getHour()) + ":" + two(at.getMinute());
    String slashed = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    return switch (random.nextInt(6)) {
      case 0 -> new Spoiled("time_spelling", slashed + " " + clock);
      case 1 -> new Spoiled("time_spelling", day + " " + clock);
      case 2 -> new Spoiled("time_spelling", dmy(day, '-') + " " + clock);
      case 3 -> new Spoiled("time_zone", Formats.ISO_TIME.format(at) + "+07:00");
      case 4 -> new Spoiled("time_half_day", dmy(day, '/') + " " + two(twelve(at.getHour())) + clock.substring(2)
          + (at.getHour() < 12 ? " SA" : " CH"));
      default -> new Spoiled("time_first", minute + " " + dmy(day, '/'), localSecond - at.getSecond());
    };
  }

  private static int twelve(int hour) {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  /** A month. */
  Spoiled month(long epochDay, SplittableRandom random) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    int month = day.getMonthValue();
    int year = day.getYear();
    return switch (random.nextInt(5)) {
      case 0 -> new Spoiled("month_words", "Tháng " + month + "/" + year);
      case 1 -> new Spoiled("month_words", "T" + month + "/" + year);
      case 2 -> new Spoiled("month_words", "tháng " + two(month) + " năm " + year);
      case 3 -> new Spoiled("month_spelling", style.dayFirst() ? year + "-" + two(month) : two(month) + "/" + year);
      default -> new Spoiled("month_spelling", month + "/" + year);
    };
  }

  private static String dmy(LocalDate day, char mark) {
    return two(day.getDayOfMonth()) + mark + two(day.getMonthValue()) + mark + day.getYear();
  }

  private static String ymd(LocalDate day, char mark) {
    return day.getYear() + "" + mark + two(day.getMonthValue()) + mark + two(day.getDayOfMonth());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
