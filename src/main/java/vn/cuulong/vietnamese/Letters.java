package vn.cuulong.vietnamese;

import java.text.Normalizer;

/** Vietnamese letters taken apart into the letter without its tone, and the tone. */
final class Letters {
  private static final int END = 0x1F00;

  /** Lower-case letter without tone, by code point of any case; 0 for what is no Vietnamese letter. */
  private static final char[] BARE = new char[END];
  private static final byte[] TONE = new byte[END];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      BARE[c] = c;
      BARE[c - 0x20] = c;
    }
    for (char letter : ToneMarks.LETTERS.toCharArray()) {
      String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      StringBuilder bare = new StringBuilder();
      for (char part : apart.toCharArray()) {
        int tone = ToneMarks.TONES.indexOf(part);
        if (tone >= 0) {
          TONE[letter] = (byte) (tone + 1);
        } else {
          bare.append(part);
        }
      }
      BARE[letter] = Character.toLowerCase(Normalizer.normalize(bare, Normalizer.Form.NFC).charAt(0));
    }
  }

  private Letters() {}

  /** The lower-case letter without its tone (ấ gives â), or 0 for what is no Vietnamese letter. */
  static char bare(char letter) {
    return letter < END ? BARE[letter] : 0;
  }

  /** Huyền 1, sắc 2, hỏi 3, ngã 4, nặng 5; 0 for none. */
  static int tone(char letter) {
    return letter < END ? TONE[letter] : 0;
  }

  /** The letter that {@code base} becomes with the marks that {@code model} has beyond a, or 0 for none. */
  static char transfer(char model, char base) {
    String marks = Normalizer.normalize(String.valueOf(model), Normalizer.Form.NFD).substring(1);
    String composed = Normalizer.normalize(base + marks, Normalizer.Form.NFC);
    return composed.length() == 1 && ToneMarks.isVietnamese(composed.charAt(0)) ? composed.charAt(0) : 0;
  }
}
