package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import vn.cuulong.SparkForTests;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Territory;

/** Values of new units, split over their old provinces by the steps of {@link Place#fractions}. */
class MeasureSplitTest {
  private static final long SEED = 20250701;
  private static final int VALUES = 300;
  private static final StructType SCHEMA = new StructType()
      .add("value", DataTypes.LongType)
      .add("part_of_it", DataTypes.LongType)
      .add("money", DataTypes.createDecimalType(18, 2))
      .add("fractions", DataTypes.createArrayType(DataTypes.createDecimalType(13, 12), false))
      .add("exact_share", DataTypes.DoubleType);

  @Test
  void partsAddUpToTheWholeStayNearTheirShareAndKeepSubsetsInside() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Row> rows = new ArrayList<>();
    int parts = 0;
    List<List<Place>> units = splitUnits();
    for (int i = 0; i < VALUES; i++) {
      List<Place> ways = units.get(random.nextInt(units.size()));
      long value = random.nextLong(random.nextBoolean() ? 10 : 100_000_000_000L);
      long partOfIt = random.nextLong(value + 1);
      BigDecimal money = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000_00L), 2);
      for (Place way : ways) {
        rows.add(RowFactory.create(value, partOfIt, money, way.fractions().toArray(), share(way)));
        parts++;
      }
    }
    List<Row> split = SparkForTests.session().createDataFrame(rows, SCHEMA).select(
        col("value"), col("money"), col("exact_share"),
        Measure.count("value").part(col("fractions")).as("taken"),
        Measure.count("part_of_it").part(col("fractions")).as("taken_of_it"),
        Measure.money("money").part(col("fractions")).as("taken_money")).collectAsList();

    assertThat(split).hasSize(parts);
    assertThat(split).as("seed %d", SEED).allSatisfy(row -> {
      double exact = row.getLong(0) * row.getDouble(2);
      assertThat(row.getLong(3)).isNotNegative();
      assertThat(Math.abs(row.getLong(3) - exact)).isLessThanOrEqualTo(1.5);
      assertThat(row.getLong(4)).isLessThanOrEqualTo(row.getLong(3));
    });
    int at = 0;
    while (at < split.size()) {
      Row first = split.get(at);
      long sum = 0;
      BigDecimal money = BigDecimal.ZERO;
      double share = 0;
      while (share < 1 - 1e-9) {
        sum += split.get(at).getLong(3);
        money = money.add(split.get(at).getDecimal(5));
        share += split.get(at).getDouble(2);
        at++;
      }
      assertThat(sum).as("seed %d", SEED).isEqualTo(first.getLong(0));
      assertThat(money).as("seed %d", SEED).isEqualByComparingTo(first.getDecimal(1));
    }
  }

  private static List<List<Place>> splitUnits() {
    Territory territory = Territory.standard();
    List<Place> all = new Places(territory).places().stream()
        .filter(place -> place.isSplit() && territory.unit(place.unitId()).orElseThrow().isProvince()).toList();
    return all.stream().map(Place::recordedUnitId).distinct()
        .map(unit -> all.stream().filter(place -> place.recordedUnitId().equals(unit)).toList()).toList();
  }

  private static double share(Place way) {
    return Territory.standard().crosswalk(Basis.UNITS_2025, Basis.UNITS_2004).from(way.recordedUnitId()).stream()
        .filter(row -> row.toUnitId().equals(way.unitId())).findFirst().orElseThrow().weight();
  }
}
