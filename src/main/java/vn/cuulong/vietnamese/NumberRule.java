package vn.cuulong.vietnamese;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A number: {@code 1.273,5}, {@code 1,273.5}, {@code 1 273,5}, {@code (12)}, {@code 38,93 (*)}. Gives
 * {@code out.number} with {@code out.scale} decimals, exactly as written; at most 18 digits.
 *
 * <p>Which mark groups and which parts the decimals follows from the shape where the shape permits one reading only.
 * Where it permits both ({@code 1.273}) the declared style decides; with {@link Style#AUTO} the Vietnamese reading is
 * taken and flagged {@link Doubt#NUMBER_AMBIGUOUS}.
 */
public final class NumberRule implements ValueRule {
  /** Which mark parts the decimals. */
  public enum Style {
    /** {@code 1.273,5}. */
    VI,
    /** {@code 1,273.5}. */
    EN,
    /** Not declared. */
    AUTO
  }

  private final Style style;
  private final Figure figure = new Figure();

  /** A rule of one style. */
  public NumberRule(Style style) {
    this.style = style;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if (readDigits(utf8, offset, length, out)) {
      return true;
    }
    Numeral numeral = figure.numeral;
    if (length > 0 && length < 40 && numeral.scan(utf8, offset, offset + length, style) == offset + length) {
      out.clear();
      out.doubt = numeral.doubt;
    } else {
      if (!figure.open(utf8, offset, length, out) || !figure.numeral(style, out)) {
        return false;
      }
      if (figure.at < figure.to) {
        out.doubt = Doubt.NUMBER_NOT_UNDERSTOOD;
        return false;
      }
      out.doubt = figure.doubt();
    }
    out.number = numeral.unscaled;
    out.scale = numeral.scale;
    return true;
  }

  /** The common path: digits only. */
  static boolean readDigits(byte[] utf8, int offset, int length, Reading out) {
    if (length == 0 || length > 18) {
      return false;
    }
    long value = 0;
    for (int i = offset, end = offset + length; i < end; i++) {
      int digit = utf8[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    out.clear();
    out.number = value;
    return true;
  }

  /** The number, or null when it is missing or not understood. */
  public static BigDecimal parse(String text, Style style) {
    return parse(text, new NumberRule(style));
  }

  static BigDecimal parse(String text, ValueRule rule) {
    if (text == null) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reading out = new Reading();
    return rule.read(bytes, 0, bytes.length, out) ? BigDecimal.valueOf(out.number, out.scale) : null;
  }
}
