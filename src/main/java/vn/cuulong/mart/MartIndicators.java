package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Indicator;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** The indicators of a mart with one row for each unit, map and period: an observation for each value there is. */
final class MartIndicators {
  private static final String RELEASE = "release_number";
  private static final String FAMILY = "statistics_office";
  private static final List<String> OWN_COLUMNS = List.of(BoundaryBases.UNIT, BoundaryBases.BASIS, "status",
      "data_origin");
  /** The period, how it was estimated, and which release it is: every mart has some of these. */
  private static final List<String> OPTIONAL_COLUMNS = List.of(Months.MONTH, "period", "period_start", "is_estimated",
      "is_share_estimated", RELEASE, "method_family");

  private final Territory territory;
  private final List<Indicator> indicators;

  /** For the indicators of one mart. */
  MartIndicators(Territory territory, List<Indicator> indicators) {
    this.territory = territory;
    this.indicators = indicators;
  }

  List<Observation> of(Dataset<Row> mart) {
    Set<String> columns = new LinkedHashSet<>(OWN_COLUMNS);
    List<String> known = List.of(mart.columns());
    OPTIONAL_COLUMNS.stream().filter(known::contains).forEach(columns::add);
    indicators.forEach(one -> Stream.of(one.code(), one.numerator(), one.denominator(), one.low(), one.high(),
        one.missing()).filter(Objects::nonNull).forEach(columns::add));
    List<Row> rows = mart.filter(col(BoundaryBases.BASIS).notEqual(Basis.AS_PUBLISHED.code()))
        .selectExpr(columns.toArray(String[]::new)).collectAsList();
    String estimated = known.contains("is_estimated") ? "is_estimated" : "is_share_estimated";
    List<Observation> observations = new ArrayList<>();
    for (Row row : known.contains(RELEASE) ? newest(rows) : rows) {
      Slice slice = slice(row);
      if (territory.unit(row.getAs(BoundaryBases.UNIT)).filter(Unit::inScope).isPresent()) {
        boolean isEstimated = row.getAs(estimated);
        indicators.forEach(one -> add(observations, row, one, slice.of(one.code()), isEstimated));
      }
    }
    return observations;
  }

  /**
   * Of an estimate with releases the last one counts, of the family whose definition is compared; one that follows
   * synthetic records is never compared.
   */
  private static Collection<Row> newest(List<Row> rows) {
    Map<List<Object>, Row> newest = new LinkedHashMap<>();
    for (Row row : rows) {
      if (FAMILY.equals(row.getAs("method_family")) && !"synthetic".equals(row.getAs("data_origin"))) {
        newest.merge(List.of(row.getAs(BoundaryBases.UNIT), slice(row)), row, (one, other) ->
            one.<Long>getAs(RELEASE) >= other.<Long>getAs(RELEASE) ? one : other);
      }
    }
    return newest.values();
  }

  private static Slice slice(Row row) {
    Basis basis = Basis.of(row.getAs(BoundaryBases.BASIS));
    if (row.schema().getFieldIndex(Months.MONTH).isDefined()) {
      return new Slice("", basis, PeriodKind.MONTH, LocalDate.parse(row.getAs(Months.MONTH).toString()));
    }
    String period = row.getAs("period");
    return new Slice("", basis, period.contains("Q") ? PeriodKind.QUARTER : PeriodKind.YEAR,
        LocalDate.parse(row.getAs("period_start").toString()));
  }

  private static void add(List<Observation> observations, Row row, Indicator one, Slice slice,
      boolean isEstimated) {
    Double value = number(row, one.code());
    if (value != null) {
      List<String> missing = one.missing() == null ? List.of() : row.getList(row.fieldIndex(one.missing()));
      observations.add(new Observation(one, slice, row.getAs(BoundaryBases.UNIT), value, number(row, one.low()),
          number(row, one.high()), number(row, one.numerator()), number(row, one.denominator()), one.units().get(0),
          List.copyOf(missing), 0, null, isEstimated, row.getAs("status"), row.getAs("data_origin")));
    }
  }

  private static Double number(Row row, String column) {
    Number value = column == null ? null : row.getAs(column);
    return value == null || !Double.isFinite(value.doubleValue()) ? null : value.doubleValue();
  }
}
