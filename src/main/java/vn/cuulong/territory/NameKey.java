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
}
