package vn.cuulong.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Every function, by name. */
final class Functions {
  private static final Map<String, UnboundFunction> ALL = new LinkedHashMap<>();

  static {
    add("vn_number", "vn_number(text [, 'vi'|'en'|'auto']): a number", 1, 2, NumberFunctions.Number::new);
    add("vn_percent", "vn_percent(text [, 'vi'|'en'|'auto']): a share, 12,5 % is 0.125", 1, 2,
        NumberFunctions.Percent::new);
    add("vn_quantity", "vn_quantity(text [, 'vi'|'en'|'auto']): a count, 1,2 triệu lượt is 1200000", 1, 2,
        NumberFunctions.Quantity::new);
    add("vn_money", "vn_money(text [, 'vnd'|'thousand_vnd'|'million_vnd'|'billion_vnd'|'trillion_vnd' "
        + "[, 'vi'|'en'|'auto']]): đồng", 1, 3, NumberFunctions.Money::new);
    add("vn_date", "vn_date(text [, 'dmy'|'ymd'|'mdy']): a day", 1, 2, TimeFunctions.Date::new);
    add("vn_time", "vn_time(text [, 'dmy'|'ymd'|'mdy']): a moment, Vietnamese time when no zone is written", 1, 2,
        TimeFunctions.Time::new);
    add("vn_period", "vn_period(text): the code of a period, 2024-Q1", 1, 1, TimeFunctions.Period::new);
    add("vn_status", "vn_status(text): estimate, preliminary or final", 1, 1, TextFunctions.Status::new);
    add("vn_flag", "vn_flag(text): true or false for yes and no", 1, 1, TextFunctions.Flag::new);
    add("vn_text", "vn_text(text): the canonical spelling", 1, 1, TextFunctions.Text::new);
    add("vn_fold", "vn_fold(text): the key under which spellings of one name are equal", 1, 1,
        TextFunctions.Folded::new);
    add("vn_missing", "vn_missing(text): true for a mark of \"no value\"", 1, 1, TextFunctions.Missing::new);
    ALL.put("vn_unit_id", new Entry("vn_unit_id",
        "vn_unit_id(text, day|'units_2004'|'units_2025'): the unit that a place means", 2, 2, Functions::place));
  }

  private Functions() {}

  /** Every function by its name, in the order of the documentation. */
  static Map<String, UnboundFunction> all() {
    return ALL;
  }

  private static void add(String name, String description, int least, int most, Function<Integer, BoundFunction> of) {
    ALL.put(name, new Entry(name, description, least, most, arguments -> of.apply(arguments.length())));
  }

  private static BoundFunction place(StructType arguments) {
    DataType second = arguments.fields()[1].dataType();
    boolean day = second instanceof DateType || second instanceof TimestampType || second instanceof TimestampNTZType;
    return day ? new PlaceFunction.OnDay() : new PlaceFunction.OnMap();
  }

  /** A function before its arguments are known. */
  private record Entry(
      String name, String description, int least, int most, Function<StructType, BoundFunction> bound)
      implements UnboundFunction {
    @Override
    public BoundFunction bind(StructType arguments) {
      int count = arguments.length();
      if (count < least || count > most) {
        throw new UnsupportedOperationException(name + " is called with " + count
            + (count == 1 ? " argument" : " arguments") + "; write " + description);
      }
      return bound.apply(arguments);
    }
  }
}
