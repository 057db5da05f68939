package vn.cuulong.mart;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A column whose values add up over units. Its type is exact, so that a sum does not depend on the order of rows.
 *
 * @param name the column
 * @param scale decimal digits; 0 for a count, which is a bigint
 */
record Measure(String name, int scale) {
  private static final int PRECISION = 18;

  /** A number of things. */
  static Measure count(String name) {
    return new Measure(name, 0);
  }

  /** An amount of đồng. */
  static Measure money(String name) {
    return new Measure(name, 2);
  }

  /** Counts of these names. */
  static List<Measure> counts(String... names) {
    return List.of(names).stream().map(Measure::count).toList();
  }

  DataType type() {
    return scale == 0 ? DataTypes.LongType : DataTypes.createDecimalType(PRECISION, scale);
  }

  /** The column itself. */
  Column column() {
    return col(name);
  }

  /** The values of a group added up; null when there are none. */
  Column sum() {
    return sumOf(col(name));
  }

  /** An expression added up over a group, under the name of this measure. */
  Column sumOf(Column expression) {
    return org.apache.spark.sql.functions.sum(expression).cast(type()).as(name);
  }

  /** The part of the value that the steps of {@link Place#fractions} lead to; all of it when there are none. */
  Column part(Column fractions) {
    DataType exact = DataTypes.createDecimalType(PRECISION + 2, scale);
    Column whole = col(name).cast(exact);
    Column start = struct(whole.as("left"), whole.as("taken"));
    return aggregate(fractions, start, (split, fraction) -> {
      Column left = split.getField("left");
      Column taken = round(left.multiply(fraction), scale).cast(exact);
      return struct(left.minus(taken).cast(exact).as("left"), taken.as("taken"));
    }, split -> split.getField("taken")).cast(type());
  }

  /** The sums of several measures. */
  static List<Column> sums(List<Measure> measures) {
    List<Column> sums = new ArrayList<>();
    measures.forEach(measure -> sums.add(measure.sum()));
    return sums;
  }
}
