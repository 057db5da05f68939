package vn.cuulong.landing;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import vn.cuulong.vietnamese.ValueRule;

/** Days (as epoch days) and moments (as microseconds since 1970 UTC). */
final class DateField extends FieldReader {
  private final ValueRule rule;
  private final boolean moment;

  DateField(ValueRule rule, boolean moment) {
    this.rule = rule;
    this.moment = moment;
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day, WritableColumnVector out, int row) {
    boolean understood = rule.read(utf8, offset, length, reading);
    doubt = reading.missing ? null : reading.doubt;
    if (understood) {
      if (moment) {
        out.putLong(row, reading.number);
      } else {
        out.putInt(row, (int) reading.number);
      }
      hashOf(reading.number);
    }
    return understood;
  }
}
