package vn.cuulong.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file, in one order. The writer lists the encodings of a column as a hash set of constants
 * gives them, which is another order in every process. Everything before the footer stays where it is.
 */
final class ParquetFooter {
  /** The length of the footer, and the mark of the format behind it. */
  private static final int TAIL = 8;

  private ParquetFooter() {}

  /** The same file with sorted encodings. */
  static byte[] sorted(byte[] file) {
    int length = ByteBuffer.wrap(file, file.length - TAIL, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int start = file.length - TAIL - length;
    try {
      FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
      for (RowGroup group : footer.getRow_groups()) {
        for (ColumnChunk column : group.getColumns()) {
          sort(column.getMeta_data());
        }
      }
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      Util.writeFileMetaData(footer, written);
      ByteBuffer whole = ByteBuffer.allocate(start + written.size() + TAIL).order(ByteOrder.LITTLE_ENDIAN);
      whole.put(file, 0, start).put(written.toByteArray()).putInt(written.size());
      return whole.put(file, file.length - Integer.BYTES, Integer.BYTES).array();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
  }

  private static void sort(ColumnMetaData column) {
    List<Encoding> encodings = new ArrayList<>(column.getEncodings());
    encodings.sort(Comparator.comparingInt(Encoding::getValue));
    column.setEncodings(encodings);
    if (column.isSetEncoding_stats()) {
      List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
      stats.sort(Comparator.comparingInt((PageEncodingStats one) -> one.getPage_type().getValue())
          .thenComparingInt(one -> one.getEncoding().getValue()));
      column.setEncoding_stats(stats);
    }
  }
}
