package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;

/**
 * An identifier: spaces and invisible characters around it are left out, nothing else changes; leading zeros stay. A
 * spreadsheet's apostrophe in front ({@code '0093}) is taken off. Gives a slice of the input as {@code out.text}.
 */
public final class CodeRule implements ValueRule {
  /** Longest identifier in bytes. */
  public static final int LONGEST = 1024;

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int code = Utf8.codePoint(utf8, from, end);
      if (!isOuter(code)) {
        break;
      }
      from += Utf8.step(code, utf8, from);
    }
    if (from + 1 < end && utf8[from] == '\'') {
      from++;
    }
    int to = end;
    while (to > from) {
      int last = to - 1;
      while (last > from && (utf8[last] & 0xC0) == 0x80) {
        last--;
      }
      if (!isOuter(Utf8.codePoint(utf8, last, to))) {
        break;
      }
      to = last;
    }
    if (from == to || MissingMarks.isDashOrDots(utf8, from, to - from)) {
      out.missing = true;
      return false;
    }
    if (to - from > LONGEST) {
      out.doubt = Doubt.TEXT_TOO_LONG;
      return false;
    }
    out.text = utf8;
    out.textOffset = from;
    out.textLength = to - from;
    return true;
  }

  private static boolean isOuter(int code) {
    return Utf8.isSpace(code) || Utf8.isInvisible(code);
  }

  /** The identifier, or null when it is missing. */
  public static String parse(String text) {
    return parse(text, new CodeRule());
  }

  static String parse(String text, ValueRule rule) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    return rule.read(bytes, 0, bytes.length, out)
        ? new String(out.text, out.textOffset, out.textLength, StandardCharsets.UTF_8)
        : null;
  }
}
