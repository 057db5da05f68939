package vn.cuulong.method;

/**
 * What a region's change owes to the nation's growth, to its mix of industries and to itself (Dunn's shift-share).
 *
 * <p>With e the region's industries, E the nation's, a dash for the later period: national {@code e (E'/E - 1)}, mix
 * {@code sum e_i (E_i'/E_i - E'/E)}, regional {@code sum (e_i' - e_i E_i'/E_i)}. They add up to the change.
 *
 * <p>Source: Dunn, E. S. (1960), "A statistical and analytical technique for regional analysis", Papers of the
 * Regional Science Association 6.
 *
 * @param change of the region
 * @param national what it would have gained by growing like the nation
 * @param mix what its industries, growing like theirs in the nation, gain beyond that
 * @param regional the rest: its industries against the same ones in the nation
 */
public record ShiftShare(double change, double national, double mix, double regional) {
  /**
   * Takes a change apart.
   *
   * @param before the region's industries, 0 or more, not all 0
   * @param after the same industries later
   * @param nationBefore the nation's, above 0
   * @param nationAfter the nation's, later, above 0
   */
  public static ShiftShare of(double[] before, double[] after, double[] nationBefore, double[] nationAfter) {
    Given.notNegative("a region's industries", before, 1);
    Given.notNegative("a region's industries, later", after, 1);
    Given.positive("the nation's industries", nationBefore, 1);
    Given.positive("the nation's industries, later", nationAfter, 1);
    Given.sameLength("Industries before", before.length, "industries after", after.length);
    Given.sameLength("Industries of the region", before.length, "of the nation", nationBefore.length);
    Given.sameLength("Industries of the nation before", nationBefore.length, "after", nationAfter.length);
    double all = StableSum.of(nationAfter) / StableSum.of(nationBefore);
    int n = before.length;
    double[] change = new double[n];
    double[] national = new double[n];
    double[] mix = new double[n];
    double[] regional = new double[n];
    for (int i = 0; i < n; i++) {
      double growth = nationAfter[i] / nationBefore[i];
      change[i] = after[i] - before[i];
      national[i] = before[i] * (all - 1);
      mix[i] = before[i] * (growth - all);
      regional[i] = after[i] - before[i] * growth;
    }
    return new ShiftShare(StableSum.of(change), StableSum.of(national), StableSum.of(mix), StableSum.of(regional));
  }

  /** What the region gained beyond the nation's growth: mix and regional part together. */
  public double netShift() {
    return mix + regional;
  }
}
