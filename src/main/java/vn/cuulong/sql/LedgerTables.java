package vn.cuulong.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.lake.Ledger;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.lake.TableState;
import vn.cuulong.table.Interval;

/** The ledger as tables: {@code ops.run, ops.outcome, ops.reject_cause, ops.quality, ops.file,
 * ops.book}. Read when a query asks. */
final class LedgerTables {
  private static final DataType TEXT = DataTypes.StringType;
  private static final DataType WHOLE = DataTypes.LongType;
  private static final DataType MOMENT = DataTypes.TimestampType;
  private static final DataType DAY = DataTypes.DateType;
  private static final Map<String, LedgerTable> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("run", new LedgerTable(schema("run_id", TEXT, "command", TEXT, "started", MOMENT, "ended", MOMENT,
        "code_version", TEXT, "host", TEXT, "interval_start", DAY, "interval_end", DAY, "table_count", WHOLE,
        "built_count", WHOLE), LedgerTables::runs));
    TABLES.put("outcome", new LedgerTable(schema("run_id", TEXT, "table_name", TEXT, "outcome", TEXT,
        "interval_count", WHOLE, "interval_start", DAY, "interval_end", DAY, "row_count", WHOLE, "version", WHOLE,
        "second_count", DataTypes.DoubleType, "problem", TEXT, "reason", TEXT, "remedy", TEXT,
        "read_count", WHOLE, "accepted_count", WHOLE, "rejected_count", WHOLE, "duplicate_count", WHOLE),
        LedgerTables::outcomes));
    TABLES.put("reject_cause", new LedgerTable(schema("run_id", TEXT, "table_name", TEXT, "cause", TEXT,
        "row_count", WHOLE), LedgerTables::rejectCauses));
    TABLES.put("quality", new LedgerTable(schema("run_id", TEXT, "table_name", TEXT, "check_name", TEXT,
        "severity", TEXT, "row_count", WHOLE, "broken_count", WHOLE, "passed", DataTypes.BooleanType,
        "message_vi", TEXT, "message_en", TEXT), LedgerTables::quality));
    TABLES.put("file", new LedgerTable(schema("table_name", TEXT, "source_id", TEXT, "path", TEXT, "file_id", TEXT,
        "version", WHOLE, "byte_count", WHOLE, "modified", MOMENT, "first_seen_run", TEXT, "status", TEXT,
        "issues", DataTypes.createArrayType(TEXT, false), "read_count", WHOLE, "accepted_count", WHOLE,
        "rejected_count", WHOLE, "duplicate_count", WHOLE), LedgerTables::files));
    TABLES.put("book", new LedgerTable(schema("table_name", TEXT, "source_id", TEXT, "path", TEXT, "file_id", TEXT,
        "interval_start", DAY, "read_count", WHOLE, "accepted_count", WHOLE, "rejected_count", WHOLE,
        "duplicate_count", WHOLE), LedgerTables::books));
  }

  private LedgerTables() {}

  /**
   * A table over the ledger.
   *
   * @param schema its columns
   * @param rows its rows, values as Spark keeps them
   */
  record LedgerTable(StructType schema, Function<Ledger, List<Object[]>> rows) {
    InternalRow[] rows(Ledger ledger) {
      return rows.apply(ledger).stream().map(LedgerTables::row).toArray(InternalRow[]::new);
    }
  }

  /** Every table by its name in the layer {@code ops}. */
  static Map<String, LedgerTable> all() {
    return TABLES;
  }

  private static List<Object[]> runs(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (RunRecord run : ledger.runs()) {
      Interval asked = run.interval();
      long built = run.outcomes().stream().filter(outcome -> outcome.outcome().equals("built")).count();
      rows.add(new Object[] {run.runId(), run.command(), run.started(), run.ended(), run.codeVersion(), run.host(),
          asked == null ? null : asked.start(), asked == null ? null : asked.end(), (long) run.outcomes().size(),
          built});
    }
    return rows;
  }

  private static List<Object[]> outcomes(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (RunRecord run : ledger.runs()) {
      for (RunRecord.Outcome outcome : run.outcomes()) {
        List<Interval> built = outcome.intervals();
        TableState.Book book = outcome.books();
        rows.add(new Object[] {run.runId(), outcome.table().toString(), outcome.outcome(), (long) built.size(),
            built.isEmpty() ? null : built.get(0).start(), built.isEmpty() ? null : built.get(built.size() - 1).end(),
            known(outcome.rows()), known(outcome.version()), outcome.seconds(), outcome.problem(), outcome.reason(),
            outcome.remedy(), book == null ? null : book.read(), book == null ? null : book.accepted(),
            book == null ? null : book.rejected(), book == null ? null : book.duplicate()});
      }
    }
    return rows;
  }

  private static List<Object[]> rejectCauses(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (RunRecord run : ledger.runs()) {
      for (RunRecord.Outcome outcome : run.outcomes()) {
        new TreeMap<>(outcome.rejectCauses()).forEach((cause, count) ->
            rows.add(new Object[] {run.runId(), outcome.table().toString(), cause, count}));
      }
    }
    return rows;
  }

  private static List<Object[]> quality(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (RunRecord run : ledger.runs()) {
      for (RunRecord.Check check : run.checks()) {
        rows.add(new Object[] {run.runId(), check.table().toString(), check.name(), check.severity(), check.rows(),
            check.broken(), check.passed(), check.messageVi(), check.messageEn()});
      }
    }
    return rows;
  }

  private static List<Object[]> files(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (TableState state : ledger.states()) {
      for (TableState.FileEntry file : state.files().values()) {
        TableState.Book book = file.total();
        rows.add(new Object[] {state.table().toString(), file.sourceId(), file.path(), file.sha256(),
            (long) file.version(), file.size(), file.modified(), file.firstSeenRun(),
            file.status().name().toLowerCase(Locale.ROOT), file.issues(), book.read(), book.accepted(),
            book.rejected(), book.duplicate()});
      }
    }
    return rows;
  }

  private static List<Object[]> books(Ledger ledger) {
    List<Object[]> rows = new ArrayList<>();
    for (TableState state : ledger.states()) {
      for (TableState.FileEntry file : state.files().values()) {
        file.books().forEach((interval, book) -> rows.add(new Object[] {state.table().toString(), file.sourceId(),
            file.path(), file.sha256(), interval.isEmpty() ? null : LocalDate.parse(interval), book.read(),
            book.accepted(), book.rejected(), book.duplicate()}));
      }
    }
    return rows;
  }

  private static Long known(long number) {
    return number < 0 ? null : (Long) number;
  }

  private static StructType schema(Object... namesAndTypes) {
    StructType schema = new StructType();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      schema = schema.add((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1], true);
    }
    return schema;
  }

  private static InternalRow row(Object[] values) {
    Object[] stored = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      stored[i] = stored(values[i]);
    }
    return new GenericInternalRow(stored);
  }

  /** A value as Spark keeps it. */
  private static Object stored(Object value) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    }
    if (value instanceof Instant moment) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
    if (value instanceof LocalDate day) {
      return (int) day.toEpochDay();
    }
    if (value instanceof List<?> texts) {
      return new GenericArrayData(texts.stream().map(LedgerTables::stored).toArray());
    }
    return value;
  }
}
