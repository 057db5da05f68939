package vn.cuulong.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cuulong.table.Interval;

/** Which rows of a table a staging stands for. */
sealed interface Replacement extends Serializable {

  /** SQL that is true for a row that is replaced; null when every row or none is. */
  String condition(String intervalColumn);

  /** Every row. */
  record Everything() implements Replacement {
    @Override
    public String condition(String intervalColumn) {
      return null;
    }
  }

  /** No row: the staged ones are added. */
  record Nothing() implements Replacement {
    @Override
    public String condition(String intervalColumn) {
      return null;
    }
  }

  /** Rows for which a condition is true. */
  record Where(String sql) implements Replacement {
    @Override
    public String condition(String intervalColumn) {
      return sql;
    }
  }

  /** Rows whose interval column lies in one of these. */
  record Intervals(List<Interval> intervals) implements Replacement {
    /** Joins intervals that touch; refuses an order or an overlap that hides a mistake. */
    public Intervals {
      List<Interval> joined = new ArrayList<>();
      for (Interval next : intervals) {
        Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && next.start().isBefore(last.end())) {
          throw new IllegalArgumentException("intervals are disjoint and sorted; " + next + " follows " + last);
        }
        if (last != null && next.start().equals(last.end())) {
          joined.set(joined.size() - 1, new Interval(last.start(), next.end()));
        } else {
          joined.add(next);
        }
      }
      intervals = List.copyOf(joined);
    }

    @Override
    public String condition(String column) {
      if (intervals.isEmpty()) {
        return "false";
      }
      StringBuilder sql = new StringBuilder();
      for (Interval interval : intervals) {
        sql.append(sql.length() == 0 ? "" : " OR ")
            .append("(`").append(column).append("` >= DATE'").append(interval.start())
            .append("' AND `").append(column).append("` < DATE'").append(interval.end()).append("')");
      }
      return sql.toString();
    }

    /** True when a day between the two, both included, lies in an interval. */
    boolean touches(LocalDate least, LocalDate greatest) {
      return intervals.stream()
          .anyMatch(interval -> least.isBefore(interval.end()) && !greatest.isBefore(interval.start()));
    }

    /** True when every day between the two, both included, lies in an interval. Joined ones need no second look. */
    boolean covers(LocalDate least, LocalDate greatest) {
      return intervals.stream().anyMatch(interval -> interval.holds(least) && interval.holds(greatest));
    }
  }
}
