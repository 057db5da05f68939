package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Shifts of the amounts that a reader has to think possible. Each was the best of a linear programme for one cell, and
 * most move many others as far as they have to be moved: those need no programme of their own. A shift stays possible
 * when more is withheld.
 */
final class Witnesses {
  /** What a cell may move by rounding, as a part of the greatest move of any amount. */
  private static final double ROUNDING = 1e-9;
  /** Nobody. */
  static final int ANYBODY = -1;

  private final List<double[]> sums;
  /** How far each shift moves each cell. */
  private final List<double[]> moves = new ArrayList<>();

  /**
   * None yet.
   *
   * @param sums the cells, as coefficients over amounts
   */
  Witnesses(List<double[]> sums) {
    this.sums = sums;
  }

  /** Takes in a shift of the amounts. */
  void add(double[] shift) {
    double greatest = 0;
    for (double one : shift) {
      greatest = Math.max(greatest, Math.abs(one));
    }
    double[] moved = new double[sums.size()];
    for (int cell = 0; cell < moved.length; cell++) {
      double[] sum = sums.get(cell);
      for (int v = 0; v < shift.length; v++) {
        moved[cell] += sum[v] * shift[v];
      }
      moved[cell] = Math.abs(moved[cell]) <= ROUNDING * greatest ? 0 : moved[cell];
    }
    moves.add(moved);
  }

  /**
   * True when some shift moves a cell far enough.
   *
   * @param by how far; negative for downwards
   * @param insider a cell that must not move, because whoever looks knows it, or {@link #ANYBODY}
   */
  boolean show(int cell, double by, int insider) {
    for (double[] moved : moves) {
      if ((by < 0 ? moved[cell] <= by : moved[cell] >= by) && (insider == ANYBODY || moved[insider] == 0)) {
        return true;
      }
    }
    return false;
  }
}
