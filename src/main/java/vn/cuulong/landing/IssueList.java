package vn.cuulong.landing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.table.Coded;
import vn.cuulong.vietnamese.Doubt;

/**
 * The issues of one row, as the code of a list. Millions of rows have few different lists, so each is made once: adding
 * an issue leads from the code of one list to the code of the list with that issue more.
 */
final class IssueList {
  /** Stands for the row as a whole where a column is asked for. */
  static final int ROW = -1;
  private static final Doubt[] DOUBTS = Doubt.values();
  private static final int EMPTY = 0;

  private final List<String> columns;
  private final Dictionary.Effect[] effects = new Dictionary.Effect[DOUBTS.length];
  /** Lists of sorted texts, by code. */
  private final List<String[]> lists = new ArrayList<>(List.<String[]>of(new String[0]));
  /** From a code (high half) and an issue (low half) to the next code. */
  private final Map<Long, Integer> next = new HashMap<>();
  private Coded<String[]> column;
  private int code = EMPTY;

  IssueList(Dictionary dictionary, List<String> columns) {
    this.columns = columns;
    for (Doubt doubt : DOUBTS) {
      Dictionary.Issue issue = dictionary.issues().get(doubt.code());
      if (issue == null) {
        throw new IllegalStateException("dictionary/issues.yml does not explain " + doubt.code()
            + ", which reading can find; add an entry for it");
      }
      effects[doubt.ordinal()] = issue.effect();
    }
  }

  void clear() {
    code = EMPTY;
  }

  /** Adds an issue of a column (by its place in the list), or of the row; gives its effect. */
  Dictionary.Effect add(int column, Doubt doubt) {
    long step = (long) code << 32 | (column + 1) * DOUBTS.length + doubt.ordinal();
    Integer known = next.get(step);
    code = known != null ? known : learn(step, column == ROW ? doubt.code() : columns.get(column) + ":" + doubt.code());
    return effects[doubt.ordinal()];
  }

  /** The issues as sorted texts. */
  String[] codes() {
    return lists.get(code);
  }

  /** Begins the column of the next block of rows. */
  Coded<String[]> begin(int rows) {
    column = new Coded<>(rows, lists);
    return column;
  }

  /** Puts the issues into a row. */
  void put(int row) {
    column.put(row, code);
  }

  private int learn(long step, String text) {
    String[] longer = Arrays.copyOf(lists.get(code), lists.get(code).length + 1);
    longer[longer.length - 1] = text;
    Arrays.sort(longer);
    lists.add(longer);
    next.put(step, lists.size() - 1);
    return lists.size() - 1;
  }
}
