package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.MissingMarks;

/**
 * The cells of a wide PX-Web table as records: {@code area, period, value, unit, measure, note}. A header such as
 * {@code Prel. 2024 (*) Average population (Thous. pers.)} gives the period (with its status word), the note, the
 * measure and the unit. A missing cell is no record. 
 */
final class PxCsvRecords implements Records {
  /** A cell's position is its line's offset times this, plus its column: every record has a position of its own. */
  static final long MOST_COLUMNS = 10_000;
  private static final List<String> LABELS = List.of("area", "period", "value", "unit", "measure", "note");

  private final CsvRecords lines;
  private final RawRecord line = new RawRecord();
  private final List<Header> headers = new ArrayList<>();
  private int column;

  PxCsvRecords(InputStream in, SourceContract.Format format) throws IOException {
    this.lines = new CsvRecords(in, 0, Long.MAX_VALUE, false, (byte) format.delimiter(), true, 0);
    if (!lines.next(line)) {
      throw new LandingFault(Doubt.FILE_EMPTY, "the file holds no header");
    }
    for (int i = 1; i < line.count; i++) {
      headers.add(Header.of(line.field(i)));
    }
    if (headers.isEmpty()) {
      throw new LandingFault(Doubt.DELIMITER_WRONG, "the header has one column only; the source declares \""
          + format.delimiter() + "\" between columns");
    }
    column = headers.size();
  }

  List<String> labels() {
    return LABELS;
  }

  @Override
  public boolean next(RawRecord record) throws IOException {
    while (true) {
      while (column < headers.size()) {
        int field = ++column;
        if (line.fault != null || line.count != headers.size() + 1) {
          column = headers.size();
          return broken(record);
        }
        if (!MissingMarks.isMissing(line.bytes[field], line.offset[field], line.length[field])) {
          fill(record, field);
          return true;
        }
      }
      if (!lines.next(line)) {
        return false;
      }
      column = 0;
    }
  }

  @Override
  public void seek(long position) throws IOException {
    lines.seek(position / MOST_COLUMNS);
    column = headers.size();
    if (lines.next(line)) {
      column = (int) (position % MOST_COLUMNS) - 1;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void fill(RawRecord record, int field) {
    Header header = headers.get(field - 1);
    record.start(line.position * MOST_COLUMNS + field);
    record.add(line.bytes[0], line.offset[0], line.length[0]);
    add(record, header.period());
    record.add(line.bytes[field], line.offset[field], line.length[field]);
    add(record, header.unit());
    add(record, header.measure());
    add(record, header.note());
    record.raw(line.rawBytes, line.rawOffset, line.rawLength);
  }

  private boolean broken(RawRecord record) {
    record.start(line.position * MOST_COLUMNS);
    record.fault = line.fault != null ? line.fault
        : line.count < headers.size() + 1 ? Doubt.ROW_TOO_SHORT : Doubt.ROW_TOO_LONG;
    record.raw(line.rawBytes, line.rawOffset, line.rawLength);
    return true;
  }

  private static void add(RawRecord record, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    record.add(bytes, 0, bytes.length);
  }

  /** What a header says: words up to the first year, a note in brackets behind it, the measure, the unit at the end. */
  private record Header(String period, String note, String measure, String unit) {
    static Header of(String label) {
      int yearEnd = endOfYear(label);
      String period = label.substring(0, yearEnd).strip();
      String rest = label.substring(yearEnd).strip();
      String note = "";
      if (rest.startsWith("(*") && rest.indexOf(')') > 0) {
        note = rest.substring(0, rest.indexOf(')') + 1);
        rest = rest.substring(rest.indexOf(')') + 1).strip();
      }
      int open = rest.lastIndexOf('(');
      boolean hasUnit = open >= 0 && rest.endsWith(")");
      String unit = hasUnit ? rest.substring(open + 1, rest.length() - 1).strip() : "";
      return new Header(period, note, hasUnit ? rest.substring(0, open).strip() : rest, unit);
    }

    private static int endOfYear(String label) {
      int digits = 0;
      for (int i = 0; i < label.length(); i++) {
        digits = Character.isDigit(label.charAt(i)) ? digits + 1 : 0;
        if (digits == 4) {
          return i + 1;
        }
      }
      return label.length();
    }
  }
}
