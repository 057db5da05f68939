package vn.cuulong.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import vn.cuulong.contract.Dictionary.Issue;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.TableState.FileEntry;
import vn.cuulong.landing.FileInspection;
import vn.cuulong.landing.LandingFile;
import vn.cuulong.landing.LandingFolder;
import vn.cuulong.landing.LandingFolder.Found;
import vn.cuulong.landing.RawLines;

/** Rows of a clean table, by file: how many, and for some of them the line they come from and what was doubtful. */
final class TraceLines {
  private static final int FILES = 20;
  private static final int RAW_SHOWN = 400;

  private final Jobs jobs;
  private final Ledger ledger;
  private final LandingFolder folder;
  private final Configuration conf;
  private final PrintStream out;
  private final int lines;

  /**
   * Shows rows.
   *
   * @param lines how many of each file
   */
  TraceLines(Jobs jobs, Ledger ledger, LandingFolder folder, Configuration conf, PrintStream out, int lines) {
    this.jobs = jobs;
    this.ledger = ledger;
    this.folder = folder;
    this.conf = conf;
    this.out = out;
    this.lines = lines;
  }

  /**
   * Shows the rows.
   *
   * @param column whose value is shown with each line; null for none
   */
  void shown(TableContract table, Dataset<Row> rows, String column) {
    Column doubtful = when(size(col("issues")).gt(0), 1);
    List<Row> files = rows.groupBy("source_id", "file_id")
        .agg(count(lit(1)).as("rows"), count(doubtful).as("doubtful"))
        .orderBy(col("rows").desc(), col("file_id")).collectAsList();
    if (files.isEmpty()) {
      out.println("  no rows");
      return;
    }
    long total = files.stream().mapToLong(file -> file.getLong(2)).sum();
    long flagged = files.stream().mapToLong(file -> file.getLong(3)).sum();
    out.println("  " + Words.counted(total, "row") + ", " + Words.count(flagged) + " with issues, of "
        + Words.counted(files.size(), "file"));
    Map<String, FileEntry> known = new HashMap<>();
    ledger.state(table.name()).files().values().forEach(entry -> known.put(entry.sha256(), entry));
    for (Row file : files.subList(0, Math.min(FILES, files.size()))) {
      file(table, rows, file, known.get(file.getString(1)), column);
    }
    if (files.size() > FILES) {
      out.println("  and " + (files.size() - FILES) + " more files; a narrower --where shows them");
    }
  }

  private void file(TableContract table, Dataset<Row> rows, Row file, FileEntry entry, String column) {
    String fileId = file.getString(1);
    String path = entry == null ? "a file the ledger no longer knows, sha-256 " + fileId : entry.path();
    out.println("  " + path + ": " + Words.counted(file.getLong(2), "row") + ", " + Words.count(file.getLong(3))
        + " with issues (source " + file.getString(0) + ")");
    List<Row> some = rows.filter(col("file_id").equalTo(fileId))
        .orderBy(size(col("issues")).desc(), col("position")).takeAsList(lines);
    Map<Long, RawLines.Line> raw = entry == null ? Map.of() : raw(table, entry, some);
    some.stream().sorted((a, b) -> Long.compare(a.<Long>getAs("position"), b.<Long>getAs("position")))
        .forEach(row -> line(table, row, raw.get(row.<Long>getAs("position")), column));
  }

  private void line(TableContract table, Row row, RawLines.Line line, String column) {
    out.println("    " + (line == null ? "position " + row.getAs("position") : line.place()) + ":");
    if (line != null && line.raw() != null) {
      String text = TextTable.oneLine(line.raw().strip());
      out.println("      " + (text.length() > RAW_SHOWN ? text.substring(0, RAW_SHOWN) + " …" : text));
    }
    String understood = table.key().stream().map(key -> key + "=" + Words.value(row.getAs(key)))
        .collect(Collectors.joining(", "));
    boolean extra = column != null && !table.key().contains(column);
    out.println("      → " + understood + (extra ? ", " + column + "=" + Words.value(row.getAs(column)) : ""));
    for (Object issue : row.getList(row.fieldIndex("issues"))) {
      String said = issue.toString();
      Issue meaning = jobs.dictionary().issues().get(said.substring(said.indexOf(':') + 1));
      out.println("      " + said + (meaning == null ? "" : ": " + meaning.meaning().en() + " "
          + meaning.action().en()));
    }
  }

  /** What the file says at the positions of the rows; empty when it cannot be read as it was. */
  private Map<Long, RawLines.Line> raw(TableContract table, FileEntry entry, List<Row> rows) {
    SourceContract source = jobs.sources().get(entry.sourceId());
    try {
      Found found = folder.files().stream().filter(file -> file.path().equals(entry.path())).findFirst().orElse(null);
      LandingFile file = found == null || source == null ? null : folder.identify(found, source);
      if (file == null || !file.fileId().equals(entry.sha256())) {
        out.println("    the landing file is " + (file == null ? "no longer there" : "not what it was when it was read")
            + "; below is what was understood of it");
        return Map.of();
      }
      List<Long> positions = new ArrayList<>();
      rows.forEach(row -> positions.add(row.getAs("position")));
      Map<Long, RawLines.Line> lines = new LinkedHashMap<>();
      RawLines.read(new FileInspection(conf, file, source, table).layout(),
          positions.stream().mapToLong(Long::longValue).toArray(), conf)
          .forEach(line -> lines.put(line.position(), line));
      return lines;
    } catch (IOException unreadable) {
      out.println("    the landing file cannot be read now: " + unreadable.getMessage());
      return Map.of();
    }
  }
}
