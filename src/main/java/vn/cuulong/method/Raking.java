package vn.cuulong.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Least-squares raking: cells and totals of different reliability, moved as little as possible until they add up.
 *
 * <p>With cells {@code x} (N), totals {@code g} (K), which cells each total adds {@code G} (K x N) and variances
 * {@code Ve}, {@code Vg}, the result is {@code theta = x + Ve G' (G Ve G' + Vg)^+ (g - G x)}. A variance of 0 holds a
 * value fixed; the larger a variance against the others, the more of the gap the value takes. A total with a variance
 * is soft: it is met as far as the others let it.
 *
 * <p>Where that leads below 0 or above the upper limit of a cell, the same weighted squares are minimised within
 * those limits (some cells are then held on a limit), and the result says so. The order of cells and totals
 * changes no bit of the result.
 *
 * <p>Source: Statistics Canada, G-Series, tsraking (variance = alterability x value); R. Stone, D. G. Champernowne,
 * J. E. Meade, The precision of national income estimates, Review of Economic Studies 9 (1942), for variances.
 */
public final class Raking {
  /** How exactly a fixed total is met, relative to the total and its cells. */
  public static final double TOLERANCE = 1e-9;
  /** A cell past a limit by less than this part of the largest cell is on it by rounding alone. */
  private static final double ROUNDING = 1e-12;

  private final double[] cells;
  private final double[] variances;
  private final double[] upper;
  private final List<Total> totals;

  private Raking(double[] cells, double[] variances, double[] upper, List<Total> totals) {
    this.cells = cells;
    this.variances = variances;
    this.upper = upper;
    this.totals = totals.stream().sorted(Comparator.comparing(Total::name)).toList();
  }

  /**
   * What some cells have to add to.
   *
   * @param name its own name among the totals, for messages
   * @param cells index of the cells that it adds
   * @param value in the unit of the cells
   * @param variance in that unit squared, or in whatever unit the variances of the cells are; 0 fixes the total
   */
  public record Total(String name, int[] cells, double value, double variance) {

    /** A total that has to be met. */
    public static Total fixed(String name, double value, int... cells) {
      return new Total(name, cells, value, 0);
    }

    /** One fixed total for each group of a margin. */
    public static List<Total> fixed(Margin margin) {
      return IntStream.range(0, margin.totals().length)
          .mapToObj(group -> fixed(margin.labelled(group), margin.totals()[group], margin.members()[group])).toList();
    }
  }

  /** How the result was reached. */
  public enum Path {
    /** The formula itself: every cell came out within its limits. */
    LEAST_SQUARES,
    /** The formula left the limits; the same squares were minimised within them. */
    BOUNDED
  }

  /**
   * Reconciled cells.
   *
   * @param cells N, in the order given
   * @param path the formula, or the fallback within limits
   * @param heldAtZero cells that the formula would make negative, ascending
   * @param heldAtUpper cells that the formula would put above their upper limit, ascending
   * @param largestMove largest change of a cell, in the unit of the cells
   * @param largestDifference largest relative difference between a fixed total and its cells
   */
  public record Raked(double[] cells, Path path, List<Integer> heldAtZero, List<Integer> heldAtUpper,
      double largestMove, double largestDifference) {
  }

  /**
   * The variances that make least squares proportional: {@code alterability x value}.
   *
   * @param values cells or totals
   * @param alterability 0 fixes, 1 is usual; one value for each
   */
  public static double[] variances(double[] values, double[] alterability) {
    double[] variances = new double[values.length];
    Arrays.setAll(variances, i -> alterability[i] * Math.abs(values[i]));
    return variances;
  }

  /** As {@link #balance(double[], double[], double[], List)} without upper limits. */
  public static Raked balance(double[] cells, double[] variances, List<Total> totals) {
    double[] unlimited = new double[cells.length];
    Arrays.fill(unlimited, Double.POSITIVE_INFINITY);
    return balance(cells, variances, unlimited, totals);
  }

  /**
   * Cells moved until they add to their totals.
   *
   * @param cells N values of at least 0, in one unit
   * @param variances N, at least 0; 0 fixes the cell
   * @param upper N upper limits, infinity for none
   * @param totals in the unit of the cells; they may overlap and repeat each other
   * @throws MethodException when lengths differ, a value is no number or below 0, a cell starts above its limit while
   *     fixed, or the fixed totals cannot all be met, naming the total
   */
  public static Raked balance(double[] cells, double[] variances, double[] upper, List<Total> totals) {
    Raking raking = new Raking(cells, variances, upper, totals);
    raking.requireCells();
    raking.requireTotals();
    return raking.solve();
  }

  private Raked solve() {
    BoundedLeastSquares problem = new BoundedLeastSquares(cells, variances, upper, totals);
    double[] moved = problem.solve();
    double difference = totals.stream().filter(total -> total.variance() == 0)
        .mapToDouble(total -> difference(total, moved, problem.size(total))).max().orElse(0);
    double[] wanted = problem.wanted();
    double slack = ROUNDING * Arrays.stream(moved).max().orElse(0);
    List<Integer> atZero = where(cell -> wanted[cell] < -slack);
    List<Integer> atUpper = where(cell -> variances[cell] > 0 && wanted[cell] > upper[cell] + slack);
    double move = IntStream.range(0, cells.length).mapToDouble(cell -> Math.abs(moved[cell] - cells[cell])).max()
        .orElse(0);
    Path path = atZero.isEmpty() && atUpper.isEmpty() ? Path.LEAST_SQUARES : Path.BOUNDED;
    return new Raked(moved, path, atZero, atUpper, move, difference);
  }

  private List<Integer> where(IntPredicate cell) {
    return IntStream.range(0, cells.length).filter(cell).boxed().toList();
  }

  private static double difference(Total total, double[] moved, double size) {
    double[] parts = Arrays.stream(total.cells()).mapToDouble(cell -> moved[cell]).toArray();
    double sum = StableSum.of(parts);
    double gap = Math.abs(sum - total.value());
    if (gap > TOLERANCE * size) {
      throw new MethodException("The cells cannot be raked", total.name() + " has to be " + total.value()
          + " but its cells add to " + sum + ": too many of them are fixed or at their limits, or the fixed totals"
          + " contradict each other", "Give a cell or one of the totals a variance above 0.");
    }
    return gap == 0 ? 0 : gap / size;
  }

  private void requireCells() {
    if (variances.length != cells.length || upper.length != cells.length) {
      throw new MethodException("The cells cannot be raked", cells.length + " cells, " + variances.length
          + " variances and " + upper.length + " limits", "Give one variance and one limit per cell.");
    }
    for (int cell = 0; cell < cells.length; cell++) {
      boolean usable = cells[cell] >= 0 && variances[cell] >= 0 && upper[cell] >= 0
          && Double.isFinite(cells[cell]) && Double.isFinite(variances[cell]);
      if (!usable || variances[cell] == 0 && cells[cell] > upper[cell]) {
        throw new MethodException("The cells cannot be raked", "cell " + cell + " is " + cells[cell]
            + " with variance " + variances[cell] + " and upper limit " + upper[cell],
            "Cells and variances are finite and at least 0, and a fixed cell lies within its limit.");
      }
    }
  }

  private void requireTotals() {
    for (int i = 0; i < totals.size(); i++) {
      Total total = totals.get(i);
      if (!Double.isFinite(total.value()) || !(total.variance() >= 0) || Double.isInfinite(total.variance())) {
        throw new MethodException("The cells cannot be raked", total.name() + " is " + total.value()
            + " with variance " + total.variance(), "Totals are finite and their variances at least 0.");
      }
      if (i > 0 && total.name().equals(totals.get(i - 1).name())) {
        throw new MethodException("The cells cannot be raked", "two totals are named " + total.name(),
            "Give every total a name of its own.");
      }
      int[] sorted = Arrays.stream(total.cells()).sorted().toArray();
      boolean repeats = IntStream.range(1, sorted.length).anyMatch(k -> sorted[k] == sorted[k - 1]);
      if (sorted.length == 0 || sorted[0] < 0 || sorted[sorted.length - 1] >= cells.length || repeats) {
        throw new MethodException("The cells cannot be raked", total.name() + " adds the cells "
            + Arrays.toString(sorted) + " of " + cells.length, "A total adds each of some cells of the table once.");
      }
    }
  }
}
