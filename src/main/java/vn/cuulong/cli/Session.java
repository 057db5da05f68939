package vn.cuulong.cli;

import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.lake.Lake;

/**
 * The Spark session of this process. What decides results (time zone, ANSI arithmetic, Delta) is fixed here; what
 * decides speed is set only where {@code spark-submit} or a system property {@code spark.*} has not.
 */
public final class Session {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
  private static SparkSession session;

  private Session() {}

  /** The session; started at the first call. */
  static synchronized SparkSession open() {
    if (session == null) {
      session = SparkSession.builder().config(settings(new SparkConf())).getOrCreate();
    }
    return session;
  }

  /** The session with further settings, which stand whatever was set outside; for the first call of a process. */
  static synchronized SparkSession open(Map<String, String> further) {
    if (session != null) {
      throw new IllegalStateException("a session was started before");
    }
    SparkConf conf = new SparkConf();
    further.forEach(conf::set);
    session = SparkSession.builder().config(settings(conf)).getOrCreate();
    return session;
  }

  /** Stops the session; false when there was none. */
  static synchronized boolean stop() {
    boolean open = session != null;
    if (open) {
      session.stop();
      session = null;
    }
    return open;
  }

  /** Completes what was set outside. */
  public static SparkConf settings(SparkConf conf) {
    conf.setIfMissing("spark.master", "local[*]").setIfMissing("spark.app.name", "cuulong");
    conf.set("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh").set("spark.sql.ansi.enabled", "true");
    TreeSet<String> extensions = new TreeSet<>();
    for (String extension : conf.get(EXTENSIONS, "").split(",")) {
      if (!extension.isBlank()) {
        extensions.add(extension.strip());
      }
    }
    extensions.add(DELTA);
    conf.set(EXTENSIONS, String.join(",", extensions));
    Lake.sessionSettings().forEach(conf::setIfMissing);
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    // Rejected and repeated rows come back from the tasks, 20 to 50 bytes each: Spark's limit of 1 GB would end a night
    // in which a very large file was sent twice.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    // Nobody adds classes to a session. If somebody could, tasks would ask the driver over the network for every class
    // name that generated code tries, and a table would fail with the one answer that never comes.
    conf.setIfMissing("spark.sql.artifact.isolation.enabled", "false");
    // Names whose values Spark shows nowhere: not in its pages, not in its event log. Its own list is shorter.
    conf.setIfMissing("spark.redaction.regex", "(?i)secret|passw|passphrase|token|credential|signature"
        + "|(access|account|private|encryption)[._]?key|cuulong_(notify|lineage)");
    String master = conf.get("spark.master");
    if (master.equals("local") || master.startsWith("local[")) {
      local(conf);
    }
    return conf;
  }

  /** One machine: Spark's defaults are for a cluster, and cost a small night more time than its work. */
  private static void local(SparkConf conf) {
    String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
    conf.setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.driver.host", "localhost")
        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        // Spark listens even when it is alone, and reads Java objects from whoever calls: nobody of this machine can
        // without the key that Spark makes for itself.
        .setIfMissing("spark.authenticate", "true")
        .setIfMissing("spark.sql.shuffle.partitions", cores)
        .setIfMissing("spark.sql.sources.parallelPartitionDiscovery.parallelism", cores)
        .setIfMissing("spark.sql.catalogImplementation", "in-memory")
        // A process cannot lose itself. By default a laptop that slept for ten minutes ends the run when it wakes, with
        // code 56 and no word: Spark counts each heartbeat that was not heard meanwhile.
        .setIfMissing("spark.storage.blockManagerHeartbeatTimeoutMs", "30d")
        // A task that runs out of memory fails, and its table with it, and says so: by default it ends the process.
        .setIfMissing("spark.executor.killOnFatalError.depth", "0")
        // Never used: every table has its own place. Named so that nothing appears in the current folder.
        .setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/cuulong-unused");
  }
}
