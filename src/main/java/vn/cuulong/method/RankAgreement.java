package vn.cuulong.method;

/**
 * How far two rankings of the same units agree.
 *
 * @param spearman correlation of the ranks, ties sharing their mean rank: 1 the same order, -1 the reverse
 * @param kendallTauB pairs in the same order less pairs in the reverse, over the geometric mean of the pairs that are
 *     untied in each ranking
 * @param meanRankChange mean absolute difference of ranks
 */
public record RankAgreement(double spearman, double kendallTauB, double meanRankChange) {
  /**
   * Compares rankings.
   *
   * @param earlier values of two or more units, not all equal
   * @param later values of the same units in the same order, not all equal
   */
  public static RankAgreement of(double[] earlier, double[] later) {
    Given.finite("earlier values", earlier, 2);
    Given.finite("later values", later, 2);
    Given.sameLength("Earlier values", earlier.length, "later values", later.length);
    long same = 0;
    long untiedEarlier = 0;
    long untiedLater = 0;
    for (int i = 0; i < earlier.length; i++) {
      for (int j = 0; j < i; j++) {
        int before = Double.compare(earlier[i] + 0.0, earlier[j] + 0.0);
        int after = Double.compare(later[i] + 0.0, later[j] + 0.0);
        same += Integer.signum(before) * Integer.signum(after);
        untiedEarlier += before != 0 ? 1 : 0;
        untiedLater += after != 0 ? 1 : 0;
      }
    }
    if (untiedEarlier == 0 || untiedLater == 0) {
      throw new MethodException("Rankings cannot be compared", "all " + earlier.length + " units have the same value",
          "Leave out periods in which the indicator does not vary");
    }
    double[] ranks = ranks(earlier);
    double[] laterRanks = ranks(later);
    double[] changes = new double[ranks.length];
    double middle = (ranks.length + 1) / 2.0;
    double[] x = new double[ranks.length];
    double[] y = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      changes[i] = Math.abs(laterRanks[i] - ranks[i]);
      x[i] = ranks[i] - middle;
      y[i] = laterRanks[i] - middle;
    }
    return new RankAgreement(StableSum.ofProducts(x, y)
        / Math.sqrt(StableSum.ofProducts(x, x) * StableSum.ofProducts(y, y)),
        same / Math.sqrt((double) untiedEarlier * untiedLater), StableSum.mean(changes));
  }

  /** The rank of each value, 1 for the largest; equal values share the mean of their ranks. */
  public static double[] ranks(double[] values) {
    Given.finite("values to rank", values, 1);
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      int larger = 0;
      int equal = 0;
      for (double other : values) {
        larger += other > values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = larger + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
