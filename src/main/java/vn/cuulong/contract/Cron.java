package vn.cuulong.contract;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The five fields of a cron line: minute, hour, day of the month, month, day of the week (0 is Sunday). A field is
 * {@code *}, a number, a range {@code 1-5}, steps {@code *}{@code /15} or {@code 8-18/2}, or several joined by commas.
 * Names, {@code L}, {@code ?}, and days of the month and of the week at once are refused: schedulers disagree on them.
 */
public final class Cron {
  /** A date that comes once in a leap year is looked for this long. */
  private static final int DAYS_SEARCHED = 8 * 366 + 31;

  private final String text;
  private final List<SortedSet<Integer>> fields;

  private Cron(String text, List<SortedSet<Integer>> fields) {
    this.text = text;
    this.fields = fields;
  }

  /** A field of the line, in its order. */
  public enum Field {
    /** 0 to 59. */
    MINUTE("minute", 0, 59),
    /** 0 to 23. */
    HOUR("hour", 0, 23),
    /** 1 to 31. */
    DAY("day of the month", 1, 31),
    /** 1 to 12. */
    MONTH("month", 1, 12),
    /** 0, Sunday, to 6. */
    WEEKDAY("day of the week", 0, 6);

    private final String title;
    private final int least;
    private final int most;

    Field(String title, int least, int most) {
      this.title = title;
      this.least = least;
      this.most = most;
    }
  }

  /** A line that cannot be read: why, and what to write. */
  static final class CronException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    CronException(String reason, String remedy) {
      super(reason);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  /** Reads a line. */
  static Cron of(String text) {
    String[] words = text.strip().split(" +");
    if (words.length != Field.values().length) {
      throw new CronException("a time has minute, hour, day, month and day of the week",
          "write five fields, for example \"0 2 * * *\"");
    }
    List<SortedSet<Integer>> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      fields.add(values(field, words[field.ordinal()]));
    }
    Cron cron = new Cron(text, List.copyOf(fields));
    if (!cron.isEvery(Field.DAY) && !cron.isEvery(Field.WEEKDAY)) {
      throw new CronException("days of the month and of the week at once mean \"either\" to cron and \"both\" to systemd",
          "write * for one of them");
    }
    if (cron.before(LocalDate.of(2400, 12, 31).atTime(LocalTime.MAX).atZone(java.time.ZoneOffset.UTC)).isEmpty()) {
      throw new CronException("this day of the month never comes", "write a day that the month has");
    }
    return cron;
  }

  private static SortedSet<Integer> values(Field field, String text) {
    SortedSet<Integer> values = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      int slash = part.indexOf('/');
      int step = slash < 0 ? 1 : number(field, part.substring(slash + 1), 1, field.most);
      String range = slash < 0 ? part : part.substring(0, slash);
      int dash = range.indexOf('-');
      int from = range.equals("*") ? field.least
          : number(field, dash < 0 ? range : range.substring(0, dash), field.least, field.most);
      int to = range.equals("*") || slash >= 0 && dash < 0 ? field.most
          : dash < 0 ? from : number(field, range.substring(dash + 1), field.least, field.most);
      if (to < from) {
        throw new CronException("the " + field.title + " \"" + part + "\" ends before it begins",
            "write the smaller number first");
      }
      for (int value = from; value <= to; value += step) {
        values.add(value);
      }
    }
    return values;
  }

  private static int number(Field field, String text, int least, int most) {
    boolean digits = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int value = digits ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw new CronException("\"" + text + "\" is no " + field.title, "write numbers from " + least + " to " + most
          + ", *, ranges such as " + least + "-" + most + ", steps such as */2, or several joined by commas");
    }
    return value;
  }

  /** True when the field is not restricted. */
  public boolean isEvery(Field field) {
    return values(field).size() == field.most - field.least + 1;
  }

  /** The values at which the line fires, smallest first. */
  public SortedSet<Integer> values(Field field) {
    return fields.get(field.ordinal());
  }

  /** The last time at which the line fired, at or before an instant, in the zone of that instant. */
  public Optional<ZonedDateTime> before(ZonedDateTime instant) {
    LocalDate day = instant.toLocalDate();
    for (int i = 0; i < DAYS_SEARCHED; i++, day = day.minusDays(1)) {
      if (firesOn(day)) {
        List<ZonedDateTime> times = times(day, instant);
        for (int j = times.size() - 1; j >= 0; j--) {
          if (!times.get(j).isAfter(instant)) {
            return Optional.of(times.get(j));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first time at which the line fires after an instant, in the zone of that instant. */
  public Optional<ZonedDateTime> after(ZonedDateTime instant) {
    LocalDate day = instant.toLocalDate();
    for (int i = 0; i < DAYS_SEARCHED; i++, day = day.plusDays(1)) {
      if (firesOn(day)) {
        Optional<ZonedDateTime> next = times(day, instant).stream().filter(time -> time.isAfter(instant)).findFirst();
        if (next.isPresent()) {
          return next;
        }
      }
    }
    return Optional.empty();
  }

  private boolean firesOn(LocalDate day) {
    return values(Field.DAY).contains(day.getDayOfMonth()) && values(Field.MONTH).contains(day.getMonthValue())
        && values(Field.WEEKDAY).contains(day.getDayOfWeek().getValue() % 7);
  }

  private List<ZonedDateTime> times(LocalDate day, ZonedDateTime zone) {
    List<ZonedDateTime> times = new ArrayList<>();
    for (int hour : values(Field.HOUR)) {
      for (int minute : values(Field.MINUTE)) {
        times.add(day.atTime(hour, minute).atZone(zone.getZone()));
      }
    }
    return times;
  }

  /** The line as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
