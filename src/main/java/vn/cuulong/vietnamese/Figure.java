package vn.cuulong.vietnamese;

import java.nio.charset.StandardCharsets;

/**
 * A cell that holds a figure: perhaps words before it ("khoảng"), a sign or brackets, the numeral, words behind it
 * ("triệu đồng"), a footnote mark. Works on a plain copy of the cell: lower case, no diacritics.
 */
final class Figure {
  /** No figure is longer; longer text is not worth a look. */
  private static final int LONGEST = 200;

  private static final Spellings ABOUT = words("khoang", "hon", "tren", "gan", "uoc", "dat", "tinh", "xap", "xi",
      "chung", "tam", "about", "over", "nearly", "~", ">", "<");

  final Numeral numeral = new Numeral();

  /** The plain copy; the words behind the numeral are {@code plain[at..to)}. */
  final byte[] plain = new byte[LONGEST];
  int at;
  int to;

  private boolean brackets;
  private boolean about;
  private boolean footnote;

  /** A dictionary of words. */
  static Spellings words(String... words) {
    Spellings spellings = new Spellings();
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      spellings.put(bytes, 0, bytes.length);
    }
    return spellings;
  }

  /** Takes the cell; false when it is missing or too long, with {@code out} filled. */
  boolean open(byte[] utf8, int offset, int length, Reading out) {
    out.clear();
    if (length > LONGEST) {
      out.doubt = Doubt.NUMBER_NOT_UNDERSTOOD;
      return false;
    }
    at = 0;
    to = Fold.plain(utf8, offset, length, plain);
    brackets = false;
    about = false;
    footnote = false;
    if (MissingMarks.isMissingPlain(plain, 0, to)) {
      out.missing = true;
      return false;
    }
    stripFootnotes();
    if (to > 2 && plain[0] == '(' && plain[to - 1] == ')') {
      brackets = true;
      at = 1;
      to--;
    }
    if (at < to && plain[at] == '\'') {
      // A spreadsheet's mark for a number kept as text.
      at++;
    }
    skipAbout();
    return true;
  }

  /** Reads the numeral; false with {@code out.doubt} set. The words behind it stand at {@link #at}. */
  boolean numeral(NumberRule.Style style, Reading out) {
    int end = numeral.scan(plain, at, to, style);
    if (end < 0) {
      out.doubt = numeral.doubt;
      return false;
    }
    if (brackets) {
      if (numeral.unscaled < 0 || plain[at] == '+') {
        out.doubt = Doubt.NUMBER_NOT_UNDERSTOOD;
        return false;
      }
      numeral.unscaled = -numeral.unscaled;
    }
    at = end;
    skipSpace();
    return true;
  }

  /** The doubts of the shape, the gravest first, or null. */
  Doubt doubt() {
    if (numeral.doubt != null) {
      return numeral.doubt;
    }
    return about ? Doubt.NUMBER_APPROXIMATE : footnote ? Doubt.NUMBER_FOOTNOTE : null;
  }

  void skipSpace() {
    while (at < to && plain[at] == ' ') {
      at++;
    }
  }

  /** End of the word at {@link #at}: letters and digits, or one other character; {@code at} when there is none. */
  int wordEnd() {
    int end = at;
    while (end < to && (plain[end] >= 'a' && plain[end] <= 'z' || plain[end] < 0)) {
      end++;
    }
    return end == at && at < to ? at + 1 : end;
  }

  private void skipAbout() {
    while (at < to && !Numeral.isDigit(plain[at])) {
      int end = wordEnd();
      if (ABOUT.find(plain, at, end - at) < 0) {
        return;
      }
      about = true;
      at = end;
      skipSpace();
    }
  }

  /** Takes {@code *}, {@code (*)}, {@code (1)} and {@code (a)} off the end. */
  private void stripFootnotes() {
    int end = to;
    while (true) {
      if (end > 1 && plain[end - 1] == '*') {
        end--;
      } else if (end > 3 && plain[end - 1] == ')' && openBracket(end) > 0) {
        end = openBracket(end);
      } else {
        break;
      }
      while (end > 0 && plain[end - 1] == ' ') {
        end--;
      }
    }
    if (end > 0 && end < to) {
      footnote = true;
      to = end;
    }
  }

  /** Position of the bracket that opens a footnote mark which closes at {@code end}, or -1. */
  private int openBracket(int end) {
    int i = end - 2;
    byte mark = plain[i];
    if (mark == '*') {
      while (i > 0 && plain[i] == '*') {
        i--;
      }
    } else if (Numeral.isDigit(mark) || mark >= 'a' && mark <= 'z') {
      i--;
    }
    return i > 0 && i < end - 2 && plain[i] == '(' ? i : -1;
  }
}
