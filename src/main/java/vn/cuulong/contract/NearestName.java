package vn.cuulong.contract;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The valid name that a mistyped one was meant to be: the least edit distance (insert, delete, replace, swap of
 * neighbours), case and diacritics left aside. Used by every message about a name that does not exist.
 */
public final class NearestName {
  private static final int LISTED_AT_MOST = 8;

  private NearestName() {}

  /** The nearest of the valid names, or empty when none is near: more than a third of the letters differ. */
  public static Optional<String> of(String typed, Collection<String> valid) {
    String folded = fold(typed);
    int limit = Math.max(1, Math.max(folded.length(), 3) / 3);
    record Candidate(String name, int distance) {}
    return valid.stream()
        .map(name -> new Candidate(name, distance(folded, fold(name))))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** A remedy: "write X", or the valid names when none is near, or how to see them when they are many. */
  public static String remedy(String typed, Collection<String> valid) {
    Optional<String> nearest = of(typed, valid);
    if (nearest.isPresent()) {
      return "did you mean \"" + nearest.get() + "\"?";
    }
    List<String> sorted = List.copyOf(new TreeSet<>(valid));
    if (sorted.isEmpty()) {
      return "there is nothing to choose from: declare it first";
    }
    if (sorted.size() <= LISTED_AT_MOST) {
      return "valid: " + String.join(", ", sorted);
    }
    return "valid: " + String.join(", ", sorted.subList(0, LISTED_AT_MOST)) + " and "
        + (sorted.size() - LISTED_AT_MOST) + " more";
  }

  /** Lower case, without diacritics, {@code đ} as {@code d}, single spaces: for comparing, never for storing. */
  static String fold(String text) {
    String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (Character.isWhitespace(c) || c == '\u00a0') {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
        continue;
      }
      folded.append(c == 'đ' || c == 'ð' ? 'd' : c);
    }
    return folded.toString().stripTrailing();
  }

  /** Edit distance in which a swap of two neighbours counts once. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replace, Math.min(last[j], now[j - 1]) + 1);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return last[b.length()];
  }
}
