package vn.cuulong.method;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Orders for the tests that no result may depend on. */
final class Shuffle {
  private Shuffle() {
  }

  /** The numbers 0 to count - 1 in a random order. */
  static int[] order(int count, SplittableRandom random) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /** {@code values[order[i]]} at place i. */
  static double[] apply(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  /** Rows and columns of a matrix in new orders. */
  static double[][] apply(double[][] matrix, int[] rows, int[] columns) {
    return Arrays.stream(rows).mapToObj(row -> apply(matrix[row], columns)).toArray(double[][]::new);
  }

  /** Every value times a factor. */
  static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /** Every cell times a factor. */
  static double[][] times(double[][] matrix, double factor) {
    return Arrays.stream(matrix).map(row -> times(row, factor)).toArray(double[][]::new);
  }
}
