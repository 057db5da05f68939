package vn.cuulong.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class LinearConstraintsTest {
  private static final int SEED = 1;

  @Test
  void redundantEquationsAreMetAndContradictoryOnesRefused() {
    RealMatrix margins = MatrixUtils.createRealMatrix(
        new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}, {1, 0, 1, 0}, {0, 1, 0, 1}});
    LinearConstraints totals = LinearConstraints.of("The margins", margins);
    assertThat(totals.rank()).isEqualTo(3);
    assertThat(totals.shortest(new double[] {4, 6, 3, 7})).containsExactly(
        new double[] {1, 3, 2, 4}, within(1e-12));
    assertThatThrownBy(() -> totals.shortest(new double[] {4, 6, 3, 8}))
        .isInstanceOf(MethodException.class).hasMessageContaining(
            "4 totals of rank 3 contradict each other: those met together give 2.0 where total 3 asks for 3.0");
  }

  @Test
  void constraintsInDifferentUnitsAreAllMetByTheShortestSolution() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 100; round++) {
      RealMatrix a = matrix(random, 4, 9);
      a.setRowVector(3, a.getRowVector(0).subtract(a.getRowVector(2)));
      double[] b = a.operate(matrix(random, 1, 9).getRow(0));
      double[] expected = new SingularValueDecomposition(a).getSolver()
          .solve(MatrixUtils.createRealVector(b)).toArray();
      double[] units = {1e-13, 1, 1e13, 1e5};
      RealMatrix inUnits = MatrixUtils.createRealDiagonalMatrix(units).multiply(a);
      LinearConstraints totals = LinearConstraints.of("The totals", inUnits);
      assertThat(totals.rank()).as("seed %d, round %d", SEED, round).isEqualTo(3);
      double[] x = totals.shortest(inUnits.operate(expected));
      assertThat(x).as("seed %d, round %d", SEED, round).containsExactly(expected, within(1e-9));
    }
  }

  @Test
  void aContradictionThatIsRoundingOfTheTotalsIsNone() {
    LinearConstraints twice = LinearConstraints.of("The totals", MatrixUtils.createRealMatrix(
        new double[][] {{1, 1}, {1, 1}}));
    assertThat(twice.shortest(new double[] {0, 1e-12}, new double[] {500, 500}))
        .containsExactly(new double[] {0, 0}, within(1e-12));
    assertThatThrownBy(() -> twice.shortest(new double[] {0, 1e-12})).isInstanceOf(MethodException.class);
  }

  @Test
  void whatIsZeroOrNotFiniteIsRefused() {
    assertThatThrownBy(() -> LinearConstraints.of("The totals", MatrixUtils.createRealMatrix(2, 3)))
        .isInstanceOf(MethodException.class).hasMessageContaining("every coefficient is zero");
    LinearConstraints totals = LinearConstraints.of("The totals", MatrixUtils.createRealMatrix(
        new double[][] {{1, 1, 1}}));
    assertThatThrownBy(() -> totals.shortest(new double[] {Double.NaN}))
        .isInstanceOf(MethodException.class).hasMessageContaining("value 1 of the right-hand side is NaN");
    assertThatThrownBy(() -> totals.shortest(new double[2]))
        .isInstanceOf(MethodException.class).hasMessageContaining("1 equations and the right-hand side has 2");
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
}
