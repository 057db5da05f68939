package vn.cuulong.mart;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a mart row carries on from its records: how many there were, how many hold a guess, the weakest status and the
 * origin that most needs a warning. Ranks take the place of words while rows are grouped, because the worst is then
 * the greatest.
 */
final class Provenance {
  static final Measure RECORDS = Measure.count("record_count");
  static final Measure GUESSES = Measure.count("guess_count");
  private static final String STATUS_RANK = "status_rank";
  private static final String ORIGIN_RANK = "origin_rank";
  /** From best to worst. */
  private static final List<String> STATUSES = List.of("final", "preliminary", "estimate");
  private static final List<String> ORIGINS = List.of("published", "administrative", "synthetic");

  private Provenance() {}

  /**
   * Counts every record as one and ranks it. Records without a status of their own are final: they are what happened.
   *
   * @param measures the columns that the mart reads values from; an issue on one of them makes the record a guess
   */
  static Dataset<Row> mark(Dataset<Row> records, String... measures) {
    Column status = Arrays.asList(records.columns()).contains("status") ? col("status") : lit(STATUSES.get(0));
    return records.withColumns(Map.of(
        RECORDS.name(), lit(1L),
        GUESSES.name(), when(holdsGuess(measures), 1L).otherwise(0L),
        STATUS_RANK, rank(status, STATUSES),
        ORIGIN_RANK, rank(col("data_origin"), ORIGINS)));
  }

  /** Ranks the rows of a mart, which count their records and guesses already, so that they can be grouped further. */
  static Dataset<Row> rank(Dataset<Row> rows) {
    return rows.withColumns(Map.of(
        STATUS_RANK, rank(col("status"), STATUSES),
        ORIGIN_RANK, rank(col("data_origin"), ORIGINS)));
  }

  /** The columns of a group of marked rows. */
  static List<Column> carry() {
    return List.of(RECORDS.sum(), GUESSES.sum(), ranks().get(0), ranks().get(1));
  }

  /** As {@link #carry}, without the numbers of records and guesses. */
  static List<Column> ranks() {
    return List.of(max(STATUS_RANK).as(STATUS_RANK), max(ORIGIN_RANK).as(ORIGIN_RANK));
  }

  /** Ranks turned into words again. */
  static Dataset<Row> name(Dataset<Row> rows) {
    return rows
        .withColumns(Map.of(
            RECORDS.name(), coalesce(RECORDS.column(), lit(0L)),
            GUESSES.name(), coalesce(GUESSES.column(), lit(0L)),
            "status", word(col(STATUS_RANK), STATUSES),
            "data_origin", word(col(ORIGIN_RANK), ORIGINS)))
        .drop(STATUS_RANK, ORIGIN_RANK);
  }

  /** The place of a status from best to worst, for the choice between figures. */
  static Column statusRank(Column status) {
    return rank(status, STATUSES);
  }

  /** The place of a status from best to worst. */
  static int rankOfStatus(String status) {
    return STATUSES.indexOf(status);
  }

  /** The worst of some statuses. */
  static String worstStatus(List<String> statuses) {
    return STATUSES.get(statuses.stream().mapToInt(STATUSES::indexOf).max().orElse(0));
  }

  /** The origin that most needs a warning. */
  static String worstOrigin(List<String> origins) {
    return ORIGINS.get(origins.stream().mapToInt(ORIGINS::indexOf).max().orElse(0));
  }

  private static Column holdsGuess(String... measures) {
    Column issues = col("issues");
    return size(issues).gt(0).and(exists(issues, issue -> {
      // Of two rows with one key and different content one was chosen.
      Column guess = issue.equalTo("duplicate_key_conflict");
      for (String measure : measures) {
        guess = guess.or(issue.startsWith(measure + ":"));
      }
      return guess;
    }));
  }

  private static Column rank(Column word, List<String> words) {
    Column rank = lit(0);
    for (int i = 1; i < words.size(); i++) {
      rank = when(word.equalTo(words.get(i)), i).otherwise(rank);
    }
    return rank;
  }

  private static Column word(Column rank, List<String> words) {
    Column word = lit(words.get(0));
    for (int i = 1; i < words.size(); i++) {
      word = when(rank.equalTo(i), words.get(i)).otherwise(word);
    }
    return word;
  }
}
