package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The smallest weighted squares of the moves of cells and totals, with every cell between 0 and its upper limit.
 *
 * <p>Each total pulls its cells with one multiplier; a cell goes where its pulls take it, or to the limit on the way:
 * {@code theta = clip(x + Ve G' mu)}. The multipliers are found by Newton's method on the concave dual, whose gradient
 * is what the totals still miss, {@code g - G theta - Vg mu}. The first step is the unlimited formula itself, so where
 * no limit binds it is also the last but for rounding. All sums are taken in the order of the totals or are stable.
 */
final class BoundedLeastSquares {
  private static final int MOST_STEPS = 200;
  private static final int HALVINGS = 50;
  private static final double ENOUGH = 1e-14;
  /** Weight left in the curvature to a cell at a limit: it may have to come back when a total has no other cell. */
  private static final double AT_LIMIT = 1e-6;

  private final double[] cells;
  private final double[] variances;
  private final double[] upper;
  private final List<Raking.Total> totals;
  private double[] multipliers;

  BoundedLeastSquares(double[] cells, double[] variances, double[] upper, List<Raking.Total> totals) {
    this.cells = cells;
    this.variances = variances;
    this.upper = upper;
    this.totals = totals;
    this.multipliers = new double[totals.size()];
  }

  /** Moves the cells as far as they will go towards their totals; the caller judges whether that is far enough. */
  double[] solve() {
    double[] gap = gap(multipliers);
    double missed = missed(gap);
    for (int step = 0; step < MOST_STEPS && missed > ENOUGH; step++) {
      double[] direction = direction(gap);
      double length = length(direction, StableSum.ofProducts(direction, gap));
      double[] next = along(direction, length);
      double[] nextGap = gap(next);
      double nextMissed = missed(nextGap);
      if (length == 0 || nextMissed >= missed && missed <= Raking.TOLERANCE / 10) {
        return placed(multipliers);
      }
      multipliers = next;
      gap = nextGap;
      missed = nextMissed;
    }
    return placed(multipliers);
  }

  /** Where each cell would go without limits, at the multipliers found. */
  double[] wanted() {
    return wanted(multipliers);
  }

  /** The step after which the slope along the direction is no longer upwards: all of it, or found by halving. */
  private double length(double[] direction, double slope) {
    if (!(slope > 0)) {
      return 0;
    }
    if (slope(direction, 1) >= -1e-6 * slope) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(direction, middle) >= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double slope(double[] direction, double length) {
    return StableSum.ofProducts(direction, gap(along(direction, length)));
  }

  private double[] along(double[] direction, double length) {
    double[] next = new double[multipliers.length];
    Arrays.setAll(next, i -> multipliers[i] + length * direction[i]);
    return next;
  }

  private double[] wanted(double[] mu) {
    double[] pull = new double[cells.length];
    for (int total = 0; total < mu.length; total++) {
      for (int cell : totals.get(total).cells()) {
        pull[cell] += mu[total];
      }
    }
    Arrays.setAll(pull, cell -> variances[cell] == 0 ? cells[cell] : cells[cell] + variances[cell] * pull[cell]);
    return pull;
  }

  private double[] placed(double[] mu) {
    double[] placed = wanted(mu);
    Arrays.setAll(placed, cell -> Math.max(0, Math.min(upper[cell], placed[cell])));
    return placed;
  }

  private double[] gap(double[] mu) {
    double[] placed = placed(mu);
    double[] gap = new double[mu.length];
    Arrays.setAll(gap, i -> totals.get(i).value() - sum(totals.get(i), placed) - totals.get(i).variance() * mu[i]);
    return gap;
  }

  private double missed(double[] gap) {
    double missed = 0;
    for (int i = 0; i < gap.length; i++) {
      missed = Math.max(missed, gap[i] == 0 ? 0 : Math.abs(gap[i]) / size(totals.get(i)));
    }
    return missed;
  }

  /** What the gap of a total is measured against: the total, or its cells as they were where that is more. */
  double size(Raking.Total total) {
    return Math.max(Math.abs(total.value()), sum(total, cells));
  }

  private static double sum(Raking.Total total, double[] values) {
    return StableSum.of(Arrays.stream(total.cells()).mapToDouble(cell -> values[cell]).toArray());
  }

  /** Newton's direction, in a system scaled by powers of two to a unit diagonal so that no unit matters. */
  private double[] direction(double[] gap) {
    double[][] curvature = curvature();
    int count = totals.size();
    int[] scale = new int[count];
    Arrays.setAll(scale, i -> curvature[i][i] == 0 ? 0 : Math.floorDiv(Math.getExponent(curvature[i][i]), 2));
    double[] scaledGap = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        curvature[i][j] = Math.scalb(curvature[i][j], -scale[i] - scale[j]);
      }
      scaledGap[i] = Math.scalb(gap[i], -scale[i]);
    }
    RealMatrix system = new Array2DRowRealMatrix(curvature, false);
    double[] direction = new double[count];
    if (system.getNorm() > 0) {
      double[] solved = LinearSystem.leastSquares("The totals of the raking", system).solve(scaledGap);
      Arrays.setAll(direction, i -> Math.scalb(solved[i], -scale[i]));
    }
    return direction;
  }

  private double[][] curvature() {
    double[] weights = wanted(multipliers);
    Arrays.setAll(weights, cell -> variances[cell]
        * (weights[cell] < 0 || weights[cell] > upper[cell] ? AT_LIMIT : 1));
    int count = totals.size();
    double[][] curvature = new double[count][count];
    boolean[] inTotal = new boolean[cells.length];
    for (int i = 0; i < count; i++) {
      for (int cell : totals.get(i).cells()) {
        inTotal[cell] = true;
      }
      for (int j = i; j < count; j++) {
        curvature[i][j] = StableSum.of(Arrays.stream(totals.get(j).cells()).filter(cell -> inTotal[cell])
            .mapToDouble(cell -> weights[cell]).toArray());
        curvature[j][i] = curvature[i][j];
      }
      Arrays.fill(inTotal, false);
      curvature[i][i] += totals.get(i).variance();
    }
    return curvature;
  }
}
