package vn.cuulong.landing;

import vn.cuulong.table.PlainTexts;
import vn.cuulong.vietnamese.CodeRule;

/** Identifiers, which hardly repeat. */
final class CodeField extends FieldReader {
  private final CodeRule rule = new CodeRule();
  private PlainTexts column;

  @Override
  PlainTexts begin(int rows) {
    column = new PlainTexts(rows);
    return column;
  }

  @Override
  boolean understand(byte[] utf8, int offset, int length, long day) {
    boolean understood = rule.read(utf8, offset, length, reading);
    doubt = reading.missing ? null : reading.doubt;
    if (understood) {
      hash = hashOf(reading.text, reading.textOffset, reading.textLength);
    }
    return understood;
  }

  @Override
  void put(int row) {
    column.put(row, reading.text, reading.textOffset, reading.textLength);
  }

  @Override
  void putNone(int row) {
    column.putNone(row);
  }
}
