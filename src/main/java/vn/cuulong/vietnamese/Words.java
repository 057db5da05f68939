package vn.cuulong.vietnamese;

/** Short plain words packed into a long, so that a word is compared without an object. */
final class Words {
  private Words() {}

  /** Packs up to eight letters. */
  static long of(String word) {
    long packed = 0;
    for (int i = 0; i < word.length(); i++) {
      packed = packed << 8 | word.charAt(i);
    }
    return packed;
  }

  /** Packs the plain letters of a word; 0 when it is longer than eight. */
  static long of(byte[] plain, int from, int to) {
    if (to - from > 8) {
      return 0;
    }
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << 8 | plain[i] & 0xFF;
    }
    return packed;
  }

  /** True when the word is one of those. */
  static boolean in(long word, long[] those) {
    for (long one : those) {
      if (one == word) {
        return true;
      }
    }
    return false;
  }

  static long[] list(String... words) {
    long[] packed = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      packed[i] = of(words[i]);
    }
    return packed;
  }

  /** The number of an English month name or of its first three letters, or 0. */
  static int month(long word) {
    for (int i = 0; i < MONTHS.length; i++) {
      if (MONTHS[i] == word) {
        return i % 12 + 1;
      }
    }
    return 0;
  }

  /** True when a number stands at {@code from} and one of the words right behind it. */
  static boolean behindNumber(byte[] b, int from, int to, long[] words) {
    int i = from;
    while (i < to && b[i] == ' ') {
      i++;
    }
    int start = i;
    while (i < to && Numeral.isDigit(b[i])) {
      i++;
    }
    if (i == start) {
      return false;
    }
    while (i < to && b[i] == ' ') {
      i++;
    }
    long packed = 0;
    for (; i < to && (b[i] | 0x20) >= 'a' && (b[i] | 0x20) <= 'z'; i++) {
      packed = packed << 8 | b[i] | 0x20;
    }
    return Words.in(packed, words);
  }

  private static final long[] MONTHS = list("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
      "nov", "dec", "january", "february", "march", "april", "may", "june", "july", "august", "septembe", "october",
      "november", "december");
}
