package vn.cuulong.vietnamese;

/**
 * What reading one value gave. One object is reused from value to value, so that reading allocates nothing.
 *
 * <p>A rule fills it and says by its return value whether something was understood. {@link #missing} means that the
 * value was left out on purpose (empty, {@code ..}, {@code -}); {@link #doubt} is the guess or the fault to flag, or
 * null when the value is clear.
 */
public final class Reading {
  /** True for an empty value or a missing mark; nothing else is then set. */
  public boolean missing;

  /** A guess or a fault, or null. */
  public Doubt doubt;

  /** Unscaled number, epoch day, or microseconds since 1970 UTC. */
  public long number;

  /** Decimal digits in {@link #number}: 1273.5 is 12735 with scale 1. */
  public int scale;

  /** The text of a text rule: bytes in UTF-8; may be the array that was read. */
  public byte[] text;

  /** First byte of the text. */
  public int textOffset;

  /** Length of the text in bytes. */
  public int textLength;

  /** Clears everything but the text. */
  public void clear() {
    missing = false;
    doubt = null;
    number = 0;
    scale = 0;
  }
}
