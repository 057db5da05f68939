package vn.cuulong.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** A ratio of two columns that stand beside it in the row. */
final class Ratio {
  private Ratio() {}

  /** {@code numerator / denominator}; null when either is, or when the denominator is not above zero. */
  static Column of(String numerator, String denominator) {
    return of(col(numerator), col(denominator));
  }

  static Column of(Column numerator, Column denominator) {
    return when(denominator.gt(lit(0)), numerator.cast("double").divide(denominator.cast("double")));
  }
}
