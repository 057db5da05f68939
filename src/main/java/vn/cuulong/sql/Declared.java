package vn.cuulong.sql;

import java.util.List;
import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;
import vn.cuulong.contract.NearestName;

/** An argument that is one of a few words, as an enum. Repeated calls with the same word cost a comparison. */
final class Declared<E extends Enum<E>> {
  private final String function;
  private final E[] words;
  private UTF8String lastWord;
  private E last;

  Declared(String function, E[] words) {
    this.function = function;
    this.words = words;
  }

  /** The meaning of a word; upper and lower case are the same. */
  E of(UTF8String word) {
    if (last == null || !word.equals(lastWord)) {
      last = find(word.toString());
      lastWord = word.clone();
    }
    return last;
  }

  private E find(String word) {
    for (E each : words) {
      if (each.name().equalsIgnoreCase(word)) {
        return each;
      }
    }
    List<String> valid = java.util.Arrays.stream(words).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    throw new IllegalArgumentException("\"" + word + "\" is not a word that " + function + " knows; "
        + NearestName.remedy(word, valid));
  }
}
