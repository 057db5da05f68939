package vn.cuulong.landing;

import vn.cuulong.vietnamese.ValueRule;

/** Text that repeats: names, period codes. */
final class TextField extends CodedReader {
  private final ValueRule rule;

  TextField(ValueRule rule) {
    this.rule = rule;
  }

  @Override
  Meaning lookUp(byte[] utf8, int offset, int length, long day) {
    return rule.read(utf8, offset, length, reading)
        ? value(reading.text, reading.textOffset, reading.textLength, reading.doubt)
        : none(reading.missing ? null : reading.doubt);
  }
}
