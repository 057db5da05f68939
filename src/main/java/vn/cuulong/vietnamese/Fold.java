package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The match key of a text: lower case, no diacritics, đ as d, single spaces, no punctuation. Two spellings that a
 * Vietnamese reader takes for the same name have one key: {@code "TP. Cần Thơ"}, {@code "tp  can tho"}.
 */
public final class Fold {
  /** Code points below this have a table entry; the Vietnamese block has its own. */
  private static final int LATIN_END = 0x250;
  private static final int EXTENDED_START = 0x1E00;
  private static final int EXTENDED_END = 0x1F00;

  /** One or two ASCII letters (the second in the high byte), or 0 when the letter has no plain form. */
  private static final char[] LATIN = table(0, LATIN_END);
  private static final char[] EXTENDED = table(EXTENDED_START, EXTENDED_END);

  private Fold() {}

  /** The match key; empty for null. */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    return new String(out, 0, fold(in, 0, in.length, out), StandardCharsets.UTF_8);
  }

  /**
   * Writes the match key as UTF-8.
   *
   * @param out at least as long as the input; the key is never longer. It may be the input array itself when
   *     {@code offset} is 0
   * @return length of the key
   */
  public static int fold(byte[] utf8, int offset, int length, byte[] out) {
    int at = 0;
    boolean gap = false;
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int b = utf8[i];
      int plain;
      int code = b;
      int step = 1;
      if (b >= 0) {
        plain = LATIN[b];
      } else {
        code = Utf8.codePoint(utf8, i, end);
        step = Utf8.step(code, utf8, i);
        plain = plain(code);
      }
      if (isDropped(code)) {
        i += step;
        continue;
      }
      if (!isKept(code, plain)) {
        gap = at > 0;
        i += step;
        continue;
      }
      if (gap) {
        out[at++] = ' ';
        gap = false;
      }
      at = put(code, plain, utf8, i, step, out, at);
      i += step;
    }
    return at;
  }

  /**
   * Writes the text in lower case and without diacritics, as {@link #fold} does, but keeps punctuation: every space
   * is {@code ' '}, every dash {@code '-'}, every apostrophe {@code '\''}, an ellipsis three dots, a superscript a
   * star, the đồng sign a d. Outer spaces are left out.
   *
   * @param out at least as long as the input
   * @return length of what was written
   */
  static int plain(byte[] utf8, int offset, int length, byte[] out) {
    int at = 0;
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int b = utf8[i];
      if (b > ' ' && b < 0x7F) {
        int letter = LATIN[b];
        out[at++] = (byte) (letter == 0 ? b : letter);
        i++;
        continue;
      }
      int code = Utf8.codePoint(utf8, i, end);
      int step = Utf8.step(code, utf8, i);
      i += step;
      if (Utf8.isSpace(code)) {
        if (at > 0 && out[at - 1] != ' ') {
          out[at++] = ' ';
        }
        continue;
      }
      if (isDropped(code)) {
        continue;
      }
      int mark = punctuation(code);
      if (mark == '\u2026') {
        out[at++] = '.';
        out[at++] = '.';
        out[at++] = '.';
      } else if (mark != 0) {
        out[at++] = (byte) mark;
      } else {
        at = put(code, plain(code), utf8, i - step, step, out, at);
      }
    }
    return at > 0 && out[at - 1] == ' ' ? at - 1 : at;
  }

  /** One or two plain ASCII letters of a letter, or 0. */
  private static int plain(int code) {
    if (code < LATIN_END) {
      return LATIN[code];
    }
    if (code >= EXTENDED_START && code < EXTENDED_END) {
      return EXTENDED[code - EXTENDED_START];
    }
    if (code >= 0xFF01 && code <= 0xFF5E) {
      return LATIN[code - 0xFEE0];
    }
    return code == 0x20AB ? 'd' : 0;
  }

  private static boolean isKept(int code, int plain) {
    return plain != 0 || code == Utf8.REPLACEMENT || code >= 0x80 && Character.isLetterOrDigit(code);
  }

  /** Combining marks and what shows nothing. */
  private static boolean isDropped(int code) {
    return code >= 0x300 && code <= 0x36F || Utf8.isInvisible(code);
  }

  private static int put(int code, int plain, byte[] utf8, int i, int step, byte[] out, int at) {
    int next = at;
    if (plain != 0) {
      out[next++] = (byte) plain;
      if (plain > 0xFF) {
        out[next++] = (byte) (plain >> 8);
      }
      return next;
    }
    if (code == Utf8.REPLACEMENT && step < 3) {
      // A malformed byte stays what it is: there is no room for the three bytes of U+FFFD.
      out[next++] = utf8[i];
      return next;
    }
    int lower = Character.toLowerCase(code);
    boolean longer = lower < 0x80 || (lower < 0x800 ? 2 : lower < 0x10000 ? 3 : 4) > step;
    return Utf8.write(longer ? code : lower, out, next);
  }

  private static int punctuation(int code) {
    if (code < 0x80) {
      return LATIN[code] == 0 ? code : 0;
    }
    return switch (code) {
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0xFF0D -> '-';
      case 0x2018, 0x2019, 0x02BC, 0x00B4 -> '\'';
      case 0x00B9, 0x00B2, 0x00B3, 0x2020, 0x2021 -> '*';
      case 0x2248, 0x223C -> '~';
      case 0x2026 -> 0x2026;
      case 0x201C, 0x201D -> '"';
      case 0x2044, 0x2215 -> '/';
      default -> code >= 0xFF01 && code <= 0xFF5E && LATIN[code - 0xFEE0] == 0 ? code - 0xFEE0 : 0;
    };
  }

  private static char[] table(int start, int end) {
    char[] plain = new char[end - start];
    for (int code = start; code < end; code++) {
      plain[code - start] = letters(code);
    }
    return plain;
  }

  private static char letters(int code) {
    switch (code) {
      case 0x110, 0x111, 0xD0, 0xF0, 0x189:
        return 'd';
      case 0xC6, 0xE6:
        return 'a' | 'e' << 8;
      case 0x152, 0x153:
        return 'o' | 'e' << 8;
      case 0xDF, 0x1E9E:
        return 's' | 's' << 8;
      case 0xD8, 0xF8:
        return 'o';
      case 0x141, 0x142:
        return 'l';
      case 0x131:
        return 'i';
      default:
        char base = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFD).charAt(0);
        boolean plain = base >= 'a' && base <= 'z' || base >= 'A' && base <= 'Z' || base >= '0' && base <= '9';
        return plain ? Character.toLowerCase(base) : 0;
    }
  }
}
