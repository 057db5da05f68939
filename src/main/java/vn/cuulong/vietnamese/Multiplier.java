package vn.cuulong.vietnamese;

/** The words nghìn, ngàn, triệu, tỷ, nghìn tỷ and their short forms, as powers of ten. */
final class Multiplier {
  private static final Spellings WORDS = Figure.words("nghin", "ngan", "k", "ng", "thousand", "trieu", "tr",
      "million", "mn", "ty", "ti", "billion", "bn", "trillion");
  private static final int[] EXPONENTS = {3, 3, 3, 3, 3, 6, 6, 6, 6, 9, 9, 9, 9, 12};

  private Multiplier() {}

  /** Takes the multipliers at the position of the figure; their exponent together, 0 for none. */
  static int scan(Figure figure) {
    int total = 0;
    while (figure.at < figure.to) {
      int end = figure.wordEnd();
      int word = WORDS.find(figure.plain, figure.at, end - figure.at);
      // "nghìn tỷ" is said, "tỷ nghìn" is not.
      if (word < 0 || total > 0 && EXPONENTS[word] <= total || total + EXPONENTS[word] > 15) {
        return total;
      }
      total += EXPONENTS[word];
      figure.at = end;
      skipStop(figure);
    }
    return total;
  }

  /** Skips spaces and the point of an abbreviation ({@code tr.đ}). */
  static void skipStop(Figure figure) {
    if (figure.at < figure.to && figure.plain[figure.at] == '.') {
      figure.at++;
    }
    figure.skipSpace();
  }
}
