package vn.cuulong.method;

/**
 * Sums that do not depend on the order of their terms, to the last bit.
 *
 * <p>Each term is split on two fixed grids of powers of two that only the largest term and the number of terms
 * decide; the parts on a grid add without rounding, so any order gives the same sum. What the two grids leave out is
 * below 2^-100 of the largest term, so the sum is also as good as a compensated one.
 *
 * <p>Source: S. Rump, T. Ogita, S. Oishi, Accurate floating-point summation I, SIAM J. Sci. Comput. 31 (2008),
 * algorithm ExtractVector; J. Demmel, H. D. Nguyen, Fast reproducible floating-point summation, ARITH 21 (2013).
 */
public final class StableSum {
  private static final int DIGITS = 53;

  private StableSum() {
  }

  /** The sum of all values; 0 for none. Not a number, or infinite, when a value is. */
  public static double of(double... values) {
    return of(values, values.length);
  }

  /** The sum of the first {@code count} values. */
  public static double of(double[] values, int count) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest == 0 ? 0 : plain(values, count);
    }
    int room = Integer.SIZE - Integer.numberOfLeadingZeros(count + 1);
    double coarse = Math.scalb(1.0, Math.getExponent(largest) + 1 + room);
    double fine = Math.scalb(coarse, room - DIGITS);
    double coarseSum = 0;
    double fineSum = 0;
    for (int i = 0; i < count; i++) {
      double onCoarse = (coarse + values[i]) - coarse;
      coarseSum += onCoarse;
      fineSum += (fine + (values[i] - onCoarse)) - fine;
    }
    return coarseSum + fineSum;
  }

  /** The mean of one value or more. */
  public static double mean(double... values) {
    return of(values) / values.length;
  }

  /** The sum of products {@code a[i] * b[i]}, each rounded once. */
  public static double ofProducts(double[] a, double[] b) {
    double[] products = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      products[i] = a[i] * b[i];
    }
    return of(products);
  }

  private static double plain(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }
}
