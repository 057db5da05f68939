package vn.cuulong.landing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.contract.NearestName;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.SourceContract.ColumnFeed;
import vn.cuulong.contract.SourceContract.Layout;
import vn.cuulong.contract.TableContract;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Encoding;

/** Looks at the first bytes of a file: what it is, how it is written, which header feeds what. */
public final class FileInspection {
  private static final int HEAD_BYTES = 1 << 16;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final Configuration conf;
  private final LandingFile file;
  private final SourceContract source;
  private final TableContract table;
  private final List<String> notes = new ArrayList<>();

  /** An inspection of one file for the table that its source feeds. */
  public FileInspection(Configuration conf, LandingFile file, SourceContract source, TableContract table) {
    this.conf = conf;
    this.file = file;
    this.source = source;
    this.table = table;
  }

  /**
   * The layout of the file.
   *
   * @throws LandingFault when the file as a whole cannot be used
   */
  public FileLayout layout() throws IOException {
    if (file.size() == 0) {
      throw new LandingFault(Doubt.FILE_EMPTY, "the file holds no bytes");
    }
    try {
      return layoutOfBytes();
    } catch (RuntimeException broken) {
      // Libraries that read spreadsheets and JSON say so when a file is broken in a way they did not foresee.
      LandingFault fault = new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "the file cannot be read: " + broken);
      fault.initCause(broken);
      throw fault;
    }
  }

  private FileLayout layoutOfBytes() throws IOException {
    return switch (source.format().layout()) {
      case XLSX -> workbook();
      case CSV -> delimited();
      case JSON_LINES -> jsonLines();
      case JSON_STAT -> statistical(new JsonStatRecords(text(), source.format().numbers()).labels());
      case PX_CSV -> statistical(new PxCsvRecords(text(), source.format()).labels());
    };
  }

  private FileLayout workbook() throws IOException {
    try (XlsxRecords records = new XlsxRecords(FileBytes.content(file, conf), source.format())) {
      if (records.merged()) {
        notes.add(Doubt.XLSX_MERGED.code());
      }
      checkHeader(records.labels());
      return new FileLayout(file, source, Encoding.UTF_8, records.labels(), 0, false, false, notes);
    }
  }

  private FileLayout statistical(List<String> labels) throws IOException {
    checkHeader(labels);
    return new FileLayout(file, source, encoding(head()), labels, 0, false, false, notes);
  }

  private InputStream text() throws IOException {
    Encoding encoding = encoding(head());
    InputStream content = FileBytes.content(file, conf);
    return encoding == Encoding.UTF_8 ? content : encoding.utf8(content);
  }

  private FileLayout jsonLines() throws IOException {
    byte[] head = head();
    Encoding encoding = encoding(head);
    byte[] utf8 = utf8(head, encoding);
    boolean loneReturns = LoneReturns.endLines(utf8, 0);
    if (loneReturns) {
      LoneReturns.replace(utf8, 0, utf8.length);
    }
    Map<String, String> seen = new LinkedHashMap<>();
    for (String line : new String(utf8, StandardCharsets.UTF_8).split("\n", -1)) {
      List<String> keys = JsonLinesRecords.keys(line.replace("\uFEFF", "").strip());
      if (keys != null) {
        keys.forEach(key -> seen.putIfAbsent(HeaderMatch.key(key), key));
      }
    }
    if (seen.isEmpty()) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "no line at the start of the file is a JSON object");
    }
    checkHeader(new ArrayList<>(seen.values()));
    return new FileLayout(file, source, encoding, JsonLinesRecords.labels(source), 0, false, loneReturns, notes);
  }

  private FileLayout delimited() throws IOException {
    byte[] head = head();
    Encoding encoding = encoding(head);
    byte[] utf8 = utf8(head, encoding);
    SourceContract.Format format = source.format();
    int mark = startsWithMark(utf8) ? 3 : 0;
    boolean loneReturns = LoneReturns.endLines(utf8, mark);
    if (loneReturns) {
      LoneReturns.replace(utf8, mark, utf8.length);
    }
    RawRecord header = header(utf8, mark, (byte) format.delimiter());
    List<String> labels = labels(header);
    checkDelimiter(utf8, mark, labels);
    if (header.fault != null) {
      throw new LandingFault(Doubt.FILE_NOT_UNDERSTOOD, "a quote opens in the header and does not close");
    }
    checkHeader(labels);
    long dataStart = header.position + header.rawLength + 1;
    boolean splittable = encoding == Encoding.UTF_8 && !format.multiline() && !FileBytes.isCompressed(file.path());
    if (head.length < HEAD_BYTES && isBlank(utf8, dataStart)) {
      throw new LandingFault(Doubt.FILE_EMPTY, "the file holds a header and no rows");
    }
    return new FileLayout(file, source, encoding, labels, dataStart, splittable, loneReturns, notes);
  }

  private static boolean isBlank(byte[] utf8, long from) {
    for (long i = from; i < utf8.length; i++) {
      if (utf8[(int) i] != '\n' && utf8[(int) i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private RawRecord header(byte[] utf8, int mark, byte delimiter) throws IOException {
    int from = afterLines(utf8, mark, source.format().titleRows());
    InputStream in = new ByteArrayInputStream(utf8, from, utf8.length - from);
    RawRecord header = new RawRecord();
    try (CsvRecords records = new CsvRecords(in, from, Long.MAX_VALUE, false, delimiter, true, 0)) {
      if (!records.next(header)) {
        throw new LandingFault(Doubt.FILE_EMPTY, "the file holds no header");
      }
    }
    return header;
  }

  private static int afterLines(byte[] utf8, int from, int lines) {
    int at = from;
    for (int left = lines; left > 0 && at < utf8.length; at++) {
      if (utf8[at] == '\n') {
        left--;
      }
    }
    return at;
  }

  private static List<String> labels(RawRecord header) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < header.count; i++) {
      labels.add(header.field(i).strip());
    }
    return labels;
  }

  /** A header that another separator splits into more known labels was written with that one. */
  private void checkDelimiter(byte[] utf8, int mark, List<String> labels) throws IOException {
    char declared = source.format().delimiter();
    int known = known(labels);
    for (char other : DELIMITERS) {
      if (other != declared && known(labels(header(utf8, mark, (byte) other))) > known) {
        throw new LandingFault(Doubt.DELIMITER_WRONG, "the source declares " + name(declared)
            + " between fields, and the header of this file is written with " + name(other));
      }
    }
  }

  private int known(List<String> labels) {
    Set<String> keys = new HashSet<>();
    labels.forEach(label -> keys.add(HeaderMatch.key(label)));
    int known = 0;
    for (ColumnFeed feed : source.columns()) {
      if (feed.headers() != null
          && feed.headers().stream().anyMatch(spelling -> keys.contains(HeaderMatch.key(spelling)))) {
        known++;
      }
    }
    return known;
  }

  private static String name(char delimiter) {
    return switch (delimiter) {
      case '\t' -> "a tab";
      case ',' -> "a comma";
      case ';' -> "a semicolon";
      default -> "\"" + delimiter + "\"";
    };
  }

  /** Every required column has its header; other differences are noted. */
  private void checkHeader(List<String> labels) throws LandingFault {
    Set<String> used = new HashSet<>();
    for (ColumnFeed feed : source.columns()) {
      if (feed.constant() != null) {
        continue;
      }
      int found = HeaderMatch.find(labels, feed.headers());
      if (found >= 0) {
        used.add(HeaderMatch.key(labels.get(found)));
        continue;
      }
      if (source.personal() && known(labels) == 0) {
        throw new LandingFault(Doubt.COLUMN_MISSING, "the first line holds none of the declared headers; it may be a "
            + "row of data, and is not shown because the source holds personal data");
      }
      boolean required = table.column(feed.column()).map(TableContract.ColumnUse::required).orElse(false);
      if (required) {
        throw new LandingFault(Doubt.COLUMN_MISSING, "no header is \"" + String.join("\" or \"", feed.headers())
            + "\", which feeds " + feed.column() + "; the nearest header is \""
            + NearestName.of(feed.headers().get(0), labels).orElse(String.join(", ", labels)) + "\"");
      }
      notes.add(Doubt.COLUMN_MISSING.code() + ":" + feed.headers().get(0));
    }
    source.drops().forEach(label -> used.add(HeaderMatch.key(label)));
    source.ignores().forEach(label -> used.add(HeaderMatch.key(label)));
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      String key = HeaderMatch.key(label);
      if (!seen.add(key) && !key.isEmpty()) {
        throw new LandingFault(Doubt.COLUMN_DUPLICATE, "the header \"" + label + "\" stands twice");
      }
      if (!used.contains(key) && !isFeed(key)) {
        notes.add(Doubt.COLUMN_UNKNOWN.code() + ":" + label);
      }
    }
  }

  private boolean isFeed(String key) {
    return source.columns().stream().anyMatch(feed -> feed.headers() != null
        && feed.headers().stream().anyMatch(spelling -> HeaderMatch.key(spelling).equals(key)));
  }

  private byte[] head() throws IOException {
    try (InputStream in = FileBytes.content(file, conf)) {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 13];
      while (head.size() < HEAD_BYTES) {
        int count = in.read(buffer, 0, Math.min(buffer.length, HEAD_BYTES - head.size()));
        if (count < 0) {
          break;
        }
        head.write(buffer, 0, count);
      }
      if (head.size() == 0) {
        throw new LandingFault(Doubt.FILE_EMPTY, "the file holds no bytes");
      }
      return head.toByteArray();
    } catch (EOFException truncated) {
      throw new LandingFault(Doubt.FILE_TRUNCATED, "the compressed file ends before its content does");
    }
  }

  private Encoding encoding(byte[] head) throws IOException {
    FileEncoding encoding = new FileEncoding(source.format().encoding(), head, head.length < HEAD_BYTES);
    encoding.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    if (encoding.isLegacy()) {
      try (InputStream content = FileBytes.content(file, conf)) {
        encoding.refuseMixed(content);
      }
    }
    return encoding.chosen();
  }

  private static byte[] utf8(byte[] head, Encoding encoding) {
    return encoding == Encoding.UTF_8 ? head : encoding.toUtf8(head);
  }

  private static boolean startsWithMark(byte[] utf8) {
    return utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
  }
}
