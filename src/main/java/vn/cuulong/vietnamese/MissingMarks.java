package vn.cuulong.vietnamese;

/**
 * The marks by which official tables say that there is no value: empty, {@code ..}, {@code -}, {@code …}, {@code x}.
 * Statistical yearbooks write {@code -} for "no such phenomenon" and {@code ...} for "not available"; both leave the
 * value out. A zero is a number and never a missing mark.
 */
public final class MissingMarks {
  private static final int LONGEST = 24;
  private static final Spellings WORDS = Figure.words("x", "xx", "na", "n/a", "#n/a", "null", "nan", "none", "nil",
      "khong co", "khong co so lieu", "chua co", "chua co so lieu", "k.co", "trong", "(trong)", "#value!", "#ref!",
      "#div/0!", "#name?", "#null!", "#num!", "\\n", "not available");

  private MissingMarks() {}

  /** True when the bytes, spaces aside, are a missing mark of a number, a date or a period. */
  public static boolean isMissing(byte[] utf8, int offset, int length) {
    if (length == 0) {
      return true;
    }
    if (length > 2 * LONGEST) {
      return isBlank(utf8, offset, length);
    }
    byte[] plain = new byte[length];
    return isMissingPlain(plain, 0, Fold.plain(utf8, offset, length, plain));
  }

  /** True when the text is a missing mark, or null. */
  public static boolean isMissing(String text) {
    if (text == null) {
      return true;
    }
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return isMissing(bytes, 0, bytes.length);
  }

  /** True when nothing but spaces and invisible characters is there. */
  public static boolean isBlank(byte[] utf8, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int code = Utf8.codePoint(utf8, i, end);
      i += Utf8.step(code, utf8, i);
      if (!Utf8.isSpace(code) && !Utf8.isInvisible(code)) {
        return false;
      }
    }
    return true;
  }

  /** True when nothing but spaces, dots and dashes is there: a missing mark even where words are expected. */
  static boolean isDashOrDots(byte[] utf8, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int code = Utf8.codePoint(utf8, i, end);
      i += Utf8.step(code, utf8, i);
      boolean mark = code == '.' || code == '-' || code == 0x2026 || code >= 0x2010 && code <= 0x2015
          || code == 0x2212;
      if (!mark && !Utf8.isSpace(code) && !Utf8.isInvisible(code)) {
        return false;
      }
    }
    return true;
  }

  /** The same for a plain copy ({@link Fold#plain}). */
  static boolean isMissingPlain(byte[] plain, int offset, int length) {
    if (length == 0) {
      return true;
    }
    byte first = plain[offset];
    if (Numeral.isDigit(first) || length > LONGEST) {
      return false;
    }
    if (first == '.' || first == '-') {
      return isDashOrDots(plain, offset, length);
    }
    return WORDS.find(plain, offset, length) >= 0;
  }
}
