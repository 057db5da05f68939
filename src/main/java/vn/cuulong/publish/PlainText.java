package vn.cuulong.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Values as text that a machine reads back: ISO days, a decimal point, no groups, no exponent. */
final class PlainText {
  /** Between the values of a list; no id and no code holds it. */
  static final char JOINT = '|';
  /** With the wide forms, which spreadsheets set to Japanese or Chinese take for the plain ones. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final int SURE_DIGITS = 15;
  private static final int MOST_DIGITS = 17;

  private PlainText() {}

  /** The text of a value; empty for null. */
  static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(String.valueOf(JOINT)));
    }
    return value.toString();
  }

  /** The shortest digits that are read back as the same number. Those of the JDK differ between its versions. */
  private static String number(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = SURE_DIGITS; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return plain(rounded);
      }
    }
    return plain(exact.round(new MathContext(MOST_DIGITS)));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * Text that no spreadsheet takes for a formula: an apostrophe is put before text that begins like one. Numbers are
   * not text, and stay.
   */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /**
   * Text for a file of fields: a spreadsheet of another country parts fields at another mark, and ends them at lines
   * inside quotes too. What would then begin like a formula gets the apostrophe as well.
   */
  static String harmlessBetweenMarks(String text) {
    StringBuilder harmless = null;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (";,\t\r\n".indexOf(text.charAt(i)) >= 0) {
        int next = i + 1;
        while (next < text.length() && " \"".indexOf(text.charAt(next)) >= 0) {
          next++;
        }
        if (next < text.length() && "=+@-".indexOf(text.charAt(next)) >= 0) {
          harmless = harmless == null ? new StringBuilder() : harmless;
          harmless.append(text, from, next).append('\'');
          from = next;
        }
      }
    }
    String whole = harmless == null ? text : harmless.append(text, from, text.length()).toString();
    return harmless(whole);
  }
}
