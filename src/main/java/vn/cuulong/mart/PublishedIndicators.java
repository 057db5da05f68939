package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Dictionary.UnitOfMeasure;
import vn.cuulong.contract.Indicator;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;
import vn.cuulong.territory.Unit.Level;

/**
 * Published figures as observations: one for each indicator, unit, map and period.
 *
 * <p>Where publications differ, one rule decides: the publication that covers the most provinces of the region in that
 * period, because its figures are comparable with each other; then the better status, the later date of publication,
 * and last the order of references, so that a choice never depends on the order of rows.
 */
final class PublishedIndicators {
  /** Figures that differ less are one figure, rounded. */
  private static final double ROUNDING = 1e-3;

  private final Territory territory;
  private final Map<String, Indicator> indicators;
  private final Map<String, UnitOfMeasure> units;
  private final Set<String> members = new HashSet<>();

  PublishedIndicators(Territory territory, Map<String, Indicator> indicators, Map<String, UnitOfMeasure> units) {
    this.territory = territory;
    this.indicators = indicators;
    this.units = units;
    Cohort.all(territory).values().forEach(cohort -> members.addAll(cohort.members()));
  }

  /** A figure as one publication gives it, on one map. */
  private record Figure(Observation observation, String publication, LocalDate vintage) {}

  List<Observation> of(Dataset<Row> statistics) {
    Map<Slice, List<Figure>> slices = new TreeMap<>();
    for (Row row : statistics.filter(col("indicator").isin(indicators.keySet().toArray()))
        .select("indicator", "unit_id", "boundary_vintage", "period_start", "period_end", "value", "unit_code",
            "status", "vintage", "source_title", "source_reference", "data_origin").collectAsList()) {
      figures(row).forEach(figure ->
          slices.computeIfAbsent(figure.observation().slice(), key -> new ArrayList<>()).add(figure));
    }
    List<Observation> chosen = new ArrayList<>();
    slices.values().forEach(figures -> chosen.addAll(choose(figures)));
    return new AddedUp(territory).complete(chosen);
  }

  private List<Figure> figures(Row row) {
    Indicator indicator = indicators.get(row.<String>getAs("indicator"));
    LocalDate start = day(row, "period_start");
    PeriodKind kind = PeriodKind.of(start, day(row, "period_end")).orElse(null);
    Unit unit = row.getAs("unit_id") == null ? null : territory.unit(row.getAs("unit_id")).orElse(null);
    String code = row.getAs("unit_code");
    UnitOfMeasure first = units.get(indicator.units().get(0));
    boolean converts = units.get(code).base().equals(first.base());
    if (kind == null || unit == null || !unit.inScope() || !converts && !indicator.units().contains(code)) {
      return List.of();
    }
    double value = row.getAs("value");
    if (converts && !code.equals(first.code())) {
      value = value * units.get(code).factor() / first.factor();
    }
    String reference = row.getAs("source_reference");
    List<Figure> figures = new ArrayList<>();
    for (Basis map : maps(unit, Basis.of(row.getAs("boundary_vintage")))) {
      figures.add(new Figure(new Observation(indicator, new Slice(indicator.code(), map, kind, start), unit.id(), value,
          null, null, null, null, converts ? first.code() : code, List.of(), 0, reference, false,
          row.getAs("status"), row.getAs("data_origin")), reference + " " + row.getAs("source_title"),
          row.getAs("vintage") == null ? LocalDate.MIN : day(row, "vintage")));
    }
    return figures;
  }

  /** The maps on which a figure stands. One that names no map stands on that of its unit; the nation is on both. */
  private static List<Basis> maps(Unit unit, Basis published) {
    if (published != Basis.AS_PUBLISHED) {
      return List.of(published);
    }
    return unit.level() == Level.NATION ? List.of(Basis.UNITS_2004, Basis.UNITS_2025)
        : List.of(unit.validOn(Basis.UNITS_2025.day()) ? Basis.UNITS_2025 : Basis.UNITS_2004);
  }

  private List<Observation> choose(List<Figure> figures) {
    Map<String, Set<String>> covered = new HashMap<>();
    SortedMap<String, List<Figure>> byUnit = new TreeMap<>();
    for (Figure figure : figures) {
      String unit = figure.observation().unitId();
      byUnit.computeIfAbsent(unit, key -> new ArrayList<>()).add(figure);
      Set<String> provinces = covered.computeIfAbsent(figure.publication(), key -> new HashSet<>());
      if (members.contains(unit)) {
        provinces.add(unit);
      }
    }
    Comparator<Figure> preference = Comparator
        .comparingInt((Figure figure) -> covered.get(figure.publication()).size())
        .thenComparing(figure -> -Provenance.rankOfStatus(figure.observation().status()))
        .thenComparing(Figure::vintage).thenComparing(Figure::publication)
        .thenComparing(figure -> figure.observation().value());
    List<Observation> chosen = new ArrayList<>();
    byUnit.values().forEach(same -> {
      Observation best = same.stream().max(preference).orElseThrow().observation();
      chosen.add(best.withOtherValues(same.stream().mapToDouble(figure -> figure.observation().value()).distinct()
          .filter(other -> Math.abs(other - best.value()) > ROUNDING * Math.abs(best.value())).count()));
    });
    return chosen;
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.parse(row.getAs(column).toString());
  }
}
