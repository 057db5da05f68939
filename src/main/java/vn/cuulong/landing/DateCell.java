package vn.cuulong.landing;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;

/**
 * Cells that hold a day: numbers, told from others only by their format. Formats 14 to 22 and 27 to 58 are the built-in
 * ones for dates of ECMA-376, part 1, 18.8.30, those for times and numbers among them left out.
 */
final class DateCell {
  private DateCell() {}

  /** True when the format of a number shows a day. */
  static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id == null) {
      return false;
    }
    boolean builtIn = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58;
    return builtIn || showsDay(cell.getDataFormatString());
  }

  /** The day in ISO form, with the time of day when there is one. */
  static String text(Cell cell) {
    LocalDateTime moment = cell.asDate();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
  }

  /** A format of one's own shows a day when it has a year or a day letter outside quotes and brackets. */
  private static boolean showsDay(String format) {
    if (format == null) {
      return false;
    }
    boolean quoted = false;
    int brackets = 0;
    for (char letter : format.toLowerCase(Locale.ROOT).toCharArray()) {
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == '[' || letter == ']')) {
        brackets += letter == '[' ? 1 : -1;
      } else if (!quoted && brackets == 0 && (letter == 'y' || letter == 'd')) {
        return true;
      }
    }
    return false;
  }
}
