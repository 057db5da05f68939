package vn.cuulong.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The typed values of one record, before anything is spoiled or written. One object is reused for all rows. */
final class Row {
  final List<Field> fields;
  final long[] number;
  final Object[] object;
  final int[] digits;
  final boolean[] missing;
  /** The day on which places of this row are named. */
  long placeDay;

  Row(List<Field> fields) {
    this.fields = fields;
    this.number = new long[fields.size()];
    this.object = new Object[fields.size()];
    this.digits = new int[fields.size()];
    this.missing = new boolean[fields.size()];
  }

  /** An identifier such as {@code DH00012345}: prefix and zero-padded number; digits 0 leaves the number out. */
  void code(int field, byte[] prefix, long value, int width) {
    object[field] = prefix;
    number[field] = value;
    digits[field] = width;
    missing[field] = false;
  }

  void word(int field, Word word) {
    object[field] = word;
    missing[field] = false;
  }

  void place(int field, Place place) {
    object[field] = place;
    missing[field] = false;
  }

  /** A day, month start, count, amount, flag, or local second since 1970. */
  void number(int field, long value) {
    number[field] = value;
    missing[field] = false;
  }

  void none(int field) {
    missing[field] = true;
  }

  Place.Name placeName(int field) {
    return object[field] instanceof Place.Name name ? name : ((Place) object[field]).on(placeDay);
  }

  /** What cleaning should make of a value: ISO dates, đồng, codes, unit ids; empty for a missing one. */
  String right(int field, String column) {
    if (missing[field]) {
      return "";
    }
    return switch (fields.get(field).kind()) {
      case CODE -> Formats.codeText((byte[]) object[field], number[field], digits[field]);
      case TEXT, WORD, DROPPED -> object[field] instanceof Word word ? word.code()
          : Formats.codeText((byte[]) object[field], number[field], digits[field]);
      case PLACE -> placeName(field).unitId();
      case DATE, MONTH -> LocalDate.ofEpochDay(number[field]).toString();
      case TIME -> time(number[field], column);
      case INTEGER, QUANTITY, MONEY -> Long.toString(number[field]);
      case DECIMAL -> BigDecimal.valueOf(number[field], 2).stripTrailingZeros().toPlainString();
      case FLAG -> number[field] == 1 ? "true" : "false";
    };
  }

  /** The same moment as a day when it feeds a date column. */
  static String time(long localSecond, String column) {
    LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
    return column.endsWith("_date") ? local.toLocalDate().toString() : Formats.ISO_TIME.format(local) + "+07:00";
  }
}
