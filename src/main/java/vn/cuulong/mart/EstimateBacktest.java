package vn.cuulong.mart;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.method.DigitalEconomyBackTest;
import vn.cuulong.method.DigitalEconomyBackTest.HeldOut;
import vn.cuulong.method.KnownFigures;
import vn.cuulong.table.Inputs;
import vn.cuulong.table.Interval;
import vn.cuulong.table.TableBuild;
import vn.cuulong.territory.Territory;

/** What the method finds again when published values are left out, from what is known today. */
public final class EstimateBacktest implements TableBuild {
  private static final double PERCENT = 100;
  private static final StructType SCHEMA = EstimateColumns.withVintage(new StructType()
      .add("backtest_kind", DataTypes.StringType, false)
      .add("unit_id", DataTypes.StringType, false)
      .add("indicator", DataTypes.StringType, false)
      .add("period", DataTypes.StringType, false)
      .add("period_start", DataTypes.DateType, false)
      .add("method_family", DataTypes.StringType, false))
      .add("published_share", DataTypes.DoubleType, false)
      .add("estimated_share", DataTypes.DoubleType, false)
      .add("estimated_share_low", DataTypes.DoubleType, false)
      .add("estimated_share_high", DataTypes.DoubleType, false)
      .add("is_covered", DataTypes.BooleanType, false)
      .add("absolute_error_points", DataTypes.DoubleType, false)
      .add("data_origin", DataTypes.StringType, false);

  @Override
  public Dataset<Row> build(Inputs inputs, Interval interval) {
    Dataset<Row> statistics = inputs.table("clean.official_statistic");
    DigitalFigures figures = DigitalFigures.of(statistics);
    NamedRows rows = new NamedRows(SCHEMA);
    if (!figures.vintages().isEmpty()) {
      EstimateMethod method = new EstimateMethod(inputs.method());
      List<KnownFigures> releases = figures.vintages().stream().map(figures::on).toList();
      KnownFigures newest = releases.get(releases.size() - 1);
      EstimateGroups.Group group = new EstimateGroups.Group(newest.day(), inputs.method().version(), method.hash(),
          EstimateTerritory.hash(Territory.standard()), DigitalFigures.hash(newest));
      for (HeldOut one : new DigitalEconomyBackTest(method.spec(), Territory.standard()).of(releases)) {
        EstimateColumns.vintage(rows.next(), group)
            .set("backtest_kind", one.kind().name().toLowerCase(Locale.ROOT))
            .set("unit_id", one.unitId())
            .set("indicator", one.indicator())
            .set("period", Integer.toString(one.year()))
            .set("period_start", Date.valueOf(LocalDate.of(one.year(), 1, 1)))
            .set("method_family", ProvinceYearDigitalGrdp.OFFICE)
            .set("published_share", one.published())
            .set("estimated_share", one.estimate().point())
            .set("estimated_share_low", one.estimate().low())
            .set("estimated_share_high", one.estimate().high())
            .set("is_covered", one.isCovered())
            .set("absolute_error_points", one.error() * PERCENT)
            .set("data_origin", "published");
      }
    }
    return rows.in(statistics.sparkSession());
  }
}
