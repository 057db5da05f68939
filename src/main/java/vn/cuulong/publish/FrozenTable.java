package vn.cuulong.publish;

import java.util.List;
import vn.cuulong.contract.TableContract;

/**
 * A table as it is published: its rows in memory, sorted by the key. A value is a {@code String, Long, BigDecimal,
 * Double, LocalDate, Instant, Boolean} or a list of strings, as the type of its column says, or null.
 *
 * @param contract of the mart
 * @param origin from where the rows were read
 * @param columns what is published of it, in the order of the contract
 * @param rows one array a row, one value a column
 */
public record FrozenTable(TableContract contract, TableOrigin origin, List<FrozenColumn> columns, List<Object[]> rows) {
  /** The name of its files: that of the mart without its layer. */
  public String name() {
    return contract.name().name();
  }

  /** The place of a column, or -1. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** True when a column is part of the key. */
  public boolean isKey(FrozenColumn column) {
    return contract.key().contains(column.name());
  }

  /** The same table with other rows, such as those from which values were withheld. */
  public FrozenTable with(List<FrozenColumn> newColumns, List<Object[]> newRows) {
    return new FrozenTable(contract, origin, newColumns, newRows);
  }
}
