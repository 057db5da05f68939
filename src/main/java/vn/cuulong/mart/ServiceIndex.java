package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.TableName;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.Schemas;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/**
 * The six groups of Decision 766/QĐ-TTg as far as records measure them, month by month, and beside them the published
 * scores and ranks of that index, of the digital transformation index (DTI) and of the innovation index (PII).
 */
public final class ServiceIndex implements TableBuild {
  private static final TableName NAME = TableName.of("mart.service_index");
  private static final String DECISION_766 = "decision_766";
  private static final String TOTAL = "total";
  private static final double ALL_POINTS = 100;

  private final Jobs jobs;

  /** A build with the columns that the contracts declare. */
  public ServiceIndex(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> months = inputs.table("mart.province_month_digital_service");
    Map<String, PublishedScore> newest = new HashMap<>();
    NamedRows rows = new NamedRows(Schemas.of(jobs.tables().get(NAME)));
    // In order of their periods, so that the newest stays.
    PublishedScore.of(inputs.table("clean.official_statistic"), Territory.standard()).forEach((key, published) -> {
      newest.put(key.index() + " " + key.group() + " " + key.unitId(), published);
      published(rows.next(), published);
    });
    for (Row month : months.collectAsList()) {
      computed(rows, month, newest.get(DECISION_766 + " " + TOTAL + " " + month.getAs("unit_id")));
    }
    return rows.in(months.sparkSession());
  }

  private static void published(NamedRows row, PublishedScore published) {
    PublishedScore.Key key = published.key();
    PublishedScore.Figure main = published.main();
    row.set("index_code", key.index()).set("index_group", key.group()).set("unit_id", key.unitId())
        .set("boundary_basis", key.basis()).set("period_start", key.start()).set("period_end", key.end())
        .set("is_published", true).set("score", published.scoreValue())
        .set("max_score", published.score() == null ? null : published.score().outOf())
        .set("index_rank", published.rankValue()).set("index_rank_of", published.rankOf())
        .set("missing_unit_ids", List.of()).set("source_reference", main.reference()).set("is_estimated", false)
        .set("status", main.status()).set("data_origin", "published");
  }

  private static void computed(NamedRows rows, Row month, PublishedScore beside) {
    ServiceGroup.Score total = new ServiceGroup.Score(null, 0);
    for (ServiceGroup group : ServiceGroup.values()) {
      ServiceGroup.Score score = group.score(month);
      total = total.plus(score);
      NamedRows row = computed(rows.next(), month, group.code(), group.points(), score,
          group.parts().isEmpty() ? "never_recorded" : "no_records");
      if (group.parts().size() == 1 && score.score() != null) {
        row.set("numerator", number(month, group.parts().get(0).numerator()))
            .set("denominator", number(month, group.parts().get(0).denominator()));
      }
    }
    NamedRows row = computed(rows.next(), month, TOTAL, ALL_POINTS, total, "no_records");
    if (beside != null) {
      row.set("published_score", beside.scoreValue()).set("published_rank", beside.rankValue())
          .set("published_rank_of", beside.rankOf()).set("published_period_end", beside.key().end())
          .set("source_reference", beside.main().reference());
    }
  }

  private static NamedRows computed(NamedRows row, Row month, String group, double points, ServiceGroup.Score score,
      String otherwise) {
    LocalDate start = LocalDate.parse(month.getAs(Months.MONTH).toString());
    boolean feedback = group.equals(ServiceGroup.SATISFACTION.code());
    return row.set("index_code", DECISION_766).set("index_group", group).set("unit_id", month.getAs("unit_id"))
        .set("boundary_basis", month.getAs("boundary_basis")).set("period_start", start)
        .set("period_end", start.plusMonths(1).minusDays(1)).set("is_published", false).set("score", score.score())
        .set("max_score", points).set("measured_max_score", score.measured())
        .set("attained_share", score.score() == null ? null : (Double) (score.score() / score.measured()))
        .set("unscored_because", score.score() == null ? otherwise : null)
        .set("missing_unit_ids", month.getList(month.fieldIndex(feedback ? "feedback_missing_unit_ids"
            : "missing_unit_ids")))
        .set("is_estimated", month.getAs("is_estimated")).set("status", month.getAs("status"))
        .set("data_origin", month.getAs("data_origin"));
  }

  private static Double number(Row row, String column) {
    Number value = row.getAs(column);
    return value == null ? null : (Double) value.doubleValue();
  }
}
