package vn.cuulong.lake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/** The texts of one column of a row group, each with a code, in the order in which they came first. */
final class TextDictionary {
  private static final int UNKNOWN = -1;

  private final Map<ByteBuffer, Integer> codes = new HashMap<>();
  private final List<byte[]> texts = new ArrayList<>();
  private int bytes;
  /** Blocks number their words each in their own way: those of the last block, and the codes that they have here. */
  private List<byte[]> source;
  private int[] codeOfWord = {};

  /** The code of a word of a block. */
  int code(List<byte[]> words, int word) {
    if (words != source) {
      source = words;
      codeOfWord = new int[0];
    }
    if (word >= codeOfWord.length) {
      int known = codeOfWord.length;
      codeOfWord = Arrays.copyOf(codeOfWord, words.size());
      Arrays.fill(codeOfWord, known, codeOfWord.length, UNKNOWN);
    }
    if (codeOfWord[word] == UNKNOWN) {
      codeOfWord[word] = code(words.get(word));
    }
    return codeOfWord[word];
  }

  /** The code of a text. */
  int code(byte[] text) {
    Integer known = codes.putIfAbsent(ByteBuffer.wrap(text), texts.size());
    if (known != null) {
      return known;
    }
    texts.add(text);
    bytes += text.length + Integer.BYTES;
    return texts.size() - 1;
  }

  /** The text of a code. */
  byte[] text(int code) {
    return texts.get(code);
  }

  /** Number of texts. */
  int size() {
    return texts.size();
  }

  /** True when codes save nothing any more. */
  boolean isLarge() {
    return bytes > ColumnEncoder.MOST_DICTIONARY_BYTES;
  }

  /** Puts codes of a page, after the number of bits that each takes. */
  void put(int[] values, int count, PageBytes page) {
    int width = RunLengths.width(size() - 1);
    page.putByte(width);
    RunLengths.write(values, count, width, page);
  }

  /** The first texts as a page; null when there are none. */
  DictionaryPage page(int count) {
    if (count == 0) {
      return null;
    }
    PageBytes page = new PageBytes();
    for (byte[] text : texts.subList(0, count)) {
      page.putText(text, 0, text.length);
    }
    return new DictionaryPage(page.input(), count, Encoding.PLAIN_DICTIONARY);
  }
}
