package vn.cuulong.territory;

import java.time.LocalDate;
import java.util.Locale;

/**
 * The map on which a value stands.
 *
 * <p>The 2004 map is the one of 63 provinces as it stood on its last day, 30 June 2025; the 2025 map is the one of
 * 34 provinces that came with 1 July 2025.
 */
public enum Basis {
  /** The units as the provider named them on the day of the record: either map, by date. */
  AS_PUBLISHED(null),
  /** The 63 provinces that stood until 30 June 2025. */
  UNITS_2004(LocalDate.of(2025, 6, 30)),
  /** The 34 provinces that stand since 1 July 2025. */
  UNITS_2025(LocalDate.of(2025, 7, 1));

  private final LocalDate day;
  private final String code = name().toLowerCase(Locale.ROOT);

  Basis(LocalDate day) {
    this.day = day;
  }

  /** The code in data: {@code as_published}, {@code units_2004}, {@code units_2025}. */
  public String code() {
    return code;
  }

  /**
   * A day on which this map stood, the one nearest to the change.
   *
   * @throws IllegalStateException for {@link #AS_PUBLISHED}, which is no single map
   */
  public LocalDate day() {
    if (day == null) {
      throw new IllegalStateException("The basis as_published has no day of its own, because its map depends on the "
          + "date of each record. Give the date of the record instead.");
    }
    return day;
  }

  /**
   * The basis that a word means: a {@link #code()}, or {@code pre2025} and {@code post2025} as published files say
   * it; {@code na} and empty are {@link #AS_PUBLISHED}.
   *
   * @throws IllegalArgumentException for any other word
   */
  public static Basis of(String word) {
    String key = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    return switch (key) {
      case "units_2004", "pre2025" -> UNITS_2004;
      case "units_2025", "post2025" -> UNITS_2025;
      case "as_published", "na", "" -> AS_PUBLISHED;
      default -> throw new IllegalArgumentException("Unknown boundary basis '" + word + "'. Bases are as_published, "
          + "units_2004 (also pre2025) and units_2025 (also post2025). Write one of these.");
    };
  }
}
