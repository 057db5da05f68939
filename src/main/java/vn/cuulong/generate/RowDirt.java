package vn.cuulong.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Faults of a whole row: cleaning must reject it, or leave it out as a duplicate. */
final class RowDirt {
  /** What is wrong with the row. */
  enum Fault {
    DUPLICATE_SAME("duplicate", ""),
    DUPLICATE_CONFLICT("reject", "duplicate_key_conflict"),
    NEGATIVE_COUNT("reject", "number_negative"),
    IMPOSSIBLE_DATE("reject", "date_impossible"),
    UNKNOWN_PLACE("reject", "unit_unknown"),
    REQUIRED_MISSING("reject", "required_missing"),
    FOREIGN_MONEY("reject", "currency_foreign"),
    SHORT_ROW("reject", "row_too_short"),
    LONG_ROW("reject", "row_too_long"),
    OPEN_QUOTE("reject", "quote_left_open"),
    BROKEN_OBJECT("reject", "row_not_understood");

    final String outcome;
    final String code;

    Fault(String outcome, String code) {
      this.outcome = outcome;
      this.code = code;
    }
  }

  /** A row is spoiled this much more rarely than a value. */
  private static final double SHARE = 0.25;
  private static final String[] UNKNOWN_PLACES = {"Tân Phước Hưng", "Miền Sông Nước", "Cù Lao Xanh", "Chưa rõ tỉnh"};

  private final Formats.Style style;
  private final double probability;
  private final List<Fault> possible = new ArrayList<>();
  private final int negative;
  private final int date;
  private final int place;
  private final int money;
  private final int changed;
  private final int filled;

  Fault fault;
  /** The field in which the fault stands, or -1 when it is the whole row. */
  int field;
  String said;

  RowDirt(List<Field> fields, List<Integer> key, Layout layout, Formats.Style style, double probability) {
    this.style = style;
    this.probability = probability * SHARE;
    this.negative = first(fields, key, true, Kind.INTEGER, Kind.QUANTITY);
    this.date = first(fields, List.of(), true, Kind.DATE, Kind.TIME);
    this.place = first(fields, List.of(), true, Kind.PLACE);
    this.money = first(fields, key, true, Kind.MONEY);
    int counted = first(fields, key, true, Kind.QUANTITY, Kind.INTEGER);
    this.changed = counted >= 0 ? counted : first(fields, key, false, Kind.TEXT);
    this.filled = first(fields, List.of(), true, Kind.CODE, Kind.MONTH, Kind.DATE);
    possible.add(Fault.DUPLICATE_SAME);
    offer(Fault.DUPLICATE_CONFLICT, changed);
    offer(Fault.NEGATIVE_COUNT, negative);
    offer(Fault.IMPOSSIBLE_DATE, date);
    offer(Fault.UNKNOWN_PLACE, place);
    offer(Fault.REQUIRED_MISSING, filled);
    offer(Fault.FOREIGN_MONEY, money);
    possible.addAll(switch (layout) {
      case DELIMITED -> List.of(Fault.SHORT_ROW, Fault.LONG_ROW, Fault.OPEN_QUOTE);
      case JSON_LINES -> List.of(Fault.BROKEN_OBJECT);
      case SPREADSHEET -> List.of();
    });
  }

  private void offer(Fault offered, int at) {
    if (at >= 0) {
      possible.add(offered);
    }
  }

  private static int first(List<Field> fields, List<Integer> without, boolean required, Kind... kinds) {
    for (int i = 0; i < fields.size(); i++) {
      Field declared = fields.get(i);
      if (declared.required() == required && !without.contains(i) && List.of(kinds).contains(declared.kind())) {
        return i;
      }
    }
    return -1;
  }

  /** Decides whether this row is spoiled, and how. */
  boolean spoils(Row row, SplittableRandom random) {
    if (probability <= 0 || random.nextDouble() >= probability) {
      return false;
    }
    fault = possible.get(random.nextInt(possible.size()));
    field = switch (fault) {
      case DUPLICATE_CONFLICT -> changed;
      case NEGATIVE_COUNT -> negative;
      case IMPOSSIBLE_DATE -> date;
      case UNKNOWN_PLACE -> place;
      case REQUIRED_MISSING -> filled;
      case FOREIGN_MONEY -> money;
      default -> -1;
    };
    if (fault == Fault.DUPLICATE_CONFLICT && row.missing[changed]) {
      fault = Fault.DUPLICATE_SAME;
      field = -1;
    }
    said = switch (fault) {
      case DUPLICATE_CONFLICT -> other(row);
      case NEGATIVE_COUNT -> "-" + (Math.abs(row.number[negative]) + 1);
      case IMPOSSIBLE_DATE -> impossible(row);
      case UNKNOWN_PLACE -> UNKNOWN_PLACES[random.nextInt(UNKNOWN_PLACES.length)];
      case REQUIRED_MISSING -> "";
      case FOREIGN_MONEY -> (1 + random.nextInt(90)) + " USD";
      default -> null;
    };
    return true;
  }

  /** Another value of the same field, tidy in itself. */
  private String other(Row row) {
    return switch (row.fields.get(changed).kind()) {
      case QUANTITY, INTEGER -> Long.toString(row.number[changed] + 1);
      default -> row.right(changed, "") + " 2";
    };
  }

  private String impossible(Row row) {
    boolean time = row.fields.get(date).kind() == Kind.TIME;
    int year = LocalDate.ofEpochDay(time ? Math.floorDiv(row.number[date], 86_400) : row.number[date]).getYear();
    String day = style.dayFirst() ? "31/02/" + year : year + "-02-31";
    return time ? day + (style.isoTimes() ? "T" : " ") + "09:15:00" : day;
  }
}
