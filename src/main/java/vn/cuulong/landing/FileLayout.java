package vn.cuulong.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.vietnamese.Encoding;

/**
 * A file of which the look is known: its source's contract and what its first bytes told.
 *
 * @param file which file
 * @param source whose contract it follows
 * @param encoding in which it is written
 * @param labels its header, one label a field; a record has as many fields
 * @param dataStart offset of the first record in the decoded file
 * @param splittable true when any newline ends a record and offsets are those of the stored bytes
 * @param loneReturns true when lines end with a carriage return alone, as on old Macintoshes
 * @param notes issues of the file as a whole, {@code code:what}
 */
public record FileLayout(
    LandingFile file,
    SourceContract source,
    Encoding encoding,
    List<String> labels,
    long dataStart,
    boolean splittable,
    boolean loneReturns,
    List<String> notes)
    implements Serializable {

  /** Files are cut into parts of this size, so that several cores and machines share them. */
  static final long PART_BYTES = 32L << 20;

  /**
   * Opens the records of a part of the file.
   *
   * @param start offset where the part starts; the first part starts at {@link #dataStart}
   * @param end offset where the next part starts
   */
  Records records(Configuration conf, long start, long end) throws IOException {
    return switch (source.format().layout()) {
      case CSV -> csv(conf, start, end);
      case JSON_LINES -> new JsonLinesRecords(lines(utf8(conf)), labels, source);
      case XLSX -> new XlsxRecords(FileBytes.content(file, conf), source.format());
      case JSON_STAT -> new JsonStatRecords(utf8(conf), source.format().numbers());
      case PX_CSV -> new PxCsvRecords(utf8(conf), source.format());
    };
  }

  /** All records. */
  Records records(Configuration conf) throws IOException {
    return records(conf, dataStart, Long.MAX_VALUE);
  }

  private Records csv(Configuration conf, long start, long end) throws IOException {
    SourceContract.Format format = source.format();
    byte delimiter = (byte) format.delimiter();
    if (splittable) {
      boolean first = start <= dataStart;
      long from = first ? dataStart : start - 1;
      InputStream in = lines(FileBytes.stored(file, conf, from));
      return new CsvRecords(in, from, end, !first, delimiter, false, labels.size());
    }
    InputStream in = lines(utf8(conf));
    in.skipNBytes(dataStart);
    return new CsvRecords(in, dataStart, Long.MAX_VALUE, false, delimiter, format.multiline(), labels.size());
  }

  private InputStream lines(InputStream in) {
    return loneReturns ? new LoneReturns(in) : in;
  }

  /** The content in UTF-8. A byte order mark of UTF-8 itself stays: offsets are those of the content. */
  InputStream utf8(Configuration conf) throws IOException {
    InputStream content = FileBytes.content(file, conf);
    return encoding == Encoding.UTF_8 ? content : encoding.utf8(content);
  }
}
