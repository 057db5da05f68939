package vn.cuulong.vietnamese;

/** A calendar day, as epoch day. */
public final class DateRule implements ValueRule {
  /** Order in which a date is written. */
  public enum Order { DMY, YMD, MDY }

  /** A rule of one order. */
  public DateRule(Order order) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The day, or null when it is missing or not understood. */
  public static java.time.LocalDate parse(String text, Order order) {
    throw new UnsupportedOperationException();
  }
}
