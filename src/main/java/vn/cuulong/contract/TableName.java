package vn.cuulong.contract;

import java.io.Serializable;

/**
 * The name of a table, {@code layer.name}: {@code clean.ecommerce_order}, {@code mart.province_month_tourism}.
 *
 * @param layer {@code clean}, {@code mart}, {@code ops} or {@code published}
 * @param name singular, lower case, words joined by underscores
 */
public record TableName(String layer, String name) implements Serializable, Comparable<TableName> {

  /** Reads {@code layer.name}; throws {@link IllegalArgumentException} for anything else. */
  public static TableName of(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not a table name of the form layer.name");
    }
    return new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return layer + "." + name;
  }
}
