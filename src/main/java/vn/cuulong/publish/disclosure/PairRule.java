package vn.cuulong.publish.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.DisclosureContract;
import vn.cuulong.publish.FrozenTable;

/** Which pairs of places say too much about one contributor, and how far each measure has to be out of reach. */
final class PairRule {
  private final List<String> measures;
  private final int minimumCount;
  private final SafetyRule rule;
  private final FrozenTable table;
  private final Contributions behind;

  /**
   * The rules of one table.
   *
   * @param contributors rows of the mart of contributors, or null
   */
  PairRule(DisclosureContract contract, FrozenTable table, FrozenTable contributors) {
    this.measures = contract.pairs().measures();
    this.minimumCount = contract.thresholds().minimumCount();
    this.rule = new SafetyRule(contract.thresholds());
    this.table = table;
    this.behind = new Contributions(contributors, table.contract().name().toString());
  }

  /** Why a row must not be published: few sellers, few of anything that is counted, or one seller that dominates. */
  Optional<Reason> judge(PairCells cells, Object[] row) {
    boolean few = measures.stream().map(table::indexOf)
        .filter(at -> table.columns().get(at).type().base() == Base.BIGINT)
        .mapToLong(at -> ((Number) row[at]).longValue()).anyMatch(count -> count > 0 && count < minimumCount);
    Contribution contribution = contribution(cells, row);
    return few || contribution == null ? Optional.of(Reason.FEW_CONTRIBUTORS) : rule.judge(contribution);
  }

  /** How far a measure of a row has to be out of reach if the row must not be published. */
  double protection(PairCells cells, Object[] row, String measure, double value) {
    return rule.protection(value, measure.equals(measures.get(0)) ? contribution(cells, row) : null, 1);
  }

  /** The cells with one contributor, who knows them. */
  BitSet single(PairCells cells, List<Object[]> rows) {
    BitSet single = new BitSet();
    for (Object[] row : rows) {
      Contribution contribution = contribution(cells, row);
      if (contribution != null && contribution.count() == 1) {
        single.set(cells.of(row));
      }
    }
    return single;
  }

  /** Null when nobody knows who stands behind a row: it is then withheld. */
  private Contribution contribution(PairCells cells, Object[] row) {
    return behind.of(new Cell(cells.from(row), cells.basis(row), cells.month()), cells.to(row), measures.get(0))
        .orElse(null);
  }
}
