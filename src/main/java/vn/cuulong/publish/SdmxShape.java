package vn.cuulong.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.cuulong.contract.ValueKind;

/**
 * How a table becomes SDMX observations: its key columns are dimensions, each column of numbers outside the key is one
 * code of the dimension {@code VARIABLE}, and every other column says something about the observations of its row.
 *
 * @param table the table
 * @param dimensions places of the key columns other than the time
 * @param time place of the key column that says when, or -1
 * @param measures places of the columns of numbers
 * @param attributes places of the other columns
 */
record SdmxShape(
    FrozenTable table, List<Integer> dimensions, int time, List<Integer> measures, List<Integer> attributes) {
  static final String AGENCY = "CUULONG";
  static final String VARIABLE = "VARIABLE";
  static final String UNIT_MEASURE = "UNIT_MEASURE";
  static final String OBS_VALUE = "OBS_VALUE";
  static final String OBS_STATUS = "OBS_STATUS";
  static final String TIME_PERIOD = "TIME_PERIOD";
  static final String CONF_STATUS = "CONF_STATUS";
  private static final String STATUS = "status";
  /** Said of each observation in SDMX, and not of the row. */
  private static final String WITHHELD = "withheld";
  private static final String ESTIMATED = "is_estimated";

  static SdmxShape of(FrozenTable table) {
    int time = time(table);
    List<Integer> dimensions = new ArrayList<>();
    List<Integer> measures = new ArrayList<>();
    List<Integer> attributes = new ArrayList<>();
    for (String key : table.contract().key()) {
      int at = table.indexOf(key);
      if (at != time && !saysTheTime(table, time, at)) {
        dimensions.add(at);
      }
    }
    for (int i = 0; i < table.columns().size(); i++) {
      FrozenColumn column = table.columns().get(i);
      boolean flags = column.name().equals(WITHHELD);
      if (i != time && !dimensions.contains(i) && column.inSdmx() && !flags) {
        (column.isNumber() ? measures : attributes).add(i);
      }
    }
    return new SdmxShape(table, dimensions, time, measures, attributes);
  }

  private static int time(FrozenTable table) {
    for (String key : table.contract().key()) {
      int at = table.indexOf(key);
      ValueKind kind = kind(table, at);
      if (kind == ValueKind.PERIOD_START) {
        // "2024" says more than the day on which it begins.
        return IntStream.range(0, table.columns().size()).filter(i -> kind(table, i) == ValueKind.PERIOD
            && table.columns().get(i).required()).findFirst().orElse(at);
      }
      if (kind == ValueKind.MONTH || kind == ValueKind.PERIOD) {
        return at;
      }
    }
    return -1;
  }

  /** True for the first day of a period whose code is the time. */
  private static boolean saysTheTime(FrozenTable table, int time, int at) {
    return time >= 0 && kind(table, time) == ValueKind.PERIOD && kind(table, at) == ValueKind.PERIOD_START;
  }

  private static ValueKind kind(FrozenTable table, int at) {
    return table.columns().get(at).column().kind();
  }

  /** True when values are withheld from the table where they tell of single contributors. */
  boolean hasConfidentiality() {
    return table.indexOf(WITHHELD) >= 0;
  }

  /**
   * The code of {@code CL_CONF_STATUS} for a number: F free, C confidential, D withheld so that no confidential one can
   * be worked out.
   */
  String confidentialityOf(Object[] row, int column) {
    String start = table.columns().get(column).name() + ":";
    List<?> flags = (List<?>) row[table.indexOf(WITHHELD)];
    return flags.stream().map(String::valueOf).filter(flag -> flag.startsWith(start)).findFirst()
        .map(flag -> flag.endsWith(":secondary") || flag.endsWith(":derived") ? "D" : "C").orElse("F");
  }

  /** True when the table says how sure its numbers are. */
  boolean hasStatus() {
    return table.indexOf(STATUS) >= 0 || table.indexOf(ESTIMATED) >= 0;
  }

  /** The name of a component: those that every SDMX reader knows, else that of the column in capitals. */
  String id(int column) {
    FrozenColumn one = table.columns().get(column);
    if (column == time) {
      return TIME_PERIOD;
    }
    return one.name().equals("unit_id") ? "REF_AREA" : one.name().toUpperCase(Locale.ROOT);
  }

  /** The name of the structure of a table. */
  static String structure(FrozenTable table) {
    return table.name().toUpperCase(Locale.ROOT);
  }

  /** A version with three parts, as SDMX wants it: year, month and day, number of the day. */
  static String version(ReleaseVersion version) {
    LocalDate day = version.day();
    return day.getYear() + "." + (day.getMonthValue() * 100 + day.getDayOfMonth()) + "." + version.number();
  }

  /** The time of a row: {@code 2025-03}, {@code 2024-Q1}, {@code 2024}, {@code 2025-03-01}, {@code 2024-01-01/P9M}. */
  String timeOf(Object[] row) {
    Object value = row[time];
    if (value instanceof LocalDate day) {
      boolean month = kind(table, time) == ValueKind.MONTH;
      return month ? day.toString().substring(0, "2025-03".length()) : day.toString();
    }
    String code = (String) value;
    if (!code.endsWith("M")) {
      return code;
    }
    int dash = code.indexOf('-');
    // "2024-9M", the first nine months, has no code of its own in SDMX: it is a start and a duration.
    return code.substring(0, dash) + "-01-01/P" + code.substring(dash + 1);
  }

  /** The code of {@code CL_OBS_STATUS} for the numbers of a row: A normal, P provisional, E estimated. */
  String statusOf(Object[] row) {
    int status = table.indexOf(STATUS);
    int estimated = table.indexOf(ESTIMATED);
    if (estimated >= 0 && Boolean.TRUE.equals(row[estimated]) || status >= 0 && "estimate".equals(row[status])) {
      return "E";
    }
    return status >= 0 && "preliminary".equals(row[status]) ? "P" : "A";
  }
}
