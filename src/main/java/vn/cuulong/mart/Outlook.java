package vn.cuulong.mart;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import vn.cuulong.method.ConfidenceInterval;
import vn.cuulong.method.StableSum;
import vn.cuulong.method.TrendProjection;

/**
 * How a series stands to a target: distance, pace, projection, light.
 *
 * <p>A target that is due is met, missed or undecided, by the value of the time when it was due and by nothing else;
 * nothing is projected and no probability is left. Only one that still runs is on course, at risk or off course.
 *
 * <p>A level is projected by the line of least squares through the values of the last {@value #YEARS} years
 * ({@link TrendProjection}); the probability is that of Student's t around this line. Two values give a pace and no
 * probability; one, or values of less than half a year, give neither. A rate of growth that is to be kept up over
 * years is judged by its mean so far against the mean that the years left would need.
 *
 * @param latest the newest value by the end of the target's period, or null
 * @param distance what is missing, in the unit of the target; below 0 when it is exceeded
 * @param paceNeeded change a year from the newest value to the target; for a rate, mean of the years left
 * @param paceAchieved change a year so far; for a rate, mean of the years so far
 * @param projection value at the end of the period, if it goes on so; null without a pace
 * @param interval around the projection at 95 %, or null
 * @param probability of reaching a target that runs, or null
 * @param light {@code on_course}, {@code at_risk} or {@code off_course} while it runs; {@code met}, {@code missed} or
 *     {@code undecided} when it is due; {@code not_measured}
 * @param basis what the light goes by
 */
record Outlook(SeriesPoint latest, Double distance, Double paceNeeded, Double paceAchieved, Double projection,
    ConfidenceInterval interval, Double probability, String light, String basis) {
  private static final int YEARS = 6;
  private static final double LEVEL = 0.95;
  private static final double LIKELY = 2.0 / 3;
  private static final double UNLIKELY = 1.0 / 3;
  /** Of the pace that is needed: with less the target is out of reach, unless something changes. */
  private static final double ENOUGH_TO_HOPE = 0.8;
  /** A pace a year from values of a few weeks would be noise. */
  private static final double SHORTEST_SERIES = 0.5;

  /** A target that nothing measures. */
  private static final Outlook UNKNOWN =
      new Outlook(null, null, null, null, null, null, null, "not_measured", "no_value");

  /**
   * The outlook of a target.
   *
   * @param target the target
   * @param aim what it aims at
   * @param series values in the unit of the target, ordered by time
   * @param isDue whether its period is over
   */
  static Outlook of(Target target, Aim aim, List<SeriesPoint> series, boolean isDue) {
    List<SeriesPoint> past = series.stream().filter(point -> !point.end().isAfter(target.end())
        && (!aim.isRate() || !point.start().isBefore(target.start()))).toList();
    if (past.isEmpty()) {
      return UNKNOWN;
    }
    if (isDue) {
      return due(target, aim, past);
    }
    return aim.isRate() ? ofRate(target, aim, past) : ofLevel(target, aim, past);
  }

  /**
   * A level by the value when it was due, a rate by the mean of all its years; neither by what was known before. An
   * estimate settles it when both ends of its 95 % interval say the same.
   */
  private static Outlook due(Target target, Aim aim, List<SeriesPoint> past) {
    SeriesPoint latest = past.get(past.size() - 1);
    double value = aim.isRate() ? mean(past) : latest.value();
    double distance = target.value() - value;
    if (aim.isRate() ? past.size() < years(target) : latest.end().isBefore(target.end())) {
      return new Outlook(latest, distance, null, null, null, null, null, "not_measured", "no_value_when_due");
    }
    boolean isUnsure = !aim.isRate() && latest.low() != null && latest.high() != null
        && isReached(latest.low(), target, aim) != isReached(latest.high(), target, aim);
    return new Outlook(latest, distance, null, null, null, null, null,
        isUnsure ? "undecided" : isReached(value, target, aim) ? "met" : "missed", "measured_at_the_end");
  }

  private static Outlook ofLevel(Target target, Aim aim, List<SeriesPoint> past) {
    SeriesPoint latest = past.get(past.size() - 1);
    List<SeriesPoint> recent =
        past.stream().filter(point -> point.end().isAfter(latest.end().minusYears(YEARS))).toList();
    double[] times = recent.stream().mapToDouble(point -> time(point.end())).toArray();
    double[] values = recent.stream().mapToDouble(SeriesPoint::value).toArray();
    double end = time(target.end());
    double left = end - time(latest.end());
    double distance = target.value() - latest.value();
    boolean isLong = times[times.length - 1] - times[0] >= SHORTEST_SERIES;
    boolean hasTrend = isLong && recent.size() > 2;
    OptionalDouble pace = hasTrend ? OptionalDouble.of(TrendProjection.of(times, values, end, 0).pace())
        : isLong ? TrendProjection.pace(times, values) : OptionalDouble.empty();
    Double achieved = pace.isPresent() ? (Double) pace.getAsDouble() : null;
    if (hasTrend) {
      return projected(TrendProjection.of(times, values, end, latest.deviation()), target, aim, latest, left);
    }
    double needed = distance / left;
    if (achieved == null) {
      return isReached(latest.value(), target, aim)
          ? new Outlook(latest, distance, needed, null, null, null, null, "on_course", "reached_before_the_end")
          : new Outlook(latest, distance, needed, null, null, null, null, "not_measured", "series_too_short");
    }
    return new Outlook(latest, distance, needed, achieved, possible(latest.value() + achieved * left, target), null,
        null, byPace(needed, achieved, aim), "pace");
  }

  private static Outlook projected(TrendProjection trend, Target target, Aim aim, SeriesPoint latest, double left) {
    double above = trend.probabilityOfAtLeast(target.value());
    double probability = aim.isHigherBetter() ? above : 1 - above;
    double distance = target.value() - latest.value();
    ConfidenceInterval interval = trend.interval(LEVEL);
    double value = possible(trend.value(), target);
    return new Outlook(latest, distance, distance / left, trend.pace(), value,
        new ConfidenceInterval(possible(interval.low(), target), value, possible(interval.high(), target)),
        probability, byProbability(probability), "probability");
  }

  private static String byProbability(double probability) {
    return probability >= LIKELY ? "on_course" : probability >= UNLIKELY ? "at_risk" : "off_course";
  }

  /** No share leaves 0 to 100 percent, and no amount falls below 0, however far a line is prolonged. */
  private static double possible(double projected, Target target) {
    return Math.max(0, target.unitCode().startsWith("percent") ? Math.min(100, projected) : projected);
  }

  private static Outlook ofRate(Target target, Aim aim, List<SeriesPoint> past) {
    int all = years(target);
    double mean = mean(past);
    double needed = (target.value() * all - mean * past.size()) / (all - past.size());
    return new Outlook(past.get(past.size() - 1), target.value() - mean, needed, mean, mean, null, null,
        byPace(needed, mean, aim), "pace");
  }

  private static double mean(List<SeriesPoint> points) {
    return StableSum.of(points.stream().mapToDouble(SeriesPoint::value).toArray()) / points.size();
  }

  /** Calendar years that a rate is to be kept up. */
  private static int years(Target target) {
    return target.end().getYear() - target.start().getYear() + 1;
  }

  private static String byPace(double needed, double achieved, Aim aim) {
    double sign = aim.isHigherBetter() ? 1 : -1;
    if (sign * achieved >= sign * needed) {
      return "on_course";
    }
    return sign * needed > 0 && sign * achieved >= ENOUGH_TO_HOPE * sign * needed ? "at_risk" : "off_course";
  }

  private static boolean isReached(double value, Target target, Aim aim) {
    return aim.isHigherBetter() ? value >= target.value() : value <= target.value();
  }

  /** Years to the end of a day: 2025.0 for the last day of 2024. */
  private static double time(LocalDate end) {
    return end.getYear() + end.getDayOfYear() / (double) end.lengthOfYear();
  }
}
