package vn.cuulong.method;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * The smoothest change that meets all constraints: the {@code e} with the least {@code |L e|²} subject to
 * {@code G e = d}. Every benchmarking method of this package is this problem; they differ in L, the movement that is
 * to be kept, and in the unit of e.
 *
 * <p>Solved in the null space of G (Golub and Van Loan, Matrix Computations, 4th ed., section 6.2.3): constraints may
 * be redundant, nothing is squared, and an L that leaves the level free (Denton) needs no special case. The Lagrangian
 * form of the literature, {@code [L'L G'; G 0] [e; l] = [0; d]}, has the same solution.
 *
 * @param values e, one value for each unknown
 * @param rank the number of independent constraints
 * @param condition estimate of the condition of the worse of the two systems solved, at least 1
 */
record SmoothestChange(double[] values, int rank, double condition) {

  /**
   * Solves the problem.
   *
   * @param name what is constrained, for the message of a refusal
   * @param movement L, k x n
   * @param matrix G, m x n, a row for each total
   * @param asked d, what the change must add to each total
   * @param size the size of each total, against which a contradiction is judged
   * @throws MethodException if the constraints contradict each other, or leave more than one solution
   */
  static SmoothestChange of(String name, RealMatrix movement, RealMatrix matrix, double[] asked,
      double[] size) {
    LinearConstraints totals = LinearConstraints.of(name, matrix);
    double[] change = totals.shortest(asked, size);
    double condition = totals.condition();
    int free = matrix.getColumnDimension() - totals.rank();
    if (free > 0) {
      PivotedQr smooth = new PivotedQr(totals.free(movement));
      if (smooth.rank() < free) {
        throw new MethodException(name + " do not determine a path", free + " values are left free by "
            + totals.rank() + " independent totals and only " + smooth.rank() + " of them are held by the movement",
            "Give more totals, or a lower order of differences");
      }
      double[] rough = movement.scalarMultiply(-1).operate(change);
      add(change, totals.change(smooth.leastSquares(rough)));
      condition = Math.max(condition, smooth.condition());
    }
    // One step of refinement: the totals are met to the last digits, however rough the movement.
    double[] missed = matrix.operate(change);
    for (int i = 0; i < missed.length; i++) {
      missed[i] = asked[i] - missed[i];
    }
    add(change, totals.nearest(missed));
    return new SmoothestChange(change, totals.rank(), condition);
  }

  private static void add(double[] values, double[] more) {
    for (int i = 0; i < values.length; i++) {
      values[i] += more[i];
    }
  }
}
