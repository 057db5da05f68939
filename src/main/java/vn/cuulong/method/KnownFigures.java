package vn.cuulong.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What could be known on a day: of each figure the release that counted then.
 *
 * <p>A figure whose day of publication is known counts from that day. One without counts once its period is over, or
 * is over within three days, because the first estimates of a year come out on 29 December (Decree 94/2022/ND-CP).
 * Of several publications of one figure the newest counts, then the better status, then the first by the name of its
 * source; the order in which figures are given decides nothing.
 */
public final class KnownFigures {
  private static final int DAYS_BEFORE_THE_END = 3;
  private static final List<String> STATUS = List.of("final", "preliminary", "estimate");
  private static final Comparator<Figure> FIRST_IS_BEST = Comparator
      .comparing(Figure::published, Comparator.nullsLast(Comparator.reverseOrder()))
      .thenComparing(figure -> STATUS.indexOf(figure.status()))
      .thenComparing(Figure::source).thenComparing(Figure::value);

  private final LocalDate day;
  private final NavigableMap<String, Figure> chosen = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<LocalDate, Figure>> releases = new TreeMap<>();

  private KnownFigures(LocalDate day) {
    this.day = day;
  }

  /** What the figures say on a day. */
  public static KnownFigures on(LocalDate day, Collection<Figure> figures) {
    KnownFigures known = new KnownFigures(day);
    figures.stream().filter(figure -> figure.published() == null
        ? !figure.end().isAfter(day.plusDays(DAYS_BEFORE_THE_END)) : !figure.published().isAfter(day))
        .forEach(known::add);
    return known;
  }

  private void add(Figure figure) {
    String key = key(figure.indicator(), figure.unitId(), figure.start(), figure.end());
    chosen.merge(key, figure, (one, other) -> FIRST_IS_BEST.compare(one, other) <= 0 ? one : other);
    if (figure.published() != null) {
      releases.computeIfAbsent(key, name -> new TreeMap<>())
          .merge(figure.published(), figure, (one, other) -> FIRST_IS_BEST.compare(one, other) <= 0 ? one : other);
    }
  }

  private static String key(String indicator, String unitId, LocalDate start, LocalDate end) {
    return indicator + " " + unitId + " " + start + " " + end;
  }

  /** The day. */
  public LocalDate day() {
    return day;
  }

  /** The figures that count, one of each, sorted by indicator, unit and period. */
  public List<Figure> all() {
    return List.copyOf(chosen.values());
  }

  /** The figures of an indicator and a unit, by period. */
  public List<Figure> of(String indicator, String unitId) {
    String from = indicator + " " + unitId + " ";
    return new ArrayList<>(chosen.subMap(from, indicator + " " + unitId + "!").values());
  }

  /** The yearly values of an indicator and a unit. */
  public NavigableMap<Integer, Double> years(String indicator, String unitId) {
    NavigableMap<Integer, Double> years = new TreeMap<>();
    of(indicator, unitId).stream().filter(figure -> figure.year() > 0)
        .forEach(figure -> years.put(figure.year(), figure.value()));
    return years;
  }

  /** The quarterly values of an indicator and a unit, by quarters since the year 0. */
  public NavigableMap<Integer, Double> quarters(String indicator, String unitId) {
    NavigableMap<Integer, Double> quarters = new TreeMap<>();
    of(indicator, unitId).stream().filter(figure -> figure.quarter() >= 0)
        .forEach(figure -> quarters.put(figure.quarter(), figure.value()));
    return quarters;
  }

  /** How often a yearly figure has been published by now, as far as days of publication are known. */
  public int releases(String indicator, String unitId, int year) {
    return releases.getOrDefault(yearly(indicator, unitId, year), new TreeMap<>()).size();
  }

  /** A yearly value as it was published on a day; null when that day did not publish it. */
  public Double released(String indicator, String unitId, int year, LocalDate published) {
    NavigableMap<LocalDate, Figure> days = releases.get(yearly(indicator, unitId, year));
    return published == null || days == null || !days.containsKey(published) ? null : days.get(published).value();
  }

  private static String yearly(String indicator, String unitId, int year) {
    return key(indicator, unitId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** The units of an indicator. */
  public NavigableSet<String> units(String indicator) {
    NavigableSet<String> units = new TreeSet<>();
    chosen.subMap(indicator + " ", indicator + "!").values().forEach(figure -> units.add(figure.unitId()));
    return units;
  }

  /** The same without some figures, for a test of what they would have been estimated at. */
  public KnownFigures without(java.util.function.Predicate<Figure> left) {
    KnownFigures rest = new KnownFigures(day);
    chosen.forEach((key, figure) -> {
      if (!left.test(figure)) {
        rest.chosen.put(key, figure);
        if (releases.containsKey(key)) {
          rest.releases.put(key, releases.get(key));
        }
      }
    });
    return rest;
  }
}
