package vn.cuulong.landing;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.vietnamese.FlagRule;

/** Yes or no. */
final class FlagField extends FieldReader {
  private final FlagRule rule = new FlagRule();

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    boolean understood = rule.read(utf8, offset, length, reading);
    doubt = reading.missing ? null : reading.doubt;
    if (understood) {
      out.putBoolean(row, reading.number != 0);
      hashOf(reading.number);
    }
    return understood;
  }
}
