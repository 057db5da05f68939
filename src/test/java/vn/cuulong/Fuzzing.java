package vn.cuulong;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Tries a parser on inputs made by chance. In the ordinary build a fixed number of the same inputs; with
 * {@code -Dfuzz.minutes=10} as many as that much processor time gives, all targets together, from a seed of the moment.
 * A failure names the seed of its input, and {@code -Dfuzz.seed=N} tries that one alone. An input that takes longer
 * than ten seconds of processor time is a hang: its seed is printed and the JVM ends.
 */
public final class Fuzzing {
  /** Shares of all targets add up to this. */
  public static final int ALL_SHARES = 20;

  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private final int share;
  private final int fewest;
  private volatile long current;
  private volatile long since = -1;

  /**
   * A target.
   *
   * @param share of the processor time of the long form, of {@link #ALL_SHARES}
   * @param fewest inputs of the short form
   */
  public Fuzzing(String name, int share, int fewest) {
    this.name = name;
    this.share = share;
    this.fewest = fewest;
  }

  /** One input and what must hold for it. */
  public interface Trial {
    /** Throws when it does not hold. */
    void of(SplittableRandom random) throws Exception;
  }

  /** Tries. */
  public void run(Trial trial) {
    Long only = Long.getLong("fuzz.seed");
    if (only != null) {
      one(trial, only);
      return;
    }
    double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "0"));
    long nanos = (long) (minutes * 60e9 * share / ALL_SHARES);
    long first = nanos > 0 ? System.nanoTime() : 1_072_025;
    Thread watch = watch(Thread.currentThread());
    long began = THREADS.getCurrentThreadCpuTime();
    long tried = 0;
    try {
      while (nanos > 0 ? THREADS.getCurrentThreadCpuTime() - began < nanos : tried < fewest) {
        one(trial, first + tried++ * GOLDEN);
      }
    } finally {
      watch.interrupt();
    }
    if (nanos > 0) {
      System.out.printf(Locale.ROOT, "fuzz %s: %,d inputs in %.0f s of processor time%n", name, tried,
          (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
    }
  }

  private void one(Trial trial, long seed) {
    current = seed;
    since = THREADS.getCurrentThreadCpuTime();
    try {
      trial.of(new SplittableRandom(seed));
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError failed) {
      throw new AssertionError(name + ", -Dfuzz.seed=" + seed + ": " + failed, failed);
    }
  }

  private Thread watch(Thread thread) {
    Thread watch = new Thread(() -> {
      try {
        while (true) {
          Thread.sleep(1_000);
          if (since >= 0 && THREADS.getThreadCpuTime(thread.getId()) - since > PATIENCE_NANOS) {
            System.err.println(name + " hangs with -Dfuzz.seed=" + current);
            for (StackTraceElement at : thread.getStackTrace()) {
              System.err.println("  " + at);
            }
            Runtime.getRuntime().halt(1);
          }
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }, "watches " + name);
    watch.setDaemon(true);
    watch.start();
    return watch;
  }

  /** Some bytes changed: turned, taken out, doubled, put in from a list of what parsers stumble over, or cut off. */
  public static byte[] changed(byte[] bytes, byte[][] tokens, SplittableRandom random) {
    byte[] changed = bytes;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      int at = changed.length == 0 ? 0 : random.nextInt(changed.length);
      int length = Math.min(changed.length - at, random.nextInt(1, 9));
      changed = switch (random.nextInt(6)) {
        case 0 -> replaced(changed, at, Math.min(1, length), new byte[] {(byte) random.nextInt()});
        case 1 -> replaced(changed, at, length, new byte[0]);
        case 2 -> replaced(changed, at, 0, java.util.Arrays.copyOfRange(changed, at, at + length));
        case 3 -> random.nextInt(8) > 0 ? changed : java.util.Arrays.copyOf(changed, at);
        default -> replaced(changed, at, random.nextBoolean() ? length : 0, tokens[random.nextInt(tokens.length)]);
      };
    }
    return changed;
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    byte[] replaced = new byte[bytes.length - length + by.length];
    System.arraycopy(bytes, 0, replaced, 0, at);
    System.arraycopy(by, 0, replaced, at, by.length);
    System.arraycopy(bytes, at + length, replaced, at + by.length, bytes.length - at - length);
    return replaced;
  }
}
