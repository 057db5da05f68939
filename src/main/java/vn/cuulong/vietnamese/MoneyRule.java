package vn.cuulong.vietnamese;

import java.math.BigDecimal;

/**
 * An amount of money in đồng: {@code 1.200.000 đ}, {@code 2.181,3 tỷ đồng}, {@code 1 tỷ 200 triệu}, {@code 35k}. A
 * cell that names no unit stands in the unit of its column. Gives {@code out.number} with {@code out.scale} decimals,
 * in đồng.
 *
 * <p>Other currencies are never converted: the rule answers false with {@link Doubt#CURRENCY_FOREIGN}, and
 * {@code out.number} and {@code out.scale} hold the foreign amount for who wants to keep it apart.
 */
public final class MoneyRule implements ValueRule {
  private static final Spellings DONG = Figure.words("dong", "d", "vnd", "viet", "nam", "vn");
  private static final Spellings FOREIGN = Figure.words("usd", "$", "us", "do", "la", "my", "eur", "euro", "\u20ac",
      "gbp", "\u00a3", "jpy", "\u00a5", "yen", "cny", "rmb", "ndt", "nhan", "dan", "te", "krw", "won", "sgd", "aud",
      "thb", "baht", "dola", "dollar", "dollars", "khr", "riel");
  private static final Spellings JOINED = Figure.words("trd", "tyd", "tid", "ngd", "kd", "trdong", "tydong");
  private static final int[] JOINED_EXPONENTS = {6, 9, 9, 3, 3, 6, 9};

  private final NumberRule.Style style;
  private final int defaultExponent;
  private final Figure figure = new Figure();
  private boolean dong;
  private boolean foreign;
  private int exponent;

  /**
   * A rule of one number style.
   *
   * @param defaultUnit unit of a bare number: {@code vnd}, {@code thousand_vnd}, {@code million_vnd},
   *     {@code billion_vnd} or {@code trillion_vnd}
   */
  public MoneyRule(NumberRule.Style style, String defaultUnit) {
    this.style = style;
    this.defaultExponent = switch (defaultUnit) {
      case "vnd" -> 0;
      case "thousand_vnd" -> 3;
      case "million_vnd" -> 6;
      case "billion_vnd" -> 9;
      case "trillion_vnd" -> 12;
      default -> throw new IllegalArgumentException("\"" + defaultUnit + "\" is no unit of money; units are vnd, "
          + "thousand_vnd, million_vnd, billion_vnd, trillion_vnd");
    };
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if (defaultExponent == 0 && NumberRule.readDigits(utf8, offset, length, out)) {
      return true;
    }
    if (defaultExponent == 0 && length > 0 && length < 40
        && figure.numeral.scan(utf8, offset, offset + length, style) == offset + length) {
      return bare(out);
    }
    return figure.open(utf8, offset, length, out) && readWords(out);
  }

  /** A numeral with its multiplier and currency, from the open figure. */
  private boolean readWords(Reading out) {
    dong = false;
    foreign = false;
    currency();
    if (!figure.numeral(style, out)) {
      return false;
    }
    Doubt doubt = figure.doubt();
    boolean fraction = figure.numeral.scale > 0;
    take(out);
    words();
    doubt = bareDong(out, doubt);
    if (!Decimals.shift(out, exponent == 0 && !dong && !foreign ? defaultExponent : exponent)) {
      return false;
    }
    while (exponent > 3 && !dong && figure.at < figure.to && Numeral.isDigit(figure.plain[figure.at])) {
      if (!addSmaller(out, fraction)) {
        return false;
      }
    }
    out.doubt = doubt;
    if (figure.at < figure.to) {
      out.doubt = Doubt.UNIT_WORD_UNKNOWN;
      return false;
    }
    if (foreign) {
      out.doubt = dong ? Doubt.UNIT_WORD_UNKNOWN : Doubt.CURRENCY_FOREIGN;
      return false;
    }
    return true;
  }

  private boolean bare(Reading out) {
    out.clear();
    dong = false;
    foreign = false;
    exponent = 0;
    take(out);
    out.doubt = bareDong(out, figure.numeral.doubt);
    return true;
  }

  /** Nobody writes three decimals of a single đồng: in {@code 120,000 đ} and {@code 120.000 đ} the mark groups. */
  private Doubt bareDong(Reading out, Doubt doubt) {
    if (exponent > 0 || foreign || !dong && defaultExponent > 0 || !figure.numeral.eitherWay) {
      return doubt;
    }
    boolean other = figure.numeral.scale > 0;
    out.scale = 0;
    return style == NumberRule.Style.AUTO ? null : other ? Doubt.NUMBER_STYLE_OTHER : doubt;
  }

  private void take(Reading out) {
    out.number = figure.numeral.unscaled;
    out.scale = figure.numeral.scale;
  }

  /** The second part of "1 tỷ 200 triệu": a whole number below a thousand with a smaller multiplier. */
  private boolean addSmaller(Reading out, boolean fraction) {
    int above = exponent;
    long number = out.number;
    if (!figure.numeral(NumberRule.Style.VI, out)) {
      return false;
    }
    Numeral part = figure.numeral;
    words();
    boolean small = Math.abs(part.unscaled) < 1000 && part.scale == 0 && exponent < above
        && (exponent > 0 || dong);
    if (fraction || !small || part.unscaled < 0 || number < 0) {
      out.doubt = Doubt.NUMBER_NOT_UNDERSTOOD;
      return false;
    }
    out.number = number + part.unscaled * Decimals.power(exponent);
    return true;
  }

  /** Multipliers, then the currency. */
  private void words() {
    exponent = 0;
    if (figure.at < figure.to) {
      int end = figure.wordEnd();
      int joined = JOINED.find(figure.plain, figure.at, end - figure.at);
      if (joined >= 0) {
        exponent = JOINED_EXPONENTS[joined];
        dong = true;
        figure.at = end;
        Multiplier.skipStop(figure);
        return;
      }
    }
    exponent = Multiplier.scan(figure);
    currency();
  }

  private void currency() {
    while (figure.at < figure.to) {
      int end = figure.wordEnd();
      if (DONG.find(figure.plain, figure.at, end - figure.at) >= 0) {
        dong = true;
      } else if (FOREIGN.find(figure.plain, figure.at, end - figure.at) >= 0) {
        foreign = true;
      } else {
        return;
      }
      figure.at = end;
      Multiplier.skipStop(figure);
    }
  }

  /** The amount in đồng, or null when it is missing or not understood. */
  public static BigDecimal parse(String text, NumberRule.Style style, String defaultUnit) {
    return NumberRule.parse(text, new MoneyRule(style, defaultUnit));
  }
}
