package vn.cuulong.method;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The matrices L of {@link SmoothestChange}: the movement from period to period that benchmarking keeps. */
final class Movement {
  private Movement() {
  }

  /**
   * Differences of an order, k = T - order rows: the start is left free (Cholette 1984). One row of zeros when there
   * are not enough periods for a difference.
   */
  static RealMatrix differences(int periods, int order) {
    RealMatrix all = differencesFromZero(periods, order);
    return order >= periods ? new Array2DRowRealMatrix(1, periods)
        : all.getSubMatrix(order, periods - 1, 0, periods - 1);
  }

  /** Differences of an order, T rows, as if the change before the first period were 0 (Denton 1971). */
  static RealMatrix differencesFromZero(int periods, int order) {
    RealMatrix first = MatrixUtils.createRealIdentityMatrix(periods);
    for (int t = 1; t < periods; t++) {
      first.setEntry(t, t - 1, -1);
    }
    return first.power(order);
  }

  /**
   * {@code e_t - rho e_(t-1)}, T rows, the first {@code sqrt(1 - rho²) e_1}: {@code L'L} is 1 - rho² times the
   * inverse of {@code [rho^|i-j|]}, for any rho from 0 to 1. At 1 the first row is zero: the start is left free.
   */
  static RealMatrix autoregressive(int periods, double rho) {
    RealMatrix movement = MatrixUtils.createRealIdentityMatrix(periods);
    movement.setEntry(0, 0, Math.sqrt((1 - rho) * (1 + rho)));
    for (int t = 1; t < periods; t++) {
      movement.setEntry(t, t - 1, -rho);
    }
    return movement;
  }

  /** Independent values beside a movement: {@code [L 0; 0 weight I]}. */
  static RealMatrix withIndependent(RealMatrix movement, int count, double weight) {
    RealMatrix both = new Array2DRowRealMatrix(movement.getRowDimension() + count,
        movement.getColumnDimension() + count);
    both.setSubMatrix(movement.getData(), 0, 0);
    for (int m = 0; m < count; m++) {
      both.setEntry(movement.getRowDimension() + m, movement.getColumnDimension() + m, weight);
    }
    return both;
  }

  /** The same movement for each of several series, one after the other. */
  static RealMatrix repeated(RealMatrix movement, int series) {
    int rows = movement.getRowDimension();
    int columns = movement.getColumnDimension();
    RealMatrix all = new Array2DRowRealMatrix(rows * series, columns * series);
    for (int i = 0; i < series; i++) {
      all.setSubMatrix(movement.getData(), i * rows, i * columns);
    }
    return all;
  }
}
