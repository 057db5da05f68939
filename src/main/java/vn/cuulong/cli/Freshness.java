package vn.cuulong.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.cuulong.contract.Grain;
import vn.cuulong.contract.SourceContract;
import vn.cuulong.lake.TableState;
import vn.cuulong.lake.TableState.FileStatus;

/**
 * How what has arrived of one source compares with what its contract promises.
 *
 * @param source whose promise it is
 * @param newest first day of the newest interval of which rows were taken; null when none ever
 * @param due day by which the next period is promised; null when nothing is promised or nothing ever came
 */
record Freshness(SourceContract source, LocalDate newest, LocalDate due) {

  /** The freshness of a source in the state of the table it feeds. */
  static Freshness of(SourceContract source, TableState state) {
    Optional<LocalDate> newest = state.files().values().stream()
        .filter(file -> file.sourceId().equals(source.id()) && file.status() == FileStatus.BUILT)
        .flatMap(file -> file.books().entrySet().stream())
        .filter(book -> !book.getKey().isEmpty() && book.getValue().read() > book.getValue().rejected())
        .map(book -> LocalDate.parse(book.getKey()))
        .max(Comparator.naturalOrder());
    LocalDate due = newest.filter(day -> isPromised(source))
        .map(day -> endOfNext(source.frequency(), day).plusDays(source.lateAfterDays())).orElse(null);
    return new Freshness(source, newest.orElse(null), due);
  }

  /** False for what is made for demonstration, and for what comes when somebody has it. */
  boolean isPromised() {
    return isPromised(source);
  }

  /** True when the next period, or the first one, should have arrived before this day. */
  boolean isLate(LocalDate today) {
    return isPromised() && (newest == null || today.isAfter(due));
  }

  /** The freshest of several. */
  static Optional<LocalDate> newest(List<Freshness> all) {
    return all.stream().map(Freshness::newest).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder());
  }

  private static boolean isPromised(SourceContract source) {
    return !source.dataOrigin().equals("synthetic") && !source.frequency().equals("irregular");
  }

  /** Last day of the period after the one that holds the day. */
  static LocalDate endOfNext(String frequency, LocalDate day) {
    return switch (frequency) {
      case "daily" -> day.plusDays(1);
      case "monthly" -> Grain.MONTH.plus(Grain.MONTH.start(day), 2).minusDays(1);
      case "quarterly" -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1).plusMonths(6)
          .minusDays(1);
      default -> Grain.YEAR.plus(Grain.YEAR.start(day), 2).minusDays(1);
    };
  }
}
