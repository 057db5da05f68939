package vn.cuulong.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The monthly reports of provincial departments: the published visits and revenue of a year, spread over its months
 * by season, and the sum of the old provinces after the merger.
 */
final class ReportRecords implements Records {
  private static final Word FINAL = Word.of("Chính thức", "final");
  private static final Word PRELIMINARY = Word.of("Sơ bộ", "preliminary");
  private static final Word ESTIMATE = Word.of("Ước tính", "estimate");
  private static final long HUNDRED_MILLION = 100_000_000L;
  /** The published figure of this month stands in another source; a made-up one would contradict it. */
  private static final String PUBLISHED_UNIT = "an-giang-2025";
  private static final LocalDate PUBLISHED_MONTH = LocalDate.of(2025, 7, 1);

  private final Places places;
  private final Set<String> newUnits;
  private final Row row;
  private LocalDate from;
  private LocalDate to;

  /** Reports of the units that are, or became part of, the given new units. */
  ReportRecords(Places places, List<Field> fields, Set<String> newUnits) {
    this.places = places;
    this.newUnits = newUnits;
    this.row = new Row(fields);
  }

  @Override
  public Season season() {
    return Season.TOURISM;
  }

  @Override
  public boolean monthly() {
    return true;
  }

  @Override
  public long total(GenerateSpec spec) {
    from = spec.from();
    to = spec.to();
    return 0;
  }

  @Override
  public void day(LocalDate day, long count, SplittableRandom random, Taker taker) throws IOException {
    if (day.getDayOfMonth() == 1 || day.equals(from)) {
      LocalDate month = day.withDayOfMonth(1);
      long later = (to.getYear() - month.getYear()) * 12L + to.getMonthValue() - month.getMonthValue();
      boolean halfEnd = month.getMonthValue() % 6 == 0;
      month(month, later == 0 || halfEnd && later < 6 ? ESTIMATE : later < 3 ? PRELIMINARY : FINAL, 1, random, taker);
    }
  }

  @Override
  public void correction(LocalDate month, SplittableRandom random, Taker taker) throws IOException {
    // The counts that come in late make the final figure a little larger than the estimate.
    month(month, FINAL, 1.02, random, taker);
  }

  private void month(LocalDate month, Word status, double factor, SplittableRandom random, Taker taker)
      throws IOException {
    row.placeDay = month.toEpochDay();
    for (Map.Entry<Place.Name, List<Place>> unit : places.unitsOn(month.toEpochDay()).entrySet()) {
      if (!newUnits.contains(unit.getValue().get(0).after().unitId())
          || unit.getKey().unitId().equals(PUBLISHED_UNIT) && month.equals(PUBLISHED_MONTH)) {
        continue;
      }
      row.number(0, month.toEpochDay());
      row.object[1] = unit.getKey();
      row.missing[1] = false;
      measures(month, unit.getValue(), factor, random);
      row.word(6, status);
      row.none(7);
      taker.take(row);
    }
  }

  private void measures(LocalDate month, List<Place> members, double factor, SplittableRandom random) {
    double share = share(month) * Season.TOURISM.growthSince2024(month) * factor;
    double visits = 0;
    double foreign = 0;
    double revenue = 0;
    for (Place place : members) {
      double own = place.visitors() * share * (0.94 + 0.12 * random.nextDouble());
      visits += own;
      foreign += own * place.internationalShare();
      revenue += own * (place.visitors() == 0 ? 0 : place.revenueBillion() / place.visitors());
    }
    row.number(2, Math.round(visits));
    row.number(3, Math.round(foreign));
    row.number(4, Math.round(visits * 0.42));
    row.number(5, Math.max(1, Math.round(revenue * 10)) * HUNDRED_MILLION);
  }

  /** The part of a year's visits that a month has. */
  private static double share(LocalDate month) {
    double ofMonth = 0;
    double ofYear = 0;
    for (LocalDate day = month.withDayOfYear(1); day.getYear() == month.getYear(); day = day.plusDays(1)) {
      double weight = Season.TOURISM.withoutGrowth(day);
      ofYear += weight;
      ofMonth += day.getMonthValue() == month.getMonthValue() ? weight : 0;
    }
    return ofMonth / ofYear;
  }
}
