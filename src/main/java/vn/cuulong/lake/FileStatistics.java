package vn.cuulong.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import vn.cuulong.table.Numbers;
import vn.cuulong.table.RowBlock;

/**
 * What Delta's log keeps of a file, so that readers need not open it: its rows, for some columns the rows without a
 * value, and for those of days and whole numbers the least and the greatest (Delta protocol, "Per-file Statistics").
 * And whether the rows may be in the table at all.
 */
final class FileStatistics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableShape shape;
  private final Replacement replaced;
  private final StructField[] fields;
  private final long[] nulls;
  private final long[] least;
  private final long[] greatest;
  private long rows;
  private String refused;

  /** Statistics of a file for rows that are to replace others. */
  FileStatistics(TableShape shape, Replacement replaced) {
    this.shape = shape;
    this.replaced = replaced;
    this.fields = shape.schema().fields();
    this.nulls = new long[fields.length];
    this.least = new long[fields.length];
    this.greatest = new long[fields.length];
    Arrays.fill(least, Long.MAX_VALUE);
    Arrays.fill(greatest, Long.MIN_VALUE);
  }

  /** Looks whether all rows of a block that count lie in the replaced intervals. */
  void check(RowBlock block) {
    // A row without a day is found where required columns are counted.
    if (!(replaced instanceof Replacement.Intervals intervals)
        || !(block.columns().get(shape.schema().fieldIndex(shape.intervalColumn())) instanceof Numbers days)) {
      return;
    }
    long known = Numbers.NONE;
    int left = 0;
    for (int row = 0; row < block.size(); row++) {
      if (left < block.left().length && block.left()[left] == row) {
        left++;
      } else if (days.get(row) != known && days.get(row) != Numbers.NONE) {
        known = days.get(row);
        LocalDate day = LocalDate.ofEpochDay(known);
        if (!intervals.touches(day, day)) {
          refused = "A row lies outside the replaced intervals: its " + shape.intervalColumn() + " is " + day + ".";
        }
      }
    }
  }

  /** Adds a row group that is complete. */
  void add(RowGroup group) {
    rows += group.rows();
    for (int i = 0; i < fields.length; i++) {
      ColumnEncoder encoder = group.encoders().get(i);
      nulls[i] += encoder.nulls();
      if (nulls[i] > 0 && !fields[i].nullable()) {
        refused = "The required column " + fields[i].name() + " is empty in a row.";
      }
      if (encoder instanceof NumberEncoder numbers) {
        least[i] = Math.min(least[i], numbers.least());
        greatest[i] = Math.max(greatest[i], numbers.greatest());
      }
    }
  }

  /** Why the rows cannot be those of the table, or null. */
  String refused() {
    return refused;
  }

  /** The statistics as the log takes them. */
  String json() {
    ObjectNode json = JSON.createObjectNode().put("numRecords", rows);
    ObjectNode minValues = json.putObject("minValues");
    ObjectNode maxValues = json.putObject("maxValues");
    ObjectNode nullCount = json.putObject("nullCount");
    List<String> names = shape.statistics();
    for (int i = 0; i < fields.length; i++) {
      if (names.contains(fields[i].name())) {
        nullCount.put(fields[i].name(), nulls[i]);
        if (least[i] <= greatest[i]) {
          put(minValues, fields[i], least[i]);
          put(maxValues, fields[i], greatest[i]);
        }
      }
    }
    return json.toString();
  }

  private static void put(ObjectNode values, StructField field, long value) {
    DataType type = field.dataType();
    if (type.equals(DataTypes.DateType)) {
      values.put(field.name(), LocalDate.ofEpochDay(value).toString());
    } else if (type.equals(DataTypes.LongType)) {
      values.put(field.name(), value);
    }
  }
}
