package vn.cuulong.generate;

import java.io.Closeable;
import java.io.IOException;

/** A landing file that is being written, record by record and field by field. */
interface RecordFile extends Closeable {

  /** Begins a record. */
  void begin();

  /** Adds a tidy value. */
  void tidy(Row row, int field);

  /** Adds a value as somebody typed it. */
  void said(int field, String text);

  /** Ends the record, broken in the given way unless it is null. */
  void end(RowDirt.Fault broken) throws IOException;

  /** True when the encoding of the file has all letters of the text. */
  default boolean holds(String text) {
    return true;
  }
}
