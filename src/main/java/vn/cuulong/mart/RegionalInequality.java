package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Indicator.Kind;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/**
 * How unequal the provinces of the region are, by every indicator, map and period that has ranks.
 *
 * <p>Computed in plain Java, one row for each comparison of {@link RegionalComparison}: some 100 a month.
 */
public final class RegionalInequality implements TableBuild {
  private static final TableName NAME = TableName.of("mart.regional_inequality");
  private static final String COMPARISON = "mart.regional_comparison";

  private final Jobs jobs;
  private final Territory territory = Territory.standard();

  /** A build that knows the indicators of the contracts. */
  public RegionalInequality(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> comparison = inputs.table(COMPARISON);
    SortedMap<Slice, List<Row>> slices = new TreeMap<>();
    for (Row row : comparison.filter(col("rank").isNotNull()).select("indicator", "unit_id", "boundary_basis",
        "period_kind", "period_start", "indicator_kind", "pillar", "unit_code", "region_id", "value", "denominator",
        "member_unit_count", "is_estimated", "status", "data_origin").collectAsList()) {
      slices.computeIfAbsent(slice(row), key -> new ArrayList<>()).add(row);
    }
    SortedMap<Slice, Spread> spreads = new TreeMap<>();
    slices.forEach((slice, rows) -> spreads.put(slice, spread(slice, rows)));
    NamedRows result = new NamedRows(Schemas.of(jobs.tables().get(NAME)));
    InequalityMeasures measures = new InequalityMeasures(territory, spreads);
    spreads.forEach((slice, spread) -> {
      describe(result.next(), slice, slices.get(slice));
      measures.write(result, slice, spread);
    });
    return result.in(comparison.sparkSession());
  }

  private static Slice slice(Row row) {
    return new Slice(row.getAs("indicator"), Basis.of(row.getAs("boundary_basis")),
        PeriodKind.of(row.<String>getAs("period_kind")), LocalDate.parse(row.getAs("period_start").toString()));
  }

  private Spread spread(Slice slice, List<Row> rows) {
    Kind kind = Kind.valueOf(rows.get(0).<String>getAs("indicator_kind").toUpperCase(java.util.Locale.ROOT));
    SortedMap<String, Double> values = new TreeMap<>();
    SortedMap<String, Double> weights = new TreeMap<>();
    for (Row row : rows) {
      values.put(row.getAs("unit_id"), row.getAs("value"));
      Double weight = row.getAs("denominator");
      if (kind == Kind.RATIO && weight != null && weight > 0) {
        weights.put(row.getAs("unit_id"), weight);
      }
    }
    boolean weighted = weights.size() == values.size();
    String weight = weighted ? jobs.indicators().get(slice.indicator()).denominator() : null;
    return new Spread(kind, values, weighted ? weights : Map.of(), weight);
  }

  private static void describe(NamedRows row, Slice slice, List<Row> units) {
    Row first = units.get(0);
    row.set("indicator", slice.indicator()).set("boundary_basis", slice.basis().code())
        .set("period_kind", slice.kind().code()).set("period_start", slice.start()).set("period_end", slice.end())
        .set("indicator_kind", first.getAs("indicator_kind")).set("pillar", first.getAs("pillar"))
        .set("unit_code", first.getAs("unit_code")).set("region_id", first.getAs("region_id"))
        .set("compared_unit_count", (long) units.size()).set("member_unit_count", first.getAs("member_unit_count"))
        .set("is_estimated", units.stream().anyMatch(unit -> unit.<Boolean>getAs("is_estimated")))
        .set("status", Provenance.worstStatus(units.stream().map(unit -> unit.<String>getAs("status")).toList()))
        .set("data_origin",
            Provenance.worstOrigin(units.stream().map(unit -> unit.<String>getAs("data_origin")).toList()));
  }
}
