package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Indicator;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/** The indicators of a mart with one row for each unit, map and month: an observation for each value there is. */
final class MonthlyIndicators {
  private static final List<String> OWN_COLUMNS = List.of(BoundaryBases.UNIT, BoundaryBases.BASIS, Months.MONTH,
      "is_estimated", "status", "data_origin");

  private final Territory territory;
  private final List<Indicator> indicators;

  /** For the indicators of one mart. */
  MonthlyIndicators(Territory territory, List<Indicator> indicators) {
    this.territory = territory;
    this.indicators = indicators;
  }

  List<Observation> of(Dataset<Row> mart) {
    Set<String> columns = new LinkedHashSet<>(OWN_COLUMNS);
    indicators.forEach(one -> Stream.of(one.code(), one.numerator(), one.denominator(), one.low(), one.high(),
        one.missing()).filter(Objects::nonNull).forEach(columns::add));
    List<Observation> observations = new ArrayList<>();
    for (Row row : mart.filter(col(BoundaryBases.BASIS).notEqual(Basis.AS_PUBLISHED.code()))
        .selectExpr(columns.toArray(String[]::new)).collectAsList()) {
      LocalDate month = LocalDate.parse(row.getAs(Months.MONTH).toString());
      Basis basis = Basis.of(row.getAs(BoundaryBases.BASIS));
      Optional<Unit> unit = territory.unit(row.getAs(BoundaryBases.UNIT))
          .filter(Unit::inScope);
      if (unit.isPresent()) {
        indicators.forEach(one -> add(observations, row, one, new Slice(one.code(), basis, PeriodKind.MONTH, month)));
      }
    }
    return observations;
  }

  private static void add(List<Observation> observations, Row row, Indicator one, Slice slice) {
    Double value = number(row, one.code());
    if (value != null) {
      List<String> missing = one.missing() == null ? List.of() : row.getList(row.fieldIndex(one.missing()));
      observations.add(new Observation(one, slice, row.getAs(BoundaryBases.UNIT), value, number(row, one.low()),
          number(row, one.high()), number(row, one.numerator()), number(row, one.denominator()), one.units().get(0),
          List.copyOf(missing), 0, null, row.getAs("is_estimated"), row.getAs("status"), row.getAs("data_origin")));
    }
  }

  private static Double number(Row row, String column) {
    Number value = column == null ? null : row.getAs(column);
    return value == null || !Double.isFinite(value.doubleValue()) ? null : value.doubleValue();
  }
}
