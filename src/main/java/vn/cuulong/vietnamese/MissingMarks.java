package vn.cuulong.vietnamese;

/** The marks by which official tables say that there is no value: empty, {@code ..}, {@code -}, {@code …}, {@code x}. */
public final class MissingMarks {
  private MissingMarks() {}

  /** True when the bytes, spaces aside, are a missing mark. */
  public static boolean isMissing(byte[] utf8, int offset, int length) {
    throw new UnsupportedOperationException();
  }
}
