package vn.cuulong.lake;

import java.util.Arrays;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import vn.cuulong.table.ColumnValues;
import vn.cuulong.table.Numbers;

/** Numbers, days, moments and flags. */
final class NumberEncoder extends ColumnEncoder {
  private static final long MICROS_OF_DAY = 86_400_000_000L;
  /** The Julian day on which 1970 began. */
  private static final int JULIAN_1970 = 2_440_588;
  private static final int MOST_CODES = 1 << 14;

  private final PrimitiveTypeName form;
  private final long[] numbers = new long[PAGE_ROWS];
  private final int[] codes = new int[PAGE_ROWS];
  private int count;
  /** Open addressing; a slot holds a code and one, so that zero is an empty slot. */
  private final int[] slots = new int[4 * MOST_CODES];
  private long[] entries = new long[64];
  private int size;
  private int written;
  private boolean coding;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  /**
   * An encoder of one column.
   *
   * @param repeats true when a dictionary is worth a try
   */
  NumberEncoder(PrimitiveType type, PageWriter writer, boolean repeats) {
    super(type, writer);
    this.form = type.getPrimitiveTypeName();
    this.coding = repeats && form != PrimitiveTypeName.BOOLEAN;
  }

  @Override
  void take(ColumnValues column, int from, int to) {
    Numbers source = (Numbers) column;
    for (int row = from; row < to; row++) {
      long number = source.get(row);
      defined(row - from, number != Numbers.NONE);
      if (number != Numbers.NONE) {
        if (coding) {
          codes[count] = code(number);
        }
        numbers[count++] = number;
      }
    }
  }

  @Override
  Encoding encode() {
    if (coding) {
      int width = RunLengths.width(size - 1);
      page.putByte(width);
      RunLengths.write(codes, count, width, page);
      written = size;
      return Encoding.PLAIN_DICTIONARY;
    }
    if (form == PrimitiveTypeName.BOOLEAN) {
      putFlags();
    } else {
      for (int i = 0; i < count; i++) {
        put(numbers[i], page);
      }
    }
    return Encoding.PLAIN;
  }

  @Override
  Statistics<?> statistics(int values, long nullsOfPage) {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.setNumNulls(nullsOfPage);
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      low = Math.min(low, numbers[i]);
      high = Math.max(high, numbers[i]);
      if (form == PrimitiveTypeName.DOUBLE) {
        statistics.updateStats(Double.longBitsToDouble(numbers[i]));
      }
    }
    if (count > 0) {
      switch (form) {
        case INT32 -> {
          statistics.updateStats((int) low);
          statistics.updateStats((int) high);
        }
        case INT64 -> {
          statistics.updateStats(low);
          statistics.updateStats(high);
        }
        case BOOLEAN -> {
          statistics.updateStats(low != 0);
          statistics.updateStats(high != 0);
        }
        default -> { }
      }
    }
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
    count = 0;
    return statistics;
  }

  /** The least number so far, as the column keeps it; more than {@link #greatest} when there is none. */
  long least() {
    return least;
  }

  /** The greatest number so far. */
  long greatest() {
    return greatest;
  }

  @Override
  DictionaryPage dictionary() {
    if (written == 0) {
      return null;
    }
    PageBytes bytes = new PageBytes();
    for (int i = 0; i < written; i++) {
      put(entries[i], bytes);
    }
    return new DictionaryPage(bytes.input(), written, Encoding.PLAIN_DICTIONARY);
  }

  private void put(long number, PageBytes out) {
    switch (form) {
      case INT32 -> out.putInt((int) number);
      case INT96 -> {
        out.putLong(Math.floorMod(number, MICROS_OF_DAY) * 1000);
        out.putInt((int) Math.floorDiv(number, MICROS_OF_DAY) + JULIAN_1970);
      }
      default -> out.putLong(number);
    }
  }

  /** Eight flags a byte, the first in its lowest bit. */
  private void putFlags() {
    for (int from = 0; from < count; from += Byte.SIZE) {
      int flags = 0;
      for (int i = from; i < Math.min(count, from + Byte.SIZE); i++) {
        flags |= (int) numbers[i] << i - from;
      }
      page.putByte(flags);
    }
  }

  /** The code of a number; from too many on there are none, for this page too. */
  private int code(long number) {
    int mask = slots.length - 1;
    int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (slots[slot] != 0) {
      if (entries[slots[slot] - 1] == number) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (size == MOST_CODES) {
      coding = false;
      return 0;
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size++] = number;
    slots[slot] = size;
    return size - 1;
  }
}
