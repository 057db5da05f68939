package vn.cuulong.contract;

import java.io.Serializable;

/**
 * The type of a column. Measures that are added up are {@link Base#BIGINT} or {@link Base#DECIMAL}, so that a sum
 * is the same in whatever order its rows come; {@link Base#DOUBLE} is for ratios and published figures.
 *
 * @param base the kind of type
 * @param scale decimal digits; 0 unless the base is DECIMAL, whose precision is always 18
 */
public record ColumnType(Base base, int scale) implements Serializable {

  /** The types that every reader of Delta at reader version 1 understands. */
  public enum Base { STRING, BIGINT, DECIMAL, DOUBLE, DATE, TIMESTAMP, BOOLEAN, STRING_ARRAY }

  /** Reads {@code string, bigint, decimal(18,2), double, date, timestamp, boolean, array<string>}. */
  public static ColumnType of(String text) {
    return switch (text) {
      case "string" -> new ColumnType(Base.STRING, 0);
      case "bigint" -> new ColumnType(Base.BIGINT, 0);
      case "double" -> new ColumnType(Base.DOUBLE, 0);
      case "date" -> new ColumnType(Base.DATE, 0);
      case "timestamp" -> new ColumnType(Base.TIMESTAMP, 0);
      case "boolean" -> new ColumnType(Base.BOOLEAN, 0);
      case "array<string>" -> new ColumnType(Base.STRING_ARRAY, 0);
      default -> {
        if (text.startsWith("decimal(18,") && text.endsWith(")")) {
          yield new ColumnType(Base.DECIMAL, Integer.parseInt(text.substring(11, text.length() - 1).trim()));
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a column type; types are string, bigint, "
            + "decimal(18,s), double, date, timestamp, boolean, array<string>");
      }
    };
  }

  /** The type as SQL and the dictionary write it. */
  public String sql() {
    return switch (base) {
      case STRING_ARRAY -> "array<string>";
      case DECIMAL -> "decimal(18," + scale + ")";
      default -> base.name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
