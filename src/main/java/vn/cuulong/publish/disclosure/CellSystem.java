package vn.cuulong.publish.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cells as linear sums of unknown amounts that are never negative. Everything is said in shifts from the true amounts:
 * a reader who knows a cell knows that the shift of its sum is zero.
 */
final class CellSystem {
  /** Nobody needs an amount to fall by more than this many times the shift in question; it keeps numbers tame. */
  private static final double ENOUGH = 1e4;
  private static final double NOTHING = 1e-6;
  private static final double MORE_THAN_ALL = 100;

  /** How far a sum can be shifted downwards and upwards, both as distances; infinite where nothing holds it. */
  record Room(double down, double up) {
    static final Room NONE = new Room(0, 0);
  }

  /** What somebody knows, and what that leaves open. */
  private record Question(double[] amounts, BitSet known, List<double[]> given, Shifts shifts) {}

  private final List<double[]> sums;
  private final int unknowns;
  private Question last;

  /**
   * A system.
   *
   * @param sums one row a cell, one coefficient, never negative, an unknown
   */
  CellSystem(List<double[]> sums) {
    this.sums = sums;
    this.unknowns = sums.isEmpty() ? 0 : sums.get(0).length;
  }

  int size() {
    return sums.size();
  }

  /** A place for shifts of these cells. */
  Witnesses witnesses() {
    return new Witnesses(sums);
  }

  /** The sum of a cell. */
  double[] sum(int cell) {
    return sums.get(cell);
  }

  /** True when two cells share an unknown. */
  boolean overlap(int one, int other) {
    for (int v = 0; v < unknowns; v++) {
      if (sums.get(one)[v] != 0 && sums.get(other)[v] != 0) {
        return true;
      }
    }
    return false;
  }

  /** The value of a cell. */
  double value(int cell, double[] amounts) {
    double value = 0;
    for (int v = 0; v < unknowns; v++) {
      value += Double.isNaN(amounts[v]) ? 0 : sums.get(cell)[v] * amounts[v];
    }
    return value;
  }

  /**
   * How far the value of a cell can be from the true one, for all that somebody knows.
   *
   * @param amounts the true amounts; NaN where there is none, which is known
   * @param known the cells whose values are known
   * @param given further sums whose values are known
   * @param own a cell that whoever looks knows besides, or {@link Witnesses#ANYBODY}
   * @param scale distances of this size matter
   * @param seen gets the shifts that go farthest, downwards and upwards
   */
  Room room(int target, double[] amounts, BitSet known, List<double[]> given, int own, double scale, Witnesses seen) {
    Shifts all = remembered(amounts, known, given);
    Shifts shifts = own == Witnesses.ANYBODY ? all : all.holding(sums.get(own));
    double[] goal = shifts.of(sums.get(target));
    if (Arrays.stream(goal).allMatch(a -> a == 0)) {
      return Room.NONE;
    }
    Programme bounds = new Programme(2 * shifts.width());
    addBounds(bounds, shifts, amounts, scale);
    return new Room(scale * best(negative(goal), bounds, shifts, scale, seen),
        scale * best(goal, bounds, shifts, scale, seen));
  }

  /**
   * The cells that have to be withheld too, so that a withheld one can be shifted; those of least weight, as far as a
   * linear programme finds them: it makes the sum of weighted shifts of published cells as small as it can.
   *
   * @param shift by how much; negative for downwards
   * @param given sums that are known anyway
   * @param withheld cells that are withheld already and cost nothing
   * @param weights what it costs to withhold each cell
   * @return empty when no cells do
   */
  Optional<BitSet> cheapest(int target, double[] amounts, double shift, List<double[]> given, BitSet withheld,
      double[] weights) {
    Shifts shifts = shifts(amounts, new BitSet(), given);
    int[] published = IntStream.range(0, size()).filter(cell -> !withheld.get(cell)).toArray();
    int first = 2 * shifts.width();
    int last = first + published.length;
    Programme programme = new Programme(last + 1);
    addBounds(programme, shifts, amounts, Math.abs(shift));
    double[] goal = new double[last + 1];
    for (int i = 0; i < published.length; i++) {
      // A column of its own for the size of the shift of each published cell.
      double[] row = shifts.of(sums.get(published[i]));
      goal[first + i] = -weights[published[i]];
      programme.add(row, first + i, -1, 0);
      programme.add(negative(row), first + i, -1, 0);
    }
    // The shift of the target, up to the one that is wanted, is worth more than any cells.
    goal[last] = MORE_THAN_ALL * Arrays.stream(weights).sum();
    double[] wanted = shifts.of(sums.get(target));
    programme.add(shift < 0 ? wanted : negative(wanted), last, 1, 0);
    programme.add(new double[0], last, 1, 1);
    double[] solution = programme.solve(goal).orElseThrow();
    if (solution[last] < 1 - NOTHING) {
      return Optional.empty();
    }
    BitSet more = new BitSet();
    for (int i = 0; i < published.length; i++) {
      if (solution[first + i] > NOTHING) {
        more.set(published[i]);
      }
    }
    return Optional.of(more);
  }

  /** The same question is asked for one cell after the other, and its elimination is the dearest part of the answer. */
  private Shifts remembered(double[] amounts, BitSet known, List<double[]> given) {
    if (last == null || last.amounts() != amounts || last.given() != given || !last.known().equals(known)) {
      last = new Question(amounts, (BitSet) known.clone(), given, shifts(amounts, known, given));
    }
    return last.shifts();
  }

  /** The shifts that leave what is known as it is, and what is not there at nothing. */
  private Shifts shifts(double[] amounts, BitSet known, List<double[]> given) {
    List<double[]> held = new ArrayList<>(given);
    for (int v = 0; v < unknowns; v++) {
      if (Double.isNaN(amounts[v])) {
        double[] only = new double[unknowns];
        only[v] = 1;
        held.add(only);
      }
    }
    known.stream().mapToObj(sums::get).forEach(held::add);
    return Shifts.of(unknowns, held);
  }

  /** No amount falls below zero. */
  private void addBounds(Programme programme, Shifts shifts, double[] amounts, double scale) {
    for (int v = 0; v < unknowns; v++) {
      if (Arrays.stream(shifts.of(v)).anyMatch(a -> a != 0)) {
        programme.add(negative(shifts.of(v)), 0, 0, Math.min(ENOUGH, amounts[v] / scale));
      }
    }
  }

  private static double[] negative(double[] row) {
    return Arrays.stream(row).map(a -> a == 0 ? 0 : -a).toArray();
  }

  /** How far a form over shifts can rise. */
  private double best(double[] form, Programme programme, Shifts shifts, double scale, Witnesses seen) {
    double[] goal = programme.spread(form);
    Optional<double[]> solution = programme.solve(goal);
    solution.ifPresent(best -> seen.add(IntStream.range(0, unknowns)
        .mapToDouble(v -> scale * times(programme.spread(shifts.of(v)), best)).toArray()));
    return solution.map(best -> times(goal, best)).orElse(Double.POSITIVE_INFINITY);
  }

  private static double times(double[] form, double[] at) {
    return IntStream.range(0, form.length).mapToDouble(i -> form[i] * at[i]).sum();
  }

  /** Rows of a linear programme. Each shift, which has either sign, is the difference of two columns that have not. */
  private static final class Programme {
    private final int width;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    Programme(int width) {
      this.width = width;
    }

    /** A form over shifts, and one more column, stay below a limit. */
    void add(double[] form, int column, double coefficient, double limit) {
      double[] row = spread(form);
      row[column] += coefficient;
      rows.add(row);
      limits.add(limit);
    }

    double[] spread(double[] form) {
      double[] row = new double[width];
      for (int j = 0; j < form.length; j++) {
        row[2 * j] = form[j];
        row[2 * j + 1] = -form[j];
      }
      return row;
    }

    Optional<double[]> solve(double[] goal) {
      return Simplex.greatest(goal, rows.toArray(double[][]::new),
          limits.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
