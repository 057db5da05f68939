package vn.cuulong.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connect.service.SparkConnectService;
import scala.Option;

/** A server of Spark Connect in this process. */
public final class ConnectServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private ConnectServer() {}

  /**
   * What the context must be made with.
   *
   * @param host the address to listen at
   * @param port the port, or 0 for any that is free
   */
  public static Map<String, String> settings(String host, int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.connect.grpc.binding.address", host);
    settings.put("spark.connect.grpc.binding.port", Integer.toString(port));
    settings.put("spark.connect.grpc.port.maxRetries", "0");
    settings.put("spark.connect.grpc.interceptor.classes", RequestGuard.class.getName());
    // A person reads what went wrong, and not where in Spark.
    settings.put("spark.sql.connect.serverStacktrace.enabled", "false");
    settings.put("spark.sql.pyspark.jvmStacktrace.enabled", "false");
    // A packed plan would have to be unpacked to be looked at: clients are told not to pack any.
    settings.put("spark.connect.session.planCompression.threshold", "-1");
    return settings;
  }

  /** Starts to listen. */
  public static ConnectServer start(SparkContext context) {
    SparkConnectService.start(context);
    return new ConnectServer();
  }

  /** Ends the calls that are going on, after a moment, and stops to listen. */
  @Override
  public void close() {
    SparkConnectService.stop(Option.apply(PATIENCE_SECONDS), Option.apply(TimeUnit.SECONDS));
  }
}
