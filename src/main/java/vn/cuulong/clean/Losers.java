package vn.cuulong.clean;

import java.io.Serializable;
import java.util.Arrays;

/** Rows that did not win against another row of their key, and winners that were contradicted. 20 bytes a row. */
final class Losers implements Serializable {
  private static final long serialVersionUID = 1L;

  private int[] files = new int[8];
  private long[] positions = new long[8];
  private int[] intervals = new int[8];
  private Fate[] fates = new Fate[8];
  private int size;

  /** What became of a row that did not win, or of a winner that was contradicted. */
  enum Fate { DUPLICATE, CONFLICT, CONTRADICTED_WINNER }

  /** What is done with each row. */
  interface Use {
    /**
     * Takes a row.
     *
     * @param file place of its file in the list
     * @param position its place in the file
     * @param interval epoch day of its interval
     */
    void take(int file, long position, long interval, Fate fate);
  }

  void add(int file, long position, long interval, Fate fate) {
    if (size == files.length) {
      files = Arrays.copyOf(files, 2 * size);
      positions = Arrays.copyOf(positions, 2 * size);
      intervals = Arrays.copyOf(intervals, 2 * size);
      fates = Arrays.copyOf(fates, 2 * size);
    }
    files[size] = file;
    positions[size] = position;
    intervals[size] = (int) interval;
    fates[size++] = fate;
  }

  void forEach(Use use) {
    for (int i = 0; i < size; i++) {
      use.take(files[i], positions[i], intervals[i], fates[i]);
    }
  }
}
