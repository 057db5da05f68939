package vn.cuulong.territory;

import java.text.Normalizer;

/**
 * The key under which spellings of one name meet: letters and digits only, lower case, no diacritics, đ and ð as d.
 *
 * <p>Spaces are left out too, because published files write "TP.Cần Thơ", "Kien  Giang" and "Daklak".
 */
final class NameKey {
  private NameKey() {}

  static String of(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder key = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = Character.toLowerCase(parts.charAt(i));
      if (c == 'đ' || c == 'ð') {
        key.append('d');
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        key.append(c);
      }
    }
    return key.toString();
  }
}
