package vn.cuulong.table;

import java.io.Serializable;

/** The values of one column in a block of rows, in the form in which landing finds them and Parquet takes them. */
public sealed interface ColumnValues extends Serializable permits Numbers, Coded, PlainTexts, NoValues {
  /** Makes room for so many rows; values of rows below stay. */
  void resize(int rows);
}
