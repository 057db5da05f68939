package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.method.DigitalEconomyEstimate;
import vn.cuulong.method.DigitalEconomySpec;
import vn.cuulong.method.Figure;
import vn.cuulong.method.KnownFigures;
import vn.cuulong.method.Sector;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/**
 * The digital economy in GRDP by province and year: one estimate for every release of the national share, of what was
 * known on that day. Estimates that the table has are not made again.
 */
public final class ProvinceYearDigitalGrdp implements TableBuild {
  static final String OFFICE = "statistics_office";
  static final String MINISTRY = "ministry";
  private static final String SELF = "mart.province_year_digital_grdp";
  private static final double PERCENT = 100;
  private static final StructType SCHEMA = EstimateColumns.head()
      .add("grdp_vnd", DataTypes.LongType)
      .add("digital_value_added_vnd", DataTypes.LongType)
      .add("digital_core_vnd", DataTypes.LongType)
      .add("digital_other_vnd", DataTypes.LongType)
      .add("digital_agriculture_vnd", DataTypes.LongType)
      .add("digital_industry_vnd", DataTypes.LongType)
      .add("digital_services_vnd", DataTypes.LongType)
      .add("digital_share", DataTypes.DoubleType, false)
      .add("digital_share_low", DataTypes.DoubleType)
      .add("digital_share_high", DataTypes.DoubleType)
      .add("digital_core_share", DataTypes.DoubleType)
      .add("is_share_estimated", DataTypes.BooleanType, false)
      .add("status", DataTypes.StringType, false)
      .add("diagnostics", EstimateColumns.TEXTS, false)
      .add("input_figures", EstimateColumns.TEXTS, false)
      .add("data_origin", DataTypes.StringType, false);

  private final Territory territory = Territory.standard();

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> statistics = inputs.table("clean.official_statistic");
    DigitalFigures figures = DigitalFigures.of(statistics);
    NamedRows rows = new NamedRows(SCHEMA);
    if (!figures.vintages().isEmpty()) {
      EstimateMethod method = new EstimateMethod(inputs.method());
      EstimateGroups groups = EstimateGroups.of(inputs.table(SELF));
      for (LocalDate vintage : figures.vintages()) {
        KnownFigures known = figures.on(vintage);
        EstimateGroups.Group group = new EstimateGroups.Group(
            vintage, inputs.method().version(), method.hash(), EstimateTerritory.hash(territory),
            DigitalFigures.hash(known));
        if (groups.add(group)) {
          add(rows, known, method.spec(), group, groups.number(group));
        }
      }
    }
    return rows.in(statistics.sparkSession());
  }

  private void add(NamedRows rows, KnownFigures known, DigitalEconomySpec spec, EstimateGroups.Group group,
      long number) {
    for (DigitalEconomyEstimate.Row row : new DigitalEconomyEstimate(known, spec, territory).rows()) {
      begin(rows, row.unitId(), row.basis(), OFFICE, row.year(), group, number)
          .set("grdp_vnd", row.grdp())
          .set("digital_value_added_vnd", row.digital())
          .set("digital_core_vnd", row.core())
          .set("digital_other_vnd", row.digital() - row.core())
          .set("digital_agriculture_vnd", row.digital(Sector.AGRICULTURE))
          .set("digital_industry_vnd", row.digital(Sector.INDUSTRY))
          .set("digital_services_vnd", row.digital(Sector.SERVICES))
          .set("digital_share", row.share().point())
          .set("digital_core_share", row.core() / (double) row.grdp())
          .set("is_share_estimated", row.isEstimated())
          .set("status", row.status())
          .set("diagnostics", row.codes().toArray(String[]::new))
          .set("input_figures", inputFigures(known, row.unitId(), row.basis(), row.year()));
      if (!row.unitId().equals(DigitalEconomyEstimate.REST)) {
        rows.set("digital_share_low", row.share().low()).set("digital_share_high", row.share().high());
      }
    }
    ministry(rows, known, group, number);
  }

  /** What the ministry published, beside. */
  private void ministry(NamedRows rows, KnownFigures known, EstimateGroups.Group group, long number) {
    for (String indicator : List.of(DigitalFigures.MINISTRY_NATIONAL, DigitalFigures.MINISTRY_PROVINCIAL)) {
      for (String unit : known.units(indicator)) {
        for (Figure figure : known.of(indicator, unit)) {
          for (Basis basis : maps(unit)) {
            begin(rows, unit, basis, MINISTRY, figure.year(), group, number)
                .set("digital_share", figure.value() / PERCENT)
                .set("is_share_estimated", false)
                .set("status", figure.status())
                .set("diagnostics", new String[] {"published_as_is"})
                .set("input_figures", new String[] {named(figure)});
          }
        }
      }
    }
  }

  private List<Basis> maps(String unit) {
    return List.of(Basis.UNITS_2004, Basis.UNITS_2025).stream()
        .filter(basis -> territory.unit(unit).filter(of -> of.validOn(basis.day())).isPresent()).toList();
  }

  private NamedRows begin(NamedRows rows, String unit, Basis basis, String family, int year,
      EstimateGroups.Group group, long number) {
    return EstimateColumns.vintage(EstimateColumns.begin(rows, unit, basis, family, Integer.toString(year),
        LocalDate.of(year, 1, 1)), group)
        .set("release_number", number)
        .set("data_origin", "published");
  }

  /** The figures of the year behind a row: of the unit, of its parts, and of the nation; and structures of any year. */
  private String[] inputFigures(KnownFigures known, String unit, Basis basis, int year) {
    Set<String> units = new TreeSet<>(List.of("viet-nam", unit));
    if (territory.unit(unit).filter(of -> !of.isProvince()).isPresent() && !unit.equals("viet-nam")) {
      territory.members(unit, basis).forEach(member -> units.add(member.id()));
    }
    Set<String> parts = new LinkedHashSet<>(units);
    territory.crosswalk(Basis.UNITS_2004, Basis.UNITS_2025).rows().stream()
        .filter(row -> units.contains(row.toUnitId())).forEach(row -> parts.add(row.fromUnitId()));
    SortedSet<String> names = new TreeSet<>();
    for (Figure figure : known.all()) {
      boolean structure = figure.indicator().startsWith("grdp_structure");
      boolean ministry = figure.indicator().endsWith("_mic_pct");
      if (parts.contains(figure.unitId()) && !ministry && (structure || figure.year() == year)) {
        names.add(named(figure));
      }
    }
    return new ArrayList<>(names).toArray(String[]::new);
  }

  private static String named(Figure figure) {
    String period = figure.year() > 0 ? Integer.toString(figure.year()) : figure.start() + "/" + figure.end();
    return figure.indicator() + " " + figure.unitId() + " " + period;
  }
}
