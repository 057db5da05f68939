package vn.cuulong.vietnamese;

/** A period of any length. */
public final class PeriodRule implements ValueRule {
  /** What of the period is wanted: first day, last day (epoch days), code (text), or first day of exactly one month. */
  public enum Part { START, END, CODE, MONTH }

  /** A rule for one part. */
  public PeriodRule(Part part) {}

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The period, or null when it is missing or not understood. */
  public static Period parse(String text) {
    throw new UnsupportedOperationException();
  }
}
