package vn.cuulong.publish.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.cuulong.publish.FrozenTable;

/** Who stands behind the values of a table, from the internal mart of contributors. */
final class Contributions {
  private record Place(Cell cell, String measure) {}

  private final Map<Place, Contribution> contributions = new HashMap<>();

  /**
   * The contributions to one table.
   *
   * @param contributors rows of the mart of contributors, or null when there is none
   * @param tableName the mart whose values they stand behind
   */
  Contributions(FrozenTable contributors, String tableName) {
    if (contributors == null) {
      return;
    }
    for (Object[] row : contributors.rows()) {
      if (tableName.equals(row[contributors.indexOf("contributed_table")])) {
        contributions.put(
            new Place(Cell.of(contributors, row), (String) row[contributors.indexOf("contributed_measure")]),
            new Contribution(number(contributors, row, "contributor_count").longValue(),
                number(contributors, row, "largest_contribution").doubleValue(),
                number(contributors, row, "second_largest_contribution").doubleValue(),
                number(contributors, row, "total_contribution").doubleValue()));
      }
    }
  }

  Optional<Contribution> of(Cell cell, String measure) {
    return Optional.ofNullable(contributions.get(new Place(cell, measure)));
  }

  private static Number number(FrozenTable table, Object[] row, String column) {
    return (Number) row[table.indexOf(column)];
  }
}
