package vn.cuulong.vietnamese;

/** A number with a declared or a guessed decimal mark. */
public final class NumberRule implements ValueRule {
  /** Decimal and thousands marks. */
  public enum Style { VI, EN, AUTO }

  /** A rule of one style. */
  public NumberRule(Style style) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The number, or null when it is missing or not understood. */
  public static java.math.BigDecimal parse(String text, Style style) {
    throw new UnsupportedOperationException();
  }
}
