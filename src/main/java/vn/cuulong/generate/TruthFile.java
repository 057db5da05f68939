package vn.cuulong.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What was spoiled in one source and what cleaning should make of it, as CSV. Columns:
 *
 * <ul>
 *   <li>{@code table, source_id, file}: where; the file below the folder of the landing files
 *   <li>{@code day}: the day of the row, or the first day of its month; it decides which map a name is meant on
 *   <li>{@code key}: the right values of the row's key columns, in the order of the table's key, parted by {@code |}
 *   <li>{@code column}: the clean column, empty when the fault is of the whole row
 *   <li>{@code kind}: in which way it is wrong
 *   <li>{@code said}: what stands in the file
 *   <li>{@code right}: what should stand in the table: ISO days, moments at +07:00, numbers without
 *       trailing zeros, đồng, codes, unit ids; empty for no value
 *   <li>{@code outcome}: {@code value}, {@code missing}, {@code reject} or {@code duplicate}
 *   <li>{@code code}: for a rejected row, the issue that must be among its reasons
 * </ul>
 */
final class TruthFile implements Closeable {
  private final BufferedWriter out;
  private final String place;
  private long count;

  TruthFile(Path file, String table, String source) throws IOException {
    Files.createDirectories(file.getParent());
    this.out = Files.newBufferedWriter(file);
    this.place = table + "," + source + ",";
    out.write("table,source_id,file,day,key,column,kind,said,right,outcome,code\n");
  }

  /** Begins a line: which row it is about. */
  TruthFile about(String file, long epochDay, String key) throws IOException {
    out.write(place);
    quoted(file);
    out.write(',');
    out.write(LocalDate.ofEpochDay(epochDay).toString());
    out.write(',');
    quoted(key);
    out.write(',');
    return this;
  }

  /** Ends the line: what is wrong with the row, and what should come of it. */
  void say(String column, String kind, String said, String right, String outcome, String code) throws IOException {
    out.write(column);
    out.write(',');
    out.write(kind);
    out.write(',');
    quoted(said);
    out.write(',');
    quoted(right);
    out.write(',');
    out.write(outcome);
    out.write(',');
    out.write(code);
    out.write('\n');
    count++;
  }

  private void quoted(String text) throws IOException {
    boolean plain = text.isEmpty() || text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0
        && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
