package vn.cuulong.publish.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.cuulong.publish.FrozenTable;

/** Who stands behind the values of a table, from the internal mart of contributors. */
final class Contributions {
  /** What stands in the mart where a value has one place only. */
  static final String ALL = "all";

  private record Place(Cell cell, String partner, String measure) {}

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
            new Place(Cell.of(contributors, row), partner(contributors, row),
                (String) row[contributors.indexOf("contributed_measure")]),
            new Contribution(number(contributors, row, "contributor_count").longValue(),
                number(contributors, row, "largest_contribution").doubleValue(),
                number(contributors, row, "second_largest_contribution").doubleValue(),
                number(contributors, row, "total_contribution").doubleValue()));
      }
    }
  }

  Optional<Contribution> of(Cell cell, String measure) {
    return of(cell, ALL, measure);
  }

  /** Of what goes from a place to another. */
  Optional<Contribution> of(Cell cell, String partner, String measure) {
    return Optional.ofNullable(contributions.get(new Place(cell, partner, measure)));
  }

  private static String partner(FrozenTable contributors, Object[] row) {
    return (String) row[contributors.indexOf("partner_unit_id")];
  }

  private static Number number(FrozenTable table, Object[] row, String column) {
    return (Number) row[table.indexOf(column)];
  }
}
