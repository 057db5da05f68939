package vn.cuulong.generate;

import java.util.List;

/**
 * One column of a landing file.
 *
 * @param kind what its values are
 * @param feeds clean columns that it feeds; empty when it is dropped
 * @param required true when a row without it is rejected
 * @param power the raw number of a MONEY field counts 10^power đồng
 * @param countWord the word that people write behind a QUANTITY, or null
 * @param headers raw headers: of the first half of the source's life and, when there are two, of files that begin on
 *     or after 1 July 2025
 */
record Field(Kind kind, List<String> feeds, boolean required, int power, String countWord, List<String> headers) {

  static Field of(Kind kind, String feeds, String... headers) {
    return new Field(kind, feeds.isEmpty() ? List.of() : List.of(feeds.split(" ")), false, 0, null, List.of(headers));
  }

  static Field dropped(String... headers) {
    return of(Kind.DROPPED, "", headers);
  }

  /** The same, never empty. */
  Field must() {
    return new Field(kind, feeds, true, power, countWord, headers);
  }

  /** The same, in units of 10^power đồng. */
  Field inPowerOf10(int unitPower) {
    return new Field(kind, feeds, required, unitPower, countWord, headers);
  }

  /** The same, counted with a word. */
  Field counting(String word) {
    return new Field(kind, feeds, required, power, word, headers);
  }

  String header(boolean afterBreak) {
    return headers.get(afterBreak ? headers.size() - 1 : 0);
  }
}
