package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Input-output tables for tests: two published ones, and random ones that add up. */
final class PublishedTables {
  private PublishedTables() {
  }

  /** Two sectors, all inputs but the flows in value added. */
  static InputOutputTable millerBlair() {
    List<Map<String, String>> rows = VectorFile.rows("io_miller_blair_ch2.csv");
    double[] output = vector(rows, "x");
    return new InputOutputTable(List.of("1", "2"), matrix(rows, "Z"), vector(rows, "f"), new double[2], new double[2],
        new double[2], new double[] {650, 1400}, output);
  }

  /** Three sectors of two regions; value added is what the columns leave, in two columns nothing or less. */
  static InputOutputTable twoRegions() {
    List<Map<String, String>> rows = VectorFile.rows("io_small_mrio_pymrio.csv");
    List<String> names = rows.stream().map(row -> row.get("row")).distinct().toList();
    double[][] flows = new double[6][6];
    double[] demand = new double[6];
    for (Map<String, String> row : rows) {
      int i = names.indexOf(row.get("row"));
      double value = Double.parseDouble(row.get("value"));
      if (row.get("matrix").equals("Z")) {
        flows[i][names.indexOf(row.get("col"))] = value;
      } else if (row.get("matrix").equals("Y")) {
        demand[i] += value;
      }
    }
    double[] output = new double[6];
    double[] valueAdded = new double[6];
    Arrays.setAll(output, i -> Arrays.stream(flows[i]).sum() + demand[i]);
    Arrays.setAll(valueAdded, j -> output[j] - Arrays.stream(flows).mapToDouble(row -> row[j]).sum());
    return new InputOutputTable(names, flows, demand, new double[6], new double[6], new double[6], valueAdded, output);
  }

  /** A competitive table of n industries with imports, exports and positive value added. */
  static InputOutputTable random(SplittableRandom random, int n) {
    double[] output = random.doubles(n, 100, 1000).toArray();
    double[][] flows = new double[n][n];
    double[] valueAdded = new double[n];
    for (int j = 0; j < n; j++) {
      double inputs = 0;
      for (int i = 0; i < n; i++) {
        flows[i][j] = random.nextInt(4) == 0 ? 0 : output[j] * random.nextDouble(0.7 / n);
        inputs += flows[i][j];
      }
      valueAdded[j] = output[j] - inputs;
    }
    double[] exports = new double[n];
    double[] imports = new double[n];
    double[] demand = new double[n];
    for (int i = 0; i < n; i++) {
      exports[i] = output[i] * random.nextDouble(0.3);
      double used = Arrays.stream(flows[i]).sum();
      imports[i] = Math.max(0, used + exports[i] - output[i]) + output[i] * random.nextDouble(0.2);
      demand[i] = output[i] + imports[i] - used - exports[i];
    }
    List<String> codes = IntStream.range(0, n).mapToObj(i -> "i" + (100 + i)).toList();
    return new InputOutputTable(codes, flows, demand, exports, imports, new double[n], valueAdded, output);
  }

  /** The table with its industries listed in another order. */
  static InputOutputTable shuffled(InputOutputTable table, int[] order) {
    return new InputOutputTable(Arrays.stream(order).mapToObj(table.industries()::get).toList(),
        Shuffle.apply(table.flows(), order, order), Shuffle.apply(table.finalDemand(), order),
        Shuffle.apply(table.exports(), order), Shuffle.apply(table.imports(), order),
        Shuffle.apply(table.otherInputs(), order), Shuffle.apply(table.valueAdded(), order),
        Shuffle.apply(table.output(), order));
  }

  /** The table in another unit. */
  static InputOutputTable times(InputOutputTable table, double unit) {
    return new InputOutputTable(table.industries(), Shuffle.times(table.flows(), unit),
        Shuffle.times(table.finalDemand(), unit), Shuffle.times(table.exports(), unit),
        Shuffle.times(table.imports(), unit), Shuffle.times(table.otherInputs(), unit),
        Shuffle.times(table.valueAdded(), unit), Shuffle.times(table.output(), unit));
  }

  static double[][] matrix(List<Map<String, String>> rows, String item) {
    return VectorFile.matrix(rows.stream().filter(row -> row.get("item").equals(item)).toList(), "row", "col", "value");
  }

  static double[] vector(List<Map<String, String>> rows, String item) {
    return rows.stream().filter(row -> row.get("item").equals(item))
        .mapToDouble(row -> Double.parseDouble(row.get("value"))).toArray();
  }
}
