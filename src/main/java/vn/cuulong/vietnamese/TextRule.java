package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Free text or a name in canonical form, as {@code out.text}: Unicode composed (NFC), the tone mark where official
 * unit names put it (Hòa, Thủy, khỏe; {@link ToneMarks}), single spaces, no invisible characters. Look-alikes of Đ
 * and text that went through a wrong decoder are mended and flagged {@link Doubt#TEXT_REPAIRED}. Text that is
 * canonical already is answered as the slice that was read.
 */
public final class TextRule implements ValueRule {
  /** Longest text in bytes; beyond it the row is not believed. */
  public static final int LONGEST = 65_536;

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    if (length > LONGEST) {
      out.missing = MissingMarks.isBlank(utf8, offset, length);
      out.doubt = out.missing ? null : Doubt.TEXT_TOO_LONG;
      return false;
    }
    if (isCanonical(utf8, offset, length)) {
      if (length < 4 && MissingMarks.isDashOrDots(utf8, offset, length)) {
        out.missing = true;
        return false;
      }
      out.text = utf8;
      out.textOffset = offset;
      out.textLength = length;
      return true;
    }
    return mend(utf8, offset, length, out);
  }

  private static boolean mend(byte[] utf8, int offset, int length, Reading out) {
    if (MissingMarks.isDashOrDots(utf8, offset, length)) {
      out.missing = true;
      return false;
    }
    String text = new String(utf8, offset, length, StandardCharsets.UTF_8);
    String decoded = Mojibake.mend(text);
    boolean repaired = decoded != null;
    String composed = Normalizer.normalize(repaired ? decoded : text, Normalizer.Form.NFC);
    StringBuilder tidy = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); ) {
      int code = composed.codePointAt(i);
      i += Character.charCount(code);
      if (Utf8.isSpace(code)) {
        gap = tidy.length() > 0;
      } else if (!Utf8.isInvisible(code)) {
        if (gap) {
          tidy.append(' ');
          gap = false;
        }
        int mended = lookAlike(code);
        repaired |= mended != code;
        tidy.appendCodePoint(mended);
      }
    }
    if (tidy.length() == 0) {
      out.missing = true;
      return false;
    }
    // Leaving out an invisible character may bring a letter and its mark together.
    String result = ToneMarks.place(Normalizer.normalize(tidy, Normalizer.Form.NFC));
    byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
    out.text = bytes;
    out.textOffset = 0;
    out.textLength = bytes.length;
    out.doubt = result.indexOf(Utf8.REPLACEMENT) >= 0 ? Doubt.TEXT_UNDECODABLE
        : repaired ? Doubt.TEXT_REPAIRED : null;
    return true;
  }

  /** Icelandic Eth and African D are what some keyboards and fonts give for Đ. */
  private static int lookAlike(int code) {
    return switch (code) {
      case 0xD0, 0x189 -> 0x110;
      case 0xF0, 0x256 -> 0x111;
      default -> code;
    };
  }

  /** Marks that real text holds and that stay as they are: dashes, quotes, ellipsis, degree, squares, đồng sign. */
  private static boolean isPunctuation(int code) {
    return code == 0x2013 || code == 0x2014 || code >= 0x2018 && code <= 0x201D || code == 0x2026 || code == 0xB0
        || code == 0xB2 || code == 0xB3 || code == 0x20AB;
  }

  /** True for text that {@link #mend} would leave as it is; false when in doubt. */
  private static boolean isCanonical(byte[] b, int offset, int length) {
    int end = offset + length;
    if (length == 0 || b[offset] == ' ' || b[end - 1] == ' ') {
      return false;
    }
    int before = 0;
    int last = 0;
    for (int i = offset; i < end; ) {
      int code = b[i];
      int step = 1;
      if (code >= 0) {
        if (code < ' ' || code == 0x7F || code == ' ' && last == ' ') {
          return false;
        }
      } else {
        code = Utf8.codePoint(b, i, end);
        step = Utf8.step(code, b, i);
        if (!ToneMarks.isVietnamese(code) && !isPunctuation(code)) {
          return false;
        }
        if (Mojibake.isSign(last, code) || ToneMarks.isToned(code)
            && ToneMarks.mayMove(before, last, code, i + step < end ? Utf8.codePoint(b, i + step, end) : ' ')) {
          return false;
        }
      }
      before = last;
      last = code;
      i += step;
    }
    return true;
  }

  /** The canonical text, or null when it is missing. */
  public static String parse(String text) {
    return CodeRule.parse(text, new TextRule());
  }
}
