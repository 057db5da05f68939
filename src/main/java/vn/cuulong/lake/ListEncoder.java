package vn.cuulong.lake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import vn.cuulong.table.Coded;
import vn.cuulong.table.ColumnValues;

/**
 * Lists of texts. For each element, and for each list without one, Parquet keeps two levels: whether it goes on with
 * the list of the row (1) or begins the next (0), and how much there is: no list (0), an empty one (1), an element (3).
 */
final class ListEncoder extends ColumnEncoder {
  private static final int EMPTY = 1;
  private static final int ELEMENT = 3;

  private final TextDictionary dictionary = new TextDictionary();
  private int[] repeated = new int[PAGE_ROWS];
  private int[] present = new int[PAGE_ROWS];
  private int[] codes = new int[PAGE_ROWS];
  private int entries;
  private int count;
  private int written;
  private List<String[]> source;
  private final List<int[]> codesOfList = new ArrayList<>();

  ListEncoder(PrimitiveType type, PageWriter writer) {
    super(type, writer);
  }

  @Override
  void take(ColumnValues column, int from, int to) {
    @SuppressWarnings("unchecked")
    Coded<String[]> lists = (Coded<String[]>) column;
    if (lists.words() != source) {
      source = lists.words();
      codesOfList.clear();
    }
    for (int row = from; row < to; row++) {
      int list = lists.get(row);
      int[] elements = list == Coded.NONE ? null : elements(list);
      int length = elements == null ? 0 : elements.length;
      room(Math.max(1, length));
      defined(row - from, elements != null);
      if (length == 0) {
        level(0, elements == null ? 0 : EMPTY);
      }
      for (int i = 0; i < length; i++) {
        level(i == 0 ? 0 : 1, ELEMENT);
        codes[count++] = elements[i];
      }
    }
  }

  @Override
  void none(int rows) {
    super.none(rows);
    room(rows);
    for (int i = 0; i < rows; i++) {
      level(0, 0);
    }
  }

  private int[] elements(int list) {
    while (codesOfList.size() <= list) {
      codesOfList.add(null);
    }
    int[] known = codesOfList.get(list);
    if (known == null) {
      known = Arrays.stream(source.get(list)).mapToInt(text -> dictionary.code(text.getBytes(StandardCharsets.UTF_8)))
          .toArray();
      codesOfList.set(list, known);
    }
    return known;
  }

  private void level(int repetition, int definition) {
    repeated[entries] = repetition;
    present[entries] = definition;
    entries++;
  }

  private void room(int more) {
    if (entries + more > present.length) {
      int size = Math.max(entries + more, 2 * present.length);
      repeated = Arrays.copyOf(repeated, size);
      present = Arrays.copyOf(present, size);
      codes = Arrays.copyOf(codes, size);
    }
  }

  @Override
  int levels() {
    int at = beginLevels();
    RunLengths.write(repeated, entries, RunLengths.width(1), page);
    endLevels(at);
    at = beginLevels();
    RunLengths.write(present, entries, RunLengths.width(ELEMENT), page);
    endLevels(at);
    return entries;
  }

  @Override
  Encoding encode() {
    if (count == 0) {
      return Encoding.PLAIN;
    }
    dictionary.put(codes, count, page);
    written = dictionary.size();
    return Encoding.PLAIN_DICTIONARY;
  }

  @Override
  Statistics<?> statistics(int values, long nullsOfPage) {
    entries = 0;
    count = 0;
    return Statistics.noopStats(type);
  }

  @Override
  DictionaryPage dictionary() {
    return dictionary.page(written);
  }
}
