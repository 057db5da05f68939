package vn.cuulong.method;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Finds the rho with the greatest score between two ends.
 *
 * <p>The profile of a short series often has two tops, or its top at an end. Brent's method alone stops on whichever
 * top lies in its way and, as commons-math has it, never looks at the ends themselves. So a fixed grid, denser towards
 * -1 and 1 where the profile bends, finds the highest hill; Brent climbs it; and the ends compete with the result.
 */
final class RegressionRhoSearch {
  private static final int CELLS = 80;
  private static final int MOST_EVALUATIONS = 200;
  /** A top this near to an end is the end: there the score cannot tell them apart. */
  private static final double NEAR = 1e-6;

  private RegressionRhoSearch() {
  }

  /** The best rho of [low, high], both inside (-1, 1); of two alike the lower. */
  static double best(double low, double high, DoubleUnaryOperator score) {
    double[] grid = grid(low, high);
    int top = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < grid.length; i++) {
      double here = score.applyAsDouble(grid[i]);
      if (here > highest) {
        highest = here;
        top = i;
      }
    }
    double climbed = climb(grid[Math.max(0, top - 1)], grid[Math.min(CELLS, top + 1)], grid[top], score);
    if (climbed - low < NEAR) {
      climbed = low;
    } else if (high - climbed < NEAR) {
      climbed = high;
    }
    return score.applyAsDouble(climbed) > highest ? climbed : grid[top];
  }

  private static double climb(double low, double high, double from, DoubleUnaryOperator score) {
    return new BrentOptimizer(1e-12, 1e-14).optimize(new MaxEval(MOST_EVALUATIONS), GoalType.MAXIMIZE,
        new UnivariateObjectiveFunction(score::applyAsDouble), new SearchInterval(low, high, from)).getPoint();
  }

  /** Even steps of the inverse hyperbolic tangent, Fisher's scale of a correlation; the ends exactly. */
  private static double[] grid(double low, double high) {
    double first = fisher(low);
    double last = fisher(high);
    double[] grid = new double[CELLS + 1];
    for (int i = 1; i < CELLS; i++) {
      grid[i] = Math.tanh(first + (last - first) * i / CELLS);
    }
    grid[0] = low;
    grid[CELLS] = high;
    return grid;
  }

  private static double fisher(double rho) {
    return (Math.log1p(rho) - Math.log1p(-rho)) / 2;
  }
}
