package vn.cuulong.landing;

import vn.cuulong.vietnamese.FlagRule;

/** Yes or no. */
final class FlagField extends NumbersReader {
  private final FlagRule rule = new FlagRule();

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
