package vn.cuulong.vietnamese;

/** A whole number that may carry a multiplier and a counting word. */
public final class QuantityRule implements ValueRule {
  /** A rule of one number style, for cells that count single things. */
  public QuantityRule(NumberRule.Style style) {
    this(style, 1);
  }

  /** A rule of one number style, for cells whose bare numbers count {@code defaultFactor} things (1000: nghìn lượt). */
  public QuantityRule(NumberRule.Style style, long defaultFactor) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The count, or null when it is missing or not understood. */
  public static Long parse(String text, NumberRule.Style style) {
    throw new UnsupportedOperationException();
  }
}
