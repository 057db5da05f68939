package vn.cuulong.generate;

import java.text.Normalizer;
import java.util.Locale;

/** The ways in which Vietnamese letters go wrong without changing what a reader reads. */
final class Letters {
  private static final String[] NEW_TONES = {
      "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"};
  private static final String[] OLD_TONES = {
      "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"};

  private Letters() {}

  /** {@code Hòa} to {@code Hoà}: the tone mark where older rules place it. */
  static String oldTones(String text) {
    String result = text;
    for (int i = 0; i < NEW_TONES.length; i++) {
      result = result.replace(NEW_TONES[i], OLD_TONES[i]);
    }
    return result;
  }

  /** Letters and marks as separate characters. */
  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** {@code Đ} to the look-alike {@code Ð} (U+00D0) of Icelandic. */
  static String eth(String text) {
    return text.replace('Đ', '\u00D0');
  }

  /** Without diacritics: {@code Đồng Tháp} to {@code Dong Thap}. */
  static String bare(String text) {
    String decomposed = decomposed(text);
    StringBuilder bare = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        bare.append(c == 'đ' ? 'd' : c == 'Đ' ? 'D' : c);
      }
    }
    return bare.toString();
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
