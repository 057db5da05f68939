package vn.cuulong;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.cli.ObjectFilter;
import vn.cuulong.lake.Lake;

/** The one session of the test JVM. Its settings are those of a small night, minus everything that takes time. */
public final class SparkForTests {
  private static SparkSession session;

  private SparkForTests() {}

  /** The session; started at the first call and stopped with the JVM. */
  public static synchronized SparkSession session() {
    if (session == null) {
      ObjectFilter.set();
      SparkSession.Builder builder = SparkSession.builder();
      Lake.sessionSettings().forEach(builder::config);
      session = builder
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.authenticate", "true")
          .config("spark.sql.shuffle.partitions", "1")
          .config("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh")
          .config("spark.sql.ansi.enabled", "true")
          .config("spark.sql.catalogImplementation", "in-memory")
          .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/cuulong-unused")
          .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
          .config("spark.ui.showConsoleProgress", "false")
          .getOrCreate();
    }
    return session;
  }

  /** Runs something with other SQL settings and puts the old ones back. */
  public static synchronized <T> T with(Map<String, String> settings, Supplier<T> work) {
    SparkSession spark = session();
    Map<String, String> before = new HashMap<>();
    settings.forEach((name, value) -> {
      before.put(name, spark.conf().getAll().getOrElse(name, () -> null));
      spark.conf().set(name, value);
    });
    try {
      return work.get();
    } finally {
      before.forEach((name, value) -> {
        if (value == null) {
          spark.conf().unset(name);
        } else {
          spark.conf().set(name, value);
        }
      });
    }
  }
}
