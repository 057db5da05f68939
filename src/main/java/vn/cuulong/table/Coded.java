package vn.cuulong.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values that repeat, each as its number in a list of words.
 *
 * @param <T> a text in UTF-8 ({@code byte[]}), or a list of texts ({@code String[]})
 */
public final class Coded<T> implements ColumnValues {
  /** Stands for no value. */
  public static final int NONE = -1;

  private int[] codes;
  private final List<T> words;

  /**
   * Codes of so many rows.
   *
   * @param words by code; may grow while rows are put
   */
  public Coded(int rows, List<T> words) {
    this(new int[rows], words);
  }

  private Coded(int[] codes, List<T> words) {
    this.codes = codes;
    this.words = words;
  }

  /** A column in which every row has the same value. */
  public static <T> Coded<T> constant(T word) {
    return new Coded<>(null, List.of(word));
  }

  /** The values by code. */
  public List<T> words() {
    return words;
  }

  /** Sets the code of a row, or {@link #NONE}. */
  public void put(int row, int code) {
    codes[row] = code;
  }

  /** The code of a row, or {@link #NONE}. */
  public int get(int row) {
    return codes == null ? 0 : codes[row];
  }

  /** A copy in which other words can be put. */
  public Coded<T> copy() {
    return new Coded<>(codes.clone(), new ArrayList<>(words));
  }

  @Override
  public void resize(int rows) {
    codes = codes == null ? null : Arrays.copyOf(codes, rows);
  }
}
