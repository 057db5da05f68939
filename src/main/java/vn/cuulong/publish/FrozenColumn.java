package vn.cuulong.publish;

import vn.cuulong.contract.Bilingual;
import vn.cuulong.contract.Column;
import vn.cuulong.contract.ColumnType;
import vn.cuulong.contract.ColumnType.Base;
import vn.cuulong.contract.ProductContract.PublishedTable;
import vn.cuulong.contract.TableContract.ColumnUse;

/**
 * A column of a release.
 *
 * @param column its definition
 * @param required true when no row lacks it
 * @param inSdmx false when it is left out of SDMX
 */
public record FrozenColumn(Column column, boolean required, boolean inSdmx) {
  /** A column that goes into every format. */
  public FrozenColumn(Column column, boolean required) {
    this(column, required, true);
  }

  /** The same column, which may now be empty or not. */
  public FrozenColumn with(boolean nowRequired) {
    return new FrozenColumn(column, nowRequired, inSdmx);
  }

  /** The column of a published table. */
  public static FrozenColumn of(PublishedTable published, ColumnUse use) {
    boolean inSdmx = published.sdmx().isEmpty() || published.sdmx().contains(use.name())
        || published.table().key().contains(use.name());
    return new FrozenColumn(use.column(), use.required(), inSdmx);
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
