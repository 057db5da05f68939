package vn.cuulong.mart;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.method.ConfidenceInterval;
import vn.cuulong.method.DigitalEconomyEstimate;
import vn.cuulong.method.DigitalEconomyQuarters;
import vn.cuulong.method.KnownFigures;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/** The path within the years of each yearly estimate, and the quarters behind its last year. */
public final class ProvinceQuarterDigitalGrdp implements TableBuild {
  private static final String YEARS = "mart.province_year_digital_grdp";
  private static final String SELF = "mart.province_quarter_digital_grdp";
  private static final StructType SCHEMA = new StructType()
      .add("unit_id", DataTypes.StringType, false)
      .add("boundary_basis", DataTypes.StringType, false)
      .add("method_family", DataTypes.StringType, false)
      .add("period", DataTypes.StringType, false)
      .add("period_start", DataTypes.DateType, false)
      .add("estimate_vintage", DataTypes.DateType, false)
      .add("method_version", DataTypes.LongType, false)
      .add("method_hash", DataTypes.StringType, false)
      .add("inputs_hash", DataTypes.StringType, false)
      .add("release_number", DataTypes.LongType, false)
      .add("is_region", DataTypes.BooleanType, false)
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
      .add("diagnostics", DataTypes.createArrayType(DataTypes.StringType, false), false)
      .add("data_origin", DataTypes.StringType, false);

  private final Territory territory = Territory.standard();

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> statistics = inputs.table("clean.official_statistic");
    DigitalFigures figures = DigitalFigures.of(statistics);
    NamedRows rows = new NamedRows(SCHEMA);
    if (!figures.vintages().isEmpty()) {
      EstimateMethod method = new EstimateMethod(inputs.method());
      EstimateGroups years = EstimateGroups.of(inputs.table(YEARS));
      EstimateGroups own = EstimateGroups.of(inputs.table(SELF));
      Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals = intervals(inputs.table(YEARS));
      for (LocalDate vintage : figures.vintages()) {
        KnownFigures known = figures.on(vintage);
        EstimateGroups.Group group = new EstimateGroups.Group(
            vintage, inputs.method().version(), method.hash(), DigitalFigures.hash(known));
        if (intervals.containsKey(group) && own.add(group)) {
          DigitalEconomyEstimate estimate = new DigitalEconomyEstimate(known, method.spec(), territory);
          add(rows, new DigitalEconomyQuarters(estimate), group, years.number(group), intervals.get(group));
        }
      }
    }
    return rows.in(statistics.sparkSession());
  }

  /** The intervals of the years, by estimate and by unit, map and year. */
  private static Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals(Dataset<Row> years) {
    Map<EstimateGroups.Group, Map<String, ConfidenceInterval>> intervals = new HashMap<>();
    for (Row row : years.filter("method_family = 'statistics_office'").select("estimate_vintage", "method_version",
        "method_hash", "inputs_hash", "unit_id", "boundary_basis", "period", "digital_share", "digital_share_low",
        "digital_share_high").collectAsList()) {
      double share = row.getDouble(7);
      intervals.computeIfAbsent(new EstimateGroups.Group(DigitalFigures.day(row.get(0)), (int) row.getLong(1),
          row.getString(2), row.getString(3)), group -> new HashMap<>())
          .put(row.getString(4) + " " + row.getString(5) + " " + row.getString(6), new ConfidenceInterval(
              row.isNullAt(8) ? share : row.getDouble(8), share, row.isNullAt(9) ? share : row.getDouble(9)));
    }
    return intervals;
  }

  private void add(NamedRows rows, DigitalEconomyQuarters quarters, EstimateGroups.Group group, long number,
      Map<String, ConfidenceInterval> intervals) {
    for (DigitalEconomyQuarters.Row row : quarters.rows((unit, basis, year) ->
        intervals.get(unit + " " + basis.code() + " " + year))) {
      boolean province = territory.unit(row.unitId()).filter(of -> of.isProvince()).isPresent();
      rows.next()
          .set("unit_id", row.unitId())
          .set("boundary_basis", row.basis().code())
          .set("method_family", ProvinceYearDigitalGrdp.OFFICE)
          .set("period", row.year() + "-Q" + row.quarter())
          .set("period_start", Date.valueOf(LocalDate.of(row.year(), row.quarter() * 3 - 2, 1)))
          .set("estimate_vintage", Date.valueOf(group.vintage()))
          .set("method_version", (long) group.version())
          .set("method_hash", group.method())
          .set("inputs_hash", group.inputs())
          .set("release_number", number)
          .set("is_region", !province)
          .set("grdp_vnd", row.grdp())
          .set("digital_value_added_vnd", row.core() + row.other())
          .set("digital_core_vnd", row.core())
          .set("digital_other_vnd", row.other())
          .set("digital_share", row.share().point())
          .set("digital_core_share", row.core() / (double) row.grdp())
          .set("is_share_estimated", true)
          .set("is_extrapolated", row.isExtrapolated())
          .set("status", row.status())
          .set("diagnostics", row.codes().toArray(String[]::new))
          .set("data_origin", "published");
      if (!row.unitId().equals(DigitalEconomyEstimate.REST)) {
        rows.set("digital_share_low", row.share().low()).set("digital_share_high", row.share().high());
      }
    }
  }
}
