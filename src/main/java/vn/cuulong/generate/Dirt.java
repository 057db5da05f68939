package vn.cuulong.generate;

import java.util.SplittableRandom;

/**
 * Spoils single values in the ways in which Vietnamese administrative data is dirty. Every way can be undone by
 * reading carefully, or is a missing mark; what cannot be understood at all is the business of {@link RowDirt}.
 */
final class Dirt {
  private static final String[] MISSING_MARKS = {"..", "-", "…"};
  private static final String NO_BREAK = "\u00A0";

  private final Formats.Style style;
  private final double probability;
  private final Numerals numerals;
  private final Moments moments;
  private SplittableRandom random;
  private long untilNext;

  /** What was written instead. */
  String said;
  /** In which way it is wrong. */
  String kind;
  /** What cleaning should find, when it is not the tidy value; else null. */
  private String right;
  /** The local second that is still said, when it is not the tidy one; else null. */
  private Long moment;

  Dirt(Formats.Style style, double probability) {
    this.style = style;
    this.probability = probability;
    this.numerals = new Numerals(style);
    this.moments = new Moments(style);
  }

  /** Begins a new stretch of rows with its own random numbers. */
  void begin(SplittableRandom stretch) {
    random = stretch;
    untilNext = gap();
  }

  /** Values until the next dirty one: one draw for each dirty value instead of one for each value. */
  private long gap() {
    if (probability <= 0) {
      return Long.MAX_VALUE;
    }
    if (probability >= 1) {
      return 0;
    }
    return (long) (Math.log(1 - random.nextDouble()) / Math.log(1 - probability));
  }

  /** Decides whether this value is spoiled, and spoils it; false when it stays tidy. */
  boolean spoils(Row row, int field) {
    if (untilNext-- > 0) {
      return false;
    }
    untilNext = gap();
    Field declared = row.fields.get(field);
    if (row.missing[field] || declared.kind() == Kind.DROPPED) {
      return false;
    }
    right = null;
    moment = null;
    said = null;
    if (!declared.required() && declared.kind() != Kind.CODE && random.nextInt(8) == 0) {
      missing();
    } else {
      spoil(row, field, declared);
    }
    return said != null;
  }

  /** What cleaning should make of what is said now, for one of the columns that the field feeds. */
  String right(Row row, int field, String column) {
    return moment != null ? Row.time(moment, column) : right != null ? right : row.right(field, column);
  }

  private void missing() {
    kind = "missing_mark";
    said = MISSING_MARKS[random.nextInt(MISSING_MARKS.length)];
    right = "";
  }

  private void spoil(Row row, int field, Field declared) {
    switch (declared.kind()) {
      case CODE -> spaced(row.right(field, ""));
      case TEXT -> text(((Word) row.object[field]).said());
      case WORD -> word(((Word) row.object[field]).said());
      case PLACE -> place(row, field);
      case DATE -> take(moments.date(row.number[field], random));
      case TIME -> take(moments.time(row.number[field], random));
      case MONTH -> take(moments.month(row.number[field], random));
      case INTEGER -> spaced(Long.toString(row.number[field]));
      case QUANTITY -> take(numerals.quantity(row.number[field], declared.countWord(), random));
      case MONEY -> take(numerals.money(row.number[field], declared.power(), random));
      case DECIMAL -> take(numerals.decimal(row.number[field], random));
      case FLAG -> take(numerals.flag(row.number[field] == 1, random));
      case DROPPED -> { }
    }
  }

  private void take(Spoiled spoiled) {
    if (spoiled != null) {
      said = spoiled.said();
      kind = spoiled.kind();
      moment = spoiled.moment();
    }
  }

  private void take(String spoiledKind, String text, String before) {
    if (!text.equals(before)) {
      kind = spoiledKind;
      said = text;
    }
  }

  private void spaced(String text) {
    kind = "space";
    said = switch (random.nextInt(3)) {
      case 0 -> text + " ";
      case 1 -> "  " + text;
      default -> " " + text + " ";
    };
  }

  private void text(String text) {
    switch (random.nextInt(6)) {
      case 0 -> take("tone_placement", Letters.oldTones(text), text);
      case 1 -> take("decomposed", Letters.decomposed(text), text);
      case 2 -> take("eth", Letters.eth(text), text);
      case 3 -> take("double_space", text.replaceFirst(" ", "  "), text);
      case 4 -> take("no_break_space", text.replaceFirst(" ", NO_BREAK), text);
      default -> spaced(text);
    }
  }

  private void word(String text) {
    switch (random.nextInt(4)) {
      case 0 -> take("upper_case", Letters.upper(text), text);
      case 1 -> take("no_diacritics", Letters.bare(text), text);
      default -> text(text);
    }
  }

  private void place(Row row, int field) {
    Place.Name name = row.placeName(field);
    String text = name.vietnamese();
    switch (random.nextInt(6)) {
      case 0 -> take("no_diacritics", Letters.bare(text), text);
      case 1 -> take("upper_case", Letters.upper(text), text);
      case 2, 3 -> prefixed(name);
      case 4 -> oldName(row, field, text);
      default -> text(text);
    }
  }

  private void prefixed(Place.Name name) {
    kind = "prefix";
    String prefix = name.city()
        ? switch (random.nextInt(5)) {
          case 0 -> "TP. ";
          case 1 -> "TP ";
          case 2 -> "TP.";
          case 3 -> "Tp. ";
          default -> "Thành phố ";
        }
        : random.nextBoolean() ? "Tỉnh " : "tỉnh ";
    said = prefix + name.vietnamese();
  }

  /** After the break people go on using the names that ended with it. */
  private void oldName(Row row, int field, String text) {
    if (row.object[field] instanceof Place place && place.nameEnded(row.placeDay)) {
      kind = "old_name";
      said = place.before().vietnamese();
      right = place.before().unitId();
    } else {
      text(text);
    }
  }
}
