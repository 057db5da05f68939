package vn.cuulong.vietnamese;

import java.math.BigDecimal;

/**
 * A share: {@code 12,5 %} is 0.125. A number without a mark is read as percent and flagged
 * {@link Doubt#PERCENT_WITHOUT_MARK}; "điểm phần trăm" (a difference of shares) is no share.
 */
public final class PercentRule implements ValueRule {
  private static final Spellings PERCENT = Figure.words("%", "phan tram", "percent", "pct");

  private final NumberRule.Style style;
  private final Figure figure = new Figure();

  /** A rule of one number style. */
  public PercentRule(NumberRule.Style style) {
    this.style = style;
  }

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    if (!figure.open(utf8, offset, length, out) || !figure.numeral(style, out)) {
      return false;
    }
    int left = figure.to - figure.at;
    boolean perMille = left == 3 && Utf8.codePoint(figure.plain, figure.at, figure.to) == 0x2030;
    if (left > 0 && !perMille && PERCENT.find(figure.plain, figure.at, left) < 0) {
      out.doubt = Doubt.UNIT_WORD_UNKNOWN;
      return false;
    }
    out.number = figure.numeral.unscaled;
    out.scale = figure.numeral.scale + (perMille ? 3 : 2);
    out.doubt = figure.doubt();
    if (out.doubt == null && left == 0) {
      out.doubt = Doubt.PERCENT_WITHOUT_MARK;
    }
    return true;
  }

  /** The share, or null when it is missing or not understood. */
  public static BigDecimal parse(String text, NumberRule.Style style) {
    return NumberRule.parse(text, new PercentRule(style));
  }
}
