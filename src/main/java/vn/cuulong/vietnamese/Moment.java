package vn.cuulong.vietnamese;

/**
 * A date, perhaps with a time of day and a zone, read from one cell. Holds what was found; reused from cell to cell.
 *
 * <p>Shapes: {@code 5/3/2025}, {@code 05-03-25}, {@code 2025.03.05}, {@code 20250305}, {@code 5 Mar 2025},
 * {@code ngày 5 tháng 3 năm 2025}, each with {@code 14:30}, {@code 14h30}, {@code 02:30:15 CH} behind or before it,
 * ISO 8601 with {@code Z} or {@code +07:00}, day numbers of a spreadsheet, seconds and milliseconds since 1970.
 */
final class Moment {
  private static final int MAX_NUMBERS = 8;
  private static final int EXCEL_EPOCH = 25569;
  static final int VIETNAM_MINUTES = 7 * 60;

  private static final long[] VIETNAMESE = Words.list("ngay", "nam", "mung", "mong");
  private static final long[] HOURS = Words.list("h", "gio", "g");
  private static final long[] MINUTES = Words.list("phut", "p", "ph", "m");
  private static final long[] SECONDS = Words.list("giay", "s");
  private static final long[] IGNORED = Words.list("luc", "vao", "thu", "chu", "cn", "mon", "tue", "wed", "fri",
      "sat", "sun", "utc", "gmt", "ict", "st", "nd", "rd", "th");
  private static final long[] WEEKDAYS = Words.list("hai", "ba", "tu", "nam", "sau", "bay");
  private static final long[] MONTHS = Words.list("thang", "thg", "t");
  private static final long WEEKDAY = Words.of("thu");
  private static final long SUNDAY = Words.of("chu");
  private static final long NHAT = Words.of("nhat");
  private static final long[] MORNING = Words.list("sa", "am", "sang");
  private static final long[] AFTERNOON = Words.list("ch", "pm", "chieu", "toi");

  /** Days since 1970, as written. */
  long day;

  /** True when a time of day was there and is valid. */
  boolean hasTime;

  /** True when a time of day was there and is none: {@code 25:61}. */
  boolean badTime;

  /** Microseconds since midnight, as written. */
  long micros;

  /** True when a zone was there. */
  boolean hasZone;

  /** Minutes east of Greenwich. */
  int zoneMinutes;

  /** A guess to flag, or the fault. */
  Doubt doubt;

  private final long[] numbers = new long[MAX_NUMBERS];
  private final int[] digits = new int[MAX_NUMBERS];
  private int count;
  private int hourAt;
  private int timeCount;
  private int monthWord;
  private int monthWordAt;
  private boolean vietnamese;
  private boolean afternoon;
  private boolean morning;
  private boolean badWord;

  /** True behind the T of ISO 8601. Without it "08:00-11:30" are the hours of an office and no zone. */
  private boolean isoTime;
  private long lastWord;

  /** Reads the cell; false with {@link #doubt} set. The text is plain or at least ASCII. */
  boolean scan(byte[] b, int from, int to, DateRule.Order order) {
    clear();
    if (!tokens(b, from, to)) {
      return fail(Doubt.DATE_NOT_UNDERSTOOD);
    }
    boolean bare = monthWord == 0 && !hasZone;
    if (bare && count <= 2 && timeCount == 0 && Numeral.isDigit(b[from])) {
      return compact(b, from, to, order);
    }
    if (count - timeCount != (monthWord > 0 ? 2 : 3)) {
      return fail(Doubt.DATE_NOT_UNDERSTOOD);
    }
    return date(order) && time();
  }

  /** Days since 1970 in Viet Nam: a moment with a zone may lie on another day there. */
  long vietnamDay() {
    return hasTime && hasZone ? Math.floorDiv(utcMicros() + VIETNAM_MINUTES * 60_000_000L, 86_400_000_000L) : day;
  }

  /** Microseconds since 1970 UTC; without a zone the cell speaks of Vietnamese time. */
  long utcMicros() {
    int zone = hasZone ? zoneMinutes : VIETNAM_MINUTES;
    return day * 86_400_000_000L + micros - zone * 60_000_000L;
  }

  private void clear() {
    day = 0;
    hasTime = false;
    badTime = false;
    micros = 0;
    hasZone = false;
    zoneMinutes = 0;
    doubt = null;
    count = 0;
    hourAt = -1;
    timeCount = 0;
    monthWord = 0;
    monthWordAt = 0;
    vietnamese = false;
    afternoon = false;
    morning = false;
    badWord = false;
    isoTime = false;
    lastWord = 0;
  }

  private boolean fail(Doubt why) {
    doubt = why;
    return false;
  }

  private boolean tokens(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      byte c = b[i];
      if (Numeral.isDigit(c)) {
        i = number(b, i, to);
      } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        i = word(b, i, to);
      } else if ((c == '+' || c == '-' && isoTime) && timeCount >= 2 && hourAt + timeCount == count && zone(b, i, to)) {
        i = to;
      } else if (c == ' ' || c == '/' || c == '-' || c == '.' || c == ',' || c == ':' || c == '(' || c == ')') {
        i++;
      } else {
        return false;
      }
      if (i < 0) {
        return false;
      }
    }
    return !badWord && count > 0;
  }

  /** Position behind the number; -1 when there are too many, or one has too many digits. */
  private int number(byte[] b, int from, int to) {
    if (count == MAX_NUMBERS) {
      return -1;
    }
    long value = 0;
    int i = from;
    for (; i < to && Numeral.isDigit(b[i]); i++) {
      if (i - from > 15) {
        return -1;
      }
      value = value * 10 + b[i] - '0';
    }
    if (lastWord == WEEKDAY && count == 0 && i - from == 1) {
      // "thứ 4, 5/3/2025"
      lastWord = 0;
      return i;
    }
    boolean timeGoesOn = hourAt >= 0 && hourAt + timeCount == count && from > 0
        && (b[from - 1] == ':' || timeCount == 3 && (b[from - 1] == '.' || b[from - 1] == ','));
    if (hourAt < 0 && i < to && b[i] == ':') {
      hourAt = count;
      timeCount = 1;
    } else if (timeGoesOn) {
      timeCount++;
    }
    numbers[count] = value;
    digits[count++] = i - from;
    return i;
  }

  /** Position behind the word and the number that belongs to it; -1 when that number cannot be read. */
  private int word(byte[] b, int from, int to) {
    int i = from;
    long packed = 0;
    for (; i < to && (b[i] | 0x20) >= 'a' && (b[i] | 0x20) <= 'z'; i++) {
      packed = i - from < 8 ? packed << 8 | b[i] | 0x20 : packed;
    }
    boolean behindNumber = count > 0;
    if (behindNumber && hourAt < 0 && Words.in(packed, HOURS)) {
      hourAt = count - 1;
      timeCount = 1;
      // "14h30" goes on without a colon, "14h ngày 5/3" does not.
      if (i < to && Numeral.isDigit(b[i]) || Words.behindNumber(b, i, to, MINUTES)) {
        while (i < to && b[i] == ' ') {
          i++;
        }
        i = number(b, i, to);
        timeCount = 2;
      }
    } else if (hourAt >= 0 && Words.in(packed, MINUTES)) {
      timeCount = Math.max(timeCount, Math.min(2, count - hourAt));
      if (Words.behindNumber(b, i, to, SECONDS)) {
        while (i < to && b[i] == ' ') {
          i++;
        }
        i = number(b, i, to);
        timeCount = 3;
      }
    } else {
      meaning(packed, i == to);
      lastWord = packed;
    }
    return i;
  }

  private void meaning(long packed, boolean last) {
    int month = Words.month(packed);
    if (lastWord == WEEKDAY && Words.in(packed, WEEKDAYS) || lastWord == SUNDAY && packed == NHAT) {
      return;
    }
    if (Words.in(packed, MONTHS)) {
      // "tháng 1-9/2024" are nine months, not a day. The T of ISO 8601 stands behind a whole date, and "T3" is March.
      badWord |= count == 0;
      vietnamese |= packed != 't';
      isoTime |= packed == 't' && (count == 3 || digits[0] == 8);
    } else if (Words.in(packed, VIETNAMESE)) {
      vietnamese = true;
    } else if (month > 0 && monthWord == 0) {
      monthWord = month;
      monthWordAt = count;
    } else if (Words.in(packed, AFTERNOON)) {
      afternoon = true;
    } else if (Words.in(packed, MORNING)) {
      morning = true;
    } else if (packed == 'z' && last && timeCount > 0) {
      hasZone = true;
    } else if (!Words.in(packed, IGNORED) && !(hourAt >= 0 && Words.in(packed, SECONDS))) {
      badWord = true;
    }
  }

  /** {@code +07:00}, {@code +0700}, {@code +07} at the end. */
  private boolean zone(byte[] b, int from, int to) {
    int value = 0;
    int found = 0;
    for (int i = from + 1; i < to; i++) {
      if (Numeral.isDigit(b[i])) {
        value = value * 10 + b[i] - '0';
        found++;
      } else if (b[i] != ':' || found != 2 && found != 1) {
        return false;
      }
    }
    if (found < 1 || found > 4) {
      return false;
    }
    int minutes = found <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    if (minutes > 14 * 60) {
      return false;
    }
    hasZone = true;
    zoneMinutes = b[from] == '-' ? -minutes : minutes;
    return true;
  }

  /** One run of digits: {@code 20250305}, a day number of a spreadsheet, seconds since 1970. */
  private boolean compact(byte[] b, int from, int to, DateRule.Order order) {
    long value = numbers[0];
    boolean fraction = count == 2;
    if (fraction && (b[from + digits[0]] != '.' && b[from + digits[0]] != ',' || digits[0] != 5)) {
      return fail(Doubt.DATE_NOT_UNDERSTOOD);
    }
    if (digits[0] == 5 && value >= 20_000 && value <= 60_000) {
      day = value - EXCEL_EPOCH;
      doubt = Doubt.DATE_SERIAL;
      if (fraction) {
        long scaled = Math.round(numbers[1] / Math.pow(10, digits[1]) * 86_400);
        micros = Math.min(scaled, 86_399) * 1_000_000L;
        hasTime = true;
      }
      return true;
    }
    if (digits[0] == 8) {
      return eight((int) value, order);
    }
    long seconds = digits[0] == 10 ? value : digits[0] == 13 ? value / 1000 : 0;
    if (seconds >= 946_684_800L && seconds < 4_102_444_800L && !fraction) {
      day = Math.floorDiv(seconds, 86_400L);
      micros = seconds % 86_400 * 1_000_000 + (digits[0] == 13 ? value % 1000 * 1000 : 0);
      hasTime = true;
      hasZone = true;
      doubt = Doubt.TIME_UNIX;
      return true;
    }
    return fail(Doubt.DATE_NOT_UNDERSTOOD);
  }

  /** Eight digits: year first or, where that is no date, in the declared order. */
  private boolean eight(int value, DateRule.Order order) {
    if (set(value / 10_000, value / 100 % 100, value % 100)) {
      return true;
    }
    int year = value % 10_000;
    int first = value / 1_000_000;
    int second = value / 10_000 % 100;
    boolean understood = order == DateRule.Order.MDY ? set(year, first, second) : set(year, second, first);
    return understood || fail(Doubt.DATE_IMPOSSIBLE);
  }

  private boolean date(DateRule.Order order) {
    // A time may stand before the date or behind it.
    int at = hourAt == 0 ? timeCount : 0;
    if (hourAt > 0 && hourAt + timeCount < count) {
      return fail(Doubt.DATE_NOT_UNDERSTOOD);
    }
    if (monthWord > 0) {
      boolean yearFirst = digits[at] == 4;
      return numeric(yearFirst ? at : at + 1, numbers[yearFirst ? at + 1 : at], monthWord, false);
    }
    if (digits[at] == 4) {
      return numeric(at, numbers[at + 2], numbers[at + 1], false);
    }
    boolean fourLast = digits[at + 2] == 4;
    if (!fourLast && order == DateRule.Order.YMD && !vietnamese) {
      return numeric(at, numbers[at + 2], numbers[at + 1], false);
    }
    if (fourLast && order == DateRule.Order.YMD && !vietnamese) {
      doubt = Doubt.DATE_ORDER_OTHER;
    }
    boolean monthFirst = order == DateRule.Order.MDY && !vietnamese;
    long month = numbers[monthFirst ? at : at + 1];
    long dayOfMonth = numbers[monthFirst ? at + 1 : at];
    return numeric(at + 2, dayOfMonth, month, !vietnamese);
  }

  private boolean numeric(int yearAt, long dayOfMonth, long month, boolean maySwap) {
    for (int i = 0; i < count; i++) {
      boolean ofTime = i >= hourAt && i < hourAt + timeCount;
      if (!ofTime && i != yearAt && digits[i] > 2) {
        return fail(Doubt.DATE_NOT_UNDERSTOOD);
      }
    }
    int year = (int) numbers[yearAt];
    if (digits[yearAt] == 2) {
      year += year < 69 ? 2000 : 1900;
      doubt = Doubt.DATE_TWO_DIGIT_YEAR;
    } else if (digits[yearAt] != 4) {
      return fail(Doubt.DATE_NOT_UNDERSTOOD);
    }
    if (set(year, (int) month, (int) dayOfMonth)) {
      return true;
    }
    if (maySwap && set(year, (int) dayOfMonth, (int) month)) {
      doubt = Doubt.DATE_ORDER_OTHER;
      return true;
    }
    return fail(Doubt.DATE_IMPOSSIBLE);
  }

  private boolean time() {
    if (timeCount == 0) {
      return true;
    }
    long hour = numbers[hourAt];
    long minute = timeCount > 1 ? numbers[hourAt + 1] : 0;
    long second = timeCount > 2 ? numbers[hourAt + 2] : 0;
    long fraction = 0;
    if (timeCount > 3) {
      int more = digits[hourAt + 3];
      fraction = numbers[hourAt + 3];
      for (; more < 6; more++) {
        fraction *= 10;
      }
      for (; more > 6; more--) {
        fraction /= 10;
      }
    }
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    hasTime = hour < 24 && minute < 60 && second < 60 && timeCount <= 4 && !(morning && hour > 12);
    badTime = !hasTime;
    micros = hasTime ? ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction : 0;
    hasZone &= hasTime;
    return true;
  }

  private boolean set(int year, int month, int dayOfMonth) {
    if (!CalendarDay.exists(year, month, dayOfMonth)) {
      return false;
    }
    day = CalendarDay.epochDay(year, month, dayOfMonth);
    return true;
  }
}
