package vn.cuulong.vietnamese;

/**
 * Understands one value from its UTF-8 bytes. A rule keeps small buffers between calls: one object per reading
 * thread.
 */
@FunctionalInterface
public interface ValueRule {
  /**
   * Reads one value.
   *
   * @param utf8 array that holds the value
   * @param offset its first byte
   * @param length its length in bytes
   * @param out receives the value, or why there is none; every field the rule speaks of is overwritten
   * @return true when the value was understood, perhaps with a doubt to flag; false when it is missing
   *     ({@code out.missing}) or not understood ({@code out.doubt})
   */
  boolean read(byte[] utf8, int offset, int length, Reading out);
}
