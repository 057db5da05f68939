package vn.cuulong.publish.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class SimplexTest {
  @Test
  void the_programme_of_a_textbook_has_its_known_best() {
    // Dantzig's: 3x + 5y where x <= 4, 2y <= 12, 3x + 2y <= 18 is greatest at (2, 6).
    double[] best = Simplex.greatest(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}},
        new double[] {4, 12, 18}).orElseThrow();
    assertThat(best).containsExactly(new double[] {2, 6}, within(1e-9));
  }

  @Test
  void what_nothing_holds_has_no_best() {
    assertThat(Simplex.greatest(new double[] {1, 1}, new double[][] {{1, -1}}, new double[] {3})).isEmpty();
  }

  @Test
  void where_many_limits_meet_in_one_corner_it_does_not_go_in_circles() {
    // Beale's example of 1955, on which the rule of the steepest column circles forever.
    double[] goal = {0.75, -150, 0.02, -6};
    double[] best = Simplex.greatest(goal, new double[][] {{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}},
        new double[] {0, 0, 1}).orElseThrow();
    assertThat(value(goal, best)).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void random_programmes_have_the_best_that_another_solver_finds_from_the_same_beginning() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int columns = random.nextInt(2, 9);
      double[] goal = random.doubles(columns, -1, 3).toArray();
      double[][] rows = new double[random.nextInt(2, 12)][];
      double[] limits = new double[rows.length];
      List<LinearConstraint> constraints = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        // The first row holds every column, so that there is an end.
        rows[i] = random.doubles(columns, i == 0 ? 0.1 : -1, 1).toArray();
        limits[i] = random.nextInt(4) == 0 && i > 0 ? 0 : random.nextDouble() * 100;
        constraints.add(new LinearConstraint(rows[i], Relationship.LEQ, limits[i]));
      }
      double other = new SimplexSolver().optimize(new MaxIter(10_000), new LinearObjectiveFunction(goal, 0),
          new LinearConstraintSet(constraints), GoalType.MAXIMIZE, new NonNegativeConstraint(true)).getValue();
      double[] best = Simplex.greatest(goal, rows, limits).orElseThrow();
      assertThat(value(goal, best)).as("seed " + seed).isCloseTo(other, within(1e-6));
    }
  }

  private static double value(double[] goal, double[] at) {
    return IntStream.range(0, goal.length).mapToDouble(i -> goal[i] * at[i]).sum();
  }
}
