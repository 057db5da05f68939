package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment, as microseconds since 1970 UTC in {@code out.number}. Without a zone it is Vietnamese time (UTC+7, the
 * same all year). A day alone is read as its first moment and flagged {@link Doubt#TIME_OF_DAY_MISSING}.
 * {@link Moment} lists the shapes.
 */
public final class TimeRule implements ValueRule {
  private static final int LONGEST = 64;
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final long VIETNAM_MICROS = Moment.VIETNAM_MINUTES * 60_000_000L;

  private final DateRule.Order order;
  private final Moment moment = new Moment();
  private final byte[] plain = new byte[LONGEST];

  /** A rule of one date order. */
  public TimeRule(DateRule.Order order) {
    this.order = order;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if ((length == 16 || length == 19) && common(utf8, offset, length, out)) {
      return true;
    }
    if (!DateRule.scan(moment, plain, utf8, offset, length, order, out)) {
      if (out.doubt == Doubt.DATE_NOT_UNDERSTOOD) {
        out.doubt = Doubt.TIME_NOT_UNDERSTOOD;
      }
      return false;
    }
    if (moment.badTime) {
      out.doubt = Doubt.TIME_NOT_UNDERSTOOD;
      return false;
    }
    if (!moment.hasTime && out.doubt == null) {
      out.doubt = Doubt.TIME_OF_DAY_MISSING;
    }
    out.number = moment.utcMicros();
    return true;
  }

  /** The common path: {@code 05/03/2025 14:30[:15]} and {@code 2025-03-05 14:30[:15]}, a T for the space. */
  private boolean common(byte[] b, int at, int length, Reading out) {
    boolean iso = b[at + 4] == '-' && b[at + 7] == '-';
    boolean local = order == DateRule.Order.DMY && b[at + 2] == '/' && b[at + 5] == '/';
    if (!iso && !local || b[at + 10] != ' ' && b[at + 10] != 'T' || b[at + 13] != ':'
        || length == 19 && b[at + 16] != ':') {
      return false;
    }
    int year = DateRule.digits(b, iso ? at : at + 6, 4);
    int month = DateRule.two(b, iso ? at + 5 : at + 3);
    int day = DateRule.two(b, iso ? at + 8 : at);
    int hour = DateRule.two(b, at + 11);
    int minute = DateRule.two(b, at + 14);
    int second = length == 19 ? DateRule.two(b, at + 17) : 0;
    if (!CalendarDay.exists(year, month, day)
        || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    out.clear();
    out.number = CalendarDay.epochDay(year, month, day) * DAY_MICROS
        + ((hour * 60L + minute) * 60 + second) * 1_000_000L - VIETNAM_MICROS;
    return true;
  }

  /** The moment, or null when it is missing or not understood. */
  public static Instant parse(String text, DateRule.Order order) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    boolean understood = new TimeRule(order).read(bytes, 0, bytes.length, out);
    return understood ? Instant.EPOCH.plus(out.number, ChronoUnit.MICROS) : null;
  }
}
