package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.vietnamese.Doubt;

/** The issues of one row; every text is made once, so that an issue costs no more than a value. */
final class IssueList {
  /** Stands for the row as a whole where a column is asked for. */
  static final int ROW = -1;
  private static final Doubt[] DOUBTS = Doubt.values();

  private final List<String> columns;
  private final Dictionary.Effect[] effects = new Dictionary.Effect[DOUBTS.length];
  private final String[] texts;
  private final byte[][] bytes;
  private int[] found = new int[16];
  private int count;

  IssueList(Dictionary dictionary, List<String> columns) {
    this.columns = columns;
    for (Doubt doubt : DOUBTS) {
      Dictionary.Issue issue = dictionary.issues().get(doubt.code());
      if (issue == null) {
        throw new IllegalStateException("dictionary/issues.yml does not explain " + doubt.code()
            + ", which reading can find; add an entry for it");
      }
      effects[doubt.ordinal()] = issue.effect();
    }
    this.texts = new String[(columns.size() + 1) * DOUBTS.length];
    this.bytes = new byte[texts.length][];
  }

  void clear() {
    count = 0;
  }

  /** Adds an issue of a column (by its place in the list), or of the row; gives its effect. */
  Dictionary.Effect add(int column, Doubt doubt) {
    int id = (column + 1) * DOUBTS.length + doubt.ordinal();
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = id;
    return effects[doubt.ordinal()];
  }

  /** The issues as sorted texts. */
  String[] codes() {
    String[] codes = new String[count];
    for (int i = 0; i < count; i++) {
      codes[i] = text(found[i]);
    }
    Arrays.sort(codes);
    return codes;
  }

  /** Writes them as the array of one row. */
  void write(WritableColumnVector out, int row) {
    WritableColumnVector child = out.arrayData();
    int start = child.getElementsAppended();
    if (count == 1) {
      byte[] text = bytes(found[0]);
      child.appendByteArray(text, 0, text.length);
    } else if (count > 1) {
      for (String code : codes()) {
        byte[] text = code.getBytes(StandardCharsets.UTF_8);
        child.appendByteArray(text, 0, text.length);
      }
    }
    out.putArray(row, start, count);
  }

  private String text(int id) {
    if (texts[id] == null) {
      String code = DOUBTS[id % DOUBTS.length].code();
      int column = id / DOUBTS.length - 1;
      texts[id] = column == ROW ? code : columns.get(column) + ":" + code;
    }
    return texts[id];
  }

  private byte[] bytes(int id) {
    if (bytes[id] == null) {
      bytes[id] = text(id).getBytes(StandardCharsets.UTF_8);
    }
    return bytes[id];
  }
}
