package vn.cuulong.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.table.Schemas;
import vn.cuulong.territory.Basis;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Encoding;

/**
 * Rows of a clean table from the records of one file: every field understood, every guess and fault noted, the row
 * accepted or rejected. Accepted rows that are wanted are left in column vectors, a batch at a time.
 */
final class RowReader implements Closeable {
  /** Stands for the day of a row that has none. */
  static final long NO_DAY = Long.MIN_VALUE;
  private static final int BATCH_ROWS = 4096;
  private static final long HASH_PRIME = 0x9E3779B97F4A7C15L;

  /** Decides about each row that was read, and may take note of it. */
  interface RowUse {
    /** True when the row is wanted in the batch; asked for rejected rows too, which are never put into it. */
    boolean wants(RowReader row);

    /** A row-level note that the row carries in the batch, or null. */
    default Doubt note() {
      return null;
    }

    /**
     * True when the hashes of rows are wanted and their bytes are not known to be UTF-8: in the first reading. The
     * second one is told which rows the first rejected.
     */
    default boolean isFirstReading() {
      return false;
    }
  }

  final RawRecord record = new RawRecord();

  /** True when the current row is rejected. */
  boolean rejected;

  /** Epoch day of the start of the interval in which the current row lies, or {@link #NO_DAY}. */
  long interval;

  /** Hash of the key of the current row; meaningless for a rejected row. */
  long keyHash;

  /** Hash of everything that the current row says; meaningless for a rejected row. */
  long contentHash;

  private final Records records;
  private final RowUse use;
  private final FieldOrder order;
  private final IssueList issues;
  private final Grain grain;
  private final boolean checksUtf8;
  private final boolean hashes;
  private final int width;
  private final ColumnVector[] vectors;
  private final WritableColumnVector positions;
  private final WritableColumnVector issueVector;
  private final ColumnarBatch batch;
  private long day;
  private long knownDay = NO_DAY;
  private long knownInterval = NO_DAY;

  RowReader(TablePlan plan, FileLayout layout, Records records, RowUse use) {
    TableContract table = plan.table();
    StructType schema = Schemas.of(table);
    this.records = records;
    this.use = use;
    this.grain = table.intervalGrain();
    this.vectors = vectors(schema, layout);
    this.positions = (WritableColumnVector) vectors[schema.fieldIndex(Provenance.POSITION)];
    this.issueVector = (WritableColumnVector) vectors[schema.fieldIndex(Provenance.ISSUES)];
    this.order = FieldOrder.of(plan, layout, schema, vectors, use.isFirstReading());
    this.issues = new IssueList(plan.dictionary(), order.names());
    this.batch = new ColumnarBatch(vectors);
    this.width = layout.labels().size();
    SourceContract.Layout bytes = layout.source().format().layout();
    this.hashes = use.isFirstReading();
    this.checksUtf8 = hashes && layout.encoding() == Encoding.UTF_8
        && (bytes == SourceContract.Layout.CSV || bytes == SourceContract.Layout.JSON_LINES);
  }

  /** Reads on until a batch is full or the records end; false when nothing was left to put into it. */
  boolean nextBatch() throws IOException {
    for (ColumnVector vector : vectors) {
      if (vector instanceof WritableColumnVector writable) {
        writable.reset();
      }
    }
    int rows = 0;
    int seen = 0;
    while (rows < BATCH_ROWS && seen < BATCH_ROWS && records.next(record)) {
      seen++;
      read(rows);
      if (use.wants(this) && !rejected) {
        finish(rows);
        rows++;
      }
    }
    batch.setNumRows(rows);
    return seen > 0;
  }

  /** The accepted and wanted rows of the last batch, perhaps none. */
  ColumnarBatch batch() {
    return batch;
  }

  /** The issues of the current row, sorted. */
  String[] issueCodes() {
    return issues.codes();
  }

  @Override
  public void close() throws IOException {
    batch.close();
    records.close();
  }

  private void read(int row) {
    issues.clear();
    rejected = false;
    day = NO_DAY;
    interval = NO_DAY;
    if (record.note != null) {
      issues.add(IssueList.ROW, record.note);
    }
    Doubt fault = record.fault != null ? record.fault : shapeFault();
    if (fault != null) {
      issues.add(IssueList.ROW, fault);
      rejected = true;
      return;
    }
    keyHash = 0;
    contentHash = 0;
    Basis rowBasis = order.basis(record);
    for (int i = 0; i < order.size(); i++) {
      readField(i, row, rowBasis);
    }
  }

  private void readField(int i, int row, Basis rowBasis) {
    FieldReader field = order.readers[i];
    byte[] bytes = order.constants[i];
    int offset = 0;
    int length;
    if (bytes != null) {
      length = bytes.length;
    } else {
      int index = order.fields[i];
      if (index < 0) {
        order.vectors[i].putNull(row);
        if (order.texts[i] != null) {
          order.texts[i].putNull(row);
        }
        return;
      }
      bytes = record.bytes[index];
      offset = record.offset[index];
      length = record.length[index];
    }
    if (field instanceof UnitField unit) {
      unit.rowBasis = rowBasis;
    }
    order.vectors[i].putNotNull(row);
    boolean understood = field.read(bytes, offset, length, day, order.vectors[i], row);
    take(i, row, field, understood, bytes, offset, length);
  }

  private void take(int i, int row, FieldReader field, boolean understood, byte[] bytes, int offset, int length) {
    Dictionary.Effect effect = null;
    if (field.doubt != null) {
      effect = issues.add(i, field.doubt);
      rejected |= effect == Dictionary.Effect.REJECT;
    }
    boolean kept = understood && (effect == null || effect == Dictionary.Effect.NOTE);
    if (!kept) {
      order.vectors[i].putNull(row);
      if (order.required[i]) {
        issues.add(i, Doubt.REQUIRED_MISSING);
        rejected = true;
      }
    } else if (i == 0) {
      // The first field is the one that gives the interval, because places need its day.
      day = order.vectors[0].getInt(row);
      interval = intervalOf(day);
    }
    keepText(i, row, field.doubt != null, bytes, offset, length);
    if (hashes) {
      hash(i, kept ? field.hash : 1);
    }
  }

  private void hash(int i, long hash) {
    contentHash = (contentHash ^ hash) * HASH_PRIME + i;
    if (order.keys[i]) {
      keyHash = Long.rotateLeft((keyHash ^ hash) * HASH_PRIME, 29) + i;
    }
  }

  private void keepText(int i, int row, boolean doubtful, byte[] bytes, int offset, int length) {
    WritableColumnVector text = order.texts[i];
    if (text == null) {
      return;
    }
    if (doubtful) {
      text.putNotNull(row);
      text.putByteArray(row, bytes, offset, length);
    } else {
      text.putNull(row);
    }
  }

  private void finish(int row) {
    Doubt note = use.note();
    if (note != null) {
      issues.add(IssueList.ROW, note);
    }
    positions.putLong(row, record.position);
    issues.write(issueVector, row);
  }

  private Doubt shapeFault() {
    if (record.count < width) {
      return Doubt.ROW_TOO_SHORT;
    }
    for (int i = width; i < record.count; i++) {
      if (record.length[i] > 0) {
        return Doubt.ROW_TOO_LONG;
      }
    }
    return checksUtf8 && !Utf8.isValid(record.rawBytes, record.rawOffset, record.rawLength)
        ? Doubt.TEXT_UNDECODABLE : null;
  }

  private long intervalOf(long epochDay) {
    if (epochDay != knownDay) {
      knownDay = epochDay;
      knownInterval = grain.start(LocalDate.ofEpochDay(epochDay)).toEpochDay();
    }
    return knownInterval;
  }

  private static ColumnVector[] vectors(StructType schema, FileLayout layout) {
    ColumnVector[] vectors = new ColumnVector[schema.size()];
    for (int i = 0; i < vectors.length; i++) {
      String constant = Provenance.constant(schema.apply(i).name(), layout);
      if (constant == null) {
        vectors[i] = new OnHeapColumnVector(BATCH_ROWS, schema.apply(i).dataType());
      } else {
        ConstantColumnVector vector = new ConstantColumnVector(BATCH_ROWS, schema.apply(i).dataType());
        vector.setUtf8String(UTF8String.fromBytes(constant.getBytes(StandardCharsets.UTF_8)));
        vectors[i] = vector;
      }
    }
    return vectors;
  }
}
