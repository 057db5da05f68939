package vn.cuulong.vietnamese;

/**
 * Restores capitals that a TCVN3 file left to its font: .VnTimeH draws every letter as a capital, so that "CẦN THƠ"
 * is stored as "CầN THơ". A word is taken for one of that font when its plain letters are capitals, at least two, and
 * its marked letters are small; a shorter word follows a neighbour that is.
 */
final class CapitalFont {
  private CapitalFont() {}

  static String restore(String text) {
    char[] chars = null;
    boolean neighbour = false;
    int pending = -1;
    for (int i = 0; i < text.length(); ) {
      int end = wordEnd(text, i);
      if (end == i) {
        if (text.charAt(i) != ' ') {
          neighbour = false;
          pending = -1;
        }
        i++;
        continue;
      }
      int strength = strength(text, i, end);
      if (strength == 2 || strength == 1 && neighbour) {
        chars = chars == null ? text.toCharArray() : chars;
        raise(chars, pending >= 0 ? pending : i, end);
        neighbour = true;
        pending = -1;
      } else {
        neighbour = false;
        pending = strength == 1 ? i : -1;
      }
      i = end;
    }
    return chars == null ? text : new String(chars);
  }

  /** 2 for a word of the font, 1 for one that may be, 0 for another. */
  private static int strength(String text, int from, int to) {
    int capitals = 0;
    boolean marked = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c >= 'a') {
          return 0;
        }
        capitals++;
      } else {
        marked |= Character.isLowerCase(c);
      }
    }
    return !marked ? 0 : capitals > 1 ? 2 : 1;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Letters.bare(text.charAt(end)) != 0) {
      end++;
    }
    return end;
  }

  private static void raise(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      chars[i] = Character.toUpperCase(chars[i]);
    }
  }
}
