package vn.cuulong.method;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file of published numbers below {@code vectors/}: lines with # name the source, the next line the columns. */
final class VectorFile {
  private VectorFile() {
  }

  /** The rows, each from column name to text. */
  static List<Map<String, String>> rows(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        VectorFile.class.getResourceAsStream("/vectors/" + name), StandardCharsets.UTF_8))) {
      String[] columns = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split(",", -1);
          if (columns == null) {
            columns = fields;
          } else {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
              row.put(columns[i], fields[i]);
            }
            rows.add(row);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The matrix whose cells are the rows with this value in this column, placed by two columns that count from 1. */
  static double[][] matrix(List<Map<String, String>> rows, String row, String column, String value) {
    int height = rows.stream().mapToInt(cell -> Integer.parseInt(cell.get(row))).max().orElseThrow();
    int width = rows.stream().mapToInt(cell -> Integer.parseInt(cell.get(column))).max().orElseThrow();
    double[][] matrix = new double[height][width];
    rows.forEach(cell -> matrix[Integer.parseInt(cell.get(row)) - 1][Integer.parseInt(cell.get(column)) - 1] =
        Double.parseDouble(cell.get(value)));
    return matrix;
  }

  /** The numbers of one column, in the order of the file; not a number where a cell is empty. */
  static double[] column(String file, String column) {
    return rows(file).stream().map(row -> row.get(column))
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)).toArray();
  }
}
