package vn.cuulong.landing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.cuulong.vietnamese.Doubt;
import vn.cuulong.vietnamese.Fold;
import vn.cuulong.vietnamese.PeriodRule;
import vn.cuulong.vietnamese.StatusRule;

/**
 * Estimate, preliminary or final. A figure without a status word is final: that is how official tables are written,
 * where only the newest columns say "Sơ bộ 2024". The word may stand beside a period.
 */
final class StatusField extends CodedReader {
  private static final byte[] FINAL = "final".getBytes(StandardCharsets.UTF_8);

  private final StatusRule rule = new StatusRule();
  private final Map<String, byte[]> spellings = new HashMap<>();

  StatusField(Map<String, String> providerSpellings) {
    providerSpellings.forEach((said, code) -> spellings.put(Fold.fold(said), code.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  Meaning lookUp(byte[] utf8, int offset, int length, long day) {
    String said = new String(utf8, offset, length, StandardCharsets.UTF_8);
    byte[] code = spellings.isEmpty() ? null : spellings.get(Fold.fold(said));
    if (code != null) {
      return value(code);
    }
    if (rule.read(utf8, offset, length, reading)) {
      return value(reading.text, reading.textOffset, reading.textLength, reading.doubt);
    }
    if (reading.missing || PeriodRule.parse(said) != null) {
      return value(FINAL);
    }
    return none(reading.doubt == null ? Doubt.STATUS_UNKNOWN : reading.doubt);
  }
}
