package vn.cuulong.publish;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Appends a table in Markdown; cells are escaped, so that no text can break out of its cell or carry markup. */
final class MarkdownTable {
  private final StringBuilder page;

  MarkdownTable(StringBuilder page, String... headings) {
    this.page = page;
    page.append('\n');
    raw(headings);
    raw(Arrays.stream(headings).map(heading -> "---").toArray(String[]::new));
  }

  /** One row of cells that are already Markdown. */
  MarkdownTable raw(String... cells) {
    page.append(Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  /** Text as one cell. */
  static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
        .replace("_", "\\_").replace("\n", " ");
  }

  /** A name as code. */
  static String code(String name) {
    return "`" + name.replace("|", "\\|") + "`";
  }
}
