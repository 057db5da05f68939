package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Digitally linked value added: the value added of digital industries wherever it ends, and of every industry as far
 * as it ends in final demand for digital output, each counted once.
 *
 * <p>With {@code M = diag(v) L diag(f)} of a domestic table and {@code e} = 1 for digital industries,
 * {@code VAD = i'M'e + i'Me - e'Me}: forward, plus backward, less what is both. All digital by digital cells are taken
 * off, not only the diagonal, so that several digital industries are not counted twice.
 *
 * <p>Source: the measure of Asian Development Bank, Capturing the Digital Economy (2021), by inclusion and exclusion;
 * its term for capital goods needs a capital-flow table and is left out.
 *
 * @param forward value added of digital industries, in the unit of the table
 * @param backward value added of all industries in final demand for digital output
 * @param both value added of digital industries in final demand for digital output: in forward and in backward
 * @param total forward + backward - both
 * @param valueAdded value added of the whole economy
 * @param share total over value added
 * @param warnings what weakens the result, in words; empty when nothing does
 */
public record DigitalLinkages(double forward, double backward, double both, double total, double valueAdded,
    double share, List<String> warnings) {
  private static final double ROUNDING = 1e-9;

  /**
   * The linkages of a table.
   *
   * @param table a domestic table, see {@link InputOutputTable#domestic()}
   * @param digital codes of the digital industries, one or more
   * @throws MethodException when the table is competitive, an industry is unknown, there is no digital one, the
   *     coefficients have no Leontief inverse, or the result breaks {@code core <= total <= GDP} though no final demand
   *     and no value added is negative
   */
  public static DigitalLinkages of(InputOutputTable table, Collection<String> digital) {
    requireDomestic(table);
    int[] digits = new TreeSet<>(digital).stream().mapToInt(table::indexOf).toArray();
    if (digits.length == 0) {
      throw new MethodException("There are no digital linkages", "no industry is digital",
          "Name at least one industry of the table as digital.");
    }
    double[][] content = Leontief.valueAddedContent(table.valueAddedShares(),
        Leontief.inverse(table.coefficients(), table.industries()), table.allFinalDemand());
    requireRowsKept(table, content);
    double forward = StableSum.of(Arrays.stream(digits).mapToDouble(i -> StableSum.of(content[i])).toArray());
    double backward = StableSum.of(Arrays.stream(digits).mapToDouble(j -> columnSum(content, j)).toArray());
    double both = StableSum.of(Arrays.stream(digits)
        .flatMap(i -> Arrays.stream(digits).map(j -> i * content.length + j))
        .mapToDouble(cell -> content[cell / content.length][cell % content.length]).toArray());
    double valueAdded = StableSum.of(table.valueAdded());
    requirePositive(valueAdded);
    double total = StableSum.of(forward, backward, -both);
    List<String> warnings = warnings(table);
    if (warnings.isEmpty()) {
      requireWithin(forward, total, valueAdded);
    }
    return new DigitalLinkages(forward, backward, both, total, valueAdded, total / valueAdded, warnings);
  }

  /** The linkages of a table that has no digital industry: nothing, of all its value added. */
  public static DigitalLinkages none(InputOutputTable table) {
    return new DigitalLinkages(0, 0, 0, 0, StableSum.of(table.valueAdded()), 0, warnings(table));
  }

  private static double columnSum(double[][] content, int column) {
    return StableSum.of(Arrays.stream(content).mapToDouble(row -> row[column]).toArray());
  }

  private static void requireDomestic(InputOutputTable table) {
    if (!table.isDomestic()) {
      throw new MethodException("There are no digital linkages", "the flows of the table include imports, whose value"
          + " added is made abroad", "Make the table domestic first.");
    }
  }

  private static void requirePositive(double valueAdded) {
    if (!(valueAdded > 0)) {
      throw new MethodException("There are no digital linkages", "the value added of the economy is " + valueAdded,
          "Check the row of value added.");
    }
  }

  private static void requireRowsKept(InputOutputTable table, double[][] content) {
    for (int i = 0; i < content.length; i++) {
      double gap = Math.abs(StableSum.of(content[i]) - table.valueAdded()[i]);
      if (gap > ROUNDING * table.output()[i]) {
        throw new MethodException("There are no digital linkages", "the value added of " + table.industries().get(i)
            + " is " + table.valueAdded()[i] + " and adds to " + StableSum.of(content[i]) + " over final demand",
            "The coefficients are too close to a spectral radius of 1; look for columns that use almost all output.");
      }
    }
  }

  private static void requireWithin(double core, double total, double valueAdded) {
    if (total < core - ROUNDING * valueAdded || total > valueAdded * (1 + ROUNDING)) {
      throw new MethodException("There are no digital linkages", "the total of " + total
          + " is not between the value added of digital industries " + core + " and of the economy " + valueAdded,
          "Check that value added, imported inputs and flows add to output in each column.");
    }
  }

  private static List<String> warnings(InputOutputTable table) {
    List<String> warnings = new ArrayList<>();
    String makesNothing = named(table, table.valueAdded());
    String negative = named(table, Arrays.stream(table.allFinalDemand())
        .map(value -> value < 0 ? value : 1).toArray());
    if (!makesNothing.isEmpty()) {
      warnings.add("value added is not above 0 in " + makesNothing);
    }
    if (!negative.isEmpty()) {
      warnings.add("final demand is below 0 in " + negative + ": take changes of stocks out first");
    }
    return List.copyOf(warnings);
  }

  private static String named(InputOutputTable table, double[] values) {
    return String.join(", ", IntStream.range(0, values.length).filter(i -> !(values[i] > 0))
        .mapToObj(table.industries()::get).toList());
  }
}
