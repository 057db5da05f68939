package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.method.ConfidenceInterval;
import vn.cuulong.method.DigitalEconomyEstimate;
import vn.cuulong.method.DigitalEconomyQuarters;
import vn.cuulong.method.KnownFigures;
import vn.cuulong.method.PathIndicator;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * The path within the years of each yearly estimate, and the quarters behind its last year.
 *
 * <p>A vintage is a release of the national share, with what was known of the movement within the years on that day.
 * When more is known since the newest release, there is one vintage more: the years of that release and the quarters as
 * they are known by the end of the newest one.
 */
public final class ProvinceQuarterDigitalGrdp implements TableBuild {
  private static final String YEARS = "mart.province_year_digital_grdp";
  private static final String SELF = "mart.province_quarter_digital_grdp";
  private static final String SYNTHETIC = "synthetic";
  private static final StructType SCHEMA = EstimateColumns.head()
      .add("grdp_vnd", DataTypes.LongType, false)
      .add("digital_value_added_vnd", DataTypes.LongType, false)
      .add("digital_core_vnd", DataTypes.LongType, false)
      .add("digital_other_vnd", DataTypes.LongType, false)
      .add("digital_share", DataTypes.DoubleType, false)
      .add("digital_share_low", DataTypes.DoubleType)
      .add("digital_share_high", DataTypes.DoubleType)
      .add("digital_core_share", DataTypes.DoubleType, false)
      .add("is_share_estimated", DataTypes.BooleanType, false)
      .add("is_extrapolated", DataTypes.BooleanType, false)
      .add("status", DataTypes.StringType, false)
      .add("diagnostics", EstimateColumns.TEXTS, false)
      .add("data_origin", DataTypes.StringType, false);

  private final Territory territory = Territory.standard();

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> statistics = inputs.table("clean.official_statistic");
    DigitalFigures figures = DigitalFigures.of(statistics);
    NamedRows rows = new NamedRows(SCHEMA);
    if (!figures.vintages().isEmpty()) {
      PathRecords records = PathRecords.of(inputs);
      EstimateMethod method = new EstimateMethod(inputs.method());
      EstimateGroups own = EstimateGroups.of(inputs.table(SELF));
      String land = EstimateTerritory.hash(territory);
      Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals = intervals(inputs.table(YEARS));
      for (LocalDate day : days(figures, records)) {
        LocalDate release = figures.vintages().headSet(day.plusDays(1)).last();
        KnownFigures years = figures.on(release);
        KnownFigures paths = figures.withPathsOn(day);
        List<PathIndicator> indicators = records.on(day, territory);
        EstimateGroups.Group of = new EstimateGroups.Group(release, inputs.method().version(), method.hash(), land,
            DigitalFigures.hash(years));
        String origin = records.origin(day);
        EstimateGroups.Group group = new EstimateGroups.Group(day, inputs.method().version(),
            origin.equals(SYNTHETIC) ? method.pathHash() : method.hash(), land,
            DigitalFigures.hash(of.inputs() + DigitalFigures.hash(paths) + indicators));
        if (intervals.containsKey(of) && own.add(group)) {
          DigitalEconomyEstimate estimate = new DigitalEconomyEstimate(years, method.spec(), territory);
          add(rows, new DigitalEconomyQuarters(estimate, paths, indicators), group, own.number(group),
              origin, intervals.get(of));
        }
      }
    }
    return rows.in(statistics.sparkSession());
  }

  /** The releases of the national share, and the end of the newest part of a year when that is later. */
  private static SortedSet<LocalDate> days(DigitalFigures figures, PathRecords records) {
    SortedSet<LocalDate> days = new TreeSet<>(figures.vintages());
    LocalDate newest = figures.newestPartOfYear();
    if (records.newest() != null && records.newest().isAfter(newest)) {
      newest = records.newest();
    }
    if (newest.isAfter(days.last())) {
      days.add(newest);
    }
    return days;
  }

  /** The intervals of the years, by estimate and by unit, map and year. */
  private static Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals(Dataset<Row> years) {
    Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals = new HashMap<>();
    for (Row row : years.filter("method_family = 'statistics_office'").select("estimate_vintage", "method_version",
        "method_hash", "territory_hash", "inputs_hash", "unit_id", "boundary_basis", "period", "digital_share",
        "digital_share_low", "digital_share_high").collectAsList()) {
      double share = row.getDouble(8);
      intervals.computeIfAbsent(EstimateGroups.of(row), group -> new HashMap<>())
          .put(row.getString(5) + " " + row.getString(6) + " " + row.getString(7), new ConfidenceInterval(
              row.isNullAt(9) ? share : row.getDouble(9), share, row.isNullAt(10) ? share : row.getDouble(10)));
    }
    return intervals;
  }

  private void add(NamedRows rows, DigitalEconomyQuarters quarters, EstimateGroups.Group group, long number,
      String origin, Map<String, ConfidenceInterval> intervals) {
    for (DigitalEconomyQuarters.Row row : quarters.rows((unit, basis, year) ->
        intervals.get(unit + " " + basis.code() + " " + year))) {
      List<String> codes = new ArrayList<>(row.codes());
      if (origin.equals(SYNTHETIC)) {
        codes.add("synthetic_indicators");
      }
      EstimateColumns.vintage(EstimateColumns.begin(rows, row.unitId(), row.basis(), ProvinceYearDigitalGrdp.OFFICE,
          row.year() + "-Q" + row.quarter(), LocalDate.of(row.year(), row.quarter() * 3 - 2, 1)), group)
          .set("release_number", number)
          .set("grdp_vnd", row.grdp())
          .set("digital_value_added_vnd", row.core() + row.other())
          .set("digital_core_vnd", row.core())
          .set("digital_other_vnd", row.other())
          .set("digital_share", row.share().point())
          .set("digital_core_share", row.core() / (double) row.grdp())
          .set("is_share_estimated", true)
          .set("is_extrapolated", row.isExtrapolated())
          .set("status", row.status())
          .set("diagnostics", codes.toArray(String[]::new))
          .set("data_origin", origin);
      if (!row.unitId().equals(DigitalEconomyEstimate.REST)) {
        rows.set("digital_share_low", row.share().low()).set("digital_share_high", row.share().high());
      }
    }
  }
}
