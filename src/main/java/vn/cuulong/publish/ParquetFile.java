package vn.cuulong.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** A table as one Parquet file whose bytes follow from its rows. Types are those that Spark writes. */
final class ParquetFile {
  private static final int PRECISION = 18;

  private ParquetFile() {}

  /** The bytes of a table. */
  static byte[] of(FrozenTable table) {
    MessageType schema = schema(table.columns());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new Memory(bytes)).withType(schema)
        .withConf(new PlainParquetConfiguration()).withCompressionCodec(CompressionCodecName.SNAPPY).build()) {
      for (Object[] row : table.rows()) {
        Group group = groups.newGroup();
        for (int i = 0; i < row.length; i++) {
          if (row[i] != null) {
            add(group, table.columns().get(i), row[i]);
          }
        }
        writer.write(group);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return ParquetFooter.sorted(bytes.toByteArray());
  }

  private static MessageType schema(List<FrozenColumn> columns) {
    return new MessageType("table", columns.stream().map(ParquetFile::type).toList());
  }

  private static Type type(FrozenColumn column) {
    Repetition repetition = column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return switch (column.type().base()) {
      case STRING -> Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType())
          .named(column.name());
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
      case DECIMAL -> Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(LogicalTypeAnnotation.decimalType(column.type().scale(), PRECISION)).named(column.name());
      case DATE -> Types.primitive(PrimitiveTypeName.INT32, repetition).as(LogicalTypeAnnotation.dateType())
          .named(column.name());
      case TIMESTAMP -> Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)).named(column.name());
      case STRING_ARRAY -> Types.list(repetition).requiredElement(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType()).named(column.name());
    };
  }

  private static void add(Group group, FrozenColumn column, Object value) {
    String name = column.name();
    switch (column.type().base()) {
      case STRING -> group.add(name, (String) value);
      case BIGINT -> group.add(name, (long) value);
      case DOUBLE -> group.add(name, (double) value);
      case BOOLEAN -> group.add(name, (boolean) value);
      case DECIMAL -> group.add(name, ((BigDecimal) value).setScale(column.type().scale()).unscaledValue()
          .longValueExact());
      case DATE -> group.add(name, Math.toIntExact(((LocalDate) value).toEpochDay()));
      case TIMESTAMP -> group.add(name, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case STRING_ARRAY -> {
        Group list = group.addGroup(name);
        ((List<?>) value).forEach(element -> list.addGroup("list").add("element", (String) element));
      }
    }
  }

  /** A file that is never on a disk. */
  private record Memory(ByteArrayOutputStream bytes) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int one) {
          bytes.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) {
          bytes.write(some, from, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
