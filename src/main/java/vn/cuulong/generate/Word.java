package vn.cuulong.generate;

import java.nio.charset.StandardCharsets;

/**
 * A text that is written as it stands.
 *
 * @param said the text as a tidy provider writes it
 * @param utf8 the same in bytes
 * @param code what cleaning should make of it
 */
record Word(String said, byte[] utf8, String code) {

  /** A word of a code list. */
  static Word of(String said, String code) {
    return new Word(said, said.getBytes(StandardCharsets.UTF_8), code);
  }

  /** Free text, which stays as it is. */
  static Word text(String said) {
    return of(said, said);
  }

  /** Several, from {@code said=code}. */
  static Word[] list(String... pairs) {
    Word[] words = new Word[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      int mark = pairs[i].indexOf('=');
      words[i] = mark < 0 ? text(pairs[i]) : of(pairs[i].substring(0, mark), pairs[i].substring(mark + 1));
    }
    return words;
  }
}
