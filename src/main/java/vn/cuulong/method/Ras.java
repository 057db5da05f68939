package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;

/**
 * Iterative proportional fitting: the table that is nearest to a seed and adds to its margins. With two margins, rows
 * and columns, this is RAS.
 *
 * <p>Of all tables with these margins the result minimises {@code sum x ln(x / seed)}. Zeros stay zero. The result
 * does not depend on the order of the cells, to the last bit, and rescaling a row or column of the seed changes
 * nothing but rounding.
 *
 * <p>Source: W. E. Deming, F. F. Stephan, On a least squares adjustment of a sampled frequency table, Annals of
 * Mathematical Statistics 11 (1940); R. Stone, A. Brown (1962) for RAS; the loop over more than two margins as in
 * V. Holy, K. Safr, Disaggregating input-output tables by the multidimensional RAS method, arXiv 1704.07814.
 */
public final class Ras {
  /** Largest relative difference between a margin and its cells. */
  public static final double TOLERANCE = 1e-12;
  /** Rounds over all margins; a problem with a solution inside its zeros needs some tens. */
  public static final int MOST_ROUNDS = 10_000;

  private Ras() {
  }

  /**
   * A balanced table and how it was reached.
   *
   * @param cells the table, in the order of the seed
   * @param rounds rounds that changed a cell; 0 when the seed already met its margins
   * @param largestDifference largest relative difference between a margin and its cells, at most {@link #TOLERANCE}
   * @param largestFactor largest {@code |ln(cell / seed)|} over the cells that are not zero: how far the margins
   *     pulled the table from its seed
   */
  public record Balanced(double[] cells, int rounds, double largestDifference, double largestFactor) {

    /** The cells as rows of this many columns. */
    public double[][] matrix(int columns) {
      double[][] matrix = new double[cells.length / columns][];
      Arrays.setAll(matrix, row -> Arrays.copyOfRange(cells, row * columns, (row + 1) * columns));
      return matrix;
    }
  }

  /**
   * RAS: a table of m rows and k columns made to add to row and column totals.
   *
   * @param seed m x k, not negative
   * @param rowTotals m totals
   * @param columnTotals k totals, with the sum of the row totals
   * @throws MethodException as {@link #balance(double[], List)}
   */
  public static Balanced balance(double[][] seed, double[] rowTotals, double[] columnTotals) {
    if (seed.length != rowTotals.length
        || Arrays.stream(seed).anyMatch(row -> row.length != columnTotals.length)) {
      throw new MethodException("The table cannot be balanced", "its shape is not that of " + rowTotals.length
          + " row totals and " + columnTotals.length + " column totals", "Give one total per row and per column.");
    }
    double[] cells = Arrays.stream(seed).flatMapToDouble(Arrays::stream).toArray();
    return balance(cells, List.of(Margin.rows(columnTotals.length, rowTotals),
        Margin.columns(rowTotals.length, columnTotals)));
  }

  /**
   * The table nearest to a seed that adds to every margin.
   *
   * @param seed cells, not negative, in one unit
   * @param margins one or more, in the unit of the cells; a cell may be free in a margin
   * @return the balanced table
   * @throws MethodException when a cell is negative or no number; when a total above zero has only zero cells; when
   *     two margins disagree on a total that both imply; when the zeros of the seed leave no solution
   */
  public static Balanced balance(double[] seed, List<Margin> margins) {
    requireCells(seed, margins);
    double[] cells = seed.clone();
    margins.forEach(margin -> clearZeroGroups(cells, margin));
    margins.forEach(margin -> requireSupport(seed, cells, margin));
    MarginAgreement.require(cells, margins, TOLERANCE / 2);
    double[] buffer = new double[cells.length];
    for (int round = 0; round <= MOST_ROUNDS; round++) {
      double difference = 0;
      for (Margin margin : margins) {
        difference = Math.max(difference, scale(cells, margin, buffer));
      }
      if (difference <= TOLERANCE) {
        return new Balanced(cells, round, difference, largestFactor(seed, cells));
      }
    }
    throw notConverged(cells, margins, buffer);
  }

  /** Scales the groups that are off by more than the tolerance, and says how far off the worst one was. */
  private static double scale(double[] cells, Margin margin, double[] buffer) {
    double worst = 0;
    for (int group = 0; group < margin.totals().length; group++) {
      double total = margin.totals()[group];
      if (total > 0) {
        int[] members = margin.members()[group];
        double factor = total / sum(cells, members, buffer);
        double difference = Math.abs(1 / factor - 1);
        if (!(difference <= TOLERANCE)) {
          for (int cell : members) {
            cells[cell] *= factor;
          }
        }
        worst = Math.max(worst, difference);
      }
    }
    return worst;
  }

  private static double sum(double[] cells, int[] members, double[] buffer) {
    for (int i = 0; i < members.length; i++) {
      buffer[i] = cells[members[i]];
    }
    return StableSum.of(buffer, members.length);
  }

  private static double largestFactor(double[] seed, double[] cells) {
    double largest = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] > 0) {
        largest = Math.max(largest, Math.abs(Math.log(cells[cell] / seed[cell])));
      }
    }
    return largest;
  }

  private static void requireCells(double[] seed, List<Margin> margins) {
    for (int cell = 0; cell < seed.length; cell++) {
      if (!(seed[cell] >= 0) || Double.isInfinite(seed[cell])) {
        throw new MethodException("The table cannot be balanced", "cell " + cell + " of the seed is " + seed[cell],
            "Proportional fitting needs cells of at least 0; move negative cells to the other side first.");
      }
    }
    for (Margin margin : margins) {
      for (int[] members : margin.members()) {
        for (int cell : members) {
          if (cell < 0 || cell >= seed.length) {
            throw new MethodException("The table cannot be balanced", "the margin " + margin.name() + " names cell "
                + cell + " of a table with " + seed.length + " cells", "Make margin and seed of one table.");
          }
        }
      }
    }
  }

  private static void clearZeroGroups(double[] cells, Margin margin) {
    for (int group = 0; group < margin.totals().length; group++) {
      if (margin.totals()[group] == 0) {
        for (int cell : margin.members()[group]) {
          cells[cell] = 0;
        }
      }
    }
  }

  private static void requireSupport(double[] seed, double[] cells, Margin margin) {
    for (int group = 0; group < margin.totals().length; group++) {
      int[] members = margin.members()[group];
      if (margin.totals()[group] > 0 && Arrays.stream(members).noneMatch(cell -> cells[cell] > 0)) {
        boolean seedIsZero = Arrays.stream(members).noneMatch(cell -> seed[cell] > 0);
        throw new MethodException("The table cannot be balanced", margin.labelled(group) + " has to add to "
            + margin.totals()[group] + " but " + (seedIsZero ? "all its cells are zero in the seed"
                : "other margins with total 0 leave it no cell"),
            "Zeros stay zero: give the seed a small value where something is possible, or correct the total.");
      }
    }
  }

  private static MethodException notConverged(double[] cells, List<Margin> margins, double[] buffer) {
    String worst = "";
    double largest = -1;
    for (Margin margin : margins) {
      for (int group = 0; group < margin.totals().length; group++) {
        double total = margin.totals()[group];
        double sum = sum(cells, margin.members()[group], buffer);
        double difference = Math.abs(sum - total) / total;
        if (total > 0 && !(difference <= largest)) {
          largest = difference;
          worst = margin.labelled(group) + " adds to " + sum + " instead of " + total;
        }
      }
    }
    return new MethodException("The table cannot be balanced", "after " + MOST_ROUNDS + " rounds " + worst
        + ": the zeros of the seed leave no table, or only one with further zeros, that meets all margins",
        "Give the seed small values where something is possible, or check the totals of that group's neighbours.");
  }
}
