package vn.cuulong.vietnamese;

import java.text.Normalizer;

/**
 * Where the tone mark of an open syllable stands. "oa", "oe" and "uy" at the end of a syllable carry it on the first
 * vowel, as the official unit names do (Hòa Bình, Thanh Hóa, Khánh Hòa); the other school writes hoà, khoẻ, thuỷ. In
 * "quý" the u belongs to the consonant and the mark stays on the y.
 */
final class ToneMarks {
  /** The combining marks of the tones: huyền, sắc, hỏi, ngã, nặng. */
  static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

  /** The 134 Vietnamese letters that are not ASCII, composed. */
  static final String LETTERS = letters();

  private static final int END = 0x1F00;
  private static final boolean[] VIETNAMESE = new boolean[END];

  /** Tone (1 to 5) and bare letter of a toned a, e, y or u, by code point. */
  private static final byte[] TONE = new byte[END];
  private static final char[] BARE = new char[END];

  static {
    LETTERS.chars().forEach(c -> VIETNAMESE[c] = true);
    for (char letter : "aeyuAEYU".toCharArray()) {
      for (int tone = 1; tone <= TONES.length(); tone++) {
        char toned = compose(letter, tone);
        TONE[toned] = (byte) tone;
        BARE[toned] = letter;
      }
    }
  }

  private ToneMarks() {}

  /** True for a composed Vietnamese letter that is not ASCII. */
  static boolean isVietnamese(int code) {
    return code < END && VIETNAMESE[code];
  }

  /** True for a toned a, e, y or u, whose mark may stand in two places. */
  static boolean isToned(int code) {
    return code < END && TONE[code] != 0;
  }

  /** True when the mark on {@code code}, which stands between those letters, belongs on a neighbour. */
  static boolean mayMove(int before, int last, int code, int next) {
    if (!isToned(code)) {
      return false;
    }
    int base = BARE[code] | 0x20;
    if ((last | 0x20) == 'q' && base == 'u') {
      return (next | 0x20) == 'y';
    }
    boolean oaOe = (last | 0x20) == 'o' && (base == 'a' || base == 'e');
    boolean uy = (last | 0x20) == 'u' && base == 'y' && (before | 0x20) != 'q';
    return (oaOe || uy) && !isLetter(next);
  }

  /** The text with every tone mark in its place. */
  static String place(String text) {
    StringBuilder placed = null;
    for (int i = 1; i < text.length(); i++) {
      char code = text.charAt(i);
      char last = text.charAt(i - 1);
      if (!mayMove(i > 1 ? text.charAt(i - 2) : ' ', last, code, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
        continue;
      }
      if (placed == null) {
        placed = new StringBuilder(text);
      }
      int to = (last | 0x20) == 'q' ? i + 1 : i - 1;
      placed.setCharAt(i, BARE[code]);
      placed.setCharAt(to, compose(text.charAt(to), TONE[code]));
    }
    return placed == null ? text : placed.toString();
  }

  private static boolean isLetter(int code) {
    return isVietnamese(code) || Character.isLetter(code) || code >= 0x300 && code <= 0x36F;
  }

  private static char compose(char letter, int tone) {
    return Normalizer.normalize("" + letter + TONES.charAt(tone - 1), Normalizer.Form.NFC).charAt(0);
  }

  private static String letters() {
    StringBuilder all = new StringBuilder();
    for (char vowel : "aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ".toCharArray()) {
      if (vowel > 0x7F) {
        all.append(vowel);
      }
      for (int tone = 1; tone <= TONES.length(); tone++) {
        all.append(compose(vowel, tone));
      }
    }
    return all.append("\u0111\u0110").toString();
  }
}
