package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/** How far people in each province use public services online, get answers to their feedback and pay without cash. */
public final class ProvinceMonthDigitalService implements TableBuild {
  private static final String MISSING = "missing_unit_ids";
  private static final double MICROS_PER_DAY = 86_400_000_000.0;

  private static final Measure DOSSIERS = Measure.count("dossier_count");
  private static final List<Measure> DOSSIER_MEASURES = List.of(DOSSIERS, Measure.count("online_dossier_count"),
      Measure.count("full_online_dossier_count"), Measure.count("due_completed_dossier_count"),
      Measure.count("on_time_dossier_count"), Measure.count("fee_dossier_count"),
      Measure.count("fee_paid_online_count"));
  /** Not split: on small numbers the rounded parts would no longer be a mean between one and five. */
  private static final List<Measure> RATING_MEASURES = Measure.counts("rated_dossier_count", "rating_sum");
  private static final List<Measure> FEEDBACK_MEASURES = Measure.counts("feedback_count", "answered_feedback_count");
  private static final List<Measure> PAYMENT_MEASURES = List.of(Measure.count("payment_count"),
      Measure.count("cashless_payment_count"), Measure.money("payment_value_vnd"),
      Measure.money("cashless_value_vnd"));

  private static final List<Growth.Level> LEVELS =
      List.of(new Growth.Level(DOSSIERS, "dossier_growth", null, MISSING));

  private static final List<Ratio> RATIOS = List.of(
      new Ratio("online_dossier_share", "online_dossier_count", "dossier_count"),
      new Ratio("full_online_dossier_share", "full_online_dossier_count", "dossier_count"),
      new Ratio("on_time_dossier_share", "on_time_dossier_count", "due_completed_dossier_count"),
      new Ratio("fee_paid_online_share", "fee_paid_online_count", "fee_dossier_count"),
      new Ratio("average_rating", "rating_sum", "rated_dossier_count"),
      new Ratio("answered_feedback_share", "answered_feedback_count", "feedback_count"),
      new Ratio("cashless_payment_share", "cashless_payment_count", "payment_count"),
      new Ratio("cashless_value_share", "cashless_value_vnd", "payment_value_vnd"));

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> dossiers = Months.of(inputs.table("clean.public_service_dossier"), "submitted_date", interval);
    Dataset<Row> feedback = Months.of(inputs.table("clean.citizen_feedback"), "received_date", interval);
    Dataset<Row> payments = Months.of(inputs.table("clean.digital_payment"), "payment_date", interval);
    BoundaryBases bases = new BoundaryBases(dossiers.sparkSession(), Territory.standard());

    Dataset<Row> rows = bases.combine(List.of(
        new Family("dossier", bases.place(served(dossiers), "unit_id"), DOSSIER_MEASURES,
            RATING_MEASURES.stream().map(Measure::name).toList(), MISSING),
        new Family("feedback", answered(feedback, bases), FEEDBACK_MEASURES, List.of("median_answer_micros"),
            "feedback_missing_unit_ids"),
        new Family("payment", bases.place(paid(payments), "unit_id"), PAYMENT_MEASURES, List.of(),
            "payment_missing_unit_ids")));
    rows = Balance.add(rows, allMeasures());
    rows = Growth.add(rows, inputs.table("mart.province_month_digital_service"), LEVELS, interval);
    return Ratio.add(rows, RATIOS)
        .withColumn("median_answer_days", col("median_answer_micros").divide(MICROS_PER_DAY))
        .drop("median_answer_micros", "region_id");
  }

  private static Dataset<Row> served(Dataset<Row> dossiers) {
    Column isDue = col("completed_date").isNotNull().and(col("due_date").isNotNull());
    return Grouping.of(
            Provenance.mark(dossiers, "online_level", "due_date", "completed_date", "fee_paid_online", "rating"),
            "unit_id", Months.MONTH)
        .with(sum(lit(1L)).as("dossier_count"),
            counted(col("online_level").isin("partial", "full"), "online_dossier_count"),
            counted(col("online_level").equalTo("full"), "full_online_dossier_count"),
            counted(isDue, "due_completed_dossier_count"),
            counted(isDue.and(col("completed_date").leq(col("due_date"))), "on_time_dossier_count"),
            counted(col("fee_paid_online").isNotNull(), "fee_dossier_count"),
            counted(col("fee_paid_online"), "fee_paid_online_count"),
            counted(col("rating").isNotNull(), "rated_dossier_count"),
            sum("rating").as("rating_sum"))
        .with(Provenance.carry())
        .rows();
  }

  /**
   * Feedback by the time it took, so that the median of every map comes from all its records and is exact. A time
   * below zero cannot be right and is left out of the median.
   */
  private static Dataset<Row> answered(Dataset<Row> feedback, BoundaryBases bases) {
    Column taken = unix_micros(col("answered_time")).minus(unix_micros(col("received_time")));
    Dataset<Row> times = Grouping.of(
            Provenance.mark(feedback, "received_time", "answered_time")
                .withColumn("taken", when(taken.geq(0), taken))
                .withColumn("is_answered", col("answered_time").isNotNull()),
            "unit_id", Months.MONTH, "is_answered", "taken")
        .with(sum(lit(1L)).as("feedback_count"))
        .with(Provenance.carry())
        .rows()
        .withColumn("answered_feedback_count", when(col("is_answered"), col("feedback_count")).otherwise(lit(0L)));
    return Grouping.of(bases.place(times, "unit_id"), BoundaryBases.KEY)
        .with(percentile(col("taken"), lit(0.5), col("feedback_count")).as("median_answer_micros"))
        .with(Measure.sums(FEEDBACK_MEASURES))
        .with(BoundaryBases.coveredLand())
        .with(Provenance.carry())
        .rows();
  }

  private static Dataset<Row> paid(Dataset<Row> payments) {
    Column cashless = col("is_cashless");
    return Grouping.of(Provenance.mark(payments, "payment_count", "payment_value_vnd", "is_cashless"),
            "unit_id", Months.MONTH)
        .with(Measure.count("payment_count").sum(),
            Measure.count("cashless_payment_count").sumOf(when(cashless, col("payment_count")).otherwise(lit(0))),
            Measure.money("payment_value_vnd").sum(),
            Measure.money("cashless_value_vnd").sumOf(when(cashless, col("payment_value_vnd")).otherwise(lit(0))))
        .with(Provenance.carry())
        .rows();
  }

  private static Column counted(Column condition, String name) {
    return Measure.count(name).sumOf(when(condition, 1L).otherwise(0L));
  }

  private static List<Measure> allMeasures() {
    List<Measure> all = new ArrayList<>(DOSSIER_MEASURES);
    all.addAll(FEEDBACK_MEASURES);
    all.addAll(PAYMENT_MEASURES);
    return all;
  }
}
