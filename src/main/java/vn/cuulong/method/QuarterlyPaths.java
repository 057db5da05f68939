package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.cuulong.method.DigitalEconomyDraws.EstimatedYear;
import vn.cuulong.method.ProvincialMovement.Movement;

/**
 * Core, digitalised part and GRDP of every estimated province and of the nation by quarter: steps 8 and 9.
 *
 * <p>Ten series are made of each unit: the six parts of the digital economy and GRDP by sector and taxes. The nation's
 * follows its quarterly accounts ({@link NationalQuarters}). A province follows the nation, tilted by its own published
 * growth ({@link ProvincialMovement}) and by indicators that move a part of some series ({@link PathIndicator}); it is
 * benchmarked to its years by Cholette and Dagum's regression (D3), and behind the last year its ratio to the indicator
 * fades to the mean. Provinces that all follow the nation add to it, because the regression is linear in the years;
 * with movements of their own they do not, and then provinces and the rest of the nation are reconciled with the
 * nation's quarters and their own years by Cholette's method for several series (D7), in core, digitalised and GRDP.
 */
final class QuarterlyPaths {
  /** Core, rest of the digital economy, GRDP. */
  static final int MEASURES = 3;
  private static final int IN_A_YEAR = 4;
  private static final int PARTS = DigitalPart.values().length;
  private static final double VND = 1e9;
  private static final double AGREE = 1e-9;

  /** The names of the series: {@link DigitalPart#key} of the parts, then GRDP by sector and taxes on products. */
  static final List<String> SERIES = Stream.concat(
      Stream.concat(Arrays.stream(DigitalPart.values()).map(DigitalPart::key),
          Arrays.stream(Sector.values()).map(sector -> "grdp_" + sector.name().toLowerCase(Locale.ROOT))),
      Stream.of("grdp_product_tax")).toList();

  private final DigitalEconomyEstimate estimate;
  private final List<PathIndicator> indicators;
  private final NationalQuarters nation;
  private final int firstYear;
  private final int periods;
  private final Aggregation years;
  private final List<String> provinces;
  private final SortedMap<String, Movement> movements = new TreeMap<>();
  private final SortedMap<String, long[][]> paths = new TreeMap<>();
  private double reconciledBy;

  /**
   * Paths of an estimate.
   *
   * @param known what is known of the movement within the years, by a day not before that of the estimate
   */
  QuarterlyPaths(DigitalEconomyEstimate estimate, KnownFigures known, List<PathIndicator> indicators) {
    this.estimate = estimate;
    this.indicators = List.copyOf(indicators);
    this.nation = new NationalQuarters(known);
    SortedSet<Integer> estimated = estimate.years();
    if (estimated.isEmpty()) {
      throw new MethodException("There are no quarters", "no year could be estimated", "Load yearly figures first");
    }
    this.firstYear = estimated.first();
    this.provinces = estimate.everyYear();
    ProvincialMovement movement = new ProvincialMovement(known, nation, estimate.successors(), estimated.last());
    int last = Stream.of(estimated.last() * IN_A_YEAR + IN_A_YEAR - 1, nation.last(), movement.last(provinces),
        indicators.stream().mapToInt(PathIndicator::last).max().orElse(-1)).mapToInt(Integer::intValue).max()
        .getAsInt();
    this.periods = last - firstYear * IN_A_YEAR + 1;
    this.years = Aggregation.sums(periods, estimated.size(), IN_A_YEAR);
    provinces.forEach(province -> movements.put(province, movement.of(province, firstYear, periods)));
    build();
  }

  int firstYear() {
    return firstYear;
  }

  int periods() {
    return periods;
  }

  /** The first quarter behind the last year, from 0. */
  int coveredUntil() {
    return years.coveredUntil();
  }

  /** The provinces of the map of 2004, and what is estimated with them, by id. */
  List<String> provinces() {
    return provinces;
  }

  /** The measures of a province or of the nation by quarter, whole VND; quarters add exactly to their years. */
  long[][] of(String unit) {
    return paths.get(unit);
  }

  /** The largest relative change of a value by the reconciliation with the nation; 0 when none was needed. */
  double reconciledBy() {
    return reconciledBy;
  }

  /** What a quarter of a province rests on beside the nation's accounts, sorted. */
  SortedSet<String> codes(String province, int i) {
    SortedSet<String> codes = nationalCodes(i);
    if (movements.containsKey(province) && movements.get(province).informed().contains(i)) {
      codes.add("quarter_by_growth_of_province");
    }
    for (PathIndicator indicator : indicators) {
      if (indicator.has(province, firstYear * IN_A_YEAR + i)) {
        codes.add("quarter_by_" + indicator.name());
      }
    }
    return codes;
  }

  /** What a quarter of the nation rests on when it is not published. */
  SortedSet<String> nationalCodes(int i) {
    int quarter = firstYear * IN_A_YEAR + i;
    SortedSet<String> codes = new TreeSet<>();
    if (nation.isCarried(quarter)) {
      codes.add("quarter_indicator_carried");
    } else if (!nation.moved(quarter, 1).isEmpty()) {
      codes.add("quarter_by_growth_of_nation");
    }
    return codes;
  }

  private void build() {
    SortedMap<String, double[][]> sums = new TreeMap<>();
    provinces.forEach(province -> sums.put(province, new double[MEASURES][periods]));
    sums.put(DigitalEconomyEstimate.REST, new double[MEASURES][periods]);
    sums.put(NationalDigitalEconomy.NATION, new double[MEASURES][periods]);
    boolean own = false;
    for (int series = 0; series < SERIES.size(); series++) {
      own |= add(series, sums);
    }
    SortedMap<String, long[][]> yearly = new TreeMap<>();
    provinces.forEach(province -> yearly.put(province, yearly(province)));
    yearly.put(NationalDigitalEconomy.NATION, yearly(NationalDigitalEconomy.NATION));
    for (int measure = 0; measure < MEASURES && own; measure++) {
      reconcile(measure, sums, yearly);
    }
    yearly.forEach((unit, of) -> {
      long[][] path = new long[MEASURES][];
      Arrays.setAll(path, measure -> rounded(sums.get(unit)[measure], of[measure]));
      paths.put(unit, path);
    });
    requireSums();
  }

  private static int measure(int series) {
    return series >= PARTS ? 2 : DigitalPart.values()[series].isCore() ? 0 : 1;
  }

  private static int sector(int series) {
    return series >= PARTS ? series - PARTS : DigitalPart.values()[series].sector().ordinal();
  }

  /** Adds one series of provinces, rest and nation; true when a province does not follow the nation. */
  private boolean add(int series, SortedMap<String, double[][]> sums) {
    int measure = measure(series);
    double[] indicator = nationalIndicator(sector(series));
    double[] rest = benchmarks(NationalDigitalEconomy.NATION, series);
    add(sums.get(NationalDigitalEconomy.NATION)[measure], benchmarked(indicator, rest));
    boolean own = false;
    for (String province : provinces) {
      double[] of = benchmarks(province, series);
      double[] guide = guide(province, series, indicator);
      own |= guide != indicator;
      add(sums.get(province)[measure], benchmarked(guide, of));
      Arrays.setAll(rest, y -> rest[y] - of[y]);
    }
    add(sums.get(DigitalEconomyEstimate.REST)[measure], benchmarked(indicator, rest));
    return own;
  }

  /** The nation's quarters of a sector, benchmarked to its years; of the taxes for sector 3. */
  private double[] nationalIndicator(int sector) {
    double[] raw = nation.sector(sector, firstYear * IN_A_YEAR, periods);
    return CholetteDagum.quarterly().refusingNegative().benchmark(raw, years,
        estimate.years().stream().mapToDouble(year -> estimate.nation().accounts(year)[sector]).toArray()).values();
  }

  /** What a series of a province follows; the nation's indicator itself when it has no movement of its own. */
  private double[] guide(String province, int series, double[] nations) {
    Movement movement = movements.get(province);
    double[] base = nations;
    if (!movement.informed().isEmpty()) {
      base = nations.clone();
      for (int i = 0; i < periods; i++) {
        base[i] *= movement.level()[i];
      }
    }
    double[] guide = base;
    for (PathIndicator indicator : indicators) {
      Double weight = indicator.weights().get(SERIES.get(series));
      double[] alone = weight == null ? null : indicator.guide(province, base, firstYear * IN_A_YEAR);
      if (alone != null) {
        guide = guide == nations || guide == base ? guide.clone() : guide;
        for (int i = 0; i < periods; i++) {
          guide[i] += weight * (alone[i] - base[i]);
        }
      }
    }
    return guide;
  }

  private double[] benchmarked(double[] indicator, double[] benchmarks) {
    return StableSum.of(benchmarks) == 0 ? new double[periods]
        : CholetteDagum.quarterly().benchmark(indicator, years, benchmarks).values();
  }

  /** Makes provinces and rest agree with the nation in every quarter and with their own years. */
  private void reconcile(int measure, SortedMap<String, double[][]> sums, SortedMap<String, long[][]> yearly) {
    List<String> units = new ArrayList<>(provinces);
    units.add(DigitalEconomyEstimate.REST);
    double[][] preliminary = units.stream().map(unit -> sums.get(unit)[measure]).toArray(double[][]::new);
    double[][] benchmarks = new double[units.size()][years.benchmarks()];
    for (int y = 0; y < years.benchmarks(); y++) {
      long rest = yearly.get(NationalDigitalEconomy.NATION)[measure][y];
      for (int r = 0; r < provinces.size(); r++) {
        benchmarks[r][y] = yearly.get(provinces.get(r))[measure][y];
        rest -= yearly.get(provinces.get(r))[measure][y];
      }
      benchmarks[provinces.size()][y] = rest;
    }
    double[] weights = new double[units.size()];
    Arrays.fill(weights, 1);
    MultivariateCholette.Reconciled reconciled = MultivariateCholette.usual().refusingNegative().reconcile(
        preliminary, weights, sums.get(NationalDigitalEconomy.NATION)[measure], years, benchmarks);
    reconciledBy = Math.max(reconciledBy, reconciled.largestChange());
    for (int r = 0; r < units.size(); r++) {
      sums.get(units.get(r))[measure] = reconciled.values()[r];
    }
  }

  /** A series of a unit by year, VND. */
  private double[] benchmarks(String unit, int series) {
    List<EstimatedYear> estimated = List.copyOf(estimate.estimated().values());
    double[] benchmarks = new double[estimated.size()];
    Arrays.setAll(benchmarks, y -> series < PARTS ? parts(unit, estimated.get(y))[series]
        : account(unit, estimated.get(y), series - PARTS));
    return benchmarks;
  }

  private static long[] parts(String unit, EstimatedYear year) {
    return unit.equals(NationalDigitalEconomy.NATION) ? year.shared().nation() : year.shared().provinces().get(unit);
  }

  private double account(String unit, EstimatedYear year, int sector) {
    boolean nationally = unit.equals(NationalDigitalEconomy.NATION);
    double[] sectors = nationally ? Arrays.copyOf(estimate.nation().accounts(year.nation().year()), 3)
        : year.accounts().get(unit).sectors();
    return sector < sectors.length ? sectors[sector] * VND : grdp(unit, year) - StableSum.of(sectors) * VND;
  }

  private static long grdp(String unit, EstimatedYear year) {
    return Math.round((unit.equals(NationalDigitalEconomy.NATION) ? year.nation().gdp()
        : year.accounts().get(unit).grdp()) * VND);
  }

  /** The measures of a unit by year, whole VND. */
  private long[][] yearly(String unit) {
    long[][] yearly = new long[MEASURES][years.benchmarks()];
    int y = 0;
    for (EstimatedYear year : estimate.estimated().values()) {
      for (DigitalPart part : DigitalPart.values()) {
        yearly[part.isCore() ? 0 : 1][y] += parts(unit, year)[part.ordinal()];
      }
      yearly[2][y++] = grdp(unit, year);
    }
    return yearly;
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

  /** Invariants 2 and 3: nothing is negative, and what is left for the rest of the nation neither. */
  private void requireSums() {
    long[][] whole = paths.get(NationalDigitalEconomy.NATION);
    for (int measure = 0; measure < MEASURES; measure++) {
      for (int i = 0; i < periods; i++) {
        long rest = whole[measure][i];
        for (String province : provinces) {
          long value = paths.get(province)[measure][i];
          rest -= value;
          if (value < 0) {
            throw new MethodException("The estimate breaks invariant 3", province + " has " + value
                + " VND in quarter " + (i % IN_A_YEAR + 1) + " of " + (firstYear + i / IN_A_YEAR),
                "Look at its yearly values and the indicator of the quarter");
          }
        }
        if (rest < 0) {
          throw new MethodException("The estimate breaks invariant 2", "the provinces have more than the nation in "
              + "quarter " + (i % IN_A_YEAR + 1) + " of " + (firstYear + i / IN_A_YEAR), "Look at the yearly values");
        }
      }
    }
  }
}
