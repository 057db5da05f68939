package vn.cuulong.landing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;

/**
 * Rows of one sheet of a workbook. Title rows and header rows are passed over; a declared column is filled down;
 * subtotal rows are left out. A number cell is read as the number it is, whatever its format shows, and as a date where
 * its format makes it one. Of a merged block the words of its first cell go down its first column.
 */
final class XlsxRecords implements Records {
  private static final int MOST_STORED = 256 << 20;
  private static final byte[] NOTHING = new byte[0];
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private final SourceContract.Format format;
  private final ReadableWorkbook workbook;
  private final Iterator<Row> rows;
  private final MergedCells merged;
  private final List<String> labels = new ArrayList<>();
  private final boolean[] fillsDown;
  private final String[] above;
  private final Set<String> subtotals = new HashSet<>();
  private long wanted;

  XlsxRecords(InputStream in, SourceContract.Format format) throws IOException {
    this.format = format;
    byte[] bytes = bounded(in);
    try {
      this.workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
      if (workbook.isDate1904()) {
        throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the workbook counts days from 1904 and not from 1900, so"
            + " that every date would be read four years too early; save it with the 1900 date system");
      }
      Sheet sheet = sheet();
      this.merged = MergedCells.of(bytes, sheet.getIndex());
      this.rows = sheet.openStream().iterator();
      readHeader();
    } catch (LandingFault fault) {
      throw fault;
    } catch (IOException | RuntimeException broken) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the file is no readable XLSX workbook: "
          + what(broken));
    }
    this.fillsDown = new boolean[labels.size()];
    this.above = new String[labels.size()];
    List<String> filled = format.fillDown().stream().map(Fold::fold).toList();
    for (int i = 0; i < labels.size(); i++) {
      fillsDown[i] = filled.contains(Fold.fold(labels.get(i)));
    }
    format.skipRows().forEach(word -> subtotals.add(Fold.fold(word)));
  }

  /** The header: group labels of upper rows filled to the right, joined to the label below by {@code " / "}. */
  List<String> labels() {
    return labels;
  }

  /** True when some cells of the sheet are merged. */
  boolean merged() {
    return !merged.isEmpty();
  }

  @Override
  public boolean next(RawRecord record) throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (read(row, record) && record.position >= wanted) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException broken) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the sheet is broken behind row " + record.position + ": "
          + what(broken));
    }
  }

  @Override
  public void seek(long position) {
    // Rows before it are still read, because a cell may be filled down from them.
    wanted = position;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private boolean read(Row row, RawRecord record) {
    record.start(row.getRowNum());
    StringBuilder raw = new StringBuilder();
    boolean empty = true;
    boolean subtotal = false;
    for (int i = 0; i < labels.size(); i++) {
      Cell cell = i < row.getCellCount() ? row.getCell(i) : null;
      String said = text(cell);
      empty &= said.isEmpty();
      subtotal |= cell != null && cell.getType() == CellType.STRING && isSubtotal(said);
      if (cell != null && cell.getFormula() != null) {
        record.note = Doubt.XLSX_FORMULA;
      }
      raw.append(i == 0 ? "" : "\t").append(said);
      MergedCells.Block block = merged.at(row.getRowNum(), i);
      if (block != null) {
        record.note = Doubt.XLSX_MERGED;
        said = block.text(row.getRowNum(), i, said, cell != null && cell.getType() == CellType.STRING);
      }
      byte[] bytes = filled(i, said).getBytes(StandardCharsets.UTF_8);
      record.add(bytes.length == 0 ? NOTHING : bytes, 0, bytes.length);
    }
    byte[] said = raw.toString().getBytes(StandardCharsets.UTF_8);
    record.raw(said, 0, said.length);
    return !empty && !subtotal;
  }

  private String filled(int column, String said) {
    if (!fillsDown[column]) {
      return said;
    }
    if (!said.isEmpty()) {
      above[column] = said;
    }
    return above[column] == null ? "" : above[column];
  }

  private boolean isSubtotal(String said) {
    if (subtotals.isEmpty()) {
      return false;
    }
    String folded = Fold.fold(said);
    return subtotals.stream().anyMatch(word -> folded.startsWith(word) || folded.endsWith(word));
  }

  private String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    String said = switch (cell.getType()) {
      case NUMBER -> DateCell.isDate(cell) ? DateCell.text(cell)
          : TypedNumber.in(format.numbers(), cell.getRawValue());
      case FORMULA -> cell.getValue() instanceof Number || isNumber(cell.getRawValue())
          ? TypedNumber.in(format.numbers(), cell.getRawValue()) : cell.getText();
      default -> cell.getText();
    };
    return said == null ? "" : said.strip();
  }

  private static boolean isNumber(String text) {
    return text != null && !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-')
        && Character.isDigit(text.charAt(text.length() - 1));
  }

  private Sheet sheet() throws IOException {
    if (format.sheet() == null) {
      return workbook.getFirstSheet();
    }
    return workbook.findSheet(format.sheet()).orElseThrow(() -> new LandingFault(Doubt.FILE_NOT_UNDERSTOOD,
        "the workbook has no sheet \"" + format.sheet() + "\"; it has: " + workbook.getSheets()
            .map(sheet -> sheet.getName() == null ? "one without a name" : '"' + sheet.getName() + '"')
            .collect(Collectors.joining(", "))));
  }

  private void readHeader() throws IOException {
    List<List<String>> header = new ArrayList<>();
    int lastTitleRow = format.titleRows();
    while (header.size() < Math.max(1, format.headerRows())) {
      if (!rows.hasNext()) {
        throw new LandingFault(Doubt.FILE_EMPTY, "the sheet ends before its header does");
      }
      Row row = rows.next();
      if (row.getRowNum() > lastTitleRow) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(text(row.getCell(i)));
        }
        header.add(cells);
      }
    }
    join(header);
  }

  private void join(List<List<String>> header) {
    int width = header.stream().mapToInt(List::size).max().orElse(0);
    List<String> lowest = header.get(header.size() - 1);
    String[] group = new String[header.size()];
    for (int i = 0; i < width; i++) {
      StringBuilder label = new StringBuilder();
      for (int level = 0; level < header.size() - 1; level++) {
        String said = i < header.get(level).size() ? header.get(level).get(i) : "";
        group[level] = said.isEmpty() ? group[level] : said;
        boolean standsAlone = i >= lowest.size() || lowest.get(i).isEmpty();
        String part = standsAlone ? said : group[level];
        if (part != null && !part.isEmpty()) {
          label.append(label.isEmpty() ? "" : " / ").append(part);
        }
      }
      String below = i < lowest.size() ? lowest.get(i) : "";
      if (!below.isEmpty()) {
        label.append(label.isEmpty() ? "" : " / ").append(below);
      }
      labels.add(label.toString());
    }
  }

  /** What the libraries say of a part that should be there and is not, is "null". */
  private static String what(Exception broken) {
    String message = broken.getMessage();
    return message == null || message.contains("null") ? "a part of it is missing or damaged ("
        + broken.getClass().getSimpleName() + ")" : message;
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes;
    try (in) {
      bytes = in.readNBytes(MOST_STORED);
    }
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      throw new LandingFault(Doubt.FILE_BINARY, "the file is no XLSX workbook: it is not a zip archive");
    }
    try (ZipFile zip = MergedCells.archive(bytes)) {
      byte[] scrap = new byte[1 << 16];
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream inflated = new BoundedStream(zip.getInputStream(entry), bytes.length)) {
          while (inflated.read(scrap, 0, scrap.length) >= 0) {
            // Only the size matters here.
          }
        }
      }
    } catch (LandingFault fault) {
      throw fault;
    } catch (IOException | RuntimeException damaged) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the workbook is damaged: " + what(damaged));
    }
    return bytes;
  }
}
