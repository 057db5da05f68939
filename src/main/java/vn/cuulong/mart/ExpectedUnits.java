package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.territory.Territory;

/** Which units a source should have in a month: those that it had in the twelve months before and that still stand. */
final class ExpectedUnits {
  private static final int MONTHS = 12;

  private final Territory territory;
  /** The last month in which a source had rows of a unit. */
  private final Map<String, TreeMap<String, LocalDate>> lastSeen = new HashMap<>();

  /**
   * Expectations from the months before those that are built.
   *
   * @param earlier earlier rows of {@code mart.data_quality}
   */
  ExpectedUnits(Territory territory, Dataset<Row> earlier) {
    this.territory = territory;
    earlier.filter(col("unit_id").notEqual(DataQuality.ALL_UNITS).and(col("passed_count").gt(0)))
        .select("source_id", "unit_id", "month").collectAsList().forEach(row ->
            see(row.getAs("source_id"), row.getAs("unit_id"), LocalDate.parse(row.getAs("month").toString())));
  }

  /**
   * The units of a month; months of a source are asked for in order.
   *
   * @param present the units with rows in this month
   */
  Set<String> in(String sourceId, LocalDate month, Collection<String> present) {
    Set<String> units = new TreeSet<>(present);
    LocalDate last = month.plusMonths(1).minusDays(1);
    lastSeen.getOrDefault(sourceId, new TreeMap<>()).forEach((unit, seen) -> {
      if (!seen.isBefore(month.minusMonths(MONTHS))
          && territory.unit(unit).filter(one -> one.validOn(last)).isPresent()) {
        units.add(unit);
      }
    });
    present.forEach(unit -> see(sourceId, unit, month));
    return units;
  }

  private void see(String sourceId, String unit, LocalDate month) {
    lastSeen.computeIfAbsent(sourceId, key -> new TreeMap<>())
        .merge(unit, month, (one, other) -> one.isAfter(other) ? one : other);
  }
}
