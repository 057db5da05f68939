package vn.cuulong.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Dictionary.Code;
import vn.cuulong.contract.ValueKind;

/**
 * A release as one workbook in Vietnamese: a sheet for each table, then the dictionary, the code lists and the
 * sources. Cells have types: numbers are numbers, days are days, and text is text, so that none becomes a formula.
 */
final class Spreadsheet {
  private static final int SHEET_NAME_LENGTH = 31;
  private static final int NARROW = 11;
  private static final int WIDE = 60;
  private static final String HEADER_FILL = "1F4E5F";

  private final Release release;
  private final CodeNames names;
  private final Workbook workbook;
  private final Set<String> sheetNames = new HashSet<>();

  private Spreadsheet(Release release, CodeNames names, Workbook workbook) {
    this.release = release;
    this.names = names;
    this.workbook = workbook;
  }

  /** The bytes of the workbook. */
  static byte[] of(Release release, CodeNames names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(bytes, "CuuLong", "1.0");
      Spreadsheet spreadsheet = new Spreadsheet(release, names, workbook);
      release.tables().forEach(spreadsheet::table);
      spreadsheet.dictionary();
      spreadsheet.lists();
      spreadsheet.sources();
      workbook.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return Workbooks.asOf(bytes.toByteArray(), release.version().day().toString());
  }

  private void table(FrozenTable table) {
    Worksheet sheet = workbook.newWorksheet(sheetName(table.contract().title().vi()));
    int last = table.rows().size();
    int at = 0;
    int keys = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      FrozenColumn column = table.columns().get(i);
      header(sheet, at, column.title().vi());
      for (int row = 0; row < last; row++) {
        cell(sheet, row + 1, at, column, table.rows().get(row)[i]);
      }
      if (last > 0) {
        format(sheet, column, at, last);
      }
      at++;
      if (CodeNames.isPlace(column)) {
        header(sheet, at, column.title().vi() + " (tên)");
        for (int row = 0; row < last; row++) {
          text(sheet, row + 1, at, names.of(column, table.rows().get(row)[i]).map(Bilingual::vi).orElse(null));
        }
        at++;
      }
      if (table.isKey(column) && keys == i) {
        keys++;
      }
    }
    // The key stays in sight only when it stands first; places take two columns.
    int places = (int) table.columns().subList(0, keys).stream().filter(CodeNames::isPlace).count();
    sheet.freezePane(keys + places, 1);
    sheet.setAutoFilter(0, 0, last, at - 1);
    sheet.rowHeight(0, 48);
  }

  private void cell(Worksheet sheet, int row, int at, FrozenColumn column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, at, number);
    } else if (value instanceof Boolean flag) {
      sheet.value(row, at, flag);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, at, day);
    } else if (value instanceof Instant moment) {
      sheet.value(row, at, moment.atZone(ZoneOffset.UTC).toLocalDateTime());
    } else if (value instanceof List<?> list) {
      text(sheet, row, at, list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    } else if (value instanceof String said) {
      boolean listed = CodeNames.isListed(column);
      text(sheet, row, at, listed ? names.of(column, said).map(Bilingual::vi).orElse(said) : said);
    }
  }

  private static void text(Worksheet sheet, int row, int at, String text) {
    if (text != null && !text.isEmpty()) {
      sheet.value(row, at, text);
    }
  }

  private static void format(Worksheet sheet, FrozenColumn column, int at, int last) {
    String format = switch (column.type().base()) {
      // A number that measures nothing is a year or a number of something: no groups.
      case BIGINT -> column.column().unit() == null ? "0" : "#,##0";
      case DECIMAL -> column.type().scale() == 0 ? "#,##0" : "#,##0.00";
      case DOUBLE -> "ratio".equals(column.column().unit()) ? "0.0%" : "#,##0.00";
      case DATE -> column.column().kind() == ValueKind.MONTH ? "mm/yyyy" : "dd/mm/yyyy";
      case TIMESTAMP -> "dd/mm/yyyy hh:mm";
      default -> null;
    };
    if (format != null) {
      sheet.range(1, at, last, at).style().format(format).set();
    }
  }

  private static void header(Worksheet sheet, int at, String title) {
    sheet.value(0, at, title);
    sheet.style(0, at).bold().wrapText(true).verticalAlignment("top").fontColor("FFFFFF").fillColor(HEADER_FILL).set();
    // Titles wrap over up to three lines.
    sheet.width(at, Math.max(NARROW, Math.min(WIDE, title.length() / 2 + 4)));
  }

  private void dictionary() {
    Worksheet sheet = sheet("Từ điển", "Bảng", "Tên cột", "Tiếng Việt", "English", "Đơn vị tính", "Ý nghĩa",
        "Meaning");
    int row = 1;
    for (FrozenTable table : release.tables()) {
      for (FrozenColumn column : table.columns()) {
        line(sheet, row++, table.contract().title().vi(), column.name(), column.title().vi(), column.title().en(),
            names.unitOfMeasure(column.column().unit()).map(Bilingual::vi).orElse(""),
            column.column().definition().vi(), column.column().definition().en());
      }
    }
    widths(sheet, 28, 30, 34, 34, 20, WIDE, WIDE);
  }

  private void lists() {
    Worksheet sheet = sheet("Danh mục", "Danh mục", "Mã", "Tiếng Việt", "English");
    Set<String> listed = release.tables().stream().flatMap(table -> table.columns().stream())
        .filter(CodeNames::isListed).map(column -> column.column().category())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
    int row = 1;
    for (String list : listed) {
      for (Code code : names.codes(list)) {
        line(sheet, row++, list, code.code(), code.title().vi(), code.title().en());
      }
    }
    widths(sheet, 24, 24, 40, 40);
  }

  private void sources() {
    Worksheet sheet = sheet("Nguồn", "Mục", "Nội dung");
    int row = 1;
    line(sheet, row++, "Sản phẩm", release.product().title().vi());
    line(sheet, row++, "Mô tả", release.product().description().vi());
    line(sheet, row++, "Phiên bản", release.version().toString());
    if (release.correction() != null) {
      line(sheet, row++, "Đính chính bản " + release.correction().of(), release.correction().why());
    }
    line(sheet, row++, "Cơ quan phát hành", release.product().publisher().vi());
    line(sheet, row++, "Giấy phép", release.product().licence().spdx());
    for (String warning : release.warnings()) {
      line(sheet, row++, "Lưu ý", release.dictionary().warnings().get(warning).vi());
    }
    for (Release.SourceNote source : release.sources()) {
      line(sheet, row++, "Nguồn: " + source.id(), source.title().vi() + " (" + source.provider().vi() + "; "
          + release.origin(source.origin()).vi() + ")");
    }
    widths(sheet, 34, 120);
  }

  private Worksheet sheet(String name, String... headers) {
    Worksheet sheet = workbook.newWorksheet(sheetName(name));
    for (int i = 0; i < headers.length; i++) {
      header(sheet, i, headers[i]);
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void line(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      text(sheet, row, i, cells[i]);
      sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
    }
  }

  private static void widths(Worksheet sheet, int... widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
  }

  /** A name that a sheet may have: 31 letters at most, none of {@code []:*?/\}, unlike every other. */
  private String sheetName(String title) {
    StringBuilder name = new StringBuilder();
    title.chars().filter(c -> "[]:*?/\\'".indexOf(c) < 0).forEach(c -> name.append((char) c));
    String kept = name.substring(0, Math.min(SHEET_NAME_LENGTH, name.length())).strip();
    String unique = kept;
    for (int i = 2; !sheetNames.add(unique.toLowerCase(Locale.ROOT)); i++) {
      String number = " " + i;
      unique = kept.substring(0, Math.min(kept.length(), SHEET_NAME_LENGTH - number.length())) + number;
    }
    return unique;
  }
}
