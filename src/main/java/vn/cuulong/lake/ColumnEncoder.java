package vn.cuulong.lake;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.NoValues;

/**
 * Encodes one column of one row group into pages of Parquet (data pages, version 1). A page knows which of its rows
 * have a value, and then has the values themselves: plain, or as codes in a dictionary that the column writes once.
 */
abstract class ColumnEncoder {
  /** As many as Parquet's own writer puts into a page at most. */
  static final int PAGE_ROWS = 20_000;
  /** A dictionary that grows beyond this saves nothing: the pages that follow are plain. */
  static final int MOST_DICTIONARY_BYTES = 1 << 20;

  final PrimitiveType type;
  final PageBytes page = new PageBytes();
  private final PageWriter writer;
  private final int[] defined = new int[PAGE_ROWS];
  private int rows;
  private int values;
  private long nulls;

  ColumnEncoder(PrimitiveType type, PageWriter writer) {
    this.type = type;
    this.writer = writer;
  }

  /** Takes some rows of a block. */
  final void append(ColumnValues column, int from, int to) throws IOException {
    for (int at = from; at < to;) {
      int until = Math.min(to, at + PAGE_ROWS - rows);
      if (!(column instanceof NoValues)) {
        take(column, at, until);
      } else {
        none(until - at);
      }
      rows += until - at;
      at = until;
      if (rows == PAGE_ROWS) {
        flush();
      }
    }
  }

  /** Writes what is left, and the dictionary. */
  final void finish() throws IOException {
    if (rows > 0) {
      flush();
    }
    DictionaryPage dictionary = dictionary();
    if (dictionary != null) {
      writer.writeDictionaryPage(dictionary);
    }
  }

  /** Rows without a value, so far. */
  final long nulls() {
    return nulls;
  }

  /** Bytes that are held until the row group is written. */
  final long heldBytes() {
    return writer.getMemSize();
  }

  /** Takes rows that all fit into the page, each with {@link #defined}. */
  abstract void take(ColumnValues column, int from, int to) throws IOException;

  /** Puts the values of the page behind its levels; gives how they are encoded. */
  abstract Encoding encode();

  /** Least and greatest value of the page, or nothing. */
  abstract Statistics<?> statistics(int values, long nullsOfPage);

  /** What the codes of the pages stand for; null without such a page. */
  abstract DictionaryPage dictionary();

  /** Marks the next row (of those that are taken) as one with or without a value. */
  final void defined(int place, boolean hasValue) {
    defined[rows + place] = hasValue ? 1 : 0;
    values += hasValue ? 1 : 0;
  }

  /** Takes rows without a value. */
  void none(int count) {
    for (int i = 0; i < count; i++) {
      defined(i, false);
    }
  }

  /** Levels of the page: here, which rows have a value. Gives their number. */
  int levels() {
    int at = beginLevels();
    if (values == rows) {
      RunLengths.repeat(1, rows, 1, page);
    } else {
      RunLengths.write(defined, rows, 1, page);
    }
    endLevels(at);
    return rows;
  }

  /** Levels stand behind their length. */
  final int beginLevels() {
    page.putInt(0);
    return page.size();
  }

  final void endLevels(int from) {
    page.setInt(from - Integer.BYTES, page.size() - from);
  }

  final void flush() throws IOException {
    page.clear();
    int count = levels();
    // A page without values is plain, as Parquet's own writer has it: there may be no dictionary.
    Encoding encoding = values == 0 ? Encoding.PLAIN : encode();
    BytesInput bytes = page.input();
    writer.writePage(bytes, count, rows, statistics(values, count - values), Encoding.RLE, Encoding.RLE, encoding);
    nulls += rows - values;
    rows = 0;
    values = 0;
  }
}
