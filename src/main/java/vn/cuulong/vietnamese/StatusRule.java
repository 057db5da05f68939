package vn.cuulong.vietnamese;

/** estimate, preliminary or final, as text. */
public final class StatusRule implements ValueRule {

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The code, or null when it is missing or not understood. */
  public static String parse(String text) {
    throw new UnsupportedOperationException();
  }
}
