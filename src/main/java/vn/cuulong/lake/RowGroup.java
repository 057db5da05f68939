package vn.cuulong.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import vn.cuulong.table.RowBlock;

/** Rows that a Parquet file keeps together, column after column. */
final class RowGroup implements AutoCloseable {
  private final ColumnChunkPageWriteStore pages;
  private final List<ColumnEncoder> encoders = new ArrayList<>();
  private long rows;

  /** A row group without rows. */
  RowGroup(MessageType schema, TableShape shape, BytesInputCompressor compressor) {
    pages = new ColumnChunkPageWriteStore(compressor, schema, new HeapByteBufferAllocator(),
        ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH, true);
    for (ColumnDescriptor column : schema.getColumns()) {
      encoders.add(encoder(column, shape, pages.getPageWriter(column)));
    }
  }

  private static ColumnEncoder encoder(ColumnDescriptor column, TableShape shape, PageWriter writer) {
    if (column.getMaxRepetitionLevel() > 0) {
      return new ListEncoder(column.getPrimitiveType(), writer);
    }
    if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
      return new TextEncoder(column.getPrimitiveType(), writer);
    }
    boolean repeats = !shape.identifiers().contains(column.getPath()[0]);
    return new NumberEncoder(column.getPrimitiveType(), writer, repeats);
  }

  /** Takes the rows of a block that count. */
  void append(RowBlock block) throws IOException {
    for (int column = 0; column < encoders.size(); column++) {
      int from = 0;
      for (int left : block.left()) {
        encoders.get(column).append(block.columns().get(column), from, left);
        from = left + 1;
      }
      encoders.get(column).append(block.columns().get(column), from, block.size());
    }
    rows += block.count();
  }

  /** Encoders by column. */
  List<ColumnEncoder> encoders() {
    return encoders;
  }

  long rows() {
    return rows;
  }

  /** Bytes that are held until the group is written. */
  long heldBytes() {
    return encoders.stream().mapToLong(ColumnEncoder::heldBytes).sum();
  }

  /** Writes the group. */
  void writeTo(ParquetFileWriter file) throws IOException {
    for (ColumnEncoder encoder : encoders) {
      encoder.finish();
    }
    file.startBlock(rows);
    pages.flushToFileWriter(file);
    file.endBlock();
  }

  @Override
  public void close() {
    pages.close();
  }
}
