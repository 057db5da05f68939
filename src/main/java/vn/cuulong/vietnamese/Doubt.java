package vn.cuulong.vietnamese;

import java.util.Locale;

/**
 * Everything that can be found while a value, a row or a file is read. Each has an entry of the same code in
 * {@code jobs/dictionary/issues.yml}, which says in both languages what it means, what was done and what the provider
 * can do, and which effect it has.
 */
public enum Doubt {
  // Numbers.
  /** {@code 1.273} without a declared style: thousands or decimals. Read the Vietnamese way. */
  NUMBER_AMBIGUOUS,
  /** Not a number. */
  NUMBER_NOT_UNDERSTOOD,
  /** More digits than a column can hold exactly. */
  NUMBER_TOO_LARGE,
  /** Below zero where only counts or amounts make sense. */
  NUMBER_NEGATIVE,
  /** Written in the other style than declared; only one reading is possible. */
  NUMBER_STYLE_OTHER,
  /** Written with an exponent, as spreadsheets do with long numbers; digits may have been lost before. */
  NUMBER_EXPONENT,
  /** "About", "over", "nearly": read as the number itself. */
  NUMBER_APPROXIMATE,
  /** A fraction where a whole number is asked for. */
  NUMBER_NOT_WHOLE,
  /** A footnote mark was taken off the number. */
  NUMBER_FOOTNOTE,
  /** More decimals than the column keeps; rounded half up. */
  NUMBER_ROUNDED,
  /** Outside the least and greatest valid value of the column. */
  VALUE_OUT_OF_RANGE,
  /** The word behind the number is no known unit. */
  UNIT_WORD_UNKNOWN,
  /** Dollars or another foreign currency; never mixed with đồng. */
  CURRENCY_FOREIGN,
  /** A share without a percent mark: read as percent. */
  PERCENT_WITHOUT_MARK,

  // Dates and periods.
  /** Not a date. */
  DATE_NOT_UNDERSTOOD,
  /** Shaped like a date, but there is no such day: 30 February. */
  DATE_IMPOSSIBLE,
  /** Only possible in another order than declared: {@code 12/25/2024} in a day-month-year column. */
  DATE_ORDER_OTHER,
  /** A day number of a spreadsheet, counted from 1900. */
  DATE_SERIAL,
  /** Two digits of a year: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999. */
  DATE_TWO_DIGIT_YEAR,
  /** Not a moment. */
  TIME_NOT_UNDERSTOOD,
  /** A day without a time of day: read as its first moment. */
  TIME_OF_DAY_MISSING,
  /** Seconds or milliseconds since 1970, as machines write them. */
  TIME_UNIX,
  /** A month given by one of its days. */
  PERIOD_FROM_DAY,
  /** A holiday whose exact days are not said; the public holiday of that year is taken. */
  PERIOD_APPROXIMATE,
  /** Not a period. */
  PERIOD_NOT_UNDERSTOOD,
  /** A period of another length than one month in a month column. */
  PERIOD_NOT_A_MONTH,

  // Words.
  /** Not a known status word. */
  STATUS_UNKNOWN,
  /** Not on the list of the column. */
  CATEGORY_UNKNOWN,
  /** Neither yes nor no. */
  FLAG_UNKNOWN,
  /** A look-alike letter or a broken character was mended: Ð to Đ. */
  TEXT_REPAIRED,
  /** Longer than any real value. */
  TEXT_TOO_LONG,
  /** Bytes that are no letters of the encoding stand in the value. */
  TEXT_UNDECODABLE,
  /** The encoding of the file was found out with a small margin. */
  ENCODING_DOUBTFUL,

  // Places.
  /** No unit of this name or code. */
  UNIT_UNKNOWN,
  /** Several units of this name or code on that day. */
  UNIT_AMBIGUOUS,
  /** An old unit named after it ended; understood as the old unit. */
  UNIT_EXPIRED,
  /** A new unit named before it began; understood as the new unit. */
  UNIT_NOT_YET_VALID,
  /** A code whose meaning depends on the date, and no date to tell. */
  UNIT_CODE_AMBIGUOUS,
  /** Whether the unit counts in the region on that day is not settled. */
  REGION_MEMBERSHIP_UNCERTAIN,

  // Rows.
  /** A required value is missing or was not understood. */
  REQUIRED_MISSING,
  /** A quote opens and never closes. */
  QUOTE_LEFT_OPEN,
  /** Fewer fields than the header has. */
  ROW_TOO_SHORT,
  /** More fields than the header has. */
  ROW_TOO_LONG,
  /** A record that is no valid JSON object. */
  ROW_NOT_UNDERSTOOD,
  /** The same key twice with different content. */
  DUPLICATE_KEY_CONFLICT,
  /** A cell whose value was computed by a formula; the stored result is read. */
  XLSX_FORMULA,
  /** A cell of a merged block; read as its first cell. */
  XLSX_MERGED,

  // Files.
  /** No bytes, or a header without rows. */
  FILE_EMPTY,
  /** Not text at all. */
  FILE_BINARY,
  /** A compressed file that ends too early. */
  FILE_TRUNCATED,
  /** A compressed file that grows beyond reason. */
  FILE_BOMB,
  /** Not the layout its source declares. */
  FILE_NOT_UNDERSTOOD,
  /** More than one encoding in one file. */
  FILE_ENCODING_MIXED,
  /** Bytes that are not of the declared encoding. */
  FILE_ENCODING_WRONG,
  /** Still growing while it was read. */
  FILE_STILL_WRITTEN,
  /** The header holds another field separator. */
  DELIMITER_WRONG,
  /** A declared header is not in the file. */
  COLUMN_MISSING,
  /** A header that the source does not know. */
  COLUMN_UNKNOWN,
  /** The same header twice. */
  COLUMN_DUPLICATE,
  /** A path that leaves the landing folder. */
  PATH_OUTSIDE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Lower snake case, as the dictionary and the issues of a row write it. */
  public String code() {
    return code;
  }
}
