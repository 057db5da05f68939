package vn.cuulong.landing;

import vn.cuulong.table.Numbers;

/** Values that are kept as numbers. */
abstract class NumbersReader extends FieldReader {
  private Numbers column;
  /** The last understood value. */
  private long value;

  @Override
  final Numbers begin(int rows) {
    column = new Numbers(rows);
    return column;
  }

  final void understood(long number) {
    value = number;
    hash = hashOf(number);
  }

  /** The last understood value. */
  final long value() {
    return value;
  }

  @Override
  final void put(int row) {
    column.put(row, value);
  }

  @Override
  final void putNone(int row) {
    column.put(row, Numbers.NONE);
  }
}
