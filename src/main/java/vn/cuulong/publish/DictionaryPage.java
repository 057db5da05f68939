package vn.cuulong.publish;

import static vn.cuulong.publish.MarkdownTable.cell;
import static vn.cuulong.publish.MarkdownTable.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Indicator;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.contract.TableContract.Input;
import vn.cuulong.contract.TableName;

/**
 * The dictionary as one page of Markdown in both languages: every table, column, unit, list and warning, and every
 * raw header of a source with the column it feeds, so that a provider finds a word of the own file by searching
 * the page. The text depends on the contracts only: same contracts, same page.
 */
public final class DictionaryPage {
  private static final String HEAD = """
      # Từ điển dữ liệu · Data dictionary

      Trang này được tạo từ thư mục `jobs/`; đừng sửa tay. Tìm trên trang bằng tên cột, tiếng Việt, tiếng Anh hoặc tiêu
      đề cột trong tệp của bạn. Mã vấn đề dữ liệu có [trang riêng](issues.md).

      This page is made from `jobs/`; do not edit it. Search it by column name, Vietnamese or English words or a header
      of your own file. Issue codes have [a page of their own](issues.md). Made anew by `mvn test -Dtest=DictionaryPageTest -Ddocs.update=true`.

      - [Bảng · Tables](#bảng--tables)
      - [Cột · Columns](#cột--columns)
      - [Chỉ tiêu so sánh · Indicators](#chỉ-tiêu-so-sánh--indicators)
      - [Nguồn · Sources](#nguồn--sources)
      - [Tiêu đề trong tệp · Raw headers](#tiêu-đề-trong-tệp--raw-headers)
      - [Đơn vị tính · Units](#đơn-vị-tính--units)
      - [Danh mục · Code lists](#danh-mục--code-lists)
      - [Cảnh báo khi sử dụng · Usage warnings](#cảnh-báo-khi-sử-dụng--usage-warnings)
      """;

  private final Jobs jobs;
  private final StringBuilder page = new StringBuilder(HEAD);

  private DictionaryPage(Jobs jobs) {
    this.jobs = jobs;
  }

  /** The page of valid contracts. */
  public static String of(Jobs jobs) {
    DictionaryPage writer = new DictionaryPage(jobs);
    writer.tables();
    writer.columns();
    writer.indicators();
    writer.sources();
    writer.rawHeaders();
    writer.units();
    writer.lists();
    writer.warnings();
    return writer.page.toString();
  }

  private void tables() {
    heading("Bảng · Tables");
    MarkdownTable overview = new MarkdownTable(page, "Bảng · Table", "Tiếng Việt", "English");
    for (TableContract table : jobs.tables().values()) {
      String name = table.name().toString();
      overview.raw("[" + code(name) + "](#" + name.replace(".", "") + ")", cell(table.title().vi()),
          cell(table.title().en()));
    }
    jobs.tables().values().forEach(this::table);
  }

  private void table(TableContract table) {
    page.append("\n### ").append(table.name()).append("\n\n");
    both(table.title());
    page.append('\n');
    item("Câu hỏi · Question", table.question());
    item("Mỗi dòng là · One row is", table.grain());
    item("Khóa · Key", names(table.key()));
    item("Kỳ dựng lại · Rebuilt by", table.isWhole() ? table.onlyGrows() ? "chỉ thêm, không sửa · only added to"
        : "toàn bộ · whole" : code(table.intervalColumn()) + ", " + lower(table.intervalGrain()));
    if (table.onlyGrows()) {
      item("Thêm theo · Added by", names(table.appendBy()));
    }
    if (table.inputs().isEmpty()) {
      item("Nguồn · Sources", jobs.sourcesOf(table.name()).stream().map(source -> code(source.id()))
          .collect(Collectors.joining(", ")));
    } else {
      item("Đầu vào · Inputs", table.inputs().stream().map(input -> input(table.name(), input))
          .collect(Collectors.joining(", ")));
    }
    item("Lịch chạy · Schedule", names(table.schedules()));
    item("Phụ trách · Owner", cell(table.owner()));
    if (!table.warnings().isEmpty()) {
      item("Cảnh báo · Warnings", names(table.warnings()));
    }
    columnsOf(table);
    checksOf(table);
  }

  private static String input(TableName table, Input input) {
    String name = code(input.table().toString());
    if (input.table().equals(table) && input.lookback() < 0) {
      return name + " (các dòng đã có · its rows so far)";
    }
    if (input.table().equals(table)) {
      return name + " (" + input.lookback() + " kỳ trước của chính bảng · own earlier intervals)";
    }
    if (input.lookback() < 0) {
      return name + " (toàn bộ · all)";
    }
    return input.lookback() == 0 ? name : name + " (" + input.lookback() + " kỳ trước · intervals back)";
  }

  private void columnsOf(TableContract table) {
    MarkdownTable columns = new MarkdownTable(page, "Cột · Column", "Kiểu · Type", "Bắt buộc · Required", "Tiếng Việt",
        "English");
    for (TableContract.ColumnUse use : table.columns()) {
      Column column = use.column();
      columns.raw(code(column.name()), code(column.type().sql()), use.required() ? "✓" : "",
          cell(column.title().vi()), cell(column.title().en()));
      if (use.keepsText()) {
        columns.raw(code(column.name() + "_text"), code("string"), "",
            cell("Như đã ghi, khi giá trị là phỏng đoán"), cell("As said, where the value is a guess"));
      }
    }
  }

  private void checksOf(TableContract table) {
    if (table.checks().isEmpty()) {
      return;
    }
    MarkdownTable checks = new MarkdownTable(page, "Kiểm tra · Check", "Điều kiện · Condition",
        "Khi sai · When broken", "Tiếng Việt", "English");
    for (TableContract.Check check : table.checks()) {
      String weakened = check.tolerance() == 0 ? "" : ", ≤ " + check.tolerance();
      String until = check.until() == null ? "" : " (until " + check.until() + ": " + cell(check.because()) + ")";
      checks.raw(code(check.name()), code(check.condition()), lower(check.severity()) + weakened + until,
          cell(check.message().vi()), cell(check.message().en()));
    }
  }

  private void columns() {
    heading("Cột · Columns");
    MarkdownTable table = new MarkdownTable(page, "Cột · Column", "Kiểu · Type", "Đơn vị, danh mục · Unit, list",
        "Giá trị · Range", "Tiếng Việt", "English");
    for (Column column : new TreeMap<>(jobs.dictionary().columns()).values()) {
      table.raw(code(column.name()), code(column.type().sql()), measure(column), range(column),
          defined(column.title().vi(), column.definition().vi()),
          defined(column.title().en(), column.definition().en()));
    }
  }

  private void indicators() {
    heading("Chỉ tiêu so sánh · Indicators");
    MarkdownTable table = new MarkdownTable(page, "Chỉ tiêu · Indicator", "Bảng · Table", "Loại · Kind",
        "Chiều tốt · Better", "Trụ cột · Pillar", "Đơn vị · Unit", "Tử số / mẫu số · Numerator / denominator",
        "Tiếng Việt", "English");
    for (Indicator one : jobs.indicators().values()) {
      table.raw(code(one.code()), names(one.tables().stream().map(Object::toString).toList()), lower(one.kind()),
          lower(one.direction()),
          one.pillar() == null ? "" : code(one.pillar()), names(one.units()), parts(one), cell(one.title().vi()),
          cell(one.title().en()));
    }
  }

  private static String parts(Indicator ratio) {
    String above = ratio.numerator() == null ? "" : code(ratio.numerator()) + " ";
    return ratio.denominator() == null ? "" : above + "/ " + code(ratio.denominator());
  }

  private static String measure(Column column) {
    if (column.category() != null) {
      return "[" + code(column.category()) + "](#" + column.category() + ")";
    }
    return column.unit() == null ? "" : code(column.unit());
  }

  private static String range(Column column) {
    String min = column.min() == null ? "" : "≥ " + plain(column.min());
    String max = column.max() == null ? "" : "≤ " + plain(column.max());
    return (min + " " + max).strip();
  }

  private static String defined(String title, String definition) {
    return "**" + cell(title) + "**. " + cell(definition);
  }

  private void sources() {
    heading("Nguồn · Sources");
    MarkdownTable table = new MarkdownTable(page, "Nguồn · Source", "Bảng · Feeds", "Tệp · Files",
        "Nguồn gốc · Origin", "Kỳ, hạn gửi · Frequency, late after", "Tiếng Việt", "English");
    for (SourceContract source : new TreeMap<>(jobs.sources()).values()) {
      table.raw(code(source.id()), code(source.feeds().toString()), code(source.files()), code(source.dataOrigin()),
          source.frequency() + (source.frequency().equals("irregular") ? "" : ", " + source.lateAfterDays() + " d")
              + (source.personal() ? ", dữ liệu cá nhân · personal data" : ""),
          cell(source.title().vi()), cell(source.title().en()));
    }
  }

  private void rawHeaders() {
    heading("Tiêu đề trong tệp · Raw headers");
    Map<String, List<String>> uses = new TreeMap<>();
    for (SourceContract source : new TreeMap<>(jobs.sources()).values()) {
      for (SourceContract.ColumnFeed feed : source.columns()) {
        feed.headers().forEach(header -> use(uses, header, code(source.id()) + " → " + code(feed.column())));
      }
      source.drops().forEach(header -> use(uses, header,
          code(source.id()) + " bỏ ngay khi nhận · dropped at the door"));
      source.ignores().forEach(header -> use(uses, header, code(source.id()) + " không dùng · not used"));
    }
    MarkdownTable table = new MarkdownTable(page, "Tiêu đề · Header", "Nguồn và cột · Source and column");
    uses.forEach((header, columns) -> table.raw(cell(header), String.join("<br>", columns)));
  }

  private static void use(Map<String, List<String>> uses, String header, String use) {
    uses.computeIfAbsent(header, key -> new ArrayList<>()).add(use);
  }

  private void units() {
    heading("Đơn vị tính · Units");
    MarkdownTable table = new MarkdownTable(page, "Mã · Code", "Bằng · Equals", "Tiếng Việt", "English",
        "Cách viết khác · Other spellings");
    for (Dictionary.UnitOfMeasure unit : jobs.dictionary().units().values()) {
      String equals = unit.base().equals(unit.code()) ? "" : plain(unit.factor()) + " " + code(unit.base());
      table.raw(code(unit.code()), equals, cell(unit.title().vi()), cell(unit.title().en()),
          spelled(unit.spellings()));
    }
  }

  private void lists() {
    heading("Danh mục · Code lists");
    for (Dictionary.Category list : new TreeMap<>(jobs.dictionary().categories()).values()) {
      page.append("\n### ").append(list.name()).append('\n');
      if (list.name().equals("unit_of_measure")) {
        page.append("\nMọi mã đơn vị tính ở trên. · Every code of the units above.\n");
        continue;
      }
      MarkdownTable table = new MarkdownTable(page, "Mã · Code", "Tiếng Việt", "English",
          "Cách viết khác · Other spellings");
      list.codes().forEach(one -> table.raw(code(one.code()), cell(one.title().vi()), cell(one.title().en()),
          spelled(one.spellings())));
    }
  }

  private void warnings() {
    heading("Cảnh báo khi sử dụng · Usage warnings");
    MarkdownTable table = new MarkdownTable(page, "Mã · Code", "Tiếng Việt", "English");
    jobs.dictionary().warnings().forEach((name, text) -> table.raw(code(name), cell(text.vi()), cell(text.en())));
  }

  private void heading(String title) {
    page.append("\n## ").append(title).append('\n');
  }

  private void both(Bilingual text) {
    page.append(cell(text.vi())).append(" · ").append(cell(text.en())).append('\n');
  }

  private void item(String label, Bilingual text) {
    item(label, cell(text.vi()) + " · " + cell(text.en()));
  }

  private void item(String label, String markdown) {
    page.append("- ").append(label).append(": ").append(markdown).append('\n');
  }

  private static String names(List<String> names) {
    return names.stream().map(MarkdownTable::code).collect(Collectors.joining(", "));
  }

  private static String spelled(List<String> spellings) {
    return cell(String.join("; ", spellings));
  }

  /** A number without an exponent and without needless zeros. */
  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
