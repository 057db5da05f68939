package vn.cuulong.publish.disclosure;

import java.util.Optional;

/**
 * Linear programmes of one kind: make {@code goal · y} as great as {@code rows · y <= limits} and {@code y >= 0}
 * allow, where no limit is negative, so that nothing at all is a way to begin. Dense tableau, first column that helps
 * (Bland, 1977), which never goes in circles. For tens of columns and rows.
 *
 * <p>Not the solver of commons-math3: where rows force it to look for a beginning, it takes points for the best that
 * are not (3.6.1: least of x + y where 22.218 <= x + y + z <= 22.22 is 22.218, it says).
 */
final class Simplex {
  private static final double ZERO = 1e-9;

  private final double[][] table;
  private final int[] basis;
  private final int columns;
  private final int width;

  private Simplex(double[] goal, double[][] rows, double[] limits) {
    columns = goal.length;
    width = columns + rows.length;
    table = new double[rows.length + 1][width + 1];
    basis = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, table[i], 0, columns);
      table[i][columns + i] = 1;
      table[i][width] = limits[i];
      basis[i] = columns + i;
    }
    System.arraycopy(goal, 0, table[rows.length], 0, columns);
  }

  /** The best y, or empty when there is no end to how good it can be. */
  static Optional<double[]> greatest(double[] goal, double[][] rows, double[] limits) {
    return new Simplex(goal, rows, limits).solve();
  }

  private Optional<double[]> solve() {
    for (int entering = entering(); entering >= 0; entering = entering()) {
      int leaving = leaving(entering);
      if (leaving < 0) {
        return Optional.empty();
      }
      pivot(leaving, entering);
    }
    double[] best = new double[columns];
    for (int i = 0; i < basis.length; i++) {
      if (basis[i] < columns) {
        best[basis[i]] = table[i][width];
      }
    }
    return Optional.of(best);
  }

  private int entering() {
    double[] goal = table[basis.length];
    for (int j = 0; j < width; j++) {
      if (goal[j] > ZERO) {
        return j;
      }
    }
    return -1;
  }

  private int leaving(int entering) {
    int leaving = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < basis.length; i++) {
      if (table[i][entering] > ZERO) {
        double ratio = table[i][width] / table[i][entering];
        if (ratio < least - ZERO || ratio < least + ZERO && leaving >= 0 && basis[i] < basis[leaving]) {
          least = Math.min(least, ratio);
          leaving = i;
        }
      }
    }
    return leaving;
  }

  private void pivot(int row, int column) {
    double by = table[row][column];
    for (int j = 0; j <= width; j++) {
      table[row][j] /= by;
    }
    for (int i = 0; i < table.length; i++) {
      double times = table[i][column];
      if (i != row && times != 0) {
        for (int j = 0; j <= width; j++) {
          table[i][j] -= times * table[row][j];
        }
        table[i][column] = 0;
      }
      if (i < basis.length && table[i][width] < 0) {
        // Only ever by rounding.
        table[i][width] = 0;
      }
    }
    basis[row] = column;
  }
}
