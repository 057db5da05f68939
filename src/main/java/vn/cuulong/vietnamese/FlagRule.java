package vn.cuulong.vietnamese;

/** Yes (1) or no (0), as number. */
public final class FlagRule implements ValueRule {

  @Override
  public boolean read(byte[] utf8, int offset, int length, Reading out) {
    throw new UnsupportedOperationException();
  }

  /** Yes or no, or null when it is missing or not understood. */
  public static Boolean parse(String text) {
    throw new UnsupportedOperationException();
  }
}
