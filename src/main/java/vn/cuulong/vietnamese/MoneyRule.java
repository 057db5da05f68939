package vn.cuulong.vietnamese;

/** An amount of money in đồng. */
public final class MoneyRule implements ValueRule {
  /** A rule of one number style; the default unit is vnd, thousand_vnd, million_vnd, billion_vnd or trillion_vnd. */
  public MoneyRule(NumberRule.Style style, String defaultUnit) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The amount in đồng, or null when it is missing or not understood. */
  public static java.math.BigDecimal parse(String text, NumberRule.Style style, String defaultUnit) {
    throw new UnsupportedOperationException();
  }
}
