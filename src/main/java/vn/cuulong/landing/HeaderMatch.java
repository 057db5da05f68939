package vn.cuulong.landing;

import java.util.List;
import vn.cuulong.vietnamese.Fold;

/** Finds raw headers by their spellings; case, diacritics and spaces do not matter. */
final class HeaderMatch {
  private HeaderMatch() {}

  /** The place of the first spelling that is a label; -1 when none is. */
  static int find(List<String> labels, List<String> spellings) {
    for (String spelling : spellings) {
      String wanted = key(spelling);
      for (int i = 0; i < labels.size(); i++) {
        if (key(labels.get(i)).equals(wanted)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** What two spellings of one header have in common. */
  static String key(String label) {
    String folded = Fold.fold(label);
    return folded.isEmpty() ? label.strip() : folded;
  }
}
