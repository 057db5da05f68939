package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The input-output table of a region, estimated from the national one: each national coefficient is kept as far as a
 * quotient says that the region can supply it, {@code a_rr = a_nn min(1, q)}, and the rest is bought elsewhere.
 *
 * <p>The region makes its output with the national ratios of output and value added. Quotients above 1 are capped,
 * those of AFLQ too: the region uses the national technology, so it cannot buy more of an input at home than it
 * uses. Where the capped flows would sell more of a product than the region makes, the row is scaled down to its
 * output and named, as in the supply-demand pool method.
 *
 * <p>Source: R. E. Miller, P. D. Blair, Input-Output Analysis, 2009, chapter 8.
 *
 * @param table domestic table of the industries that the region has; its final demand is all demand from outside the
 *     region's own industries, sales to the rest of the nation included
 * @param coefficients a_rr, n x n, in the order of the nation's industries
 * @param imports {@code a_nn - a_rr}, not negative: what the region buys from the rest of the nation per unit of output
 * @param scaledRows industries whose row was scaled down to their output
 */
public record RegionalTable(InputOutputTable table, double[][] coefficients, double[][] imports,
    List<String> scaledRows) {

  /**
   * A regional table.
   *
   * @param nation domestic table of the nation
   * @param presence the industries of that table in the region and the nation, in its order
   * @param quotients n x n, supplier by buyer, such as {@link LocationQuotients#flegg}
   * @throws MethodException when the table is not domestic, or industries or shapes differ
   */
  public static RegionalTable of(InputOutputTable nation, LocationQuotients presence, double[][] quotients) {
    requireFit(nation, presence, quotients);
    double[] output = scaled(nation.output(), presence);
    double[][] national = nation.coefficients();
    double[][] coefficients = capped(national, quotients);
    List<String> scaledRows = new ArrayList<>();
    for (int i = 0; i < output.length; i++) {
      double sold = StableSum.ofProducts(coefficients[i], output);
      if (sold > output[i] * (1 + InputOutputTable.BALANCE)) {
        scaleRow(coefficients[i], output[i] / sold);
        if (output[i] > 0) {
          scaledRows.add(nation.industries().get(i));
        }
      }
    }
    double[][] imports = new double[output.length][output.length];
    for (int i = 0; i < output.length; i++) {
      for (int j = 0; j < output.length; j++) {
        imports[i][j] = national[i][j] - coefficients[i][j];
      }
    }
    return new RegionalTable(table(nation, presence, coefficients, output), coefficients, imports,
        List.copyOf(scaledRows));
  }

  private static double[][] capped(double[][] national, double[][] quotients) {
    double[][] coefficients = new double[national.length][national.length];
    for (int i = 0; i < national.length; i++) {
      for (int j = 0; j < national.length; j++) {
        coefficients[i][j] = national[i][j] * Math.min(1, quotients[i][j]);
      }
    }
    return coefficients;
  }

  private static void scaleRow(double[] row, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }

  private static double[] scaled(double[] national, LocationQuotients presence) {
    return IntStream.range(0, national.length)
        .mapToDouble(i -> national[i] * (presence.region()[i] / presence.nation()[i])).toArray();
  }

  private static InputOutputTable table(InputOutputTable nation, LocationQuotients presence, double[][] coefficients,
      double[] output) {
    int[] present = IntStream.range(0, output.length).filter(i -> output[i] > 0).toArray();
    double[] valueAdded = scaled(nation.valueAdded(), presence);
    int n = present.length;
    double[][] flows = new double[n][n];
    double[] demand = new double[n];
    double[] otherInputs = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[i][j] = coefficients[present[i]][present[j]] * output[present[j]];
      }
      demand[i] = output[present[i]] - StableSum.of(flows[i]);
    }
    for (int j = 0; j < n; j++) {
      int column = j;
      double used = StableSum.of(IntStream.range(0, n).mapToDouble(i -> flows[i][column]).toArray());
      otherInputs[j] = StableSum.of(output[present[j]], -used, -valueAdded[present[j]]);
    }
    double[] none = new double[n];
    return new InputOutputTable(IntStream.of(present).mapToObj(nation.industries()::get).toList(), flows,
        notBelowRounding(demand, output, present), none, none, otherInputs,
        IntStream.of(present).mapToDouble(i -> valueAdded[i]).toArray(),
        IntStream.of(present).mapToDouble(i -> output[i]).toArray());
  }

  /** A row that sells all it makes to industries of the region leaves 0, not what rounding leaves. */
  private static double[] notBelowRounding(double[] demand, double[] output, int[] present) {
    return IntStream.range(0, demand.length)
        .mapToDouble(i -> Math.abs(demand[i]) <= InputOutputTable.BALANCE / 10 * output[present[i]] ? 0 : demand[i])
        .toArray();
  }

  private static void requireFit(InputOutputTable nation, LocationQuotients presence, double[][] quotients) {
    int n = nation.industries().size();
    boolean square = quotients.length == n && Arrays.stream(quotients).allMatch(row -> row.length == n);
    if (!nation.isDomestic() || !presence.industries().equals(nation.industries()) || !square) {
      throw new MethodException("The table cannot be made regional", nation.isDomestic()
          ? "table, presence and quotients are not of the same " + n + " industries in the same order"
          : "its flows include imports", "Make the table domestic first and take the industries in its order.");
    }
  }
}
