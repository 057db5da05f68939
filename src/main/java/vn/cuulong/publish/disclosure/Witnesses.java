package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Shifts of the amounts that a reader has to think possible. Each was the best of a linear programme for one cell, and
 * most move many others as far as they have to be moved: those need no programme of their own. A shift stays possible
 * when more is withheld, and smaller ones of its direction are possible too.
 */
final class Witnesses {
  /** What a sum may move by rounding, as a part of the greatest move of any amount. */
  private static final double ROUNDING = 1e-9;

  private final List<double[]> shifts = new ArrayList<>();

  void add(double[] shift) {
    shifts.add(shift);
  }

  /**
   * True when some shift moves a sum far enough.
   *
   * @param sum coefficients over amounts
   * @param by how far; negative for downwards
   * @param held a sum that must not move, because whoever looks knows it, or null
   */
  boolean show(double[] sum, double by, double[] held) {
    for (double[] shift : shifts) {
      double moved = times(sum, shift);
      if ((by < 0 ? moved <= by : moved >= by) && (held == null || Math.abs(times(held, shift)) <= rounding(shift))) {
        return true;
      }
    }
    return false;
  }

  private static double rounding(double[] shift) {
    double greatest = 0;
    for (double one : shift) {
      greatest = Math.max(greatest, Math.abs(one));
    }
    return ROUNDING * greatest;
  }

  private static double times(double[] sum, double[] shift) {
    double moved = 0;
    for (int v = 0; v < sum.length; v++) {
      moved += sum[v] * shift[v];
    }
    return moved;
  }
}
