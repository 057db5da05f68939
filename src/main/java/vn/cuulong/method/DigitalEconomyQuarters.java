package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.territory.Basis;
import vn.cuulong.territory.Unit;

/**
 * The path of the digital economy within the years, and what follows the last of them: steps 8 and 9.
 *
 * <p>Each part of each province is benchmarked to its years by Cholette and Dagum's regression (D3), with the nation's
 * quarterly value added of the part's sector as the indicator, itself benchmarked to the yearly accounts; GRDP by
 * sector likewise. The result is linear in the yearly values, so that provinces and rest, which add to the nation in
 * every year, add to it in every quarter without a further step (the multivariate step D7 would change nothing);
 * {@link #requireSums} proves it each time. Behind the last year the ratio to the indicator fades to its mean.
 *
 * <p>Nothing moves a province within a year but the nation's sectors: no province publishes quarterly accounts at
 * current prices.
 */
public final class DigitalEconomyQuarters {
  private static final int IN_A_YEAR = 4;
  private static final double VND = 1e9;
  private static final double NORMAL_95 = 1.959963984540054;
  private static final double AGREE = 1e-9;
  /** Core, rest of the digital economy, GRDP. */
  private static final int MEASURES = 3;

  private final DigitalEconomyEstimate estimate;
  private final int firstYear;
  private final int periods;
  private final Aggregation years;
  private final double[][] indicators = new double[Sector.values().length + 1][];
  private final SortedSet<Integer> carried = new TreeSet<>();
  private final SortedMap<String, long[][]> paths = new TreeMap<>();

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

  /** The quarters of an estimate. */
  public DigitalEconomyQuarters(DigitalEconomyEstimate estimate) {
    this.estimate = estimate;
    SortedSet<Integer> estimated = estimate.years();
    if (estimated.isEmpty()) {
      throw new MethodException("There are no quarters", "no year could be estimated", "Load yearly figures first");
    }
    this.firstYear = estimated.first();
    int lastQuarter = Math.max(estimated.last() * IN_A_YEAR + IN_A_YEAR - 1, estimate.nation().lastQuarter());
    this.periods = lastQuarter - firstYear * IN_A_YEAR + 1;
    this.years = Aggregation.sums(periods, estimated.size(), IN_A_YEAR);
    for (int sector = 0; sector < indicators.length; sector++) {
      int s = sector;
      double[] raw = estimate.nation().quarters(sector, firstYear, periods, carried);
      indicators[sector] = CholetteDagum.quarterly().refusingNegative().benchmark(raw, years,
          estimated.stream().mapToDouble(year -> estimate.nation().accounts(year)[s]).toArray()).values();
    }
    paths();
  }

  private void paths() {
    paths.put(NationalDigitalEconomy.NATION, path(of -> of.shared().nation(), of -> {
      double[] nation = estimate.nation().accounts(of.nation().year());
      return Arrays.copyOf(nation, Sector.values().length);
    }, of -> Math.round(of.nation().gdp() * VND)));
    for (String province : estimate.inScope()) {
      paths.put(province, path(of -> of.shared().provinces().get(province),
          of -> of.accounts().get(province).sectors(),
          of -> Math.round(of.accounts().get(province).grdp() * VND)));
    }
    requireSums();
  }

  /** Something of a year. */
  private interface Yearly<T> {
    T of(EstimatedYear year);
  }

  /** The measures of a unit by quarter, whole VND. */
  private long[][] path(Yearly<long[]> parts, Yearly<double[]> sectors, Yearly<Long> grdp) {
    double[][] sums = new double[MEASURES][periods];
    long[][] yearly = new long[MEASURES][years.benchmarks()];
    List<EstimatedYear> estimated = List.copyOf(estimate.estimated().values());
    for (DigitalPart part : DigitalPart.values()) {
      int measure = part.isCore() ? 0 : 1;
      double[] benchmarks = new double[estimated.size()];
      for (int y = 0; y < benchmarks.length; y++) {
        long amount = parts.of(estimated.get(y))[part.ordinal()];
        benchmarks[y] = amount;
        yearly[measure][y] += amount;
      }
      add(sums[measure], benchmarked(benchmarks, part.sector().ordinal()));
    }
    for (int sector = 0; sector < indicators.length; sector++) {
      double[] benchmarks = new double[estimated.size()];
      for (int y = 0; y < benchmarks.length; y++) {
        double[] of = sectors.of(estimated.get(y));
        benchmarks[y] = sector < of.length ? of[sector] * VND
            : grdp.of(estimated.get(y)) - StableSum.of(of) * VND;
        yearly[2][y] = grdp.of(estimated.get(y));
      }
      add(sums[2], benchmarked(benchmarks, sector));
    }
    long[][] path = new long[MEASURES][];
    Arrays.setAll(path, measure -> rounded(sums[measure], yearly[measure]));
    return path;
  }

  private double[] benchmarked(double[] benchmarks, int sector) {
    if (StableSum.of(benchmarks) == 0) {
      return new double[periods];
    }
    return CholetteDagum.quarterly().benchmark(indicators[sector], years, benchmarks).values();
  }

  private static void add(double[] sum, double[] values) {
    Arrays.setAll(sum, i -> sum[i] + values[i]);
  }

  /** Whole VND; the last quarter of a year takes what rounding leaves, so that the year is met exactly. */
  private long[] rounded(double[] values, long[] yearly) {
    long[] rounded = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.round(values[i]);
    }
    for (int y = 0; y < yearly.length; y++) {
      int last = y * IN_A_YEAR + IN_A_YEAR - 1;
      rounded[last] = yearly[y] - rounded[last - 1] - rounded[last - 2] - rounded[last - 3];
      if (Math.abs(rounded[last] - values[last]) > AGREE * Math.max(1, yearly[y]) + IN_A_YEAR) {
        throw new MethodException("The estimate breaks invariant 2", "the quarters of year " + (firstYear + y)
            + " miss it by " + (rounded[last] - values[last]) + " VND", "Look at the benchmarks of the year");
      }
    }
    return rounded;
  }

  /** Invariant 2, second half: what is left for the rest of the nation is its own share of every quarter. */
  private void requireSums() {
    long[][] nation = paths.get(NationalDigitalEconomy.NATION);
    for (int measure = 0; measure < MEASURES; measure++) {
      for (int i = 0; i < periods; i++) {
        long rest = nation[measure][i];
        for (String province : estimate.inScope()) {
          long value = paths.get(province)[measure][i];
          rest -= value;
          if (value < 0) {
            throw new MethodException("The estimate breaks invariant 3", province + " has " + value
                + " VND in quarter " + i, "Look at its yearly values and the indicator of the quarter");
          }
        }
        if (rest < 0) {
          throw new MethodException("The estimate breaks invariant 2", "the provinces have more than the nation in "
              + "quarter " + (i % IN_A_YEAR + 1) + " of " + (firstYear + i / IN_A_YEAR), "Look at the yearly values");
        }
      }
    }
  }

  /** All units of both maps by quarter. */
  public List<Row> rows(YearlyIntervals intervals) {
    List<Row> rows = new ArrayList<>();
    SortedMap<String, List<String>> old = new TreeMap<>();
    estimate.inScope().forEach(province -> old.put(province, List.of(province)));
    rows.addAll(rows(Basis.UNITS_2004, old, DigitalEconomyEstimate.REGIONS_2004, intervals));
    rows.addAll(rows(Basis.UNITS_2025, estimate.merged(), DigitalEconomyEstimate.REGIONS_2025, intervals));
    return rows;
  }

  private List<Row> rows(Basis basis, SortedMap<String, List<String>> units, List<String> regions,
      YearlyIntervals intervals) {
    SortedMap<String, long[][]> sums = new TreeMap<>();
    units.forEach((unit, provinces) -> sums.put(unit, sum(provinces)));
    long[][] rest = difference(paths.get(NationalDigitalEconomy.NATION), sums.values());
    for (String region : regions) {
      List<String> provinces = estimate.territory().members(region, basis).stream().map(Unit::id)
          .flatMap(member -> units.getOrDefault(member, List.of()).stream()).sorted().toList();
      sums.put(region, sum(provinces));
    }
    sums.put(DigitalEconomyEstimate.REST, rest);
    sums.put(NationalDigitalEconomy.NATION, paths.get(NationalDigitalEconomy.NATION));
    List<Row> rows = new ArrayList<>();
    sums.forEach((unit, path) -> IntStream.range(0, periods)
        .forEach(i -> rows.add(row(unit, basis, i, path, intervals))));
    return rows;
  }

  private long[][] sum(List<String> provinces) {
    long[][] sum = new long[MEASURES][periods];
    for (String province : provinces) {
      long[][] path = paths.get(province);
      for (int measure = 0; measure < MEASURES; measure++) {
        int m = measure;
        Arrays.setAll(sum[m], i -> sum[m][i] + path[m][i]);
      }
    }
    return sum;
  }

  private long[][] difference(long[][] whole, Iterable<long[][]> parts) {
    long[][] rest = new long[MEASURES][];
    Arrays.setAll(rest, measure -> whole[measure].clone());
    for (long[][] part : parts) {
      for (int measure = 0; measure < MEASURES; measure++) {
        int m = measure;
        Arrays.setAll(rest[m], i -> rest[m][i] - part[m][i]);
      }
    }
    return rest;
  }

  private Row row(String unit, Basis basis, int i, long[][] path, YearlyIntervals intervals) {
    int lastYear = estimate.years().last();
    int year = firstYear + i / IN_A_YEAR;
    int beyond = Math.max(0, i - years.coveredUntil() + 1);
    EstimatedYear of = estimate.estimated().get(Math.min(year, lastYear));
    double share = (path[0][i] + path[1][i]) / (double) path[2][i];
    List<String> codes = new ArrayList<>();
    if (beyond > 0) {
      codes.add("quarter_extrapolated");
    }
    if (carried.contains(firstYear * IN_A_YEAR + i)) {
      codes.add("quarter_indicator_carried");
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

  /** What is known of the paths, for tests: the measures of a unit. */
  Map<String, long[][]> measures() {
    return paths;
  }
}
