package vn.cuulong.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A small table for people: columns lined up, numbers to the right. */
final class TextTable {
  private static final String GAP = "  ";
  private final List<String> heads;
  private final List<Boolean> right;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param heads headings
   * @param right for each column whether it is lined up to the right
   */
  TextTable(List<String> heads, List<Boolean> right) {
    this.heads = heads;
    this.right = right;
  }

  /** Adds a row; control characters become spaces, so that a cell stays a cell. */
  void add(List<String> cells) {
    rows.add(cells.stream().map(TextTable::oneLine).toList());
  }

  /** Prints headings, a line, rows. */
  void print(PrintStream out, String indent) {
    int[] widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(heads.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    out.println(indent + line(heads, widths));
    StringBuilder rule = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      rule.append(i == 0 ? "" : GAP).append("─".repeat(widths[i]));
    }
    out.println(rule);
    rows.forEach(row -> out.println(indent + line(row, widths)));
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : GAP);
      if (right.get(i)) {
        line.append(pad).append(cells.get(i));
      } else {
        line.append(cells.get(i)).append(pad);
      }
    }
    return line.toString().stripTrailing();
  }

  /** Places on the screen: marks that sit on the letter before them take none. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT) {
        width++;
      }
    }
    return width;
  }

  /** The text without line breaks and control characters. */
  static String oneLine(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        line = line == null ? new StringBuilder(text) : line;
        line.setCharAt(i, ' ');
      }
    }
    return line == null ? text : line.toString();
  }
}
