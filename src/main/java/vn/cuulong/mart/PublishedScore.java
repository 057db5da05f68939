package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;
import vn.cuulong.territory.Unit;

/**
 * Score and rank of one published index, as far as they are known.
 *
 * @param score its figure, or null
 * @param rank the figure of the rank, or null
 */
record PublishedScore(Key key, Figure score, Figure rank) {
  private static final String INDEX_766 = "decision_766";
  private static final Map<String, Code> CODES = Map.ofEntries(
      Map.entry("index766_score", new Code(INDEX_766, "total", false)),
      Map.entry("index766_rank", new Code(INDEX_766, "total", true)),
      Map.entry("dti_score", new Code("dti", "total", false)),
      Map.entry("dti_rank", new Code("dti", "total", true)),
      Map.entry("dti_pillar_digital_government", new Code("dti", "digital_government", false)),
      Map.entry("dti_pillar_digital_economy", new Code("dti", "digital_economy", false)),
      Map.entry("dti_pillar_digital_economy_rank", new Code("dti", "digital_economy", true)),
      Map.entry("dti_pillar_digital_society", new Code("dti", "digital_society", false)),
      Map.entry("pii_score", new Code("pii", "total", false)),
      Map.entry("pii_rank", new Code("pii", "total", true)),
      Map.entry("pii_rank_region", new Code("pii", "within_region", true)));

  /** What a published indicator is: which index, which group of it, score or rank. */
  private record Code(String index, String group, boolean isRank) {}

  /** What has one score and one rank. */
  record Key(String index, String group, String unitId, String basis, LocalDate start, LocalDate end)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::index).thenComparing(Key::group)
        .thenComparing(Key::unitId).thenComparing(Key::basis).thenComparing(Key::end).thenComparing(Key::start);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** A figure of a publication. */
  record Figure(double value, String unitCode, String status, String reference, LocalDate vintage) {
    private static final Comparator<Figure> PREFERENCE = Comparator
        .comparing((Figure figure) -> -Provenance.rankOfStatus(figure.status()))
        .thenComparing(Figure::vintage).thenComparing(Figure::reference).thenComparing(Figure::unitCode)
        .thenComparing(Figure::value);

    /** The number behind the last word of {@code rank_of_63} or {@code score_of_100}; null when it names none. */
    Double outOf() {
      String last = unitCode.substring(unitCode.lastIndexOf('_') + 1);
      return last.chars().allMatch(Character::isDigit) ? (Double) Double.parseDouble(last) : null;
    }
  }

  /** The published indices among the figures; of several publications the better status and the later day count. */
  static SortedMap<Key, PublishedScore> of(Dataset<Row> statistics, Territory territory) {
    SortedMap<Key, PublishedScore> scores = new TreeMap<>();
    for (Row row : statistics.filter(col("indicator").isin(CODES.keySet().toArray()).and(col("unit_id").isNotNull()))
        .select("indicator", "unit_id", "period_start", "period_end", "value", "unit_code", "status", "vintage",
            "source_reference").collectAsList()) {
      Code code = CODES.get(row.<String>getAs("indicator"));
      Unit unit = territory.unit(row.getAs("unit_id")).orElseThrow();
      Basis basis = unit.validOn(Basis.UNITS_2025.day()) ? Basis.UNITS_2025 : Basis.UNITS_2004;
      Key key = new Key(code.index(), code.group(), unit.id(), basis.code(), day(row, "period_start"),
          day(row, "period_end"));
      Figure figure = new Figure(row.<Double>getAs("value"), row.getAs("unit_code"), row.getAs("status"),
          row.getAs("source_reference"), row.getAs("vintage") == null ? LocalDate.MIN : day(row, "vintage"));
      scores.merge(key, code.isRank() ? new PublishedScore(key, null, figure) : new PublishedScore(key, figure, null),
          PublishedScore::with);
    }
    return scores;
  }

  private PublishedScore with(PublishedScore other) {
    return new PublishedScore(key, better(score, other.score), better(rank, other.rank));
  }

  private static Figure better(Figure one, Figure other) {
    return one == null ? other : other == null || Figure.PREFERENCE.compare(one, other) >= 0 ? one : other;
  }

  /** The figure that the source of the row is: the score where there is one. */
  Figure main() {
    return score != null ? score : rank;
  }

  Double scoreValue() {
    return score == null ? null : (Double) score.value();
  }

  Long rankValue() {
    return rank == null ? null : (Long) Math.round(rank.value());
  }

  Long rankOf() {
    return rank == null || rank.outOf() == null ? null : (Long) Math.round(rank.outOf());
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.parse(row.getAs(column).toString());
  }
}
