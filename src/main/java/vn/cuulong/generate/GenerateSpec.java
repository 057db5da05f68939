package vn.cuulong.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What to generate.
 *
 * @param rows e-commerce order lines in all; the other tables are scaled to them
 * @param seed the same seed gives the same bytes
 * @param dirt probability, 0 to 1, that a value is spoiled; a row as a whole is spoiled a quarter as often
 * @param out the landing folder to fill: one folder for each source, and {@code _truth} beside them
 * @param from first day
 * @param to last day, inclusive
 * @param files into which files the period is cut
 * @param sources ids of sources or names of clean tables; empty for all
 */
public record GenerateSpec(
    long rows, long seed, double dirt, Path out, LocalDate from, LocalDate to, Files files, List<String> sources) {

  /** Into which files a period is cut. */
  public enum Files {
    /** One file of the whole period. */
    ONE,
    /** A file for each day. */
    DAY,
    /** A file for each month. */
    MONTH,
    /** A file for each half year; none then crosses the first of July 2025. */
    HALF;

    /** First day of the stretch that holds the day. */
    LocalDate start(LocalDate day, LocalDate from) {
      LocalDate start = switch (this) {
        case ONE -> from;
        case DAY -> day;
        case MONTH -> day.withDayOfMonth(1);
        case HALF -> day.withDayOfMonth(1).withMonth(day.getMonthValue() <= 6 ? 1 : 7);
      };
      return start.isBefore(from) ? from : start;
    }

    /** The stretch in a file name. */
    String label(LocalDate start, LocalDate to) {
      return switch (this) {
        case ONE -> start + "_" + to;
        case DAY -> start.toString();
        case MONTH -> start.toString().substring(0, 7);
        case HALF -> start.getYear() + "-H" + (start.getMonthValue() <= 6 ? 1 : 2);
      };
    }
  }

  /**
   * Checks what was asked for.
   *
   * @throws IllegalArgumentException saying what is wrong and what to ask for instead
   */
  public GenerateSpec {
    sources = List.copyOf(sources);
    if (rows < 1) {
      throw new IllegalArgumentException("rows is " + rows + ", but at least one row must be made; give --rows 1000");
    }
    if (!(dirt >= 0 && dirt <= 1)) {
      throw new IllegalArgumentException(
          "dirt is " + dirt + ", but it is a probability; give a number from 0 to 1, such as --dirt 0.02");
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends on " + to + ", before it begins on " + from
          + "; exchange --from and --to");
    }
    if (from.getYear() < Season.FIRST_YEAR || to.getYear() > Season.LAST_YEAR) {
      throw new IllegalArgumentException("the period " + from + " to " + to + " leaves the years "
          + Season.FIRST_YEAR + " to " + Season.LAST_YEAR + ", for which the date of Tết is known; choose days in "
          + "them");
    }
    for (String source : sources) {
      Sources.check(source);
    }
  }

  /** Days of the period. */
  long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }
}
