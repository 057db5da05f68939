package vn.cuulong.lake;

/**
 * Small numbers as Parquet keeps levels and dictionary codes: runs of eight and more equal ones as one, others packed
 * bit by bit in groups of eight (Parquet's "run length encoding and bit-packing hybrid").
 */
final class RunLengths {
  private static final int GROUP = 8;
  /** A stretch of packed groups this long has a header of one byte. */
  private static final int MOST_GROUPS = 63;

  private RunLengths() {}

  /** Bits that hold the numbers from 0 to {@code greatest}. */
  static int width(int greatest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
  }

  /** One number many times. */
  static void repeat(int value, int count, int width, PageBytes out) {
    out.putVarInt(count << 1);
    for (int bits = 0; bits < width; bits += Byte.SIZE) {
      out.putByte(value >>> bits);
    }
  }

  /** The first {@code count} numbers. */
  static void write(int[] values, int count, int width, PageBytes out) {
    int at = 0;
    while (at < count) {
      int run = run(values, at, count);
      if (run >= GROUP || run == count - at) {
        repeat(values[at], run, width, out);
        at += run;
      } else {
        int from = at;
        do {
          at += GROUP;
        } while (at < count && at - from < GROUP * MOST_GROUPS && run(values, at, Math.min(count, at + GROUP)) < GROUP);
        pack(values, from, at, count, width, out);
      }
    }
  }

  private static int run(int[] values, int from, int to) {
    int at = from + 1;
    while (at < to && values[at] == values[from]) {
      at++;
    }
    return at - from;
  }

  /** Whole groups; behind the last number come zeros. */
  private static void pack(int[] values, int from, int to, int count, int width, PageBytes out) {
    out.putVarInt((to - from) / GROUP << 1 | 1);
    long bits = 0;
    int held = 0;
    for (int i = from; i < to; i++) {
      bits |= (i < count ? (long) values[i] : 0L) << held;
      held += width;
      while (held >= Byte.SIZE) {
        out.putByte((int) bits);
        bits >>>= Byte.SIZE;
        held -= Byte.SIZE;
      }
    }
  }
}
