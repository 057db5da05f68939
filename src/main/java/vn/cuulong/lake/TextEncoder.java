package vn.cuulong.lake;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.PlainTexts;

/** Texts: those that landing has numbered already go as codes, others as they are. */
final class TextEncoder extends ColumnEncoder {
  private final TextDictionary dictionary = new TextDictionary();
  private final int[] codes = new int[PAGE_ROWS];
  private final PageBytes plain = new PageBytes();
  private int count;
  private int written;

  TextEncoder(PrimitiveType type, PageWriter writer) {
    super(type, writer);
  }

  @Override
  void take(ColumnValues column, int from, int to) throws IOException {
    boolean isPlain = column instanceof PlainTexts;
    if (isPlain ? count > 0 : plain.size() > 0) {
      flush();
    }
    if (column instanceof PlainTexts texts) {
      takePlain(texts, from, to);
    } else {
      @SuppressWarnings("unchecked")
      Coded<byte[]> coded = (Coded<byte[]>) column;
      takeCoded(coded, from, to);
    }
  }

  private void takePlain(PlainTexts texts, int from, int to) {
    for (int row = from; row < to; row++) {
      int length = texts.length(row);
      defined(row - from, length >= 0);
      if (length >= 0) {
        plain.putText(texts.bytes(), texts.start(row), length);
      }
    }
  }

  private void takeCoded(Coded<byte[]> coded, int from, int to) {
    List<byte[]> words = coded.words();
    for (int row = from; row < to; row++) {
      int word = coded.get(row);
      defined(row - from, word != Coded.NONE);
      if (word != Coded.NONE) {
        codes[count++] = dictionary.code(words, word);
      }
    }
  }

  @Override
  Encoding encode() {
    if (plain.size() == 0 && !dictionary.isLarge()) {
      dictionary.put(codes, count, page);
      written = dictionary.size();
      return Encoding.PLAIN_DICTIONARY;
    }
    for (int i = 0; i < count; i++) {
      byte[] text = dictionary.text(codes[i]);
      plain.putText(text, 0, text.length);
    }
    page.put(plain);
    return Encoding.PLAIN;
  }

  /** Readers skip by what Delta knows of the file; least and greatest texts of pages are compared for nothing. */
  @Override
  Statistics<?> statistics(int values, long nullsOfPage) {
    count = 0;
    plain.clear();
    return Statistics.noopStats(type);
  }

  @Override
  DictionaryPage dictionary() {
    return dictionary.page(written);
  }
}
