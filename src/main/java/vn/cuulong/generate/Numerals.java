package vn.cuulong.generate;

import java.util.SplittableRandom;

/** Numbers as people type them: group marks, spaces, words behind. Every spelling still has one right reading. */
final class Numerals {
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;
  private static final String[] YES = {"CÓ", "có", "1", "true", "Y", "Yes", " Có "};
  private static final String[] NO = {"KHÔNG", "không", "0", "false", "N", "No", "Khong"};

  private final Formats.Style style;

  Numerals(Formats.Style style) {
    this.style = style;
  }

  /** A count of things. */
  Spoiled quantity(long count, String word, SplittableRandom random) {
    return switch (random.nextInt(word == null ? 4 : 6)) {
      case 0 -> grouped(count, style.groupMark(), "group_mark");
      case 1 -> grouped(count, ' ', "group_space");
      case 2 -> new Spoiled("space", " " + count + " ");
      case 3 -> new Spoiled("footnote", count + " (*)");
      case 4 -> new Spoiled("count_word", group(count, style.groupMark()) + " " + word);
      default -> count >= THOUSAND && count % 10 == 0
          ? new Spoiled("count_thousands", fraction(count, THOUSAND) + " nghìn " + word)
          : new Spoiled("count_word", count + " " + word);
    };
  }

  /** An amount in đồng, in a column whose bare numbers count 10^power đồng. */
  Spoiled money(long dong, int power, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Spoiled("currency_word", group(dong, style.groupMark()) + " đ");
      case 1 -> new Spoiled("currency_word", group(dong, style.groupMark()) + " đồng");
      case 2 -> new Spoiled("currency_word", dong + "đ");
      case 3 -> new Spoiled("currency_word", group(dong, style.groupMark()) + " VNĐ");
      case 4 -> thousands(dong);
      case 5 -> dong >= MILLION && dong % THOUSAND == 0
          ? new Spoiled("million_word", fraction(dong, MILLION) + " triệu đồng") : thousands(dong);
      default -> power == 0 || dong % pow10(power) == 0
          ? inUnit(dong / pow10(power), random.nextBoolean())
          : dong >= BILLION && power == 9
              ? new Spoiled("billion_word", fraction(dong, BILLION) + " tỷ đồng") : thousands(dong);
    };
  }

  private Spoiled inUnit(long number, boolean spaces) {
    return spaces ? grouped(number, ' ', "group_space") : grouped(number, style.groupMark(), "group_mark");
  }

  private Spoiled thousands(long dong) {
    return dong % THOUSAND == 0 && dong > 0
        ? new Spoiled("thousand_word", group(dong / THOUSAND, style.groupMark()) + " nghìn đồng")
        : new Spoiled("currency_word", dong + " đồng");
  }

  /** Hundredths with group marks. */
  Spoiled decimal(long hundredths, SplittableRandom random) {
    String cents = Formats.hundredths(hundredths, style.decimalMark());
    String behind = cents.substring(cents.length() - 3);
    char mark = random.nextBoolean() ? style.groupMark() : '\u00A0';
    return hundredths < 100 * THOUSAND ? new Spoiled("space", " " + cents)
        : new Spoiled("group_mark", group(hundredths / 100, mark) + behind);
  }

  /** Yes or no in other words. */
  Spoiled flag(boolean yes, SplittableRandom random) {
    String[] words = yes ? YES : NO;
    return new Spoiled("flag_word", words[random.nextInt(words.length)]);
  }

  private Spoiled grouped(long number, char mark, String kind) {
    return number < THOUSAND ? new Spoiled("space", number + " ") : new Spoiled(kind, group(number, mark));
  }

  /** {@code 1273500} to {@code 1.273.500}. */
  static String group(long number, char mark) {
    StringBuilder text = new StringBuilder(Long.toString(Math.abs(number)));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, mark);
    }
    return number < 0 ? "-" + text : text.toString();
  }

  /** The exact number of units with as many decimals as it needs. */
  private String fraction(long number, long unit) {
    StringBuilder decimals = new StringBuilder(Long.toString(unit + number % unit).substring(1));
    while (decimals.length() > 0 && decimals.charAt(decimals.length() - 1) == '0') {
      decimals.setLength(decimals.length() - 1);
    }
    String whole = group(number / unit, style.groupMark());
    return decimals.length() == 0 ? whole : whole + style.decimalMark() + decimals;
  }

  private static long pow10(int power) {
    long result = 1;
    for (int i = 0; i < power; i++) {
      result *= 10;
    }
    return result;
  }
}
