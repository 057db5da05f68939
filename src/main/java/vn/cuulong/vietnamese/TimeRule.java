package vn.cuulong.vietnamese;

/** A moment, as microseconds since 1970 UTC. */
public final class TimeRule implements ValueRule {
  /** A rule of one date order. */
  public TimeRule(DateRule.Order order) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The moment, or null when it is missing or not understood. */
  public static java.time.Instant parse(String text, DateRule.Order order) {
    throw new UnsupportedOperationException();
  }
}
