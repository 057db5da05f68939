package vn.cuulong.landing;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.TableContract;

/**
 * What is needed to read files for a clean table.
 *
 * @param table the fed table
 * @param dictionary the words
 * @param erased sorted positions of records that are passed over, by the id of their file: a person asked for it
 */
public record TablePlan(TableContract table, Dictionary dictionary, Map<String, long[]> erased)
    implements Serializable {
  /** Copies the map, so that it can be sent to tasks. */
  public TablePlan {
    erased = new HashMap<>(erased);
  }

  /** Every record is read. */
  public TablePlan(TableContract table, Dictionary dictionary) {
    this(table, dictionary, Map.of());
  }
}
