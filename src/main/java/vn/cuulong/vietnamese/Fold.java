package vn.cuulong.vietnamese;

/** The match key of a text: lower case, no diacritics, đ as d, single spaces, no punctuation. */
public final class Fold {
  private Fold() {}

  /** The match key. */
  public static String fold(String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * Writes the match key as UTF-8.
   *
   * @param out at least as long as the input; the key is never longer
   * @return length of the key
   */
  public static int fold(byte[] utf8, int offset, int length, byte[] out) {
    throw new UnsupportedOperationException();
  }
}
