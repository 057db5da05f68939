package vn.cuulong.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet as offices send it: title rows, one or two header rows with group labels over their first column only,
 * and, when grouped, the name of the group on its first row only and a subtotal below it.
 */
final class SpreadsheetFile implements RecordFile {
  private static final LocalDateTime STAMP = LocalDateTime.of(2020, 1, 1, 0, 0);

  /**
   * The look of a sheet.
   *
   * @param sheet its name
   * @param titles text of the rows above the header, empty ones included
   * @param groupField the field that groups rows, or -1
   * @param subtotal the word of the row below a group, or null
   * @param subtotalField the field in which that word stands
   */
  record Look(String sheet, List<String> titles, int groupField, String subtotal, int subtotalField) {}

  private final OutputStream out;
  private final Look look;
  private final List<Field> fields;
  private final List<String> headers;
  private final List<Object[]> records = new ArrayList<>();
  private Object[] record;

  SpreadsheetFile(OutputStream out, Look look, List<Field> fields, List<String> headers) {
    this.out = out;
    this.look = look;
    this.fields = fields;
    this.headers = headers;
  }

  @Override
  public void begin() {
    record = new Object[fields.size()];
  }

  @Override
  public void tidy(Row row, int field) {
    if (row.missing[field]) {
      return;
    }
    Field declared = fields.get(field);
    record[field] = switch (declared.kind()) {
      case DATE -> LocalDate.ofEpochDay(row.number[field]);
      case MONTH -> {
        LocalDate month = LocalDate.ofEpochDay(row.number[field]);
        yield "Tháng " + month.getMonthValue() + "/" + month.getYear();
      }
      case INTEGER, QUANTITY -> row.number[field];
      case MONEY -> row.number[field] / Math.pow(10, declared.power());
      case DECIMAL -> row.number[field] / 100.0;
      case PLACE -> row.placeName(field).vietnamese();
      case FLAG -> row.number[field] == 1 ? "Có" : "Không";
      case TEXT, WORD, DROPPED -> row.object[field] instanceof Word word ? word.said() : row.right(field, "");
      default -> row.right(field, "");
    };
  }

  @Override
  public void said(int field, String text) {
    record[field] = text;
  }

  @Override
  public void end(RowDirt.Fault broken) {
    records.add(record);
  }

  @Override
  public void close() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(bytes, "cuulong", "1.0");
    Worksheet sheet = workbook.newWorksheet(look.sheet());
    int at = 0;
    for (String title : look.titles()) {
      if (!title.isEmpty()) {
        sheet.value(at, 0, title);
      }
      at++;
    }
    at = header(sheet, at);
    if (look.groupField() < 0) {
      for (Object[] values : records) {
        values(sheet, at++, values, false);
      }
    } else {
      at = groups(sheet, at);
    }
    if (look.subtotal() != null) {
      total(sheet, at, "Tổng cộng", records);
    }
    workbook.finish();
    out.write(sameEveryTime(bytes.toByteArray()));
    out.close();
  }

  private int header(Worksheet sheet, int at) {
    boolean two = headers.stream().anyMatch(header -> header.contains(" / "));
    String group = "";
    for (int column = 0; column < headers.size(); column++) {
      String[] parts = headers.get(column).split(" / ");
      if (parts.length == 1) {
        sheet.value(at, column, parts[0]);
        group = parts[0];
        continue;
      }
      if (!parts[0].equals(group)) {
        sheet.value(at, column, parts[0]);
        group = parts[0];
      }
      sheet.value(at + 1, column, parts[1]);
    }
    return at + (two ? 2 : 1);
  }

  private int groups(Worksheet sheet, int from) {
    Map<Object, List<Object[]>> groups = new LinkedHashMap<>();
    for (Object[] values : records) {
      groups.computeIfAbsent(values[look.groupField()], key -> new ArrayList<>()).add(values);
    }
    int at = from;
    for (List<Object[]> group : groups.values()) {
      boolean repeated = false;
      for (Object[] values : group) {
        values(sheet, at++, values, repeated);
        repeated = true;
      }
      if (look.subtotal() != null) {
        total(sheet, at++, look.subtotal(), group);
      }
    }
    return at;
  }

  private void values(Worksheet sheet, int at, Object[] values, boolean groupSaid) {
    for (int column = 0; column < values.length; column++) {
      if (groupSaid && column == look.groupField()) {
        continue;
      }
      Object value = values[column];
      if (value instanceof LocalDate date) {
        sheet.value(at, column, date);
        sheet.style(at, column).format("dd/MM/yyyy").set();
      } else if (value instanceof Number number) {
        sheet.value(at, column, number);
      } else if (value != null) {
        sheet.value(at, column, (String) value);
      }
    }
  }

  private void total(Worksheet sheet, int at, String word, List<Object[]> group) {
    sheet.value(at, look.subtotalField(), word);
    for (int column = 0; column < fields.size(); column++) {
      int summed = column;
      Kind kind = fields.get(column).kind();
      if (kind == Kind.QUANTITY || kind == Kind.MONEY) {
        sheet.value(at, column, group.stream()
            .mapToDouble(values -> values[summed] instanceof Number number ? number.doubleValue() : 0).sum());
      }
    }
  }

  /** Workbooks carry the moment of writing; the same rows must give the same bytes. */
  private static byte[] sameEveryTime(byte[] workbook) throws IOException {
    // The writer leaves sizes to the directory at the end of the archive, which only a file gives access to.
    Path file = Files.createTempFile("workbook", ".xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Files.write(file, workbook);
      try (ZipFile in = new ZipFile(file.toFile()); ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (ZipEntry entry : Collections.list(in.entries())) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(STAMP);
          zip.putNextEntry(copy);
          zip.write(withoutMoment(entry.getName(), in.getInputStream(entry).readAllBytes()));
          zip.closeEntry();
        }
      }
    } finally {
      Files.delete(file);
    }
    return bytes.toByteArray();
  }

  private static byte[] withoutMoment(String name, byte[] content) {
    return !name.endsWith("core.xml") ? content : new String(content, StandardCharsets.UTF_8)
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", STAMP + ":00Z").getBytes(StandardCharsets.UTF_8);
  }
}
