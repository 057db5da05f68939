package vn.cuulong.publish;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The version of a release: its day and, from the second one of a day, a number; {@code 2026.01.31}, {@code
 * 2026.01.31.2}.
 *
 * @param day the day of the release
 * @param number 1 for the first release of the day
 */
public record ReleaseVersion(LocalDate day, int number) implements Comparable<ReleaseVersion> {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");
  private static final int DAY_LENGTH = 10;

  /** Reads a version; empty when the text is none. */
  public static Optional<ReleaseVersion> of(String text) {
    try {
      if (text.length() < DAY_LENGTH) {
        return Optional.empty();
      }
      LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH), DAY);
      String rest = text.substring(DAY_LENGTH);
      ReleaseVersion version = new ReleaseVersion(day, rest.isEmpty() ? 1 : Integer.parseInt(rest.substring(1)));
      // "2026.01.31.02" and "2026.01.31x2" are read too, and are no versions.
      return version.toString().equals(text) ? Optional.of(version) : Optional.empty();
    } catch (DateTimeParseException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    int days = day.compareTo(other.day);
    return days != 0 ? days : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return DAY.format(day) + (number == 1 ? "" : "." + number);
  }
}
