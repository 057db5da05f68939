package vn.cuulong.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cuulong.contract.Schedule;
import vn.cuulong.contract.TableName;
import vn.cuulong.lake.RunRecord;
import vn.cuulong.table.Interval;

/**
 * Which starts of a schedule are not in the ledger. A start is done when, at its time or later, a run has built each of
 * the schedule's tables or found nothing to do, of all days or of those between that start and the one before it. What
 * a scheduler believes to have started does not count.
 */
public final class MissedIntervals {
  private static final Set<String> WELL = Set.of("built", "nothing_to_do");

  private final Schedule schedule;
  private final Set<TableName> tables;
  /** When each table was last well after a run over all days, and the windows of runs since then. */
  private final Map<TableName, Instant> whole = new HashMap<>();
  private final Map<TableName, List<RunRecord>> windows = new HashMap<>();

  /**
   * Looks at runs one by one.
   *
   * @param tables of the schedule
   */
  public MissedIntervals(Schedule schedule, List<TableName> tables) {
    this.schedule = schedule;
    this.tables = new HashSet<>(tables);
  }

  /** Takes a run into account; runs come newest first. True when older ones cannot matter any more. */
  public boolean saw(RunRecord run) {
    for (RunRecord.Outcome outcome : run.outcomes()) {
      TableName table = outcome.table();
      if (tables.contains(table) && !whole.containsKey(table) && WELL.contains(outcome.outcome())) {
        if (run.interval() == null) {
          whole.put(table, run.started());
        } else {
          windows.computeIfAbsent(table, key -> new ArrayList<>()).add(run);
        }
      }
    }
    return whole.keySet().containsAll(tables);
  }

  /** True when some table never ended well over all days: then there is no first interval to go back to. */
  public boolean isFirst() {
    return !whole.keySet().containsAll(tables);
  }

  /** The days of each missed start, oldest first; nothing when {@link #isFirst()}. */
  public List<Interval> until(Instant now) {
    List<Interval> missed = new ArrayList<>();
    if (isFirst()) {
      return missed;
    }
    Instant since = whole.values().stream().min(Instant::compareTo).orElse(now);
    Optional<ZonedDateTime> start = schedule.cron().before(now.atZone(schedule.zone()));
    while (start.isPresent() && start.get().toInstant().isAfter(since)) {
      Optional<ZonedDateTime> before = schedule.cron().before(start.get().minusSeconds(1));
      if (before.isEmpty()) {
        break;
      }
      Interval days = days(before.get(), start.get());
      Instant time = start.get().toInstant();
      if (!tables.stream().allMatch(table -> isDone(table, time, days))) {
        missed.add(0, days);
      }
      start = before;
    }
    return missed;
  }

  private boolean isDone(TableName table, Instant start, Interval days) {
    return !whole.get(table).isBefore(start) || windows.getOrDefault(table, List.of()).stream().anyMatch(run ->
        !run.started().isBefore(start) && !run.interval().start().isAfter(days.start())
            && !run.interval().end().isBefore(days.end()));
  }

  /** The days between two starts, the day of the later one left out; at least one day. */
  private static Interval days(ZonedDateTime from, ZonedDateTime to) {
    LocalDate first = from.toLocalDate();
    LocalDate end = to.toLocalDate();
    return new Interval(first, end.isAfter(first) ? end : first.plusDays(1));
  }
}
