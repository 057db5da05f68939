package vn.cuulong.landing;

import vn.cuulong.vietnamese.ValueRule;

/** Values that are kept as their rule gives them: days (epoch days), moments (microseconds since 1970 UTC), flags. */
final class PlainField extends NumbersReader {
  private final ValueRule rule;

  PlainField(ValueRule rule) {
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
