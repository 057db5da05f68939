package vn.cuulong.method;

/**
 * A stream of random numbers in which draw {@code i} is a function of the stream's name and of {@code i} alone.
 *
 * <p>There is no state: the same draw is the same bits whoever asks, on whatever thread, in whatever order, and a new
 * unit changes no draw of another. A stream has a name, made of a seed and of words
 * ({@code Draws.seeded(42).of("vinh-long-2025").of("core")}); make it once, outside the loop. A draw allocates nothing.
 *
 * <p>Source: the mixing function of Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators",
 * OOPSLA (SplitMix64), used as a counter-based generator in the sense of Salmon et al. (2011), "Parallel random
 * numbers: as easy as 1, 2, 3".
 */
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double STEP = 0x1p-52;
  /** Numbers of one draw that a gamma may use before the next gamma of the same draw begins. */
  private static final int GAMMA_NUMBERS = 1 << 20;

  private final long key;

  private Draws(long key) {
    this.key = key;
  }

  /** The stream of a seed. */
  public static Draws seeded(long seed) {
    return new Draws(mix(seed + GOLDEN));
  }

  /** The stream of this name and one more word: a unit, a period, an input. */
  public Draws of(String word) {
    long hash = key;
    for (int i = 0; i < word.length(); i++) {
      hash = mix(hash + GOLDEN * (word.charAt(i) + 1L));
    }
    return new Draws(mix(hash ^ GOLDEN * word.length()));
  }

  /** The stream of this name and one more number: a year, a cell. */
  public Draws of(int number) {
    return new Draws(mix(mix(key ^ 0xD1B54A32D192ED03L) + GOLDEN * (number + 1L)));
  }

  /** Uniform between 0 and 1, both excluded. */
  public double uniform(long draw) {
    return uniform(base(draw), 0);
  }

  /** Normal with mean 0 and standard deviation 1. */
  public double normal(long draw) {
    return StandardNormal.quantile(uniform(base(draw), 0));
  }

  /**
   * Gamma with the given shape and scale 1. A Dirichlet draw is gammas of several streams divided by their sum.
   *
   * <p>Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3).
   *
   * @param shape above 0
   */
  public double gamma(long draw, double shape) {
    return gamma(base(draw), 0, shape);
  }

  /**
   * Beta between 0 and 1, with mean {@code alpha / (alpha + beta)}.
   *
   * @param alpha above 0
   * @param beta above 0
   */
  public double beta(long draw, double alpha, double beta) {
    long base = base(draw);
    double left = gamma(base, 0, alpha);
    double right = gamma(base, GAMMA_NUMBERS, beta);
    return left / (left + right);
  }

  private static double gamma(long base, int first, double shape) {
    int next = first;
    double boost = 1;
    double a = shape;
    if (a < 1) {
      boost = StrictMath.pow(uniform(base, next++), 1 / a);
      a += 1;
    }
    double d = a - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = StandardNormal.quantile(uniform(base, next++));
      double v = 1 + c * x;
      double u = uniform(base, next++);
      if (v > 0) {
        v = v * v * v;
        double square = x * x;
        if (u < 1 - 0.0331 * square * square
            || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
          return boost * d * v;
        }
      }
    }
  }

  private long base(long draw) {
    return mix(key + GOLDEN * (draw + 1));
  }

  /** Number {@code n} of a draw. The half step keeps it off both ends. */
  private static double uniform(long base, int n) {
    return ((mix(base + GOLDEN * n) >>> 12) + 0.5) * STEP;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
