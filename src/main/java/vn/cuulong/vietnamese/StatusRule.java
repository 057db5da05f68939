package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;

/**
 * How final a figure is: {@code estimate} (ước, ước tính), {@code preliminary} (sơ bộ) or {@code final} (chính thức),
 * as {@code out.text}. A year or period beside the word does not matter ("Sơ bộ 2024"); a period without such a word
 * says nothing about the status and is missing.
 */
public final class StatusRule implements ValueRule {
  private static final int LONGEST = 120;
  private static final byte[] ESTIMATE = "estimate".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PRELIMINARY = "preliminary".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FINAL = "final".getBytes(StandardCharsets.US_ASCII);
  private static final byte[][] CODES = {ESTIMATE, PRELIMINARY, FINAL};

  private static final String[][] SPELLINGS = {
      {"uoc", "uoc tinh", "uoc thuc hien", "uoc dat", "so uoc", "so uoc tinh", "so lieu uoc", "so lieu uoc tinh",
          "uoc th", "ut", "uth", "e", "est", "estimate", "estimated", "estimates", "du uoc", "uoc tinh so bo"},
      {"so bo", "so lieu so bo", "sb", "p", "prel", "preliminary", "tam tinh", "so tam tinh", "provisional"},
      {"chinh thuc", "so chinh thuc", "so lieu chinh thuc", "ct", "f", "final", "official", "quyet toan"}};
  private static final Spellings WORDS = new Spellings();
  private static final int[] MEANINGS = new int[64];

  static {
    for (int code = 0; code < SPELLINGS.length; code++) {
      for (String spelling : SPELLINGS[code]) {
        byte[] bytes = spelling.getBytes(StandardCharsets.US_ASCII);
        MEANINGS[WORDS.put(bytes, 0, bytes.length)] = code;
      }
    }
  }

  private final byte[] key = new byte[LONGEST];
  private final PeriodRule period = new PeriodRule(PeriodRule.Part.START);
  private final Reading periodReading = new Reading();

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    if (MissingMarks.isDashOrDots(utf8, offset, Math.min(length, LONGEST))) {
      out.missing = length <= LONGEST || MissingMarks.isBlank(utf8, offset, length);
      out.doubt = out.missing ? null : Doubt.STATUS_UNKNOWN;
      return false;
    }
    int to = length > LONGEST ? 0 : Fold.fold(utf8, offset, length, key);
    int from = 0;
    while (from < to && !isLetter(key[from])) {
      from++;
    }
    int end = from;
    int words = from;
    while (end < to && (isLetter(key[end]) || key[end] == ' ')) {
      end++;
      if (end == to || key[end] == ' ' || !isLetter(key[end])) {
        int word = WORDS.find(key, from, trimmed(from, end) - from);
        if (word >= 0) {
          out.text = CODES[MEANINGS[word]];
          out.textOffset = 0;
          out.textLength = out.text.length;
          words = end;
        }
      }
    }
    if (words > from && onlyPeriodBehind(words, to)) {
      return true;
    }
    // A period alone ("2024", "Quý I/2025") says nothing about the status.
    out.missing = period.read(utf8, offset, length, periodReading) || periodReading.missing;
    out.doubt = out.missing ? null : Doubt.STATUS_UNKNOWN;
    return false;
  }

  private boolean onlyPeriodBehind(int from, int to) {
    int start = from;
    while (start < to && key[start] == ' ') {
      start++;
    }
    return start == to || period.read(key, start, to - start, periodReading);
  }

  private int trimmed(int from, int end) {
    int last = end;
    while (last > from && key[last - 1] == ' ') {
      last--;
    }
    return last;
  }

  private static boolean isLetter(byte c) {
    return c >= 'a' && c <= 'z';
  }

  /** The code, or null when it is missing or not understood. */
  public static String parse(String text) {
    return CodeRule.parse(text, new StatusRule());
  }
}
