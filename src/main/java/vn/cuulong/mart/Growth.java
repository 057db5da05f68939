package vn.cuulong.mart;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import vn.cuulong.table.Interval;

/**
 * Growth and totals over twelve months, always from levels of the same unit on the same map.
 *
 * <p>Two months are compared only when the same provinces had records in both; otherwise a province that starts to
 * report would look like growth. The levels of months before the interval come from the mart itself.
 */
final class Growth {
  private static final String INDEX = "month_index";
  private static final int YEAR = 12;

  private Growth() {}

  /**
   * A measure whose growth is asked for.
   *
   * @param measure the level
   * @param stem name of the growth columns without {@code _month} and {@code _year}
   * @param twelveMonths name of the twelve-month total, or null
   * @param missing the column that lists the provinces without records
   */
  record Level(Measure measure, String stem, String twelveMonths, String missing) {}

  /**
   * Adds the growth columns of the levels.
   *
   * @param rows rows of the months of the interval
   * @param earlier rows of this mart of the twelve months before
   */
  static Dataset<Row> add(Dataset<Row> rows, Dataset<Row> earlier, List<Level> levels, Interval interval) {
    Set<String> needed = new LinkedHashSet<>(List.of(BoundaryBases.KEY));
    levels.forEach(level -> needed.addAll(List.of(level.measure().name(), level.missing())));
    Column before = col(Months.MONTH).lt(lit(interval.start()))
        .and(col(Months.MONTH).geq(lit(interval.start().minusMonths(YEAR))));
    Column[] columns = needed.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Dataset<Row> months = rows.unionByName(earlier.filter(before).select(columns), true)
        .withColumn(INDEX, year(col(Months.MONTH)).multiply(YEAR).plus(month(col(Months.MONTH))));
    List<Column> all = new ArrayList<>();
    for (String name : rows.columns()) {
      all.add(col(name));
    }
    for (Level level : levels) {
      all.add(growth(level, 1).as(level.stem() + "_month"));
      all.add(growth(level, YEAR).as(level.stem() + "_year"));
      if (level.twelveMonths() != null) {
        all.add(twelveMonths(level).as(level.twelveMonths()));
      }
    }
    return months.select(all.toArray(Column[]::new)).filter(col(Months.MONTH).geq(lit(interval.start())));
  }

  private static Column growth(Level level, int months) {
    WindowSpec then = monthsBack(months, months);
    Column before = first(level.measure().name()).over(then);
    Column sameCover = first(level.missing()).over(then).equalTo(col(level.missing()));
    return when(sameCover, Ratio.of(level.measure().column(), before).minus(1.0));
  }

  private static Column twelveMonths(Level level) {
    WindowSpec window = monthsBack(YEAR - 1, 0);
    Column cover = array_join(col(level.missing()), ",");
    Column complete = count(level.measure().name()).over(window).equalTo(YEAR)
        .and(min(cover).over(window).equalTo(max(cover).over(window)));
    return when(complete, sum(level.measure().name()).over(window).cast(level.measure().type()));
  }

  private static WindowSpec monthsBack(int from, int to) {
    return Window.partitionBy(BoundaryBases.BASIS, BoundaryBases.UNIT).orderBy(INDEX).rangeBetween(-from, -to);
  }
}
