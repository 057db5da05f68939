package vn.cuulong.landing;

import java.util.ArrayList;
import java.util.List;
import vn.cuulong.vietnamese.Spellings;

/** The different texts of a column, each with a number. */
final class Words {
  /** So many are kept of one column; garbage must not fill the memory. */
  private static final int MOST = 1 << 14;

  private final Spellings spellings = new Spellings();
  private final List<byte[]> texts = new ArrayList<>();

  /** The number of a text. */
  int code(byte[] utf8, int offset, int length) {
    int code = spellings.put(utf8, offset, length);
    if (code == texts.size()) {
      texts.add(spellings.text(code));
    }
    return code;
  }

  /** True when it is time to begin again. */
  boolean isFull() {
    return texts.size() > MOST;
  }

  /** The texts by number. */
  List<byte[]> texts() {
    return texts;
  }
}
