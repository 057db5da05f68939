package vn.cuulong.landing;

import vn.cuulong.vietnamese.ValueRule;

/** Days (as epoch days) and moments (as microseconds since 1970 UTC). */
final class DateField extends NumbersReader {
  private final ValueRule rule;

  DateField(ValueRule rule) {
    this.rule = rule;
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day) {
    boolean clear = rule.read(utf8, offset, length, reading);
    doubt = reading.missing ? null : reading.doubt;
    if (clear) {
      understood(reading.number);
    }
    return clear;
  }
}
