package vn.cuulong.table;

/** A column without any value, of any type. */
public record NoValues() implements ColumnValues {
  @Override
  public void resize(int rows) {
    // There is nothing to make room for.
  }
}
