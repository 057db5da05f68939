package vn.cuulong.generate;

/**
 * A spoiled value.
 *
 * @param kind in which way it is wrong
 * @param said what was written
 * @param moment the local second that it still says when that is not the tidy one; else null
 */
record Spoiled(String kind, String said, Long moment) {
  Spoiled(String kind, String said) {
    this(kind, said, null);
  }
}
