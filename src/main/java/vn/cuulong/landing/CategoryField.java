package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  private final Map<String, byte[]> codeOf = new HashMap<>();
  private final Spellings spellings = new Spellings();
  private final List<byte[]> codes = new ArrayList<>();

  /** A reader for a list; the words of one provider go before those of the dictionary. */
  CategoryField(Dictionary.Category category, Map<String, String> providerSpellings) {
    for (Dictionary.Code code : category.codes()) {
      byte[] value = code.code().getBytes(StandardCharsets.UTF_8);
      codeOf.put(Fold.fold(code.code()), value);
      codeOf.putIfAbsent(Fold.fold(code.title().vi()), value);
      codeOf.putIfAbsent(Fold.fold(code.title().en()), value);
      code.spellings().forEach(spelling -> codeOf.putIfAbsent(Fold.fold(spelling), value));
    }
    providerSpellings.forEach((said, code) -> codeOf.put(Fold.fold(said), code.getBytes(StandardCharsets.UTF_8)));
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
    byte[] code = codeOf.get(Fold.fold(new String(utf8, offset, length, StandardCharsets.UTF_8)));
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
