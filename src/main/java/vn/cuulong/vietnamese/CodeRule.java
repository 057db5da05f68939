package vn.cuulong.vietnamese;

/** An identifier: trimmed, nothing else. */
public final class CodeRule implements ValueRule {

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The identifier, or null when it is missing. */
  public static String parse(String text) {
    throw new UnsupportedOperationException();
  }
}
