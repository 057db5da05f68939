package vn.cuulong.landing;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.vietnamese.ValueRule;

/** Text of any kind: names, identifiers, period codes. */
final class TextField extends FieldReader {
  private final ValueRule rule;

  TextField(ValueRule rule) {
    this.rule = rule;
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    boolean understood = rule.read(utf8, offset, length, reading);
    doubt = reading.missing ? null : reading.doubt;
    if (understood) {
      out.putByteArray(row, reading.text, reading.textOffset, reading.textLength);
      hashOf(reading.text, reading.textOffset, reading.textLength);
    }
    return understood;
  }
}
