package vn.cuulong.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An industry by industry input-output table of one economy and year, in one unit of money.
 *
 * <p>Two kinds share this shape. In a <em>competitive</em> table, the kind that Viet Nam publishes, the flows hold
 * domestic and imported goods together and a column of imports is taken off each row:
 * {@code Z i + f + e - imports = x}. In a <em>domestic</em> table imports are 0 by row, and the imported inputs of an
 * industry stand in its column among the other inputs. {@link #domestic()} makes the second of the first.
 *
 * <p>Both add up: {@code Z i + f + e - imports = x} by row and {@code i'Z + other inputs + value added = x} by column,
 * to 1e-9 of output. Published tables are rounded; {@link #closing} takes one and closes the small gaps. Industries
 * are kept in the order of their codes, so that no result depends on the order of the input.
 *
 * @param industries n codes, ascending
 * @param flows Z, n x n, row supplies column, not negative
 * @param finalDemand f without exports: consumption, investment, change of stocks (which may be negative), n
 * @param exports e, n, not negative
 * @param imports by the row of the product, n, not negative; all 0 in a domestic table
 * @param otherInputs imported inputs of a domestic table and net taxes on products, n
 * @param valueAdded n
 * @param output x, n, above 0
 */
public record InputOutputTable(List<String> industries, double[][] flows, double[] finalDemand, double[] exports,
    double[] imports, double[] otherInputs, double[] valueAdded, double[] output) {
  /** How exactly a table adds up, relative to the output of the industry. */
  public static final double BALANCE = 1e-9;

  /**
   * A table that adds up.
   *
   * @throws MethodException when shapes differ, a code repeats, a value is no number, a flow, export or import is
   *     negative, an output is not above 0, or a row or column misses its output by more than {@link #BALANCE}
   */
  public InputOutputTable {
    requireShape(industries, flows, finalDemand, exports, imports, otherInputs, valueAdded, output);
    List<String> given = List.copyOf(industries);
    int[] order = IntStream.range(0, given.size()).boxed().sorted(Comparator.comparing(given::get))
        .mapToInt(Integer::intValue).toArray();
    industries = Arrays.stream(order).mapToObj(given::get).toList();
    double[][] givenFlows = flows;
    flows = Arrays.stream(order).mapToObj(row -> ordered(givenFlows[row], order)).toArray(double[][]::new);
    finalDemand = ordered(finalDemand, order);
    exports = ordered(exports, order);
    imports = ordered(imports, order);
    otherInputs = ordered(otherInputs, order);
    valueAdded = ordered(valueAdded, order);
    output = ordered(output, order);
    requireValues(industries, flows, exports, imports, output);
    requireBalance("row", industries, output, rowGaps(flows, finalDemand, exports, imports, output), BALANCE);
    requireBalance("column", industries, output, columnGaps(flows, otherInputs, valueAdded, output), BALANCE);
  }

  /**
   * A published table, whose rounding is closed: what a row misses goes to its final demand, what a column misses to
   * its other inputs.
   *
   * @param tolerance largest gap to close, relative to the output of the industry; 0.001 is ample for rounding
   * @throws MethodException as the constructor, or when a gap is larger than the tolerance
   */
  public static InputOutputTable closing(List<String> industries, double[][] flows, double[] finalDemand,
      double[] exports, double[] imports, double[] otherInputs, double[] valueAdded, double[] output,
      double tolerance) {
    requireShape(industries, flows, finalDemand, exports, imports, otherInputs, valueAdded, output);
    requireValues(industries, flows, exports, imports, output);
    double[] rows = rowGaps(flows, finalDemand, exports, imports, output);
    double[] columns = columnGaps(flows, otherInputs, valueAdded, output);
    requireBalance("row", industries, output, rows, tolerance);
    requireBalance("column", industries, output, columns, tolerance);
    return new InputOutputTable(industries, flows, plus(finalDemand, rows), exports, imports,
        plus(otherInputs, columns), valueAdded, output);
  }

  /**
   * The domestic table: every use of a product takes imports in the same proportion, {@code m_i = M_i / (x_i + M_i -
   * E_i)}, and exports are domestic. {@code A_d = (I - m) A}, {@code f_d = (I - m) f + e}; the imported inputs move to
   * the other inputs of the column. A table without imports is returned as it is.
   *
   * @throws MethodException when exports exceed output, so that some must be re-exported imports
   */
  public InputOutputTable domestic() {
    if (isDomestic()) {
      return this;
    }
    int n = industries.size();
    double[] share = importShares();
    double[][] kept = new double[n][n];
    double[][] imported = new double[n][n];
    double[] demand = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        imported[j][i] = share[i] * flows[i][j];
        kept[i][j] = flows[i][j] - imported[j][i];
      }
      demand[i] = (1 - share[i]) * finalDemand[i];
    }
    double[] importedInputs = Arrays.stream(imported).mapToDouble(StableSum::of).toArray();
    return new InputOutputTable(industries, kept, demand, exports, new double[n], plus(otherInputs, importedInputs),
        valueAdded, output);
  }

  /** Whether the flows hold domestic products only. */
  public boolean isDomestic() {
    return Arrays.stream(imports).allMatch(value -> value == 0);
  }

  /** Imports over domestic supply, {@code M / (x + M - E)}, of each product. */
  public double[] importShares() {
    double[] shares = new double[industries.size()];
    for (int i = 0; i < shares.length; i++) {
      if (imports[i] > 0 && exports[i] > output[i]) {
        throw new MethodException("The table cannot be made domestic", "of " + industries.get(i) + " more is exported ("
            + exports[i] + ") than made (" + output[i] + "): some exports are imports sent on",
            "Take re-exports out of both the exports and the imports of that row.");
      }
      shares[i] = imports[i] == 0 ? 0 : imports[i] / (output[i] + imports[i] - exports[i]);
    }
    return shares;
  }

  /** Input coefficients, {@code A = Z diag(x)^-1}. */
  public double[][] coefficients() {
    return Leontief.coefficients(flows, output);
  }

  /** Value added per unit of output. */
  public double[] valueAddedShares() {
    double[] shares = new double[output.length];
    Arrays.setAll(shares, i -> valueAdded[i] / output[i]);
    return shares;
  }

  /** Final demand with exports. */
  public double[] allFinalDemand() {
    return plus(finalDemand, exports);
  }

  /** The place of an industry in all arrays. */
  public int indexOf(String industry) {
    int index = industries.indexOf(industry);
    if (index < 0) {
      throw new MethodException("The industry " + industry + " is unknown", "the table has the industries "
          + String.join(", ", industries), "Use the codes of the table.");
    }
    return index;
  }

  private static double[] ordered(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  private static double[] rowGaps(double[][] flows, double[] finalDemand, double[] exports, double[] imports,
      double[] output) {
    double[] gaps = new double[output.length];
    Arrays.setAll(gaps, i -> StableSum.of(output[i], imports[i], -StableSum.of(flows[i]), -finalDemand[i],
        -exports[i]));
    return gaps;
  }

  private static double[] columnGaps(double[][] flows, double[] otherInputs, double[] valueAdded, double[] output) {
    double[] gaps = new double[output.length];
    Arrays.setAll(gaps, j -> StableSum.of(output[j],
        -StableSum.of(Arrays.stream(flows).mapToDouble(row -> row[j]).toArray()), -otherInputs[j], -valueAdded[j]));
    return gaps;
  }

  private static void requireShape(List<String> industries, double[][] flows, double[]... columns) {
    int n = industries.size();
    boolean fits = n > 0 && flows.length == n && Arrays.stream(flows).allMatch(row -> row.length == n)
        && Arrays.stream(columns).allMatch(column -> column.length == n);
    if (!fits || new HashSet<>(industries).size() < n) {
      throw refused(n + " industries need " + n + " different codes, " + n + " x " + n + " flows and " + n
          + " values in each column", "Fill missing cells with 0 and add up rows of one industry.");
    }
    boolean numbers = Arrays.stream(flows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
        && Arrays.stream(columns).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    if (!numbers) {
      throw refused("a value is not a finite number", "Fill missing cells with 0.");
    }
  }

  private static void requireValues(List<String> industries, double[][] flows, double[] exports, double[] imports,
      double[] output) {
    for (int i = 0; i < output.length; i++) {
      String industry = industries.get(i);
      if (!(output[i] > 0)) {
        throw refused("the output of " + industry + " is " + output[i], "Leave out an industry that makes nothing.");
      }
      if (exports[i] < 0 || imports[i] < 0) {
        throw refused(industry + " has exports of " + exports[i] + " and imports of " + imports[i],
            "Give both as amounts of at least 0; imports are taken off the row.");
      }
      for (int j = 0; j < output.length; j++) {
        if (flows[i][j] < 0) {
          throw refused("the flow from " + industry + " to " + industries.get(j) + " is " + flows[i][j],
              "Move negative flows to final demand: scrap and by-products are usual causes.");
        }
      }
    }
  }

  private static void requireBalance(String side, List<String> industries, double[] output, double[] gaps,
      double tolerance) {
    for (int i = 0; i < gaps.length; i++) {
      if (Math.abs(gaps[i]) > tolerance * output[i]) {
        throw refused("the " + side + " of " + industries.get(i) + " misses its output of " + output[i] + " by "
            + gaps[i], "Check the unit and whether flows include imports; a table that is only rounded is closed"
            + " within a tolerance.");
      }
    }
  }

  private static MethodException refused(String reason, String remedy) {
    return new MethodException("The input-output table does not hold together", reason, remedy);
  }
}
