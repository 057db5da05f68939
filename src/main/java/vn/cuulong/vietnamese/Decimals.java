package vn.cuulong.vietnamese;

/** Exact arithmetic on {@link Reading#number} and {@link Reading#scale}. */
final class Decimals {
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private Decimals() {}

  /** Ten to the power of 0 to 18. */
  static long power(int exponent) {
    return POWERS[exponent];
  }

  /** The exponent of a power of ten up to 1e12, or -1. */
  static int exponent(long power) {
    for (int i = 0; i <= 12; i++) {
      if (POWERS[i] == power) {
        return i;
      }
    }
    return -1;
  }

  /** Multiplies by ten to the power of {@code exponent}; false with the doubt set when it does not fit. */
  static boolean shift(Reading out, int exponent) {
    int scale = out.scale - exponent;
    if (scale >= 0) {
      out.scale = scale;
      return true;
    }
    out.scale = 0;
    if (-scale > 18 || Math.abs(out.number) > Long.MAX_VALUE / POWERS[-scale]) {
      out.doubt = Doubt.NUMBER_TOO_LARGE;
      return false;
    }
    out.number *= POWERS[-scale];
    return true;
  }

  /** True when every decimal is zero. */
  static boolean isWhole(Reading out) {
    return out.number == 0 || out.scale <= 18 && out.number % POWERS[out.scale] == 0;
  }

  /** Turns a whole number with decimals into one without. */
  static void dropZeros(Reading out) {
    if (out.number != 0) {
      out.number /= POWERS[out.scale];
    }
    out.scale = 0;
  }
}
