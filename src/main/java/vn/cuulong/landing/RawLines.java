package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.contract.SourceContract.Layout;

/** Finds records of a landing file by their positions, for a person who looks: where they stand and what they say. */
public final class RawLines {
  private RawLines() {}

  /**
   * A record as it stands in its file.
   *
   * @param position as in the column {@code position}
   * @param place the same for people: {@code line 12}, {@code row 12 of the sheet}, {@code cell 12}
   * @param raw what the file says, at most as much as {@code ops.reject} keeps, and of a source with personal data
   *     without them; null when nothing stands there
   */
  public record Line(long position, String place, String raw) {}

  /**
   * Reads records.
   *
   * @param positions in any order
   * @return in the order of the file, each position once
   */
  public static List<Line> read(FileLayout layout, long[] positions, Configuration conf) throws IOException {
    long[] sorted = Arrays.stream(positions).sorted().distinct().toArray();
    String[] places = places(layout, sorted, conf);
    List<Line> lines = new ArrayList<>();
    RawRecord record = new RawRecord();
    try (Records records = layout.records(conf)) {
      for (int i = 0; i < sorted.length; i++) {
        records.seek(sorted[i]);
        boolean there = records.next(record) && record.position == sorted[i];
        lines.add(new Line(sorted[i], places[i], there ? RejectRows.raw(layout, record) : null));
      }
    }
    return lines;
  }

  /** Where records stand, for people; positions ascend. */
  static String[] places(FileLayout layout, long[] sorted, Configuration conf) throws IOException {
    Layout kind = layout.source().format().layout();
    if (kind == Layout.XLSX || kind == Layout.JSON_STAT) {
      String word = kind == Layout.XLSX ? "row %s of the sheet" : "cell %s";
      return Arrays.stream(sorted).mapToObj(position -> word.replace("%s", Long.toString(position)))
          .toArray(String[]::new);
    }
    long[] offsets = kind == Layout.PX_CSV
        ? Arrays.stream(sorted).map(position -> position / PxCsvRecords.MOST_COLUMNS).toArray() : sorted;
    long[] numbers = lineNumbers(layout, offsets, conf);
    String[] places = new String[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      places[i] = "line " + numbers[i]
          + (kind == Layout.PX_CSV ? ", field " + sorted[i] % PxCsvRecords.MOST_COLUMNS : "");
    }
    return places;
  }

  /** The line, from 1, in which each offset of the decoded file lies; offsets ascend. */
  private static long[] lineNumbers(FileLayout layout, long[] offsets, Configuration conf) throws IOException {
    long[] numbers = new long[offsets.length];
    long line = 1;
    long at = 0;
    int next = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = layout.utf8(conf)) {
      for (int count = in.read(buffer); count >= 0 && next < offsets.length; count = in.read(buffer)) {
        for (int i = 0; i < count; i++, at++) {
          while (next < offsets.length && offsets[next] == at) {
            numbers[next++] = line;
          }
          if (buffer[i] == '\n') {
            line++;
          }
        }
      }
    }
    Arrays.fill(numbers, next, numbers.length, line);
    return numbers;
  }
}
