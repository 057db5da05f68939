package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.MethodContract;
import vn.cuulong.method.MethodException;
import vn.cuulong.method.PathIndicator;
import vn.cuulong.table.Inputs;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;

/**
 * The columns of the monthly marts that {@code method.yml} lets move provinces within the years.
 *
 * <p>A quarter counts when all its three months are there. Months are taken on the map of 2025, on which what was
 * counted before and after 1 July 2025 is one series; a province of 2004 moves as the unit that it became part of.
 * Rows that were split, that miss a part of their unit, or that are synthetic are not used; synthetic ones are when the
 * run was told so, and the whole estimate then has that origin.
 */
final class PathRecords {
  private static final int IN_A_QUARTER = 3;

  private final Map<String, MethodContract.Path> declared;
  private final Map<String, SortedMap<String, NavigableMap<Integer, Quarter>>> quarters = new TreeMap<>();

  /** The sum over three months and the worst origin among them. */
  private record Quarter(double value, String origin) {}

  /** The months of a quarter so far. */
  private static final class Months3 {
    private final double[] values = new double[IN_A_QUARTER];
    private final String[] origins = new String[IN_A_QUARTER];
  }

  private PathRecords(Map<String, MethodContract.Path> declared) {
    this.declared = declared;
  }

  /** Reads the columns that the method names. */
  static PathRecords of(Inputs inputs) {
    MethodContract method = inputs.method();
    PathRecords records = new PathRecords(method.paths());
    method.paths().forEach((name, path) ->
        records.quarters.put(name, read(inputs.table(path.table()), path, method.syntheticPaths())));
    return records;
  }

  private static SortedMap<String, NavigableMap<Integer, Quarter>> read(
      Dataset<Row> mart, MethodContract.Path path, boolean synthetic) {
    List<String> columns = Arrays.asList(mart.columns());
    if (!columns.containsAll(List.of(path.column(), path.missing()))) {
      throw new MethodException("The method.yml of the digital economy cannot be used", "its paths name the columns "
          + path.column() + " and " + path.missing() + ", and " + path.table() + " has not both of them",
          "Name columns of its table.yml");
    }
    Column usable = col("boundary_basis").equalTo(Basis.UNITS_2025.code()).and(col("is_region").equalTo(false))
        .and(col("is_estimated").equalTo(false)).and(size(col(path.missing())).equalTo(0))
        .and(col(path.column()).isNotNull());
    if (!synthetic) {
      usable = usable.and(col("data_origin").notEqual("synthetic"));
    }
    SortedMap<String, NavigableMap<Integer, Months3>> months = new TreeMap<>();
    for (Row row : mart.filter(usable).select(col("unit_id"), col("month"), col(path.column()).cast("double"),
        col("data_origin")).collectAsList()) {
      YearMonth month = YearMonth.from(DigitalFigures.day(row.get(1)));
      Months3 quarter = months.computeIfAbsent(row.getString(0), unit -> new TreeMap<>())
          .computeIfAbsent(month.getYear() * 4 + (month.getMonthValue() - 1) / IN_A_QUARTER, q -> new Months3());
      quarter.values[(month.getMonthValue() - 1) % IN_A_QUARTER] = row.getDouble(2);
      quarter.origins[(month.getMonthValue() - 1) % IN_A_QUARTER] = row.getString(3);
    }
    SortedMap<String, NavigableMap<Integer, Quarter>> whole = new TreeMap<>();
    months.forEach((unit, of) -> of.forEach((quarter, three) -> {
      List<String> origins = new ArrayList<>(Arrays.asList(three.origins));
      if (!origins.contains(null)) {
        whole.computeIfAbsent(unit, name -> new TreeMap<>()).put(quarter,
            new Quarter(three.values[0] + three.values[1] + three.values[2], Provenance.worstOrigin(origins)));
      }
    }));
    return whole;
  }

  /** The indicators as they were on a day: quarters that were over, of provinces of the map of 2004. */
  List<PathIndicator> on(LocalDate day, Territory territory) {
    List<PathIndicator> indicators = new ArrayList<>();
    quarters.forEach((name, units) -> {
      Map<String, NavigableMap<Integer, Double>> values = new TreeMap<>();
      for (CrosswalkRow row : territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).rows()) {
        NavigableMap<Integer, Double> known = new TreeMap<>();
        units.getOrDefault(row.toUnitId(), new TreeMap<>()).headMap(lastQuarter(day), true)
            .forEach((quarter, of) -> known.put(quarter, of.value()));
        if (!known.isEmpty()) {
          values.put(row.fromUnitId(), known);
        }
      }
      if (!values.isEmpty()) {
        Map<String, Double> weights = new TreeMap<>();
        declared.get(name).moves().forEach((series, weight) -> weights.put(series, weight.value()));
        indicators.add(new PathIndicator(name, weights, values));
      }
    });
    return indicators;
  }

  /** The worst origin of what was there on a day: {@code published} when nothing was. */
  String origin(LocalDate day) {
    List<String> origins = new ArrayList<>(List.of("published"));
    quarters.values().forEach(units -> units.values().forEach(of ->
        of.headMap(lastQuarter(day), true).values().forEach(quarter -> origins.add(quarter.origin()))));
    return Provenance.worstOrigin(origins);
  }

  /** The last day of the newest quarter; null when there is none. */
  LocalDate newest() {
    return quarters.values().stream().flatMap(units -> units.values().stream()).map(NavigableMap::lastKey)
        .max(Integer::compare)
        .map(quarter -> LocalDate.of(quarter / 4, quarter % 4 * IN_A_QUARTER + 1, 1).plusMonths(IN_A_QUARTER)
            .minusDays(1))
        .orElse(null);
  }

  /** The last quarter that is over on a day. */
  private static int lastQuarter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    return next.getYear() * 4 + (next.getMonthValue() - 1) / IN_A_QUARTER - 1;
  }
}
