package vn.cuulong.vietnamese;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** A value and a text that people write for it. */
record WrittenValue(BigDecimal value, String text) {
  private static final String[] MULTIPLIERS = {"", "nghìn", "triệu", "tỷ", "nghìn tỷ"};
  private static final int[] POWERS = {0, 3, 6, 9, 12};
  private static final String[] COUNTED = {"lượt", "lượt khách", "khách", "người", "phòng", "đơn hàng", "hồ sơ"};
  private static final String[] SPACES = {" ", "\u00a0", "\u202f", "  "};

  /** A number in the style with this decimal mark, with or without groups. */
  static WrittenValue number(SplittableRandom random, char decimal) {
    BigDecimal value = BigDecimal.valueOf(random.nextLong((long) Math.pow(10, random.nextInt(1, 14))),
        random.nextInt(4));
    String text = written(value, decimal, random);
    return switch (random.nextInt(6)) {
      case 0 -> new WrittenValue(value.negate(), "-" + text);
      case 1 -> new WrittenValue(value.negate(), "(" + text + ")");
      case 2 -> new WrittenValue(value.negate(), "\u2212" + text);
      default -> new WrittenValue(value, around(text, random));
    };
  }

  /** An amount in đồng with its unit. */
  static WrittenValue money(SplittableRandom random, char decimal) {
    BigDecimal value = BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(3));
    int unit = random.nextInt(MULTIPLIERS.length);
    String[] dong = {" đồng", "đ", " đ", " VND", " VNĐ", " \u20ab"};
    String word = unit == 0 ? dong[random.nextInt(dong.length)]
        : SPACES[random.nextInt(SPACES.length)] + MULTIPLIERS[unit] + (random.nextBoolean() ? " đồng" : "");
    return new WrittenValue(value.scaleByPowerOfTen(POWERS[unit]),
        around(cased(written(value, decimal, random) + word, random), random));
  }

  /** A count of things. */
  static WrittenValue quantity(SplittableRandom random, char decimal) {
    int unit = random.nextInt(3);
    BigDecimal value = BigDecimal.valueOf(random.nextLong(1, 10_000_000), unit == 0 ? 0 : random.nextInt(3));
    String word = (unit == 0 ? "" : " " + MULTIPLIERS[unit]) + (unit > 0 || random.nextBoolean()
        ? " " + COUNTED[random.nextInt(COUNTED.length)] : "");
    return new WrittenValue(value.scaleByPowerOfTen(POWERS[unit]),
        around(cased(written(value, decimal, random) + word, random), random));
  }

  /** A day, as days since 1970, day before month. */
  static WrittenValue day(SplittableRandom random) {
    LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(18_000));
    int d = day.getDayOfMonth();
    int m = day.getMonthValue();
    int y = day.getYear();
    char mark = "/-.".charAt(random.nextInt(3));
    String text = switch (random.nextInt(7)) {
      case 0 -> day.toString();
      case 1 -> "" + d + mark + m + mark + y;
      case 2 -> two(d) + mark + two(m) + mark + y;
      case 3 -> cased("ngày " + d + " tháng " + m + " năm " + y, random);
      case 4 -> two(d) + mark + two(m) + mark + y + " " + two(random.nextInt(24)) + ":" + two(random.nextInt(60));
      case 5 -> y + "/" + two(m) + "/" + two(d);
      default -> d + " " + mark + " " + m + " " + mark + " " + y;
    };
    return new WrittenValue(BigDecimal.valueOf(day.toEpochDay()), around(text, random));
  }

  /** The first day of a month, a quarter or a year, as days since 1970. */
  static WrittenValue period(SplittableRandom random) {
    int y = random.nextInt(1990, 2040);
    int quarter = random.nextInt(1, 5);
    int month = random.nextInt(1, 13);
    String roman = new String[] {"I", "II", "III", "IV"}[quarter - 1];
    return switch (random.nextInt(8)) {
      case 0 -> start(y, month, "tháng " + month + "/" + y, random);
      case 1 -> start(y, month, "T" + month + "/" + y, random);
      case 2 -> start(y, month, "Tháng " + two(month) + " năm " + y, random);
      case 3 -> start(y, 3 * quarter - 2, "Quý " + roman + "/" + y, random);
      case 4 -> start(y, 3 * quarter - 2, "Q" + quarter + "-" + y, random);
      case 5 -> start(y, 1, "Năm " + y, random);
      case 6 -> start(y, 1, "Ước năm " + y, random);
      default -> start(y, 1, random.nextInt(2, 12) + " tháng đầu năm " + y, random);
    };
  }

  private static WrittenValue start(int year, int month, String text, SplittableRandom random) {
    return new WrittenValue(BigDecimal.valueOf(LocalDate.of(year, month, 1).toEpochDay()),
        around(cased(text, random), random));
  }

  /** A number with groups of three, half of the time. */
  private static String written(BigDecimal value, char decimal, SplittableRandom random) {
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder();
    boolean grouped = random.nextBoolean();
    char group = random.nextInt(4) == 0 ? '\u00a0' : decimal == ',' ? '.' : ',';
    for (int i = 0; i < whole.length(); i++) {
      boolean marked = grouped && i > 0 && (whole.length() - i) % 3 == 0;
      text.append(marked ? String.valueOf(group) : "").append(whole.charAt(i));
    }
    return point < 0 ? text.toString() : text.append(decimal).append(plain, point + 1, plain.length()).toString();
  }

  private static String cased(String text, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
      default -> text;
    };
  }

  private static String around(String text, SplittableRandom random) {
    return random.nextInt(4) > 0 ? text : SPACES[random.nextInt(4)] + text + SPACES[random.nextInt(4)];
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
