package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The estimates that a table has: which, and in which order they were added. */
final class EstimateGroups {
  private final Map<Group, Long> numbers = new HashMap<>();
  private long newest;

  private EstimateGroups() {}

  /**
   * One estimate.
   *
   * @param vintage newest publication that it knew
   * @param version of the method
   * @param method hash of the method
   * @param territory hash of the land
   * @param inputs hash of what it knew
   */
  record Group(LocalDate vintage, int version, String method, String territory, String inputs) {}

  /** The groups of a table that only grows. */
  static EstimateGroups of(Dataset<Row> table) {
    EstimateGroups groups = new EstimateGroups();
    for (Row row : table.select("estimate_vintage", "method_version", "method_hash", "territory_hash", "inputs_hash",
        "release_number").distinct().collectAsList()) {
      long number = row.getLong(5);
      groups.numbers.put(of(row), number);
      groups.newest = Math.max(groups.newest, number);
    }
    return groups;
  }

  /** The group of a row that begins with vintage, version and the three hashes. */
  static Group of(Row row) {
    return new Group(DigitalFigures.day(row.get(0)), (int) row.getLong(1), row.getString(2), row.getString(3),
        row.getString(4));
  }

  /** Adds a group behind all others; false when it is there. */
  boolean add(Group group) {
    if (numbers.containsKey(group)) {
      return false;
    }
    numbers.put(group, ++newest);
    return true;
  }

  /** The number of a group that is there. */
  long number(Group group) {
    return numbers.get(group);
  }
}
