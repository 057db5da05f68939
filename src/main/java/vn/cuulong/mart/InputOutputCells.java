package vn.cuulong.mart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.method.InputOutputTable;
import vn.cuulong.method.MethodException;

/**
 * The cells of one year: the table of the nation, and for some provinces the value added of each industry. Cells are
 * added up exactly, so their order never shows.
 */
final class InputOutputCells {
  static final String NATION = "viet-nam";
  /** Published tables are rounded to a few digits. */
  private static final double ROUNDING = 1e-3;

  private static final Comparator<List<String>> BY_CODES = Comparator.comparing(codes -> String.join("\u0001", codes));

  private final String period;
  /** Unit, kind, row and column of the industries (empty where the cell has none) to the value in million dong. */
  private final Map<String, Map<String, Map<List<String>, BigDecimal>>> cells = new TreeMap<>();
  private final Set<String> digital = new TreeSet<>();
  private final Set<String> origins = new TreeSet<>();

  private InputOutputCells(String period) {
    this.period = period;
  }

  /** The cells of each year that has any, by year. */
  static Collection<InputOutputCells> of(Dataset<Row> clean) {
    Map<String, InputOutputCells> years = new TreeMap<>();
    for (Row row : clean.select("period", "unit_id", "input_output_kind", "row_code", "column_code",
        "is_digital_industry", "value_million_vnd", "data_origin").collectAsList()) {
      years.computeIfAbsent(row.getString(0), InputOutputCells::new).add(row);
    }
    return years.values();
  }

  private void add(Row row) {
    String unit = row.getString(1);
    String kind = row.getString(2);
    List<String> place = switch (kind) {
      case "intermediate" -> List.of(row.getString(3), row.getString(4));
      case "value_added", "other_input" -> List.of(row.getString(4));
      default -> List.of(row.getString(3));
    };
    cells.computeIfAbsent(unit, any -> new TreeMap<>()).computeIfAbsent(kind, any -> new TreeMap<>(BY_CODES))
        .merge(place, row.getDecimal(6), BigDecimal::add);
    if (unit.equals(NATION) && kind.equals("output") && !row.isNullAt(5) && row.getBoolean(5)) {
      digital.add(row.getString(3));
    }
    origins.add(row.getString(7));
  }

  String period() {
    return period;
  }

  /** Industries whose output is marked as digital. */
  Set<String> digital() {
    return digital;
  }

  /** The origin that most needs a warning. */
  String origin() {
    return List.of("synthetic", "administrative", "published").stream().filter(origins::contains).findFirst()
        .orElseThrow();
  }

  /** The domestic table of the nation. */
  InputOutputTable nation() {
    List<String> industries = of(NATION, "output").keySet().stream().map(codes -> codes.get(0)).toList();
    if (industries.isEmpty()) {
      throw new MethodException("The digital linkages of " + period + " cannot be computed",
          "there are cells of that year but no output of the nation", "Load the national input-output table too.");
    }
    double[][] flows = new double[industries.size()][industries.size()];
    of(NATION, "intermediate").forEach((codes, value) ->
        flows[index(industries, codes.get(0))][index(industries, codes.get(1))] = value.doubleValue());
    return InputOutputTable.closing(industries, flows, column(industries, NATION, "final_demand"),
        column(industries, NATION, "export"), column(industries, NATION, "import"),
        column(industries, NATION, "other_input"), column(industries, NATION, "value_added"),
        column(industries, NATION, "output"), ROUNDING).domestic();
  }

  /** The value added of each industry, in the order given, in each province that reports it. */
  Map<String, double[]> provinces(List<String> industries) {
    Map<String, double[]> provinces = new TreeMap<>();
    for (String unit : cells.keySet()) {
      if (!unit.equals(NATION)) {
        List<String> missing = industries.stream()
            .filter(industry -> !of(unit, "value_added").containsKey(List.of(industry))).toList();
        if (!missing.isEmpty()) {
          throw new MethodException("The digital linkages of " + unit + " in " + period + " cannot be computed",
              "its value added is not given for " + String.join(", ", missing.subList(0, Math.min(5, missing.size())))
                  + (missing.size() > 5 ? " and " + (missing.size() - 5) + " more" : ""),
              "Give every industry of the national table, 0 where the province has none.");
        }
        provinces.put(unit, column(industries, unit, "value_added"));
      }
    }
    return provinces;
  }

  private Map<List<String>, BigDecimal> of(String unit, String kind) {
    return cells.getOrDefault(unit, Map.of()).getOrDefault(kind, Map.of());
  }

  private double[] column(List<String> industries, String unit, String kind) {
    double[] column = new double[industries.size()];
    of(unit, kind).forEach((codes, value) -> column[index(industries, codes.get(0))] = value.doubleValue());
    return column;
  }

  private int index(List<String> industries, String industry) {
    int index = industries.indexOf(industry);
    if (index < 0) {
      throw new MethodException("The input-output table of " + period + " does not hold together", "a cell names the "
          + "industry " + industry + ", whose output is not given", "Give the output of every industry.");
    }
    return index;
  }
}
