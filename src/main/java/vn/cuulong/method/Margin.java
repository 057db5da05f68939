package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way of adding up the cells of a table: groups of cells that do not overlap, and the total of each group. A
 * cell in no group is free in this margin.
 *
 * @param name what the groups are, as in "province"
 * @param labels name of each group, for messages
 * @param members index of the cells of each group
 * @param totals what each group has to add to, in the unit of the cells, not negative
 */
public record Margin(String name, List<String> labels, int[][] members, double[] totals) {

  /**
   * A margin.
   *
   * @throws MethodException when a total is negative or no number, when a cell is in two groups, or when labels,
   *     groups and totals are not equally many
   */
  public Margin {
    labels = List.copyOf(labels);
    if (labels.size() != members.length || labels.size() != totals.length) {
      throw new MethodException("The margin " + name + " cannot be read", labels.size() + " labels, " + members.length
          + " groups and " + totals.length + " totals", "Give one label, one group and one total each.");
    }
    for (int group = 0; group < totals.length; group++) {
      if (!(totals[group] >= 0) || Double.isInfinite(totals[group])) {
        throw new MethodException("The margin " + name + " cannot be met", labels.get(group) + " has the total "
            + totals[group], "Totals are numbers of at least 0; leave a group out when its total is not known.");
      }
    }
    requireDisjoint(name, members);
  }

  private static void requireDisjoint(String name, int[][] members) {
    int[] all = Arrays.stream(members).flatMapToInt(Arrays::stream).sorted().toArray();
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1]) {
        throw new MethodException("The margin " + name + " cannot be read", "cell " + all[i] + " is in two groups",
            "Split the margin into two.");
      }
    }
  }

  /**
   * A margin from the group of each cell.
   *
   * @param groupOfCell number of the group of each cell, -1 for a free cell
   */
  public static Margin of(String name, List<String> labels, int[] groupOfCell, double[] totals) {
    List<List<Integer>> groups = new ArrayList<>();
    labels.forEach(label -> groups.add(new ArrayList<>()));
    for (int cell = 0; cell < groupOfCell.length; cell++) {
      if (groupOfCell[cell] >= 0) {
        groups.get(groupOfCell[cell]).add(cell);
      }
    }
    int[][] members = groups.stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
    return new Margin(name, labels, members, totals);
  }

  /** The rows of a table with this many columns, whose cells are listed row by row; labels are "1", "2" ... */
  public static Margin rows(int columns, double[] totals) {
    int[] group = new int[totals.length * columns];
    Arrays.setAll(group, cell -> cell / columns);
    return of("row", numbers(totals.length), group, totals);
  }

  /** The columns of a table with this many rows, whose cells are listed row by row; labels are "1", "2" ... */
  public static Margin columns(int rows, double[] totals) {
    int[] group = new int[rows * totals.length];
    Arrays.setAll(group, cell -> cell % totals.length);
    return of("column", numbers(totals.length), group, totals);
  }

  /** The same groups with other totals; the groups are not copied. */
  public Margin with(double[] otherTotals) {
    return new Margin(name, labels, members, otherTotals);
  }

  String labelled(int group) {
    return name + " " + labels.get(group);
  }

  private static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }
}
