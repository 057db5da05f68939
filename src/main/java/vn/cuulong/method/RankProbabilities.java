package vn.cuulong.method;

import java.util.Arrays;

/**
 * How sure a ranking of estimates is. The draws of all units are ranked against each other, draw by draw.
 *
 * @param outranks {@code [unit][other]}: share of draws in which the unit stands before the other; a tie counts half
 * @param rank {@code [unit][rank - 1]}: share of draws in which the unit has the rank; tied units share their ranks
 */
public record RankProbabilities(double[][] outranks, double[][] rank) {
  /**
   * Ranks draws.
   *
   * @param draws {@code [unit][draw]}: draw {@code d} of all units must come from the same simulated world
   * @param higherIsBetter whether the largest value has rank 1
   * @throws MethodException for fewer than two units, or units with different numbers of draws
   */
  public static RankProbabilities of(double[][] draws, boolean higherIsBetter) {
    int units = draws.length;
    if (units < 2) {
      throw new MethodException("Nothing can be ranked", "there are " + units + " units", "Give two or more");
    }
    for (double[] unit : draws) {
      Given.finite("draws of a unit", unit, 1);
      Given.sameLength("Draws of one unit", draws[0].length, "draws of another", unit.length);
    }
    // Counts stay whole numbers until the end, so the order of draws never shows.
    long[][] halfWins = new long[units][units];
    double[][] rank = new double[units][units];
    long[][][] places = new long[units][units][];
    count(draws, higherIsBetter, halfWins, places);
    double[][] outranks = new double[units][units];
    for (int unit = 0; unit < units; unit++) {
      for (int other = 0; other < units; other++) {
        outranks[unit][other] = unit == other ? 0 : halfWins[unit][other] / (2.0 * draws[0].length);
        spread(places[unit][other], other, rank[unit], draws[0].length);
      }
    }
    return new RankProbabilities(outranks, rank);
  }

  /** The mean rank of a unit. */
  public double meanRank(int unit) {
    double mean = 0;
    for (int r = 0; r < rank[unit].length; r++) {
      mean += (r + 1) * rank[unit][r];
    }
    return mean;
  }

  /** The probability that a unit has one of the first {@code places} ranks. */
  public double amongFirst(int unit, int places) {
    double sum = 0;
    for (int r = 0; r < Math.min(places, rank[unit].length); r++) {
      sum += rank[unit][r];
    }
    return Math.min(1, sum);
  }

  /** The lowest rank number such that the unit has it or a smaller one with probability {@code p} or more. */
  public int rankAt(int unit, double p) {
    double sum = 0;
    for (int r = 0; r < rank[unit].length; r++) {
      sum += rank[unit][r];
      if (sum >= p - 1e-12) {
        return r + 1;
      }
    }
    return rank[unit].length;
  }

  /** Fills wins in halves, and for every unit and number of better units how often it is tied with how many. */
  private static void count(double[][] draws, boolean higherIsBetter, long[][] halfWins, long[][][] places) {
    int units = draws.length;
    for (long[][] unit : places) {
      for (int better = 0; better < units; better++) {
        unit[better] = new long[units - better];
      }
    }
    double sign = higherIsBetter ? 1 : -1;
    double[] now = new double[units];
    for (int d = 0; d < draws[0].length; d++) {
      for (int unit = 0; unit < units; unit++) {
        now[unit] = sign * draws[unit][d];
      }
      for (int unit = 0; unit < units; unit++) {
        int better = 0;
        int tied = 0;
        for (int other = 0; other < units; other++) {
          if (now[other] > now[unit]) {
            better++;
          } else if (other != unit && now[other] == now[unit]) {
            tied++;
            halfWins[unit][other]++;
          } else if (other != unit) {
            halfWins[unit][other] += 2;
          }
        }
        places[unit][better][tied]++;
      }
    }
  }

  private static void spread(long[] tiedCounts, int better, double[] rank, int draws) {
    for (int tied = 0; tied < tiedCounts.length; tied++) {
      double each = tiedCounts[tied] / (double) draws / (tied + 1);
      for (int place = better; place <= better + tied; place++) {
        rank[place] += each;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RankProbabilities that && Arrays.deepEquals(outranks, that.outranks)
        && Arrays.deepEquals(rank, that.rank);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(outranks) + Arrays.deepHashCode(rank);
  }

  @Override
  public String toString() {
    return "RankProbabilities" + Arrays.deepToString(rank);
  }
}
