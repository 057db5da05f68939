package vn.cuulong.landing;

import java.util.ArrayList;
import java.util.List;
import vn.cuulong.table.Coded;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Spellings;

/** Texts that repeat. Each spelling is understood once, however often it stands in the file. */
abstract class CodedReader extends FieldReader {
  /** So many spellings and words are kept; garbage in the column must not fill the memory. */
  private static final int MOST_SPELLINGS = 1 << 14;
  private static final Meaning MISSING = new Meaning(Coded.NONE, null, NO_HASH);

  private Words words = new Words();
  private Known always = new Known();
  private Coded<byte[]> column;
  private int code;

  /** What a spelling means: its code or none, what is doubtful about it, and the hash of the value. */
  record Meaning(int code, Doubt doubt, long hash) {}

  /** Spellings that are known, as long as a column keeps its words. */
  static final class Known {
    private final Spellings spellings = new Spellings();
    private final List<Meaning> meanings = new ArrayList<>();
  }

  /** The spellings that hold on a day; most columns have the same ones on all days. */
  Known known(long day) {
    return always;
  }

  /** What a spelling that is not known yet means. */
  abstract Meaning lookUp(byte[] utf8, int offset, int length, long day);

  /** Forgets all spellings, because their codes are those of words that are no longer used. */
  void forget() {
    always = new Known();
  }

  @Override
  final Coded<byte[]> begin(int rows) {
    if (words.isFull()) {
      words = new Words();
      forget();
    }
    column = new Coded<>(rows, words.texts());
    return column;
  }

  @Override
  final boolean understand(byte[] utf8, int offset, int length, long day) {
    Known known = known(day);
    int number = known.spellings.find(utf8, offset, length);
    Meaning meaning;
    if (number >= 0) {
      meaning = known.meanings.get(number);
    } else {
      meaning = lookUp(utf8, offset, length, day);
      if (known.meanings.size() < MOST_SPELLINGS) {
        known.spellings.put(utf8, offset, length);
        known.meanings.add(meaning);
      }
    }
    doubt = meaning.doubt;
    hash = meaning.hash;
    code = meaning.code;
    return code != Coded.NONE;
  }

  /** A value that was understood, perhaps with a doubt. */
  final Meaning value(byte[] text, int offset, int length, Doubt note) {
    return new Meaning(words.code(text, offset, length), note, hashOf(text, offset, length));
  }

  final Meaning value(byte[] text) {
    return value(text, 0, text.length, null);
  }

  /** No value; a doubt says why, unless it is missing. */
  static Meaning none(Doubt why) {
    return why == null ? MISSING : new Meaning(Coded.NONE, why, NO_HASH);
  }

  @Override
  final void put(int row) {
    column.put(row, code);
  }

  @Override
  final void putNone(int row) {
    column.put(row, Coded.NONE);
  }
}
