package vn.cuulong.territory;

import vn.cuulong.vietnamese.Fold;

/**
 * The key under which spellings of one name meet: the match key of {@link Fold} without its spaces, because published
 * files write "TP.Cần Thơ", "Kien  Giang" and "Daklak".
 */
final class NameKey {
  private NameKey() {}

  static String of(String text) {
    return Fold.fold(text).replace(" ", "");
  }

  /**
   * The key of "T. An Giang" without its T for tỉnh; null when the text does not begin so. The T must stand alone:
   * "Tân Giang" is another place than An Giang.
   */
  static String withoutShortProvince(String text) {
    String words = Fold.fold(text);
    return words.startsWith("t ") ? words.substring(2).replace(" ", "") : null;
  }
}
