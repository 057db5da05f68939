package vn.cuulong.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary.Effect;
import vn.cuulong.contract.Dictionary.Issue;
import vn.cuulong.contract.Jobs;

/**
 * Every issue code on one page of Markdown, first in Vietnamese for those who send files, then in English: what it
 * means, what was done, and what the provider can do. Grouped by what becomes of the value, the row or the file.
 */
public final class IssuesPage {
  private static final String HEAD = """
      # Mã vấn đề dữ liệu · Issue codes

      Trang này được tạo từ `jobs/dictionary/issues.yml`; đừng sửa tay. Mã nằm trong cột `issues` của mọi bảng sạch
      (`tên_cột:mã`), trong `codes` của `ops.reject` và `issues` của `ops.file`. `./cuulong explain MÃ` in ra một mã.
      [Tiếng Việt](#tiếng-việt) · [English](#english)

      This page is made from `jobs/dictionary/issues.yml`; do not edit it. Codes stand in the column `issues` of every
      clean table (`column:code`), in `codes` of `ops.reject` and in `issues` of `ops.file`. `./cuulong explain CODE`
      prints one. Made anew by `mvn test -Dtest=IssuesPageTest -Ddocs.update=true`.
      """;
  private static final Map<Effect, Bilingual> EFFECTS = Map.of(
      Effect.NOTE, new Bilingual("Ghi chú: hiểu được, có đánh dấu", "Note: understood, and flagged"),
      Effect.EMPTY, new Bilingual("Để trống: không hiểu được giá trị", "Left empty: the value was not understood"),
      Effect.REJECT, new Bilingual("Loại dòng: dòng nằm trong ops.reject", "Row rejected: it stands in ops.reject"),
      Effect.REJECT_FILE, new Bilingual("Không đọc tệp: các bảng giữ nguyên", "File not read: tables stay as they are"));

  private IssuesPage() {}

  /** The page of valid contracts. */
  public static String of(Jobs jobs) {
    List<Issue> issues = List.copyOf(jobs.dictionary().issues().values());
    StringBuilder page = new StringBuilder(HEAD);
    page.append("\n## Tiếng Việt\n");
    section(page, issues, Bilingual::vi, "Mã", "Nghĩa là", "Đã làm gì", "Cách sửa");
    page.append("\n## English\n");
    section(page, issues, Bilingual::en, "Code", "What it means", "What was done", "Remedy");
    return page.toString();
  }

  private static void section(
      StringBuilder page, List<Issue> issues, Function<Bilingual, String> language, String... headings) {
    for (Effect effect : Effect.values()) {
      page.append("\n### ").append(language.apply(EFFECTS.get(effect))).append(" (`")
          .append(effect.name().toLowerCase(Locale.ROOT)).append("`)\n");
      MarkdownTable table = new MarkdownTable(page, headings);
      issues.stream().filter(issue -> issue.effect() == effect).forEach(issue -> table.raw(
          MarkdownTable.code(issue.code()), MarkdownTable.cell(language.apply(issue.meaning())),
          MarkdownTable.cell(language.apply(issue.action())), MarkdownTable.cell(language.apply(issue.remedy()))));
    }
  }
}
