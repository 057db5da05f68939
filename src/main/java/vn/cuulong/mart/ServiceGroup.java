package vn.cuulong.mart;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/**
 * The six groups of Decision 766/QĐ-TTg of 23 June 2022 with the points that each can give (100 together), and what of
 * them a month of {@code mart.province_month_digital_service} can measure.
 *
 * <p>Points: 18, 20, 22, 22 and 18 for five groups (sonoivu.namdinh.gov.vn on the decision); the published scores part
 * the 22 of online services in 12 for the services and 10 for payment (Bắc Ninh's weekly report, vietnam.vn).
 *
 * <p>The decision gives points by steps and by lists of procedures that records do not have. Here a group has the
 * measured share of its points; what no record measures is left out and said, never taken for zero.
 */
enum ServiceGroup {
  /** Procedures published in full and on time: no record of it. */
  OPENNESS(18),
  /** Dossiers completed on time among those that were due and are completed. */
  TIMELINESS(20, new Part(20, "on_time_dossier_count", "due_completed_dossier_count")),
  /** Dossiers and results as electronic documents: no record of it. */
  DIGITISATION(22),
  /** Dossiers submitted online. */
  ONLINE_SERVICE(12, new Part(12, "online_dossier_count", "dossier_count")),
  /** Dossiers with a fee that was paid online. */
  ONLINE_PAYMENT(10, new Part(10, "fee_paid_online_count", "fee_dossier_count")),
  /**
   * Feedback that was answered, and satisfaction with dossiers; satisfaction with answers is the third part, which no
   * record measures.
   */
  SATISFACTION(18, new Part(6, "answered_feedback_count", "feedback_count"),
      new Part(6, "rating_sum", "rated_dossier_count"));

  private final double points;
  private final List<Part> parts;

  ServiceGroup(double points, Part... parts) {
    this.points = points;
    this.parts = List.of(parts);
  }

  /** A part of a group: points in proportion to numerator over denominator. */
  record Part(double points, String numerator, String denominator) {
    /** The share that is attained; null when the month has no records of the kind. */
    Double share(Row month) {
      Number above = month.getAs(numerator);
      Number below = month.getAs(denominator);
      if (above == null || below == null || below.doubleValue() <= 0) {
        return null;
      }
      double ratio = above.doubleValue() / below.doubleValue();
      // Ratings run from 1 to 5: 1 is nothing, 5 is all.
      return numerator.equals("rating_sum") ? (Double) ((ratio - 1) / 4) : (Double) ratio;
    }
  }

  /**
   * What a month says of a group.
   *
   * @param score points, or null when nothing could be measured
   * @param measured points that could have been reached
   */
  record Score(Double score, double measured) {
    Score plus(Score other) {
      return score == null ? other : other.score == null ? this
          : new Score(score + other.score, measured + other.measured);
    }
  }

  double points() {
    return points;
  }

  List<Part> parts() {
    return parts;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Score score(Row month) {
    Score sum = new Score(null, 0);
    for (Part part : parts) {
      Double share = part.share(month);
      sum = sum.plus(share == null ? new Score(null, 0) : new Score(share * part.points(), part.points()));
    }
    return sum;
  }
}
