package vn.cuulong.vietnamese;

/**
 * Digits with marks between them, understood as one number. Decides by the shape which mark groups and which mark
 * parts the decimals, and by the declared style where the shape permits both.
 */
final class Numeral {
  private static final int MAX_DIGITS = 18;

  /** The digits, with the sign. */
  long unscaled;

  /** How many of them are decimals. */
  int scale;

  /** A doubt to flag, or the fault when nothing was understood. */
  Doubt doubt;

  /** True when the only mark may group or part decimals: {@code 1.273}. The other reading has the same digits. */
  boolean eitherWay;

  private boolean negative;
  private int digits;
  private int dropped;
  private int roundUp;
  private int firstGroup;
  private int lastGroup;
  private boolean leadingZero;
  private boolean threes;
  private int marks;
  private byte groupMark;
  private byte decimalMark;

  /**
   * Reads a numeral from the front of plain text.
   *
   * @return position behind it, or -1 with {@link #doubt} set
   */
  int scan(byte[] b, int from, int to, NumberRule.Style style) {
    clear();
    int start = sign(b, from, to);
    int end = digits(b, start, to);
    if (end < 0 || digitCount(b, start, end) == 0) {
      return fail(Doubt.NUMBER_NOT_UNDERSTOOD);
    }
    if (!decide(style)) {
      return fail(Doubt.NUMBER_NOT_UNDERSTOOD);
    }
    end = exponent(b, end, to);
    if (end < 0) {
      return fail(doubt == Doubt.NUMBER_TOO_LARGE ? doubt : Doubt.NUMBER_NOT_UNDERSTOOD);
    }
    if (dropped > 0) {
      if (dropped > scale) {
        return fail(Doubt.NUMBER_TOO_LARGE);
      }
      scale -= dropped;
      unscaled += roundUp;
    }
    if (negative) {
      unscaled = -unscaled;
    }
    return end;
  }

  private void clear() {
    unscaled = 0;
    scale = 0;
    doubt = null;
    eitherWay = false;
    negative = false;
    digits = 0;
    dropped = 0;
    roundUp = 0;
    firstGroup = 0;
    lastGroup = 0;
    leadingZero = false;
    threes = true;
    marks = 0;
    groupMark = 0;
    decimalMark = 0;
  }

  private int fail(Doubt why) {
    doubt = why;
    return -1;
  }

  private int sign(byte[] b, int from, int to) {
    if (from < to && (b[from] == '-' || b[from] == '+')) {
      negative = b[from] == '-';
      return from + 1 < to && b[from + 1] == ' ' ? from + 2 : from + 1;
    }
    return from;
  }

  /** Walks over digits and marks; -1 for a third kind of mark. */
  private int digits(byte[] b, int from, int to) {
    int group = 0;
    int i = from;
    leadingZero = from < to && b[from] == '0';
    for (; i < to; i++) {
      byte c = b[i];
      if (isDigit(c)) {
        digit(c - '0');
        group++;
      } else if (isMark(b, i, to, group)) {
        if (!mark(c, group)) {
          return -1;
        }
        group = 0;
      } else {
        break;
      }
    }
    lastGroup = group;
    return i;
  }

  private void digit(int value) {
    if (digits == 0 && value == 0) {
      return;
    }
    if (digits < MAX_DIGITS) {
      unscaled = unscaled * 10 + value;
    } else {
      if (dropped == 0 && value >= 5) {
        roundUp = 1;
      }
      dropped++;
    }
    digits++;
  }

  private boolean isMark(byte[] b, int i, int to, int group) {
    byte c = b[i];
    if (i + 1 >= to || !isDigit(b[i + 1])) {
      return false;
    }
    if (c == '.' || c == ',') {
      return true;
    }
    // A space parts words as often as it groups: only exactly three digits behind it belong to the number.
    boolean groups = c == ' ' || c == '\'';
    boolean same = marks == 0 || groupMark == c && decimalMark == 0;
    return groups && same && group >= 1 && group <= 3 && i + 3 < to && isDigit(b[i + 2]) && isDigit(b[i + 3])
        && (i + 4 >= to || !isDigit(b[i + 4]));
  }

  private boolean mark(byte c, int group) {
    if (marks == 0) {
      groupMark = c;
      firstGroup = group;
    } else {
      threes &= group == 3;
      if (decimalMark != 0) {
        return false;
      }
      if (c != groupMark) {
        decimalMark = c;
      }
    }
    marks++;
    return true;
  }

  /** Chooses what the marks mean. */
  private boolean decide(NumberRule.Style style) {
    if (marks == 0) {
      return true;
    }
    boolean canGroup = threes && firstGroup >= 1 && firstGroup <= 3 && !leadingZero;
    boolean spaced = groupMark == ' ' || groupMark == '\'';
    byte styleDecimal = (byte) (style == NumberRule.Style.EN ? '.' : ',');
    boolean declared = style != NumberRule.Style.AUTO;
    if (decimalMark != 0) {
      scale = lastGroup;
      boolean other = decimalMark != styleDecimal;
      if (other && spaced && lastGroup == 3) {
        // "1 273.500": the second mark may group as well as part decimals.
        return false;
      }
      doubt = other && declared ? Doubt.NUMBER_STYLE_OTHER : null;
      return canGroup;
    }
    if (marks > 1 || spaced) {
      doubt = declared && groupMark == styleDecimal ? Doubt.NUMBER_STYLE_OTHER : null;
      return canGroup && lastGroup == 3;
    }
    one(canGroup && lastGroup == 3, groupMark == styleDecimal, declared);
    return true;
  }

  /** One point or comma. */
  private void one(boolean canGroup, boolean isDecimal, boolean declared) {
    eitherWay = canGroup;
    if (isDecimal || !canGroup) {
      scale = lastGroup;
    }
    if (!declared) {
      doubt = canGroup ? Doubt.NUMBER_AMBIGUOUS : null;
    } else if (!isDecimal && !canGroup) {
      doubt = Doubt.NUMBER_STYLE_OTHER;
    }
  }

  /** {@code 1,273E+06}, as spreadsheets write long numbers; digits may have been lost before we saw it. */
  private int exponent(byte[] b, int at, int to) {
    if (at + 1 >= to || (b[at] | 0x20) != 'e') {
      return at;
    }
    int i = at + 1;
    boolean down = b[i] == '-';
    if (down || b[i] == '+') {
      i++;
    }
    if (i >= to || !isDigit(b[i])) {
      return at;
    }
    int power = 0;
    for (; i < to && isDigit(b[i]) && power < 1000; i++) {
      power = power * 10 + b[i] - '0';
    }
    if (marks > 1 || marks == 1 && firstGroup != 1) {
      return -1;
    }
    scale = (marks == 1 ? lastGroup : 0) + (down ? power : -power);
    eitherWay = false;
    doubt = Doubt.NUMBER_EXPONENT;
    while (scale < 0) {
      if (unscaled > Long.MAX_VALUE / 10) {
        doubt = Doubt.NUMBER_TOO_LARGE;
        return -1;
      }
      unscaled *= 10;
      scale++;
    }
    return i;
  }

  private static int digitCount(byte[] b, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (isDigit(b[i])) {
        count++;
      }
    }
    return count;
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
