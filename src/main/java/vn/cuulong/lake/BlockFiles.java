package vn.cuulong.lake;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.util.SerializableConfiguration;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.RowBlocks;

/**
 * Writes the blocks of each task into one Parquet file in the folder of a table, with the schema, the types and the
 * remarks that Spark's own writer gives it. Spark's takes rows value by value, and has to find out again what repeats.
 */
final class BlockFiles implements RowBlocks.BlockTask<BlockFiles.Written> {
  private static final long serialVersionUID = 1L;
  private static final int NO_PADDING = 0;
  private static final Written NOTHING = new Written(null, 0, 0, null, null);

  private final String folder;
  private final String owner;
  private final TableShape shape;
  private final Replacement replaced;
  private final String parquetSchema;
  private final String codec;
  private final SerializableConfiguration conf;

  /** Files in the folder of a table, with names that begin with an owner. */
  BlockFiles(SparkSession spark, String folder, String owner, TableShape shape, Replacement replaced,
      SerializableConfiguration conf) {
    this.folder = folder;
    this.owner = owner;
    this.shape = shape;
    this.replaced = replaced;
    this.parquetSchema = new SparkToParquetSchemaConverter(spark.sessionState().conf())
        .convert(shape.schema().asNullable()).toString();
    this.codec = spark.sessionState().conf().parquetCompressionCodec();
    this.conf = conf;
  }

  /**
   * A file.
   *
   * @param name its name in the folder; null when there was no row to write
   * @param statistics as Delta's log keeps them
   * @param refused why its rows cannot be those of the table, or null
   */
  record Written(String name, long size, long modified, String statistics, String refused) implements Serializable {}

  @Override
  public Written run(int number, Iterator<RowBlock> blocks) throws IOException {
    while (blocks.hasNext()) {
      RowBlock first = blocks.next();
      if (first.count() > 0) {
        return write(number, first, blocks);
      }
    }
    return NOTHING;
  }

  private Written write(int number, RowBlock first, Iterator<RowBlock> rest) throws IOException {
    CompressionCodecName compression = CompressionCodecName.fromConf(codec);
    String name = owner + "%05d-%s-c000%s.parquet".formatted(number, UUID.randomUUID(), compression.getExtension());
    Path path = new Path(folder, name);
    FileSystem files = path.getFileSystem(conf.value());
    MessageType schema = MessageTypeParser.parseMessageType(parquetSchema);
    CodecFactory codecs = new CodecFactory(conf.value(), ParquetProperties.DEFAULT_PAGE_SIZE);
    FileStatistics statistics = new FileStatistics(shape, replaced);
    boolean complete = false;
    try (ParquetFileWriter file = new ParquetFileWriter(HadoopOutputFile.fromPath(path, conf.value()), schema,
        ParquetFileWriter.Mode.CREATE, ParquetWriter.DEFAULT_BLOCK_SIZE, NO_PADDING)) {
      file.start();
      for (RowBlock next = first; next != null;) {
        try (RowGroup group = new RowGroup(schema, shape, codecs.getCompressor(compression))) {
          next = fill(group, next, rest, statistics);
          group.writeTo(file);
          statistics.add(group);
        }
      }
      file.end(Map.of(ParquetReadSupport.SPARK_METADATA_KEY(), shape.schema().asNullable().json(),
          "org.apache.spark.version", package$.MODULE$.SPARK_VERSION_SHORT()));
      complete = true;
    } finally {
      codecs.release();
      if (!complete) {
        files.delete(path, false);
      }
    }
    FileStatus status = files.getFileStatus(path);
    return new Written(name, status.getLen(), status.getModificationTime(), statistics.json(), statistics.refused());
  }

  /** Fills a row group; gives the first block of the next one, or null when there is none. */
  private static RowBlock fill(RowGroup group, RowBlock first, Iterator<RowBlock> rest, FileStatistics statistics)
      throws IOException {
    RowBlock next = first;
    while (group.heldBytes() < ParquetWriter.DEFAULT_BLOCK_SIZE) {
      statistics.check(next);
      group.append(next);
      if (!rest.hasNext()) {
        return null;
      }
      next = rest.next();
    }
    return next;
  }
}
