package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.CrosswalkRow;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * How far every published target is: for each indicator that measures it, on the land of the unit for which it was
 * set and on the land of the unit that stands there now. Some hundred targets, computed in plain Java.
 */
public final class TargetProgress implements TableBuild {
  private static final TableName NAME = TableName.of("mart.target_progress");

  private final Jobs jobs;
  private final Territory territory = Territory.standard();

  /** A build that converts units of measure as the dictionary says. */
  public TargetProgress(Jobs jobs) {
    this.jobs = jobs;
  }

  /** A series of one indicator on one land, as it is compared. */
  private record SeriesKey(String indicator, String unitId, Basis basis, PeriodKind kind) {}

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> statistics = inputs.table("clean.official_statistic");
    Dataset<Row> comparison = inputs.table("mart.regional_comparison");
    Map<SeriesKey, SortedMap<LocalDate, Row>> series = series(comparison);
    LocalDate known = known(comparison);
    NamedRows rows = new NamedRows(Schemas.of(jobs.tables().get(NAME)));
    for (Target target : Target.of(statistics)) {
      Aim aim = Aim.of(target.indicator());
      List<Aim.Measured> measures = aim.measures().isEmpty() ? List.of(Aim.Measured.NOTHING) : aim.measures();
      for (Aim.Measured measured : measures) {
        for (String land : lands(target.unitId(), measured)) {
          write(rows.next(), target, aim, measured, land, points(series, target, measured, land), known);
        }
      }
    }
    return rows.in(statistics.sparkSession());
  }

  /** The newest day that any figure reaches, which stands for today: a build knows no clock. Null without figures. */
  private static LocalDate known(Dataset<Row> comparison) {
    Object newest = comparison.agg(max("period_end")).first().get(0);
    return newest == null ? null : LocalDate.parse(newest.toString());
  }

  private static Map<SeriesKey, SortedMap<LocalDate, Row>> series(Dataset<Row> comparison) {
    Set<String> wanted = new HashSet<>();
    Aim.all().forEach(aim -> aim.measures().forEach(measured -> {
      wanted.add(measured.indicator());
      if (measured.of() != null) {
        wanted.add(measured.of());
      }
    }));
    Map<SeriesKey, SortedMap<LocalDate, Row>> series = new HashMap<>();
    for (Row row : comparison.filter(col("indicator").isin(wanted.toArray())).select("indicator", "unit_id",
        "boundary_basis", "period_kind", "period_start", "period_end", "value", "value_low", "value_high", "unit_code",
        "is_estimated", "status", "data_origin").collectAsList()) {
      SeriesKey key = new SeriesKey(row.getAs("indicator"), row.getAs("unit_id"), Basis.of(row.getAs("boundary_basis")),
          PeriodKind.of(row.getAs("period_kind")));
      series.computeIfAbsent(key, one -> new TreeMap<>()).put(day(row, "period_start"), row);
    }
    return series;
  }

  /**
   * The unit of the target, and the unit of today that its land belongs to. An amount of a part says nothing about the
   * whole: nine million guests were a target for one of the provinces that are one today, so it stays with its land.
   */
  private List<String> lands(String unitId, Aim.Measured measured) {
    String now = now(unitId);
    Indicator indicator = jobs.indicators().get(measured.indicator());
    boolean isAmount = indicator == null ? measured == Aim.Measured.NOTHING
        : measured.of() == null && indicator.kind() == Indicator.Kind.AMOUNT;
    return isAmount || now.equals(unitId) ? List.of(unitId) : List.of(unitId, now);
  }

  private String now(String unitId) {
    List<CrosswalkRow> ways = territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).from(unitId);
    return ways.isEmpty() ? unitId : ways.get(0).toUnitId();
  }

  /** The map on which a unit has its series: that of today when it stands today. */
  private Basis basis(String unitId) {
    Unit unit = territory.unit(unitId).orElseThrow();
    return unit.validOn(Basis.UNITS_2025.day()) ? Basis.UNITS_2025 : Basis.UNITS_2004;
  }

  private List<SeriesPoint> points(Map<SeriesKey, SortedMap<LocalDate, Row>> series, Target target,
      Aim.Measured measured, String land) {
    SortedMap<LocalDate, Row> parts = of(series, measured.indicator(), measured, land);
    SortedMap<LocalDate, Row> wholes = measured.of() == null ? null : of(series, measured.of(), measured, land);
    List<SeriesPoint> points = new ArrayList<>();
    parts.forEach((start, row) -> {
      SeriesPoint point = wholes == null ? point(row, row.getAs("unit_code"), 1, target.unitCode())
          : wholes.containsKey(start) && wholes.get(start).<Double>getAs("value") > 0
              ? point(row, "ratio", wholes.get(start).getAs("value"), target.unitCode()) : null;
      if (point != null) {
        points.add(point);
      }
    });
    return points;
  }

  private SortedMap<LocalDate, Row> of(Map<SeriesKey, SortedMap<LocalDate, Row>> series, String indicator,
      Aim.Measured measured, String land) {
    return series.getOrDefault(new SeriesKey(indicator, land, basis(land), measured.kind()), new TreeMap<>());
  }

  /** A value of the comparison in the unit of the target; null when one cannot be turned into the other. */
  private SeriesPoint point(Row row, String unitCode, double whole, String targetUnit) {
    UnitOfMeasure from = unit(unitCode);
    UnitOfMeasure to = unit(targetUnit);
    if (!from.base().equals(to.base())) {
      return null;
    }
    // Percent divided by percent is exactly 1, so that a figure in its own unit stays as published.
    double factor = from.factor() / to.factor() / whole;
    Double low = row.getAs("value_low");
    Double high = row.getAs("value_high");
    return new SeriesPoint(day(row, "period_start"), day(row, "period_end"), row.<Double>getAs("value") * factor,
        low == null ? null : (Double) (low * factor), high == null ? null : (Double) (high * factor),
        row.getAs("is_estimated"), row.getAs("status"), row.getAs("data_origin"));
  }

  /** Percents of which the whole is named, and percents a year, are percents. */
  private UnitOfMeasure unit(String code) {
    return jobs.dictionary().units().get(code.startsWith("percent_") ? "percent" : code);
  }

  private void write(NamedRows row, Target target, Aim aim, Aim.Measured measured, String land,
      List<SeriesPoint> points, LocalDate known) {
    boolean isDue = known != null && !target.end().isAfter(known);
    Outlook outlook = Outlook.of(target, aim, points, isDue);
    row.set("target_id", target.id()).set("target_indicator", target.indicator()).set("pillar", aim.pillar())
        .set("direction", aim.isHigherBetter() ? "higher" : "lower").set("target_unit_id", target.unitId())
        .set("current_unit_id", now(target.unitId())).set("measured_unit_id", land)
        .set("boundary_basis", basis(land).code()).set("target_period", target.period())
        .set("target_period_end", target.end()).set("known_until", known).set("is_due", isDue)
        .set("target_value", target.value()).set("unit_code", target.unitCode())
        .set("target_status", target.status()).set("source_title", target.sources().get(0).title())
        .set("source_reference", target.sources().get(0).reference())
        .set("source_date", target.sources().get(0).date()).set("source_count", (long) target.sources().size()).set("measure", measured.name())
        .set("method_family", measured.family()).set("observation_count", (long) points.size());
    SeriesPoint latest = outlook.latest();
    if (latest != null) {
      row.set("latest_period_start", latest.start()).set("latest_period_end", latest.end())
          .set("latest_value", latest.value()).set("latest_value_low", latest.low())
          .set("latest_value_high", latest.high()).set("latest_is_estimated", latest.isEstimated())
          .set("latest_status", latest.status()).set("latest_data_origin", latest.origin());
    }
    row.set("distance", outlook.distance()).set("pace_needed", outlook.paceNeeded())
        .set("pace_achieved", outlook.paceAchieved()).set("projected_value", outlook.projection())
        .set("projected_value_low", outlook.interval() == null ? null : (Double) outlook.interval().low())
        .set("projected_value_high", outlook.interval() == null ? null : (Double) outlook.interval().high())
        .set("probability", outlook.probability()).set("light", outlook.light())
        .set("light_basis", outlook.basis());
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.parse(row.getAs(column).toString());
  }
}
