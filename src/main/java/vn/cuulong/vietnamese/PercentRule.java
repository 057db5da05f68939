package vn.cuulong.vietnamese;

/** A share: 12,5 % is 0.125. */
public final class PercentRule implements ValueRule {
  /** A rule of one number style. */
  public PercentRule(NumberRule.Style style) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The share, or null when it is missing or not understood. */
  public static java.math.BigDecimal parse(String text, NumberRule.Style style) {
    throw new UnsupportedOperationException();
  }
}
