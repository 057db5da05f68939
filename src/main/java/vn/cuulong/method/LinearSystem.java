package vn.cuulong.method;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One small dense system of linear equations, factored once and solved for as many right-hand sides as wanted.
 *
 * <p>commons-math 3.6.1 judges singularity by absolute limits (1e-11 for a pivot of LU, 1e-10 for one of Cholesky), so
 * the same equations in dong and in trillions of dong may pass or fail. Here rows and columns are first scaled by
 * powers of two, which rounds nothing, and a pivot is judged against the largest. The unit of the data therefore
 * changes the unit of the answer and nothing else.
 */
public final class LinearSystem {
  private static final double CONSISTENT = 1e-9;

  private final String name;
  private final RealMatrix matrix;
  private final int rank;
  private final double condition;
  private final double logDeterminant;
  private final UnaryOperator<double[]> solver;

  private LinearSystem(String name, RealMatrix matrix, int rank, double condition, double logDeterminant,
      UnaryOperator<double[]> solver) {
    this.name = name;
    this.matrix = matrix;
    this.rank = rank;
    this.condition = condition;
    this.logDeterminant = logDeterminant;
    this.solver = solver;
  }

  /**
   * {@code A x = b} with as many equations as unknowns, by LU with partial pivoting.
   *
   * @param name what the matrix is, for the message of a refusal
   * @param a n x n
   * @throws MethodException if the matrix is not square, not finite, or of a rank below n
   */
  public static LinearSystem square(String name, RealMatrix a) {
    int n = requireSquare(name, a);
    int[] row = new int[n];
    int[] column = new int[n];
    RealMatrix scaled = a.copy();
    for (int i = 0; i < n; i++) {
      row[i] = exponent(scaled.getRow(i));
      scaleRow(scaled, i, -row[i]);
    }
    for (int j = 0; j < n; j++) {
      column[j] = exponent(scaled.getColumn(j));
      scaleColumn(scaled, j, -column[j]);
    }
    LUDecomposition lu = new LUDecomposition(scaled, 4.0 * n * Math.ulp(1.0));
    if (!lu.getSolver().isNonSingular()) {
      throw singular(name, n, new PivotedQr(scaled).rank());
    }
    RealMatrix upper = lu.getU();
    double[] pivots = diagonal(upper);
    double logDeterminant = sumOfLogs(pivots) + Math.log(2) * (sum(row) + sum(column));
    return new LinearSystem(name, a, n, spread(pivots), logDeterminant,
        b -> scaled(lu.getSolver().solve(vector(scaled(b, row))).getColumn(0), column));
  }

  /**
   * {@code A x = b} with A symmetric and positive definite, by Cholesky on the matrix scaled to a unit diagonal.
   *
   * <p>A matrix that is symmetric but for rounding (1e-9 of its diagonal) is made symmetric first.
   *
   * @param name what the matrix is, for the message of a refusal
   * @param a n x n
   * @throws MethodException if the matrix is not square, not finite, not symmetric or not positive definite
   */
  public static LinearSystem positiveDefinite(String name, RealMatrix a) {
    int n = requireSquare(name, a);
    int[] scale = new int[n];
    for (int i = 0; i < n; i++) {
      if (!(a.getEntry(i, i) > 0)) {
        throw notPositive(name, "the entry on the diagonal of row " + (i + 1) + " is " + a.getEntry(i, i));
      }
      scale[i] = Math.floorDiv(Math.getExponent(a.getEntry(i, i)), 2);
    }
    RealMatrix scaled = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double below = Math.scalb(a.getEntry(i, j), -scale[i] - scale[j]);
        double above = Math.scalb(a.getEntry(j, i), -scale[i] - scale[j]);
        if (Math.abs(below - above) > CONSISTENT) {
          throw new MethodException(name + " cannot be factored", "it is not symmetric: row " + (i + 1) + ", column "
              + (j + 1) + " is " + a.getEntry(i, j) + " and its mirror is " + a.getEntry(j, i),
              "Give a symmetric matrix, such as a covariance");
        }
        scaled.setEntry(i, j, (below + above) / 2);
        scaled.setEntry(j, i, (below + above) / 2);
      }
    }
    CholeskyDecomposition cholesky = cholesky(name, scaled);
    double[] pivots = diagonal(cholesky.getL());
    double root = spread(pivots);
    return new LinearSystem(name, a, n, root * root, 2 * (sumOfLogs(pivots) + Math.log(2) * sum(scale)),
        b -> scaled(cholesky.getSolver().solve(vector(scaled(b, scale))).getColumn(0), scale));
  }

  /**
   * The shortest {@code x} among those with the smallest {@code |A x - b|}, whatever the shape and the rank of A: the
   * pseudo-inverse solution, by pivoted QR (complete orthogonal factorisation, Golub and Van Loan section 5.5.2).
   *
   * <p>The rank is judged after scaling the columns, so the units of the unknowns do not matter to it.
   *
   * @param name what the matrix is, for the message of a refusal
   * @param a m x n
   * @throws MethodException if the matrix is empty, not finite or zero
   */
  public static LinearSystem leastSquares(String name, RealMatrix a) {
    requireFinite(name, a);
    int n = a.getColumnDimension();
    int[] column = new int[n];
    RealMatrix scaled = a.copy();
    for (int j = 0; j < n; j++) {
      column[j] = exponent(scaled.getColumn(j));
      scaleColumn(scaled, j, -column[j]);
    }
    PivotedQr qr = new PivotedQr(scaled);
    int rank = qr.rank();
    requireSomething(name, qr);
    UnaryOperator<double[]> solver = rank == n
        ? b -> scaled(qr.leastSquares(b), column) : shortest(qr, rank, n, column);
    return new LinearSystem(name, a, rank, qr.condition(), Double.NaN, solver);
  }

  /**
   * The solution for one right-hand side.
   *
   * @param b one value an equation, in the unit of A times x
   * @throws MethodException if b has another length or holds a value that is not finite
   */
  public double[] solve(double[] b) {
    requireRightHandSide(name, matrix.getRowDimension(), b);
    return solver.apply(b);
  }

  /** The solutions for the columns of a matrix of right-hand sides, side by side. */
  public RealMatrix solve(RealMatrix b) {
    RealMatrix x = new Array2DRowRealMatrix(matrix.getColumnDimension(), b.getColumnDimension());
    for (int j = 0; j < b.getColumnDimension(); j++) {
      x.setColumn(j, solve(b.getColumn(j)));
    }
    return x;
  }

  /** The number of independent equations. */
  public int rank() {
    return rank;
  }

  /** The ratio of the largest to the smallest pivot after scaling: an estimate of the condition, at least 1. */
  public double condition() {
    return condition;
  }

  /** The logarithm of the absolute determinant; never overflows. Not a number where there is none. */
  public double logDeterminant() {
    return logDeterminant;
  }

  private static UnaryOperator<double[]> shortest(PivotedQr qr, int rank, int n, int[] column) {
    // The first rows of R, back in the order and the unit of the unknowns, are independent equations.
    RealMatrix transposed = new Array2DRowRealMatrix(n, rank);
    int[] row = new int[rank];
    for (int i = 0; i < rank; i++) {
      for (int k = i; k < n; k++) {
        transposed.setEntry(qr.column(k), i, Math.scalb(qr.r(i, k), column[qr.column(k)]));
      }
      row[i] = exponent(transposed.getColumn(i));
      scaleColumn(transposed, i, -row[i]);
    }
    PivotedQr rows = new PivotedQr(transposed);
    return b -> {
      double[] c = scaled(Arrays.copyOf(qr.qTransposed(b), rank), row);
      double[] pivoted = new double[rank];
      for (int i = 0; i < rank; i++) {
        pivoted[i] = c[rows.column(i)];
      }
      return rows.q(Arrays.copyOf(rows.solveUpperTransposed(pivoted), n));
    };
  }

  private static CholeskyDecomposition cholesky(String name, RealMatrix scaled) {
    int n = scaled.getRowDimension();
    try {
      return new CholeskyDecomposition(scaled, 1e-15, 4.0 * n * Math.ulp(1.0));
    } catch (NonPositiveDefiniteMatrixException e) {
      int rank = new PivotedQr(scaled).rank();
      throw notPositive(name, rank < n ? "its rank is " + rank + " of " + n
          : "a pivot is zero or negative at row " + (e.getRow() + 1));
    }
  }

  private static int requireSquare(String name, RealMatrix a) {
    requireFinite(name, a);
    if (!a.isSquare()) {
      throw new MethodException(name + " cannot be solved", "it is " + a.getRowDimension() + " x "
          + a.getColumnDimension(), "Give as many equations as unknowns");
    }
    return a.getRowDimension();
  }

  static void requireFinite(String name, RealMatrix a) {
    for (int i = 0; i < a.getRowDimension(); i++) {
      for (int j = 0; j < a.getColumnDimension(); j++) {
        if (!Double.isFinite(a.getEntry(i, j))) {
          throw new MethodException(name + " cannot be solved", "row " + (i + 1) + ", column " + (j + 1) + " is "
              + a.getEntry(i, j), "Give finite values only");
        }
      }
    }
  }

  static void requireRightHandSide(String name, int equations, double[] b) {
    if (b.length != equations) {
      throw new MethodException(name + " cannot be solved", "there are " + equations
          + " equations and the right-hand side has " + b.length, "Give one value an equation");
    }
    for (int i = 0; i < b.length; i++) {
      if (!Double.isFinite(b[i])) {
        throw new MethodException(name + " cannot be solved", "value " + (i + 1) + " of the right-hand side is " + b[i],
            "Give finite values only");
      }
    }
  }

  static void requireSomething(String name, PivotedQr qr) {
    if (qr.rank() == 0) {
      throw new MethodException(name + " cannot be met", "every coefficient is zero: nothing may change",
          "Give an indicator, or weights, that are not all zero");
    }
  }

  private static MethodException singular(String name, int n, int rank) {
    return new MethodException(name + " cannot be solved", "it is singular: " + n + " equations of rank "
        + Math.min(rank, n - 1), "Remove equations or unknowns that repeat others");
  }

  private static MethodException notPositive(String name, String reason) {
    return new MethodException(name + " cannot be factored", "it is not positive definite: " + reason,
        "Remove what repeats or is fixed, or give it a variance above zero");
  }

  /** The power of two of the largest absolute value; 0 for zeros. */
  static int exponent(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return most == 0 ? 0 : Math.getExponent(most);
  }

  static void scaleRow(RealMatrix matrix, int row, int exponent) {
    for (int j = 0; j < matrix.getColumnDimension(); j++) {
      matrix.setEntry(row, j, Math.scalb(matrix.getEntry(row, j), exponent));
    }
  }

  private static void scaleColumn(RealMatrix matrix, int column, int exponent) {
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      matrix.setEntry(i, column, Math.scalb(matrix.getEntry(i, column), exponent));
    }
  }

  /** Each value divided by two to its exponent. */
  static double[] scaled(double[] values, int[] exponents) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = Math.scalb(values[i], -exponents[i]);
    }
    return result;
  }

  private static RealMatrix vector(double[] values) {
    return new Array2DRowRealMatrix(values);
  }

  private static double[] diagonal(RealMatrix matrix) {
    double[] result = new double[matrix.getRowDimension()];
    for (int i = 0; i < result.length; i++) {
      result[i] = matrix.getEntry(i, i);
    }
    return result;
  }

  private static double sumOfLogs(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.log(Math.abs(value));
    }
    return sum;
  }

  private static double spread(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double value : values) {
      least = Math.min(least, Math.abs(value));
      most = Math.max(most, Math.abs(value));
    }
    return most / least;
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
