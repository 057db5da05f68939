package vn.cuulong.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.contract.TableContract;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.NoValues;
import vn.cuulong.table.Numbers;
import vn.cuulong.table.RowBlock;
import vn.cuulong.table.Schemas;
import vn.cuulong.territory.Basis;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Encoding;

/**
 * Rows of a clean table from the records of one file: every field understood, every guess and fault noted, the row
 * accepted or rejected. Accepted rows are put into columns, a block at a time.
 */
final class RowReader implements Closeable {
  /** Stands for the day of a row that has none. */
  static final long NO_DAY = Long.MIN_VALUE;
  private static final int MOST_ROWS = 1 << 16;
  private static final int FEW_ROWS = 1 << 9;
  private static final int GROWTH = 4;
  private static final long HASH_PRIME = 0x9E3779B97F4A7C15L;

  final RawRecord record = new RawRecord();

  /** True when the current row is rejected. */
  boolean rejected;

  /** Epoch day of the start of the interval in which the current row lies, or {@link #NO_DAY}. */
  long interval;

  /** Hash of the key of the current row; meaningless for a rejected row. */
  long keyHash;

  /** Hash of everything that the current row says; meaningless for a rejected row. */
  long contentHash;

  private final FileLayout layout;
  private final int file;
  private final Records records;
  private final Set<Long> intervals;
  private final StructType schema;
  private final FieldOrder order;
  private final IssueList issues;
  private final Grain grain;
  private final boolean checksUtf8;
  private final int width;
  private final long[] erased;
  private final Words[] words;
  private final Coded<byte[]>[] texts;
  private Numbers positions;
  private int capacity = FEW_ROWS;
  private long day;
  private long knownDay = NO_DAY;
  private long knownInterval = NO_DAY;

  /**
   * A reader of some records.
   *
   * @param file place of the file in the list of layouts
   * @param intervals epoch days on which the wanted intervals start, or null for all; rows of other intervals are left
   *     out, rows without an interval are in
   */
  @SuppressWarnings("unchecked")
  RowReader(TablePlan plan, FileLayout layout, int file, Records records, Set<Long> intervals) {
    TableContract table = plan.table();
    this.layout = layout;
    this.file = file;
    this.records = records;
    this.intervals = intervals;
    this.schema = Schemas.of(table);
    this.grain = table.intervalGrain();
    this.order = FieldOrder.of(plan, layout);
    this.issues = new IssueList(plan.dictionary(), order.names());
    this.width = layout.labels().size();
    this.erased = plan.erased().get(layout.file().fileId());
    this.words = new Words[order.size()];
    this.texts = new Coded[order.size()];
    SourceContract.Layout bytes = layout.source().format().layout();
    this.checksUtf8 = layout.encoding() == Encoding.UTF_8
        && (bytes == SourceContract.Layout.CSV || bytes == SourceContract.Layout.JSON_LINES);
  }

  /** Reads on until a block is full or the records end; null when none was left. */
  ReadBlock next() throws IOException {
    FileSurvey survey = new FileSurvey(file);
    RowKeys keys = new RowKeys();
    ColumnValues[] columns = begin();
    int row = 0;
    boolean any = false;
    while (row < MOST_ROWS && records.next(record)) {
      any = true;
      if (erased != null && Arrays.binarySearch(erased, record.position) >= 0) {
        continue;
      }
      if (row == capacity) {
        capacity *= GROWTH;
        resize(columns, capacity);
      }
      read(row);
      if (isWanted()) {
        survey.take(this);
        if (!rejected) {
          keys.add(file, keyHash, contentHash, record.position, interval);
          positions.put(row, record.position);
          issues.put(row);
          row++;
        }
      }
    }
    if (row < capacity) {
      resize(columns, row);
    }
    keys.trim();
    return any ? new ReadBlock(survey, keys, new RowBlock(List.of(columns), row)) : null;
  }

  /** The issues of the current row, sorted. */
  String[] issueCodes() {
    return issues.codes();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** New columns, in the order of the schema. */
  private ColumnValues[] begin() {
    ColumnValues[] columns = new ColumnValues[schema.length()];
    for (int i = 0; i < columns.length; i++) {
      String constant = Provenance.constant(schema.apply(i).name(), layout);
      columns[i] = constant == null ? new NoValues() : Coded.constant(constant.getBytes(StandardCharsets.UTF_8));
    }
    for (int i = 0; i < order.size(); i++) {
      int column = schema.fieldIndex(order.names().get(i));
      if (order.readers[i] != null) {
        columns[column] = order.readers[i].begin(capacity);
        if (order.keepsText[i]) {
          words[i] = words[i] == null || words[i].isFull() ? new Words() : words[i];
          texts[i] = new Coded<>(capacity, words[i].texts());
          columns[column + 1] = texts[i];
        }
      }
    }
    positions = new Numbers(capacity);
    columns[schema.fieldIndex(Provenance.POSITION)] = positions;
    columns[schema.fieldIndex(Provenance.ISSUES)] = issues.begin(capacity);
    return columns;
  }

  private static void resize(ColumnValues[] columns, int rows) {
    Arrays.stream(columns).forEach(column -> column.resize(rows));
  }

  private boolean isWanted() {
    return intervals == null || interval == NO_DAY || intervals.contains(interval);
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
      FieldReader field = order.readers[i];
      if (field instanceof UnitField unit) {
        unit.rowBasis = rowBasis;
      }
      int index = order.fields[i];
      if (index >= 0) {
        readField(i, row, field, record.bytes[index], record.offset[index], record.length[index]);
      } else if (field != null) {
        readField(i, row, field, order.constants[i], 0, order.constants[i].length);
      }
    }
  }

  private void readField(int i, int row, FieldReader field, byte[] bytes, int offset, int length) {
    boolean kept = field.read(bytes, offset, length, day);
    if (field.doubt != null) {
      Dictionary.Effect effect = issues.add(i, field.doubt);
      rejected |= effect == Dictionary.Effect.REJECT;
      kept &= effect == Dictionary.Effect.NOTE;
    }
    if (kept) {
      field.put(row);
      if (i == 0) {
        // The first field is the one that gives the interval, because places need its day.
        day = ((NumbersReader) field).value();
        interval = intervalOf(day);
      }
    } else {
      field.putNone(row);
      if (order.required[i]) {
        issues.add(i, Doubt.REQUIRED_MISSING);
        rejected = true;
      }
    }
    if (texts[i] != null) {
      texts[i].put(row, field.doubt == null || rejected ? Coded.NONE : words[i].code(bytes, offset, length));
    }
    hash(i, kept ? field.hash : 1);
  }

  private void hash(int i, long hash) {
    contentHash = (contentHash ^ hash) * HASH_PRIME + i;
    if (order.keys[i]) {
      keyHash = Long.rotateLeft((keyHash ^ hash) * HASH_PRIME, 29) + i;
    }
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
}
