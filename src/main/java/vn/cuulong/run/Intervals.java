package vn.cuulong.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import vn.cuulong.contract.Grain;
import vn.cuulong.table.Interval;

/** Intervals of a table as the ledger names them: the first day in ISO form. */
final class Intervals {
  private Intervals() {}

  /** The intervals that start on these days, neighbours joined. */
  static List<Interval> joined(SortedSet<String> starts, Grain grain) {
    List<Interval> joined = new ArrayList<>();
    LocalDate from = null;
    LocalDate end = null;
    for (String text : starts) {
      LocalDate start = LocalDate.parse(text);
      if (from != null && start.equals(end)) {
        end = grain.next(start);
        continue;
      }
      if (from != null) {
        joined.add(new Interval(from, end));
      }
      from = start;
      end = grain.next(start);
    }
    if (from != null) {
      joined.add(new Interval(from, end));
    }
    return joined;
  }

  /** True when the interval that starts on this day has a day in the window; a null window is all time. */
  static boolean touches(String start, Grain grain, Interval window) {
    if (window == null) {
      return true;
    }
    LocalDate from = LocalDate.parse(start);
    return from.isBefore(window.end()) && grain.next(from).isAfter(window.start());
  }

  /** The starts of all intervals with a day in the window. */
  static List<String> starts(Interval window, Grain grain) {
    List<String> starts = new ArrayList<>();
    for (LocalDate day = grain.start(window.start()); day.isBefore(window.end()); day = grain.next(day)) {
      starts.add(day.toString());
    }
    return starts;
  }
}
