package vn.cuulong.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.MethodContract;

/** The declared inputs of one build. */
public interface Inputs {
  /**
   * The rows of a declared input, limited to the rebuilt interval and its declared lookback; the table itself, when
   * declared, gives only its rows before the interval.
   *
   * @param name {@code layer.name}
   * @throws IllegalArgumentException when the contract does not declare it
   */
  Dataset<Row> table(String name);

  /**
   * How the table is estimated.
   *
   * @throws IllegalStateException when it has no {@code method.yml}
   */
  default MethodContract method() {
    throw new IllegalStateException("the table has no method.yml");
  }
}
