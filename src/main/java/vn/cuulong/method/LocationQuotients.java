package vn.cuulong.method;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly each industry is present in a region against the nation, and what that says about how far the region
 * can supply itself.
 *
 * <p>Source: A. T. Flegg, C. D. Webber, On the appropriate use of location quotients in generating regional
 * input-output tables: reply, Regional Studies 31 (1997), for FLQ; A. T. Flegg, C. D. Webber, Regional size, regional
 * specialization and the FLQ formula, Regional Studies 34 (2000), for AFLQ; W. I. Morrison, P. Smith, Nonsurvey
 * input-output techniques at the small area level, Journal of Regional Science 14 (1974), for SLQ on the diagonal.
 *
 * @param industries n codes, for messages
 * @param region output, value added or employment of each industry in the region, n, not negative
 * @param nation the same in the nation, n, above 0 and not below the region
 */
public record LocationQuotients(List<String> industries, double[] region, double[] nation) {

  /**
   * Presence of industries in a region and the nation.
   *
   * @throws MethodException when the lengths differ, the nation lacks an industry, the region is empty, or the region
   *     has more of an industry than the nation
   */
  public LocationQuotients {
    industries = List.copyOf(industries);
    region = region.clone();
    nation = nation.clone();
    if (region.length != industries.size() || nation.length != industries.size()) {
      throw refused(industries.size() + " industries, " + region.length + " values of the region and " + nation.length
          + " of the nation", "Give one value per industry on both sides, 0 where the region has none.");
    }
    for (int i = 0; i < region.length; i++) {
      boolean usable = nation[i] > 0 && region[i] >= 0 && region[i] <= nation[i] * (1 + 1e-9);
      if (!usable || Double.isInfinite(nation[i])) {
        throw refused(industries.get(i) + " is " + region[i] + " in the region and " + nation[i] + " in the nation",
            "Use one measure, unit and year on both sides; the nation includes the region.");
      }
    }
    if (!(StableSum.of(region) > 0)) {
      throw refused("every industry of the region is 0", "Leave the region out.");
    }
  }

  /** Simple quotients: share of the industry in the region over its share in the nation; 1 is as the nation. */
  public double[] simple() {
    double inRegion = StableSum.of(region);
    double inNation = StableSum.of(nation);
    double[] quotients = new double[region.length];
    Arrays.setAll(quotients, i -> region[i] / inRegion / (nation[i] / inNation));
    return quotients;
  }

  /**
   * Cross-industry quotients: {@code SLQ_i / SLQ_j} for supplier i and buyer j, and {@code SLQ_i} on the diagonal,
   * where the ratio would be 1 in every region. A supplier that the region lacks has 0, a buyer that it lacks infinity.
   */
  public double[][] crossIndustry() {
    double[] simple = simple();
    double[][] quotients = new double[simple.length][simple.length];
    for (int i = 0; i < simple.length; i++) {
      for (int j = 0; j < simple.length; j++) {
        quotients[i][j] = i == j || simple[i] == 0 ? simple[i] : simple[i] / simple[j];
      }
    }
    return quotients;
  }

  /**
   * The size of the region, {@code [log2(1 + q_r / q_n)]^delta}: 1 for the nation itself, smaller for smaller regions.
   *
   * @param delta at least 0 and below 1; 0 leaves the size out
   */
  public double size(double delta) {
    if (!(delta >= 0 && delta < 1)) {
      throw refused("delta is " + delta, "Give a delta of at least 0 and below 1; 0.2 to 0.3 is usual.");
    }
    return Math.pow(log2OnePlus(StableSum.of(region) / StableSum.of(nation)), delta);
  }

  /** Flegg's quotients: cross-industry quotients times the size of the region. */
  public double[][] flegg(double delta) {
    double size = size(delta);
    return Arrays.stream(crossIndustry()).map(row -> Arrays.stream(row).map(value -> value * size).toArray())
        .toArray(double[][]::new);
  }

  /** Augmented Flegg quotients: those of a buyer j in which the region is specialised, times {@code log2(1+SLQ_j)}. */
  public double[][] augmentedFlegg(double delta) {
    double[] simple = simple();
    double[][] quotients = flegg(delta);
    for (double[] row : quotients) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= simple[j] > 1 ? log2OnePlus(simple[j]) : 1;
      }
    }
    return quotients;
  }

  private static double log2OnePlus(double value) {
    return Math.log1p(value) / Math.log1p(1);
  }

  private static MethodException refused(String reason, String remedy) {
    return new MethodException("The location quotients have no meaning", reason, remedy);
  }
}
