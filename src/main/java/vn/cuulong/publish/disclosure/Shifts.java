package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shifts of unknown amounts that leave some sums as they are: all unknowns as linear forms over those few that can
 * be chosen freely. Found by elimination, so that the linear programmes that follow hold no equations.
 */
final class Shifts {
  private static final double ZERO = 1e-9;

  private final double[][] forms;

  private Shifts(double[][] forms) {
    this.forms = forms;
  }

  /**
   * The shifts of some unknowns.
   *
   * @param unknowns how many there are
   * @param held sums whose shift is zero, one coefficient an unknown
   */
  static Shifts of(int unknowns, List<double[]> held) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    for (double[] sum : held) {
      double[] row = sum.clone();
      for (int i = 0; i < rows.size(); i++) {
        subtract(row, rows.get(i), row[pivots.get(i)]);
      }
      int pivot = greatest(row);
      if (Math.abs(row[pivot]) > ZERO) {
        double by = row[pivot];
        for (int v = 0; v < unknowns; v++) {
          row[v] /= by;
        }
        for (double[] earlier : rows) {
          subtract(earlier, row, earlier[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
      }
    }
    return new Shifts(forms(unknowns, rows, pivots));
  }

  private static double[][] forms(int unknowns, List<double[]> rows, List<Integer> pivots) {
    int[] chosen = java.util.stream.IntStream.range(0, unknowns).filter(v -> !pivots.contains(v)).toArray();
    double[][] forms = new double[unknowns][chosen.length];
    for (int j = 0; j < chosen.length; j++) {
      forms[chosen[j]][j] = 1;
      for (int i = 0; i < rows.size(); i++) {
        forms[pivots.get(i)][j] = -rows.get(i)[chosen[j]];
      }
    }
    return forms;
  }

  private static void subtract(double[] row, double[] other, double times) {
    for (int v = 0; v < row.length; v++) {
      row[v] -= times * other[v];
      row[v] = Math.abs(row[v]) < ZERO ? 0 : row[v];
    }
  }

  private static int greatest(double[] row) {
    int greatest = 0;
    for (int v = 1; v < row.length; v++) {
      greatest = Math.abs(row[v]) > Math.abs(row[greatest]) ? v : greatest;
    }
    return greatest;
  }

  /** Those among them that leave one more sum as it is. */
  Shifts holding(double[] sum) {
    double[] held = of(sum);
    if (held.length == 0 || Math.abs(held[greatest(held)]) <= ZERO) {
      return this;
    }
    int gone = greatest(held);
    double[][] fewer = new double[forms.length][held.length - 1];
    for (int v = 0; v < forms.length; v++) {
      double times = forms[v][gone] / held[gone];
      for (int j = 0; j < held.length; j++) {
        if (j != gone) {
          double form = forms[v][j] - times * held[j];
          fewer[v][j < gone ? j : j - 1] = Math.abs(form) < ZERO ? 0 : form;
        }
      }
    }
    return new Shifts(fewer);
  }

  /** How many shifts can be chosen. */
  int width() {
    return forms.length == 0 ? 0 : forms[0].length;
  }

  /** The shift of one unknown, over the chosen ones. */
  double[] of(int unknown) {
    return forms[unknown];
  }

  /** The shift of a sum, over the chosen ones. */
  double[] of(double[] sum) {
    double[] form = new double[width()];
    for (int v = 0; v < sum.length; v++) {
      for (int j = 0; j < form.length; j++) {
        form[j] += sum[v] * forms[v][j];
      }
    }
    return Arrays.stream(form).map(a -> Math.abs(a) < ZERO ? 0 : a).toArray();
  }
}
