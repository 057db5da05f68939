package vn.cuulong.method;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The smoothest change that meets all constraints: the {@code e} with the least {@code |L e|²} subject to
 * {@code G e = d}, factored once for any d. Every benchmarking method of this package is this problem; they differ in
 * L, the movement that is to be kept, and in the unit of e.
 *
 * <p>Solved in the null space of G (Golub and Van Loan, Matrix Computations, 4th ed., section 6.2.3): constraints may
 * be redundant, nothing is squared, and an L that leaves the level free (Denton) needs no special case. The Lagrangian
 * form of the literature, {@code [L'L G'; G 0] [e; l] = [0; d]}, has the same solution.
 */
final class SmoothestChange {
  private final RealMatrix movement;
  private final RealMatrix matrix;
  private final LinearConstraints totals;
  /** The factors of {@code L Z}; null where the constraints leave nothing free. */
  private final PivotedQr smooth;

  /**
   * Factors the problem.
   *
   * @param name what is constrained, for the message of a refusal
   * @param movement L, k x n
   * @param matrix G, m x n, a row for each total
   * @throws MethodException if the constraints leave more than one solution
   */
  SmoothestChange(String name, RealMatrix movement, RealMatrix matrix) {
    this.movement = movement;
    this.matrix = matrix;
    totals = LinearConstraints.of(name, matrix);
    int free = matrix.getColumnDimension() - totals.rank();
    smooth = free == 0 ? null : new PivotedQr(totals.free(movement));
    if (free > 0 && smooth.rank() < free) {
      throw new MethodException(name + " do not determine a path", free + " values are left free by "
          + totals.rank() + " independent totals and only " + smooth.rank() + " of them are held by the movement",
          "Give more totals, or a lower order of differences");
    }
  }

  /**
   * The change, n values.
   *
   * @param asked d, what the change must add to each total
   * @param size the size of each total, against which a contradiction is judged
   * @throws MethodException if the constraints contradict each other
   */
  double[] meeting(double[] asked, double[] size) {
    return smoothed(totals.shortest(asked, size), asked);
  }

  /**
   * The change of each value for each total that grows by 1, n x m: for totals that agree with each other the change is
   * this matrix times d. A redundant total has a column of zeros, those that imply it speak for it.
   */
  RealMatrix response() {
    RealMatrix response = new Array2DRowRealMatrix(matrix.getColumnDimension(), matrix.getRowDimension());
    for (int m = 0; m < matrix.getRowDimension(); m++) {
      double[] one = new double[matrix.getRowDimension()];
      one[m] = 1;
      double[] change = new double[matrix.getColumnDimension()];
      totals.bringTo(one, change);
      response.setColumn(m, smoothed(change, one));
    }
    return response;
  }

  /** The number of independent constraints. */
  int rank() {
    return totals.rank();
  }

  /** Estimate of the condition of the worse of the two systems solved, at least 1. */
  double condition() {
    return smooth == null ? totals.condition() : Math.max(totals.condition(), smooth.condition());
  }

  private double[] smoothed(double[] change, double[] asked) {
    if (smooth != null) {
      double[] rough = totals.change(smooth.leastSquares(movement.operate(change)));
      for (int j = 0; j < change.length; j++) {
        change[j] -= rough[j];
      }
      totals.bringTo(asked, change);
    }
    return change;
  }
}
