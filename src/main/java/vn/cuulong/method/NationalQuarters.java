package vn.cuulong.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The nation's value added by quarter and sector at current prices: as published, and behind that the same quarter of
 * the year before, moved by the published growth of the quarter at constant prices and by the prices of the year.
 *
 * <p>A year of which no growth is published keeps that of the year before; its quarters are carried, not known.
 */
final class NationalQuarters {
  static final int SECTORS = 4;
  private static final String GDP = "gdp_current";
  private static final String CONSTANT = "gdp_constant2010";
  private static final String GROWTH = "gdp_growth";
  private static final String[] INDICATORS = {"gdp_current_agri", "gdp_current_industry", "gdp_current_services",
      "gdp_current_product_tax"};

  private final KnownFigures known;
  private final SortedMap<Integer, double[]> growth = new TreeMap<>();

  NationalQuarters(KnownFigures known) {
    this.known = known;
  }

  /** The last quarter of which something is published, by quarters since the year 0; -1 for none. */
  int last() {
    int last = -1;
    for (String indicator : List.of(GDP, GROWTH)) {
      for (Figure figure : known.of(indicator, NationalDigitalEconomy.NATION)) {
        PartYearGrowth.Span span = PartYearGrowth.Span.of(figure);
        last = span == null || span.isYear() ? last
            : Math.max(last, figure.start().getYear() * PartYearGrowth.QUARTERS + span.last());
      }
    }
    return last;
  }

  /** Growth of the quarters of a year at constant prices, as factors; that of the last year before without any. */
  double[] growth(int year) {
    return growth.computeIfAbsent(year, this::estimated).clone();
  }

  private double[] estimated(int year) {
    double[] weights = new double[PartYearGrowth.QUARTERS];
    List<PartYearGrowth.Span> spans = new ArrayList<>();
    NavigableMap<Integer, Double> constant = known.quarters(CONSTANT, NationalDigitalEconomy.NATION);
    for (int q = 0; q < weights.length; q++) {
      Double now = constant.get(year * weights.length + q);
      Double before = constant.get((year - 1) * weights.length + q);
      weights[q] = before == null ? 1 : before;
      if (now != null && before != null) {
        spans.add(new PartYearGrowth.Span(q, q, now / before));
      }
    }
    for (Figure figure : known.of(GROWTH, NationalDigitalEconomy.NATION)) {
      PartYearGrowth.Span span = PartYearGrowth.Span.of(figure);
      if (span != null && figure.start().getYear() == year) {
        spans.add(span);
      }
    }
    double[] factors = PartYearGrowth.quarters(spans, weights);
    double[] before = Arrays.stream(factors).anyMatch(Double::isNaN) ? before(year) : null;
    for (int q = 0; q < factors.length; q++) {
      factors[q] = Double.isNaN(factors[q]) ? before[q] : factors[q];
    }
    return factors;
  }

  /** Growth of the year before, the same for all quarters; none when nothing has been published for years. */
  private double[] before(int year) {
    double[] mean = {1, 1, 1, 1};
    Figure earliest = known.of(GROWTH, NationalDigitalEconomy.NATION).stream().findFirst().orElse(null);
    if (earliest != null && earliest.start().getYear() < year) {
      Arrays.fill(mean, StableSum.mean(growth(year - 1)));
    }
    return mean;
  }

  /** True when a quarter is neither published nor moved by a published growth. */
  boolean isCarried(int quarter) {
    int year = Math.floorDiv(quarter, PartYearGrowth.QUARTERS);
    return !known.quarters(GDP, NationalDigitalEconomy.NATION).containsKey(quarter)
        && known.of(GROWTH, NationalDigitalEconomy.NATION).stream().noneMatch(figure -> {
          PartYearGrowth.Span span = PartYearGrowth.Span.of(figure);
          return span != null && figure.start().getYear() == year && span.last() >= quarter % PartYearGrowth.QUARTERS
              && span.first() <= quarter % PartYearGrowth.QUARTERS;
        });
  }

  /** The quarters, among some, that are moved by a published growth because their value is not published. */
  SortedSet<Integer> moved(int first, int count) {
    SortedSet<Integer> moved = new TreeSet<>();
    for (int quarter = first; quarter < first + count; quarter++) {
      if (!known.quarters(GDP, NationalDigitalEconomy.NATION).containsKey(quarter) && !isCarried(quarter)) {
        moved.add(quarter);
      }
    }
    return moved;
  }

  /**
   * Value added of a sector, or taxes on products for sector 3, billion VND.
   *
   * @param first quarter since the year 0
   */
  double[] sector(int sector, int first, int count) {
    NavigableMap<Integer, Double> published = known.quarters(INDICATORS[sector], NationalDigitalEconomy.NATION);
    double[] quarters = new double[count];
    for (int i = 0; i < count; i++) {
      int quarter = first + i;
      Double value = published.get(quarter);
      if (value == null) {
        Double before = i >= PartYearGrowth.QUARTERS ? (Double) quarters[i - PartYearGrowth.QUARTERS]
            : published.get(quarter - PartYearGrowth.QUARTERS);
        if (before == null) {
          throw new MethodException("The movement within the years is not known", "there is no " + INDICATORS[sector]
              + " of quarter " + (quarter % PartYearGrowth.QUARTERS + 1) + " of " + quarter / PartYearGrowth.QUARTERS
              + " or of the year before",
              "Load the quarterly accounts of the nation from the year before the first estimated one");
        }
        int year = quarter / PartYearGrowth.QUARTERS;
        value = before * growth(year)[quarter % PartYearGrowth.QUARTERS] * prices(year);
      }
      quarters[i] = value;
    }
    return quarters;
  }

  /** Growth of prices in a year: of GDP at current prices over that at constant ones; of the last year known. */
  private double prices(int year) {
    NavigableMap<Integer, Double> gdp = known.years(GDP, NationalDigitalEconomy.NATION);
    Map.Entry<Integer, Double> last = gdp.floorEntry(year);
    Double before = last == null ? null : gdp.get(last.getKey() - 1);
    return before == null ? 1 : last.getValue() / before / StableSum.mean(growth(last.getKey()));
  }
}
