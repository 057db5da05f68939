package vn.cuulong.territory;

/** Takes off what tables put around a place: list numbers before it, footnote numbers and the country behind it. */
final class Numbering {
  private static final String ROMAN_OR_DIGIT = "IVXivx0123456789";
  private static final int LONGEST_NUMBER = 5;

  private Numbering() {}

  /** {@code "VI. Đồng bằng sông Cửu Long"}, {@code "80 - Long An"}, {@code "Long An (1)"}: the place alone. */
  static String without(String text) {
    String place = text.strip();
    int at = 0;
    while (at < place.length() && at < LONGEST_NUMBER && ROMAN_OR_DIGIT.indexOf(place.charAt(at)) >= 0) {
      at++;
    }
    String rest = place.substring(at).stripLeading();
    if (at > 0 && !rest.isEmpty() && ".)-–:_".indexOf(rest.charAt(0)) >= 0) {
      place = rest.substring(1).strip();
    }
    int open = place.lastIndexOf('(');
    if (open > 0 && place.endsWith(")") && isNumber(place.substring(open + 1, place.length() - 1))) {
      place = place.substring(0, open).strip();
    }
    int comma = place.lastIndexOf(',');
    if (comma > 0 && NameKey.of(place.substring(comma)).equals("vietnam")) {
      place = place.substring(0, comma).strip();
    }
    return place;
  }

  private static boolean isNumber(String text) {
    return !text.isBlank() && text.strip().chars().allMatch(Character::isDigit);
  }
}
