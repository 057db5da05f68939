package vn.cuulong.vietnamese;

/** Free text or a name, in canonical form. */
public final class TextRule implements ValueRule {

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** The canonical text, or null when it is missing. */
  public static String parse(String text) {
    throw new UnsupportedOperationException();
  }
}
