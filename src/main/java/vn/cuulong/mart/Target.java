package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A target as it was set.
 *
 * @param indicator the indicator under which it is published, {@code target_…}
 * @param unitId the unit as it was on the map of the publication
 * @param period its period as a code: {@code 2030}, {@code 2026-2030}
 * @param start first day of the period
 * @param end the day by which it is to be reached
 * @param value what is to be reached
 * @param unitCode unit of measure of the value
 * @param status final, or estimate while it is only proposed
 * @param sources documents that give it, ordered; the first is quoted
 */
record Target(String indicator, String unitId, String period, LocalDate start, LocalDate end, double value,
    String unitCode, String status, List<Source> sources) {
  /** A document; its day is null where the publication does not say it. */
  record Source(String title, String reference, LocalDate date) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
      int byTitle = title.compareTo(other.title);
      int byPlace = byTitle != 0 ? byTitle : reference.compareTo(other.reference);
      return byPlace != 0 ? byPlace
          : Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()).compare(date, other.date);
    }
  }

  /**
   * The targets among published figures. One that several documents give alike is one target; documents that give
   * different values for one unit and period have set different targets.
   */
  static Collection<Target> of(Dataset<Row> statistics) {
    SortedMap<String, Target> targets = new TreeMap<>();
    statistics.filter("indicator LIKE 'target\\_%' AND unit_id IS NOT NULL").select("indicator", "unit_id", "period",
        "period_start", "period_end", "value", "unit_code", "status", "source_title", "source_reference",
        "vintage").collectAsList().forEach(row -> {
          Target target = of(row);
          targets.merge(target.id(), target, Target::with);
        });
    return targets.values();
  }

  private static Target of(Row row) {
    String title = row.getAs("source_title");
    Source source = new Source(title == null ? "" : title, row.getAs("source_reference"),
        row.getAs("vintage") == null ? null : day(row, "vintage"));
    return new Target(row.getAs("indicator"), row.getAs("unit_id"), row.getAs("period"), day(row, "period_start"),
        day(row, "period_end"), row.<Double>getAs("value"), row.getAs("unit_code"), row.getAs("status"),
        List.of(source));
  }

  /** Names the target for good: what is aimed at, who, by when, how much. */
  String id() {
    String amount = new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return indicator + ":" + unitId + ":" + period + ":" + amount + ":" + unitCode;
  }

  private Target with(Target other) {
    List<Source> both = new ArrayList<>(sources);
    other.sources.stream().filter(source -> !both.contains(source)).forEach(both::add);
    both.sort(null);
    // Decided by one document is decided, even where another only proposes it.
    String firmer = status.equals("final") ? status : other.status;
    return new Target(indicator, unitId, period, start, end, value, unitCode, firmer, List.copyOf(both));
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.parse(row.getAs(column).toString());
  }
}
