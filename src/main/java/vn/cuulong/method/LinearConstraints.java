package vn.cuulong.method;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Equations {@code G x = d} that must hold exactly and leave x free otherwise: totals over years, over regions.
 *
 * <p>They may be redundant (regions add to the nation in each quarter, quarters to the year) and in any unit: each is
 * scaled by a power of two before the rank is judged. By pivoted QR of G' (Golub and Van Loan, Matrix Computations,
 * 4th ed., section 5.6): {@code G' P = Q R}, with the last columns of Q a basis Z of the changes that touch no total.
 */
public final class LinearConstraints {
  private static final double MET = 1e-9;

  private final String name;
  private final RealMatrix matrix;
  private final int[] unit;
  private final PivotedQr qr;

  private LinearConstraints(String name, RealMatrix matrix, int[] unit, PivotedQr qr) {
    this.name = name;
    this.matrix = matrix;
    this.unit = unit;
    this.qr = qr;
  }

  /**
   * Constraints on n unknowns.
   *
   * @param name what is constrained, for the message of a refusal
   * @param matrix G, m x n, a row for each total
   * @throws MethodException if the matrix is not finite, or zero
   */
  public static LinearConstraints of(String name, RealMatrix matrix) {
    LinearSystem.requireFinite(name, matrix);
    int[] unit = new int[matrix.getRowDimension()];
    RealMatrix scaled = matrix.copy();
    for (int i = 0; i < unit.length; i++) {
      unit[i] = LinearSystem.exponent(scaled.getRow(i));
      LinearSystem.scaleRow(scaled, i, -unit[i]);
    }
    PivotedQr qr = new PivotedQr(scaled.transpose());
    LinearSystem.requireSomething(name, qr);
    return new LinearConstraints(name, matrix, unit, qr);
  }

  /**
   * The shortest x that meets every constraint: {@code G'(G G')^+ d}.
   *
   * @param asked d, one value for each total
   * @throws MethodException if the totals contradict each other by more than 1e-9 of the largest term of one of them,
   *     if d has another length, or holds a value that is not finite
   */
  public double[] shortest(double[] asked) {
    return shortest(asked, new double[asked.length]);
  }

  /**
   * As {@link #shortest(double[])}, where x is a change to values that have totals already, so that what is asked may
   * be nothing but their rounding.
   *
   * @param size the size of each total, at least; a contradiction is judged against it
   */
  public double[] shortest(double[] asked, double[] size) {
    LinearSystem.requireRightHandSide(name, matrix.getRowDimension(), asked);
    double[] x = new double[matrix.getColumnDimension()];
    bringTo(asked, x);
    double[] got = matrix.operate(x);
    int worst = -1;
    double most = MET;
    for (int i = 0; i < asked.length; i++) {
      double largest = Math.max(Math.abs(asked[i]), Math.abs(size[i]));
      for (int j = 0; j < x.length; j++) {
        largest = Math.max(largest, Math.abs(matrix.getEntry(i, j) * x[j]));
      }
      if (Math.abs(got[i] - asked[i]) > most * largest) {
        most = Math.abs(got[i] - asked[i]) / largest;
        worst = i;
      }
    }
    if (worst >= 0) {
      throw new MethodException(name + " cannot be met", asked.length + " totals of rank " + rank()
          + " contradict each other: those met together give " + (float) got[worst] + " where total " + (worst + 1)
          + " asks for " + (float) asked[worst], "Make the totals agree with each other first");
    }
    return x;
  }

  /** The number of independent constraints. */
  public int rank() {
    return qr.rank();
  }

  /** Estimate of the condition of the constraints after scaling, at least 1. */
  public double condition() {
    return qr.condition();
  }

  /** The shortest x that meets the independent constraints, whether or not the others agree with them. */
  private double[] nearest(double[] asked) {
    double[] equations = LinearSystem.scaled(asked, unit);
    double[] pivoted = new double[rank()];
    for (int i = 0; i < pivoted.length; i++) {
      pivoted[i] = equations[qr.column(i)];
    }
    return qr.q(Arrays.copyOf(qr.solveUpperTransposed(pivoted), matrix.getColumnDimension()));
  }

  /**
   * Changes x by what it still lacks. A second and third step bring totals that are small beside others to their own
   * last digits, which one step meets to the digits of the largest.
   */
  void bringTo(double[] asked, double[] x) {
    for (int step = 0; step < 3; step++) {
      double[] missed = matrix.operate(x);
      for (int i = 0; i < missed.length; i++) {
        missed[i] = asked[i] - missed[i];
      }
      double[] change = nearest(missed);
      for (int j = 0; j < x.length; j++) {
        x[j] += change[j];
      }
    }
  }

  /** {@code L Z}: what a movement L (k x n) sees of the free changes, k x (n - rank). */
  RealMatrix free(RealMatrix movement) {
    int unknowns = movement.getColumnDimension();
    RealMatrix free = new Array2DRowRealMatrix(movement.getRowDimension(), unknowns - rank());
    for (int i = 0; i < movement.getRowDimension(); i++) {
      double[] row = qr.qTransposed(movement.getRow(i));
      free.setRow(i, Arrays.copyOfRange(row, rank(), unknowns));
    }
    return free;
  }

  /** {@code Z w}: the change of x by n - rank free values; it touches no total. */
  double[] change(double[] free) {
    double[] padded = new double[rank() + free.length];
    System.arraycopy(free, 0, padded, rank(), free.length);
    return qr.q(padded);
  }
}
