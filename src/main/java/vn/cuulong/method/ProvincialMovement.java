package vn.cuulong.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a province moves within the years beside the nation, from what is published of its growth in parts of a year.
 *
 * <p>With g the growth of GRDP at constant prices over the same period of the year before and G that of the nation, a
 * period P of a year Y tilts the year by {@code d_P = [(1 + g_P)/(1 + G_P)] / [(1 + g_Y)/(1 + G_Y)]}; {@link
 * PartYearGrowth} gives it to the quarters, those without a figure taking what the year leaves. The level beside the
 * nation is {@code R_q = R_(q-4) d_q}, 1 where nothing was published. Only the path within the years follows from it:
 * benchmarks give the years. Behind the last year there is no {@code g_Y} to compare with, and d is the first quotient.
 */
final class ProvincialMovement {
  private static final String GROWTH = "grdp_growth";
  private static final String INDEX = "grdp_index_prev_year_100";

  private final KnownFigures known;
  private final NationalQuarters nation;
  private final Map<String, String> successor;
  private final int lastYear;

  /**
   * The movement of a province.
   *
   * @param level R, by quarter from the first
   * @param informed the quarters, counted from the first, that a published growth has tilted
   */
  record Movement(double[] level, SortedSet<Integer> informed) {}

  /**
   * Movements from what is known.
   *
   * @param successor province of the next map that each became part of: its growth counts where the province has none
   * @param lastYear the last year with a benchmark
   */
  ProvincialMovement(KnownFigures known, NationalQuarters nation, Map<String, String> successor, int lastYear) {
    this.known = known;
    this.nation = nation;
    this.successor = successor;
    this.lastYear = lastYear;
  }

  /** The last quarter, since the year 0, of which some of the provinces publish their growth; -1 for none. */
  int last(List<String> provinces) {
    int last = -1;
    for (String province : provinces) {
      for (String unit : List.of(province, successor.getOrDefault(province, province))) {
        for (Figure figure : known.of(GROWTH, unit)) {
          PartYearGrowth.Span span = PartYearGrowth.Span.of(figure);
          last = span == null || span.isYear() ? last
              : Math.max(last, figure.start().getYear() * PartYearGrowth.QUARTERS + span.last());
        }
      }
    }
    return last;
  }

  /** The movement of a province from the first quarter of a year on. */
  Movement of(String province, int firstYear, int count) {
    double[] level = new double[count];
    SortedSet<Integer> informed = new TreeSet<>();
    for (int year = firstYear; (year - firstYear) * PartYearGrowth.QUARTERS < count; year++) {
      double[] tilts = tilts(province, year);
      for (int q = 0; q < PartYearGrowth.QUARTERS; q++) {
        int i = (year - firstYear) * PartYearGrowth.QUARTERS + q;
        if (i < count) {
          level[i] = (i < PartYearGrowth.QUARTERS ? 1 : level[i - PartYearGrowth.QUARTERS]) * tilts[q];
          if (tilts[q] != 1) {
            informed.add(i);
          }
        }
      }
    }
    return new Movement(level, informed);
  }

  private double[] tilts(String province, int year) {
    List<PartYearGrowth.Span> own = spans(province, year);
    List<PartYearGrowth.Span> spans = own.isEmpty() && successor.containsKey(province)
        ? spans(successor.get(province), year) : own;
    double[] tilts = PartYearGrowth.quarters(spans, new double[] {1, 1, 1, 1});
    for (int q = 0; q < tilts.length; q++) {
      tilts[q] = Double.isNaN(tilts[q]) ? 1 : tilts[q];
    }
    return tilts;
  }

  /** The tilts of the periods of a year; none when nothing is published within it, or the year itself is not. */
  private List<PartYearGrowth.Span> spans(String unit, int year) {
    double[] nations = nation.growth(year);
    List<PartYearGrowth.Span> spans = new ArrayList<>();
    Double whole = known.years(INDEX, unit).get(year);
    Double inPercent = known.years(GROWTH, unit).get(year);
    double ofYear = whole != null ? whole / 100 : inPercent != null ? 1 + inPercent / 100 : Double.NaN;
    double beside = year > lastYear ? 1 : ofYear / StableSum.mean(nations);
    if (Double.isNaN(beside)) {
      return spans;
    }
    for (Figure figure : known.of(GROWTH, unit)) {
      PartYearGrowth.Span span = PartYearGrowth.Span.of(figure);
      if (span != null && !span.isYear() && figure.start().getYear() == year) {
        double mean = span.sum(nations) / (span.last() - span.first() + 1);
        spans.add(new PartYearGrowth.Span(span.first(), span.last(), span.factor() / mean / beside));
      }
    }
    if (!spans.isEmpty() && year <= lastYear) {
      spans.add(new PartYearGrowth.Span(0, PartYearGrowth.QUARTERS - 1, 1));
    }
    return spans;
  }
}
