package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSystemTest {
  private static final int SEED = 1;

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1, 1e13, 1e-100, 1e100})
  void aSquareSystemInAnyUnitHasTheSameSolution(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 1; n <= 12; n++) {
      RealMatrix a = matrix(random, n, n);
      double[] x = matrix(random, 1, n).getRow(0);
      LinearSystem system = LinearSystem.square("The matrix", a.scalarMultiply(unit));
      double[] got = system.solve(times(a.operate(x), unit));
      assertThat(got).as("seed %d, n %d", SEED, n).containsExactly(x, within(1e-10 * system.condition()));
      assertThat(system.logDeterminant()).isCloseTo(
          LinearSystem.square("The matrix", a).logDeterminant() + n * Math.log(unit), within(1e-9));
    }
  }

  @Test
  void rowsAndColumnsInDifferentUnitsAreNotTakenForSingular() {
    RealMatrix a = MatrixUtils.createRealMatrix(new double[][] {{2e-20, 1e-4}, {1e-9, 3e7}});
    double[] x = LinearSystem.square("The matrix", a).solve(a.operate(new double[] {5e15, 7}));
    assertThat(x[0]).isCloseTo(5e15, within(5e3));
    assertThat(x[1]).isCloseTo(7, within(1e-11));
  }

  @Test
  void aSingularSystemIsRefusedWithItsRank() {
    RealMatrix a = MatrixUtils.createRealMatrix(new double[][] {{1, 2, 3}, {4, 5, 6}, {5, 7, 9}});
    for (double unit : new double[] {1e-13, 1, 1e13}) {
      assertThatThrownBy(() -> LinearSystem.square("The matrix of totals", a.scalarMultiply(unit)))
          .isInstanceOf(MethodException.class)
          .hasMessageContaining("The matrix of totals").hasMessageContaining("3 equations of rank 2");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-13, 1, 1e13})
  void aPositiveDefiniteSystemAgreesWithTheDeterminantAndTheSolution(double unit) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 1; n <= 12; n++) {
      RealMatrix root = matrix(random, n + 3, n);
      RealMatrix a = root.transpose().multiply(root).scalarMultiply(unit);
      double[] x = matrix(random, 1, n).getRow(0);
      LinearSystem system = LinearSystem.positiveDefinite("The covariance", a);
      assertThat(system.solve(a.operate(x))).as("seed %d, n %d", SEED, n)
          .containsExactly(x, within(1e-12 * system.condition() * 100));
      assertThat(system.logDeterminant())
          .isCloseTo(LinearSystem.square("The covariance", a).logDeterminant(), within(1e-8));
    }
  }

  @Test
  void aDeterminantBeyondTheRangeOfADoubleHasALogarithm() {
    RealMatrix a = MatrixUtils.createRealIdentityMatrix(400).scalarMultiply(1e-3);
    assertThat(LinearSystem.positiveDefinite("The covariance", a).logDeterminant())
        .isCloseTo(400 * Math.log(1e-3), within(1e-9));
  }

  @Test
  void whatIsNotPositiveDefiniteIsRefusedWithTheReason() {
    assertThatThrownBy(() -> positive(new double[][] {{1, 1}, {1, 1}}))
        .isInstanceOf(MethodException.class).hasMessageContaining("its rank is 1 of 2");
    assertThatThrownBy(() -> positive(new double[][] {{1, 2}, {2, 1}}))
        .isInstanceOf(MethodException.class).hasMessageContaining("zero or negative at row 2");
    assertThatThrownBy(() -> positive(new double[][] {{1, 0}, {0, 0}}))
        .isInstanceOf(MethodException.class).hasMessageContaining("row 2 is 0.0");
    assertThatThrownBy(() -> positive(new double[][] {{1, 0.5}, {0.4, 1}}))
        .isInstanceOf(MethodException.class).hasMessageContaining("not symmetric");
  }

  @Test
  void leastSquaresIsThePseudoInverseForEveryShapeAndRank() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(9);
      int columns = 1 + random.nextInt(9);
      int rank = 1 + random.nextInt(Math.min(rows, columns));
      RealMatrix a = matrix(random, rows, rank).multiply(matrix(random, rank, columns));
      double[] b = matrix(random, 1, rows).getRow(0);
      SingularValueDecomposition oracle = new SingularValueDecomposition(a);
      double[] expected = oracle.getSolver().solve(MatrixUtils.createRealVector(b)).toArray();
      if (oracle.getRank() != rank || oracle.getSingularValues()[rank - 1] < 1e-3) {
        continue;
      }
      for (double unit : new double[] {1e-13, 1, 1e13}) {
        LinearSystem system = LinearSystem.leastSquares("The equations", a.scalarMultiply(unit));
        assertThat(system.rank()).as("seed %d, round %d", SEED, round).isEqualTo(rank);
        assertThat(system.solve(times(b, unit))).as("seed %d, round %d", SEED, round)
            .containsExactly(expected, within(1e-7));
      }
    }
  }

  @Test
  void valuesThatAreNotFiniteAndShapesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> LinearSystem.square("The matrix", MatrixUtils.createRealMatrix(2, 3)))
        .isInstanceOf(MethodException.class).hasMessageContaining("it is 2 x 3");
    assertThatThrownBy(() -> positive(new double[][] {{1, 0}, {0, Double.NaN}}))
        .isInstanceOf(MethodException.class).hasMessageContaining("row 2, column 2 is NaN");
    LinearSystem system = LinearSystem.square("The matrix", MatrixUtils.createRealIdentityMatrix(2));
    assertThatThrownBy(() -> system.solve(new double[3]))
        .isInstanceOf(MethodException.class).hasMessageContaining("2 equations and the right-hand side has 3");
    assertThatThrownBy(() -> system.solve(new double[] {1, Double.POSITIVE_INFINITY}))
        .isInstanceOf(MethodException.class).hasMessageContaining("value 2 of the right-hand side is Infinity");
    assertThatThrownBy(() -> LinearSystem.leastSquares("The equations", MatrixUtils.createRealMatrix(2, 2)))
        .isInstanceOf(MethodException.class).hasMessageContaining("every coefficient is zero");
  }

  private static LinearSystem positive(double[][] values) {
    return LinearSystem.positiveDefinite("The covariance", MatrixUtils.createRealMatrix(values));
  }

  private static RealMatrix matrix(SplittableRandom random, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextDouble(-1, 1);
      }
    }
    return MatrixUtils.createRealMatrix(values);
  }

  private static double[] times(double[] values, double factor) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }
}
