package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The Leontief inverse {@code L = (I - A)^-1} of a matrix of input coefficients: the output of each industry (row)
 * that one unit of final demand for an industry (column) needs, directly and through all suppliers.
 *
 * <p>Source: R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd edition, Cambridge University Press 2009, chapter 2.
 */
public final class Leontief {
  /** How much below 0 an entry of the inverse may be by rounding. */
  private static final double ROUNDING = 1e-12;

  private Leontief() {
  }

  /**
   * Input coefficients {@code A = Z diag(x)^-1}: what each industry (column) buys from each (row) per unit of output.
   *
   * @param flows Z, n x n, not negative
   * @param output x, n, above 0, in the unit of the flows
   */
  public static double[][] coefficients(double[][] flows, double[] output) {
    double[][] coefficients = new double[flows.length][output.length];
    for (int i = 0; i < flows.length; i++) {
      for (int j = 0; j < output.length; j++) {
        coefficients[i][j] = flows[i][j] / output[j];
      }
    }
    return coefficients;
  }

  /**
   * The inverse.
   *
   * @param coefficients A, n x n, not negative
   * @param industries n names, for messages
   * @throws MethodException when {@code I - A} is singular, or its inverse has an entry below 0. For coefficients
   *     that are not negative, an inverse that is not negative is the same as a spectral radius of A below 1.
   */
  public static double[][] inverse(double[][] coefficients, List<String> industries) {
    int n = coefficients.length;
    RealMatrix system = MatrixUtils.createRealIdentityMatrix(n)
        .subtract(new Array2DRowRealMatrix(coefficients, false));
    RealMatrix inverse = LinearSystem.square("The Leontief inverse", system)
        .solve(MatrixUtils.createRealIdentityMatrix(n));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (inverse.getEntry(i, j) < -ROUNDING) {
          throw new MethodException("The Leontief inverse has no meaning", "final demand for " + industries.get(j)
              + " would need the output " + inverse.getEntry(i, j) + " of " + industries.get(i)
              + ": industries use more than they make, the spectral radius of the coefficients is not below 1",
              "Look for columns whose inputs exceed their output, and for flows in another unit than output.");
        }
      }
    }
    return inverse.getData();
  }

  /**
   * Where value added ends: {@code M = diag(v) L diag(f)}, the value added of industry i (row) embodied in final
   * demand for industry j (column). Rows add to the value added of the industry; columns add to final demand only
   * when imports and taxes are part of value added.
   *
   * @param valueAddedShare v, value added per unit of output, n
   * @param inverse L, n x n
   * @param finalDemand f for domestic output, exports included, n
   */
  public static double[][] valueAddedContent(double[] valueAddedShare, double[][] inverse, double[] finalDemand) {
    double[][] content = new double[inverse.length][inverse.length];
    for (int i = 0; i < inverse.length; i++) {
      for (int j = 0; j < inverse.length; j++) {
        content[i][j] = valueAddedShare[i] * inverse[i][j] * finalDemand[j];
      }
    }
    return content;
  }

  /** {@code A x}: one stable sum a row. */
  static double[] times(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> StableSum.ofProducts(row, vector)).toArray();
  }
}
