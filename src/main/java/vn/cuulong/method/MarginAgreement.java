package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether margins can be met together: two margins that cover the same cells imply the same total for them.
 *
 * <p>Groups of two margins hang together when they share a cell that is not zero. Where every cell of such a block is
 * in a group of both margins, the totals of both sides have to be equal: for rows and columns of a full table that is
 * the grand total, for a table with separate blocks it is the total of each block.
 */
final class MarginAgreement {
  private final double[] cells;
  private final Margin left;
  private final Margin right;
  /** Parent of each group in its block; groups of the right margin follow those of the left one, "free" is last. */
  private final int[] parent;

  private MarginAgreement(double[] cells, Margin left, Margin right) {
    this.cells = cells;
    this.left = left;
    this.right = right;
    this.parent = new int[left.totals().length + right.totals().length + 1];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    join();
  }

  /**
   * Refuses margins that contradict each other.
   *
   * @param cells cells of the table; only which ones are above zero matters
   * @param tolerance largest relative difference that counts as equal
   * @throws MethodException naming the two margins and both totals
   */
  static void require(double[] cells, List<Margin> margins, double tolerance) {
    for (int i = 0; i < margins.size(); i++) {
      for (int j = i + 1; j < margins.size(); j++) {
        new MarginAgreement(cells, margins.get(i), margins.get(j)).require(tolerance);
      }
    }
  }

  private void join() {
    int free = parent.length - 1;
    int[] leftOf = groupOfCell(left, 0, free);
    int[] rightOf = groupOfCell(right, left.totals().length, free);
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] > 0) {
        parent[block(leftOf[cell])] = block(rightOf[cell]);
      }
    }
  }

  private int[] groupOfCell(Margin margin, int first, int free) {
    int[] groups = new int[cells.length];
    Arrays.fill(groups, free);
    for (int group = 0; group < margin.members().length; group++) {
      for (int cell : margin.members()[group]) {
        groups[cell] = first + group;
      }
    }
    return groups;
  }

  private int block(int group) {
    int root = group;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void require(double tolerance) {
    TreeMap<Integer, List<Integer>> blocks = new TreeMap<>();
    int free = parent.length - 1;
    for (int group = 0; group < free; group++) {
      if (block(group) != block(free)) {
        blocks.computeIfAbsent(block(group), root -> new ArrayList<>()).add(group);
      }
    }
    blocks.values().forEach(groups -> requireEqual(groups, tolerance));
  }

  private void requireEqual(List<Integer> groups, double tolerance) {
    int first = left.totals().length;
    double leftTotal = StableSum.of(groups.stream().filter(group -> group < first)
        .mapToDouble(group -> left.totals()[group]).toArray());
    double rightTotal = StableSum.of(groups.stream().filter(group -> group >= first)
        .mapToDouble(group -> right.totals()[group - first]).toArray());
    if (Math.abs(leftTotal - rightTotal) > tolerance * Math.max(leftTotal, rightTotal)) {
      throw new MethodException("The margins disagree", "over the same cells " + named(left, groups, 0) + " add to "
          + leftTotal + " and " + named(right, groups, first) + " add to " + rightTotal,
          "Bring the totals together first: scale the weaker source, or rake with reliabilities.");
    }
  }

  private static String named(Margin margin, List<Integer> groups, int first) {
    List<String> labels = groups.stream().filter(group -> group >= first && group < first + margin.totals().length)
        .map(group -> margin.labels().get(group - first)).toList();
    String some = String.join(", ", labels.subList(0, Math.min(5, labels.size())));
    return "the totals of " + margin.name() + " (" + some + (labels.size() > 5 ? " ..." : "") + ")";
  }
}
