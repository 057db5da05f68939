package vn.cuulong.table;

import java.util.List;
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

  /**
   * The books of the files behind the declared clean inputs, for the intervals that are rebuilt: what was read,
   * accepted, refused and found twice, and when the file arrived. None when no file was read.
   */
  default List<FileBook> books() {
    return List.of();
  }
}
