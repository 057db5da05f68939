package vn.cuulong.method;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.cuulong.method.SpatialWeights.Entry;

/**
 * Moran's I: whether neighbours are alike. {@code I = (n / S0) (z'Wz) / (z'z)} with z the values less their mean, W the
 * weights and S0 their sum.
 *
 * <p>Source: Cliff and Ord (1981), "Spatial Processes", ch. 1 and 2. With 13 or 6 units the normal distribution is no
 * guide; take the probabilities by permutation.
 *
 * @param value I
 * @param expected {@code -1 / (n - 1)}, what I is on average when values lie at random
 * @param normalVariance variance of I when values are drawn from one normal distribution
 * @param randomVariance variance of I over all arrangements of these values
 * @param probabilityAbove share of arrangements whose I is at least this one
 * @param probabilityBothSides share of arrangements whose I lies at least as far from the expected one
 * @param arrangements how many arrangements were compared
 * @param isExact whether these were all there are
 */
public record MoransI(double value, double expected, double normalVariance, double randomVariance,
    double probabilityAbove, double probabilityBothSides, long arrangements, boolean isExact) {
  /** Up to so many units every arrangement is counted: 9! is 362,880. */
  private static final int ALL_ARRANGEMENTS = 9;
  private static final double ROUNDING = 1e-10;

  /**
   * Moran's I with its probabilities: all arrangements of up to nine units, else a share of random ones, the observed
   * among them.
   *
   * @param values by unit id, of four or more units, not all equal
   * @param weights knows all these units; only borders among them count
   * @param stream the random arrangements: the same stream and values give the same bits
   * @param arrangements how many random ones, such as 9999
   */
  public static MoransI of(Map<String, Double> values, SpatialWeights weights, Draws stream, int arrangements) {
    SortedMap<String, Double> sorted = new TreeMap<>(values);
    double[] z = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
    Given.finite("values to compare", z, 4);
    double mean = StableSum.mean(z);
    double largest = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] -= mean;
      largest = Math.max(largest, Math.abs(z[i]));
    }
    if (!(largest > 1e-14 * Math.abs(mean))) {
      throw new MethodException("Moran's I is not defined", "all " + z.length + " units have the value " + mean,
          "Leave out indicators that do not vary");
    }
    for (int i = 0; i < z.length; i++) {
      z[i] /= largest;
    }
    List<Entry> entries = weights.among(sorted.keySet()).entries();
    if (entries.isEmpty()) {
      throw new MethodException("Moran's I is not defined", "no two of the units " + sorted.keySet()
          + " are neighbours", "Bring in the units between them, or do not ask for this measure");
    }
    return of(z, entries, Arrangements.of(z, entries, stream, arrangements));
  }

  private static MoransI of(double[] z, List<Entry> entries, Arrangements arrangements) {
    int n = z.length;
    double s0 = StableSum.of(entries.stream().mapToDouble(Entry::weight).toArray());
    double[][] w = new double[n][n];
    entries.forEach(entry -> w[entry.from()][entry.to()] = entry.weight());
    double[] s1Terms = new double[n * n];
    double[] s2Terms = new double[n];
    double[] fourth = new double[n];
    for (int i = 0; i < n; i++) {
      double both = 0;
      for (int j = 0; j < n; j++) {
        double sum = w[i][j] + w[j][i];
        s1Terms[i * n + j] = sum * sum / 2;
        both += sum;
      }
      s2Terms[i] = both * both;
      fourth[i] = z[i] * z[i] * z[i] * z[i];
    }
    double s1 = StableSum.of(s1Terms);
    double s2 = StableSum.of(s2Terms);
    double squares = StableSum.ofProducts(z, z);
    double kurtosis = n * StableSum.of(fourth) / (squares * squares);
    double expected = -1.0 / (n - 1);
    double n2 = (double) n * n;
    double normal = (n2 * s1 - n * s2 + 3 * s0 * s0) / ((n2 - 1) * s0 * s0) - expected * expected;
    double random = (n * ((n2 - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
        - kurtosis * ((n2 - n) * s1 - 2 * n * s2 + 6 * s0 * s0))
        / ((n - 1.0) * (n - 2) * (n - 3) * s0 * s0) - expected * expected;
    return new MoransI(n / s0 * arrangements.observed() / squares, expected, normal, random,
        arrangements.shareAbove(), arrangements.shareBothSides(expected * s0 * squares / n), arrangements.count(),
        n <= ALL_ARRANGEMENTS);
  }

  /** {@code z'Wz} of the values as they lie and as they could lie. */
  private record Arrangements(double observed, double[] others, double rounding, boolean all) {
    static Arrangements of(double[] z, List<Entry> entries, Draws stream, int wanted) {
      double size = entries.stream().mapToDouble(Entry::weight).sum();
      Form form = new Form(entries);
      double observed = form.of(z);
      if (z.length <= ALL_ARRANGEMENTS) {
        int count = 1;
        for (int i = 2; i <= z.length; i++) {
          count *= i;
        }
        double[] others = new double[count];
        fill(z.clone(), z.length, form, others, 0);
        return new Arrangements(observed, others, ROUNDING * size, true);
      }
      double[] others = new double[Math.max(1, wanted)];
      double[] moved = new double[z.length];
      for (int draw = 0; draw < others.length; draw++) {
        System.arraycopy(z, 0, moved, 0, z.length);
        for (int i = z.length - 1; i > 0; i--) {
          swap(moved, i, (int) (stream.uniform((long) draw * z.length + i) * (i + 1)));
        }
        others[draw] = form.of(moved);
      }
      return new Arrangements(observed, others, ROUNDING * size, false);
    }

    /** Heap's algorithm: every arrangement of the first {@code length} values; answers how many are filled. */
    private static int fill(double[] z, int length, Form form, double[] others, int filled) {
      if (length == 1) {
        others[filled] = form.of(z);
        return filled + 1;
      }
      int next = filled;
      for (int i = 0; i < length; i++) {
        next = fill(z, length - 1, form, others, next);
        swap(z, length % 2 == 0 ? i : 0, length - 1);
      }
      return next;
    }

    long count() {
      return others.length;
    }

    double shareAbove() {
      long found = 0;
      for (double other : others) {
        found += other >= observed - rounding ? 1 : 0;
      }
      return share(found);
    }

    double shareBothSides(double middle) {
      long found = 0;
      for (double other : others) {
        found += Math.abs(other - middle) >= Math.abs(observed - middle) - rounding ? 1 : 0;
      }
      return share(found);
    }

    private double share(long found) {
      return all ? found / (double) others.length : (found + 1.0) / (others.length + 1.0);
    }

    private static void swap(double[] values, int i, int j) {
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  /** The sum of weight times value times value over the borders, laid out for a million evaluations. */
  private static final class Form {
    private final int[] from;
    private final int[] to;
    private final double[] weight;

    Form(List<Entry> entries) {
      from = entries.stream().mapToInt(Entry::from).toArray();
      to = entries.stream().mapToInt(Entry::to).toArray();
      weight = entries.stream().mapToDouble(Entry::weight).toArray();
    }

    double of(double[] z) {
      double sum = 0;
      for (int i = 0; i < from.length; i++) {
        sum += weight[i] * z[from[i]] * z[to[i]];
      }
      return sum;
    }
  }
}
