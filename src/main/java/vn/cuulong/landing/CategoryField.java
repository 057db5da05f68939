package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.MissingMarks;

/** One of a list of codes. */
final class CategoryField extends CodedReader {
  private static final byte[] UNKNOWN = new byte[0];

  /** As written but for capitals: "%" and "-", "điểm" and "điểm %" differ only in marks that folding leaves out. */
  private final Map<String, byte[]> codeOfExact = new HashMap<>();
  /** Folded; {@link #UNKNOWN} where two codes fold to one key, for choosing one would be a silent guess. */
  private final Map<String, byte[]> codeOfFolded = new HashMap<>();

  /** A reader for a list; the words of one provider go before those of the dictionary. */
  CategoryField(Dictionary.Category category, Map<String, String> providerSpellings) {
    for (Dictionary.Code code : category.codes()) {
      byte[] value = code.code().getBytes(StandardCharsets.UTF_8);
      List<String> words = new ArrayList<>(List.of(code.code(), code.title().vi(), code.title().en()));
      words.addAll(code.spellings());
      for (String word : words) {
        codeOfExact.putIfAbsent(exact(word), value);
        codeOfFolded.merge(Fold.fold(word), value, (one, other) -> one == other ? one : UNKNOWN);
      }
    }
    providerSpellings.forEach((said, code) -> {
      byte[] value = code.getBytes(StandardCharsets.UTF_8);
      codeOfExact.put(exact(said), value);
      codeOfFolded.put(Fold.fold(said), value);
    });
    // Marks alone, such as "%" and "-", all fold to nothing.
    codeOfFolded.remove("");
  }

  private static String exact(String word) {
    return Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  @Override
  Meaning lookUp(byte[] utf8, int offset, int length, long day) {
    String said = new String(utf8, offset, length, StandardCharsets.UTF_8);
    byte[] code = codeOfExact.get(exact(said));
    if (code == null) {
      code = codeOfFolded.get(Fold.fold(said));
    }
    if (code != null && code != UNKNOWN) {
      return value(code);
    }
    return none(code == null && MissingMarks.isMissing(utf8, offset, length) ? null : Doubt.CATEGORY_UNKNOWN);
  }
}
