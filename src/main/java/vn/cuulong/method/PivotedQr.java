package vn.cuulong.method;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * The factorisation {@code A P = Q R} by Householder reflections with column pivoting, which reveals the rank of a
 * small dense matrix (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 5.4.1).
 *
 * <p>Written here because {@code RRQRDecomposition} of commons-math 3.6.1 compares whole columns, reduced rows and all,
 * when it chooses a pivot, and therefore can call a deficient matrix full.
 */
final class PivotedQr {
  private final int rows;
  private final int columns;
  /** Column-major: column {@code j} holds R above the diagonal and the reflection {@code j} from the diagonal down. */
  private final double[][] factor;
  private final double[] diagonal;
  private final int[] order;
  private final int rank;

  PivotedQr(RealMatrix matrix) {
    rows = matrix.getRowDimension();
    columns = matrix.getColumnDimension();
    factor = matrix.transpose().getData();
    int steps = Math.min(rows, columns);
    diagonal = new double[steps];
    order = new int[columns];
    for (int j = 0; j < columns; j++) {
      order[j] = j;
    }
    for (int k = 0; k < steps; k++) {
      bringLongestColumnTo(k);
      reflect(k);
    }
    double smallest = steps == 0 ? 0 : 16.0 * Math.max(rows, columns) * Math.ulp(1.0) * Math.abs(diagonal[0]);
    int full = 0;
    while (full < steps && Math.abs(diagonal[full]) > smallest) {
      full++;
    }
    rank = full;
  }

  /** The number of pivots that stand above rounding, relative to the first. */
  int rank() {
    return rank;
  }

  /** The ratio of the largest to the smallest pivot above rounding. */
  double condition() {
    return Math.abs(diagonal[0] / diagonal[rank - 1]);
  }

  /** The column of the matrix that was taken as pivot {@code k}. */
  int column(int k) {
    return order[k];
  }

  /** The entry of R in row {@code i}, column {@code k} in pivot order, {@code i <= k}. */
  double r(int i, int k) {
    return i == k ? diagonal[i] : factor[k][i];
  }

  /** {@code Q' b}, a new array of the number of rows. */
  double[] qTransposed(double[] b) {
    double[] x = b.clone();
    for (int k = 0; k < diagonal.length; k++) {
      reflect(k, x);
    }
    return x;
  }

  /** {@code Q c}, a new array of the number of rows. */
  double[] q(double[] c) {
    double[] x = c.clone();
    for (int k = diagonal.length - 1; k >= 0; k--) {
      reflect(k, x);
    }
    return x;
  }

  /** Solves {@code R[0..rank) z = c[0..rank)}: {@code z} in pivot order. */
  double[] solveUpper(double[] c) {
    double[] z = new double[rank];
    for (int i = rank - 1; i >= 0; i--) {
      double sum = c[i];
      for (int k = i + 1; k < rank; k++) {
        sum -= r(i, k) * z[k];
      }
      z[i] = sum / diagonal[i];
    }
    return z;
  }

  /** The solution of least squares for a matrix of full column rank, in the order of the columns. */
  double[] leastSquares(double[] b) {
    double[] pivoted = solveUpper(qTransposed(b));
    double[] x = new double[columns];
    for (int k = 0; k < pivoted.length; k++) {
      x[order[k]] = pivoted[k];
    }
    return x;
  }

  /** Solves {@code R[0..rank)' z = c}, with {@code c} in pivot order. */
  double[] solveUpperTransposed(double[] c) {
    double[] z = new double[rank];
    for (int i = 0; i < rank; i++) {
      double sum = c[i];
      for (int k = 0; k < i; k++) {
        sum -= r(k, i) * z[k];
      }
      z[i] = sum / diagonal[i];
    }
    return z;
  }

  private void bringLongestColumnTo(int k) {
    int longest = k;
    double most = -1;
    for (int j = k; j < columns; j++) {
      double length = length(factor[j], k);
      if (length > most) {
        most = length;
        longest = j;
      }
    }
    double[] column = factor[k];
    factor[k] = factor[longest];
    factor[longest] = column;
    int place = order[k];
    order[k] = order[longest];
    order[longest] = place;
  }

  private void reflect(int k) {
    double[] v = factor[k];
    double length = length(v, k);
    if (length == 0) {
      return;
    }
    diagonal[k] = v[k] > 0 ? -length : length;
    v[k] -= diagonal[k];
    for (int j = k + 1; j < columns; j++) {
      reflect(k, factor[j]);
    }
  }

  /** {@code x - v (v'x) / (v'v/2)}; for a Householder vector {@code v'v/2 = -diagonal * v_k}. */
  private void reflect(int k, double[] x) {
    double[] v = factor[k];
    if (diagonal[k] == 0) {
      return;
    }
    double product = 0;
    for (int i = k; i < rows; i++) {
      product += v[i] * x[i];
    }
    double step = product / (diagonal[k] * v[k]);
    for (int i = k; i < rows; i++) {
      x[i] += step * v[i];
    }
  }

  private static double length(double[] column, int from) {
    double sum = 0;
    for (int i = from; i < column.length; i++) {
      sum += column[i] * column[i];
    }
    return Math.sqrt(sum);
  }
}
