package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Unit;

/**
 * The digital economy by quarter on both maps, with intervals: the paths of {@link QuarterlyPaths}, which add to the
 * years of an estimate and to the nation, summed to units and regions.
 */
public final class DigitalEconomyQuarters {
  private static final int IN_A_YEAR = 4;
  private static final int MEASURES = QuarterlyPaths.MEASURES;
  private static final double NORMAL_95 = 1.959963984540054;

  private final DigitalEconomyEstimate estimate;
  private final QuarterlyPaths paths;

  /** The 95 % interval of a year's share of a unit. */
  @FunctionalInterface
  public interface YearlyIntervals {
    /** The interval of a unit in a year. */
    ConfidenceInterval of(String unitId, Basis basis, int year);
  }

  /**
   * One unit in one quarter; all amounts are whole VND, and quarters add exactly to their years.
   *
   * @param quarter 1 to 4
   * @param core value added of the core
   * @param other value added of the digitalised rest
   * @param share the two over GRDP, with its interval
   * @param isExtrapolated true behind the last estimated year
   */
  public record Row(String unitId, Basis basis, int year, int quarter, long grdp, long core, long other,
      ConfidenceInterval share, boolean isExtrapolated, String status, List<String> codes) {}

  /**
   * The quarters of an estimate.
   *
   * @param known what is known of the movement within the years, by a day not before that of the estimate
   * @param indicators what moves provinces within the years beside published growth
   */
  public DigitalEconomyQuarters(DigitalEconomyEstimate estimate, KnownFigures known,
      List<PathIndicator> indicators) {
    this.estimate = estimate;
    this.paths = new QuarterlyPaths(estimate, known, indicators);
  }

  /** All units of both maps by quarter. */
  public List<Row> rows(YearlyIntervals intervals) {
    List<Row> rows = new ArrayList<>();
    SortedMap<String, List<String>> old = new TreeMap<>();
    estimate.inScope().forEach(province -> old.put(province, List.of(province)));
    rows.addAll(rows(Basis.UNITS_2004, old, DigitalEconomyEstimate.REGIONS_2004, intervals));
    rows.addAll(rows(Basis.UNITS_2025, estimate.merged(paths.provinces()), DigitalEconomyEstimate.REGIONS_2025,
        intervals));
    return rows;
  }

  private List<Row> rows(Basis basis, SortedMap<String, List<String>> units, List<String> regions,
      YearlyIntervals intervals) {
    SortedMap<String, List<String>> parts = new TreeMap<>(units);
    long[][] rest = paths.of(NationalDigitalEconomy.NATION);
    for (List<String> provinces : units.values()) {
      rest = difference(rest, sum(provinces));
    }
    for (String region : regions) {
      parts.put(region, estimate.territory().members(region, basis).stream().map(Unit::id)
          .flatMap(member -> units.getOrDefault(member, List.of()).stream()).sorted().toList());
    }
    SortedMap<String, long[][]> sums = new TreeMap<>();
    parts.forEach((unit, provinces) -> sums.put(unit, sum(provinces)));
    sums.put(DigitalEconomyEstimate.REST, rest);
    sums.put(NationalDigitalEconomy.NATION, paths.of(NationalDigitalEconomy.NATION));
    List<Row> rows = new ArrayList<>();
    sums.forEach((unit, path) -> IntStream.range(0, paths.periods())
        .forEach(i -> rows.add(row(unit, basis, i, path, parts.getOrDefault(unit, List.of()), intervals))));
    return rows;
  }

  private long[][] sum(List<String> provinces) {
    long[][] sum = new long[MEASURES][paths.periods()];
    for (String province : provinces) {
      long[][] path = paths.of(province);
      for (int measure = 0; measure < MEASURES; measure++) {
        int m = measure;
        Arrays.setAll(sum[m], i -> sum[m][i] + path[m][i]);
      }
    }
    return sum;
  }

  private static long[][] difference(long[][] whole, long[][] part) {
    long[][] rest = new long[MEASURES][];
    for (int measure = 0; measure < MEASURES; measure++) {
      int m = measure;
      rest[m] = whole[m].clone();
      Arrays.setAll(rest[m], i -> rest[m][i] - part[m][i]);
    }
    return rest;
  }

  private Row row(String unit, Basis basis, int i, long[][] path, List<String> provinces,
      YearlyIntervals intervals) {
    int lastYear = estimate.years().last();
    int year = paths.firstYear() + i / IN_A_YEAR;
    int beyond = Math.max(0, i - paths.coveredUntil() + 1);
    EstimatedYear of = estimate.estimated().get(Math.min(year, lastYear));
    double share = (path[0][i] + path[1][i]) / (double) path[2][i];
    SortedSet<String> codes = new TreeSet<>(paths.nationalCodes(i));
    provinces.forEach(province -> codes.addAll(paths.codes(province, i)));
    if (beyond > 0) {
      codes.add("quarter_extrapolated");
    }
    return new Row(unit, basis, year, i % IN_A_YEAR + 1, path[2][i], path[0][i], path[1][i],
        around(share, intervals.of(unit, basis, Math.min(year, lastYear)), of, beyond), beyond > 0,
        beyond > 0 || of.nation().releases() < 2 ? "estimate" : "preliminary", List.copyOf(codes));
  }

  /** The year's interval in proportion, widened by what is not known within the year and of the quarters behind it. */
  private ConfidenceInterval around(double share, ConfidenceInterval year, EstimatedYear of, int beyond) {
    double path = NORMAL_95 * estimate.spec().path();
    double step = NORMAL_95 * estimate.nation().yearlyDeviation() / of.nation().share()
        * Math.sqrt(beyond / (double) IN_A_YEAR);
    double below = 1 - year.low() / year.point();
    double above = year.high() / year.point() - 1;
    return new ConfidenceInterval(Math.max(0, share * (1 - Math.sqrt(below * below + path * path + step * step))),
        share, Math.min(1, share * (1 + Math.sqrt(above * above + path * path + step * step))));
  }

  /** The largest relative change of a value by the reconciliation with the nation; 0 when none was needed. */
  public double reconciledBy() {
    return paths.reconciledBy();
  }
}
