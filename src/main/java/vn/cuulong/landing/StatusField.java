package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.PeriodRule;
import vn.cuulong.vietnamese.StatusRule;

/**
 * Estimate, preliminary or final. A figure without a status word is final: that is how official tables are written,
 * where only the newest columns say "Sơ bộ 2024". The word may stand beside a period.
 */
final class StatusField extends FieldReader {
  private static final byte[] FINAL = "final".getBytes(StandardCharsets.UTF_8);

  private final StatusRule rule = new StatusRule();
  private final Map<String, byte[]> spellings = new HashMap<>();

  StatusField(Map<String, String> providerSpellings) {
    providerSpellings.forEach((said, code) -> spellings.put(Fold.fold(said), code.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    byte[] code = spellings.isEmpty() ? null
        : spellings.get(Fold.fold(new String(utf8, offset, length, StandardCharsets.UTF_8)));
    if (code != null) {
      return put(code, 0, code.length, out, row);
    }
    if (rule.read(utf8, offset, length, reading)) {
      doubt = reading.doubt;
      return put(reading.text, reading.textOffset, reading.textLength, out, row);
    }
    if (reading.missing || PeriodRule.parse(new String(utf8, offset, length, StandardCharsets.UTF_8)) != null) {
      return put(FINAL, 0, FINAL.length, out, row);
    }
    doubt = reading.doubt == null ? Doubt.STATUS_UNKNOWN : reading.doubt;
    return false;
  }

  private boolean put(byte[] code, int offset, int length, WritableColumnVector out, int row) {
    out.putByteArray(row, code, offset, length);
    hashOf(code, offset, length);
    return true;
  }
}
