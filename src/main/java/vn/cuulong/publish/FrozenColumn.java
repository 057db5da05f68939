package vn.cuulong.publish;

import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.TableContract.ColumnUse;

/**
 * A column of a release.
 *
 * @param column its definition
 * @param required true when no row lacks it
 */
public record FrozenColumn(Column column, boolean required) {
  /** The column of a contract. */
  public static FrozenColumn of(ColumnUse use) {
    return new FrozenColumn(use.column(), use.required());
  }

  /** Its name. */
  public String name() {
    return column.name();
  }

  /** Its type. */
  public ColumnType type() {
    return column.type();
  }

  /** Its short name in both languages. */
  public Bilingual title() {
    return column.title();
  }

  /** True when it holds numbers. */
  public boolean isNumber() {
    Base base = type().base();
    return base == Base.BIGINT || base == Base.DECIMAL || base == Base.DOUBLE;
  }
}
