package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.contract.Dictionary;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.MissingMarks;
import vn.cuulong.vietnamese.Spellings;

/** One of a list of codes. Each spelling is looked up once, however often it stands in the file. */
final class CategoryField extends FieldReader {
  /** So many spellings are kept; garbage in the column must not fill the memory. */
  private static final int MOST_SPELLINGS = 1 << 14;
  private static final byte[] UNKNOWN = new byte[0];

  /** As written but for capitals: "%" and "-", "điểm" and "điểm %" differ only in marks that folding leaves out. */
  private final Map<String, byte[]> codeOfExact = new HashMap<>();
  /** Folded; {@link #UNKNOWN} where two codes fold to one key, for choosing one would be a silent guess. */
  private final Map<String, byte[]> codeOfFolded = new HashMap<>();
  private final Spellings spellings = new Spellings();
  private final List<byte[]> codes = new ArrayList<>();

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
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    int number = spellings.find(utf8, offset, length);
    byte[] code = number >= 0 ? codes.get(number) : lookUp(utf8, offset, length);
    if (code == null) {
      return false;
    }
    if (code == UNKNOWN) {
      doubt = Doubt.CATEGORY_UNKNOWN;
      return false;
    }
    out.putByteArray(row, code, 0, code.length);
    hashOf(code, 0, code.length);
    return true;
  }

  private byte[] lookUp(byte[] utf8, int offset, int length) {
    String said = new String(utf8, offset, length, StandardCharsets.UTF_8);
    byte[] code = codeOfExact.get(exact(said));
    if (code == null) {
      code = codeOfFolded.get(Fold.fold(said));
    }
    if (code == null) {
      code = MissingMarks.isMissing(utf8, offset, length) ? null : UNKNOWN;
    }
    if (spellings.size() < MOST_SPELLINGS) {
      spellings.put(utf8, offset, length);
      codes.add(code);
    }
    return code;
  }
}
