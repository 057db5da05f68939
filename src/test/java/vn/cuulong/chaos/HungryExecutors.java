package vn.cuulong.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Executors of a cluster run out of memory while they work: processes of their own, which Spark replaces, and whose
 * tasks it gives to the next one until it has had enough.
 *
 * @param count how many do; few, and the night is none the worse
 */
record HungryExecutors(int count) implements Fault {
  /** More than Spark starts for a night. */
  static final int ALL = 1000;

  @Override
  public String title() {
    return count == ALL ? "Executors of a cluster run out of memory, one after the other"
        : "An executor of a cluster runs out of memory";
  }

  @Override
  public String words() {
    return count == ALL ? "The memory was too small" : "";
  }

  @Override
  public Wreck strike(Landings landings) throws IOException, InterruptedException {
    // Where workers look for Spark; its classes come by the path of the tests.
    Path home = landings.nights().warehouse.getParent();
    Files.createDirectories(home.resolve("jars"));
    List<String> flags = List.of("-Dspark.master=local-cluster[1,1,512]", "-Dspark.executor.memory=512m",
        "-Dspark.executor.extraClassPath=" + System.getProperty("java.class.path"),
        "-Dspark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "-Dspark.driver.host=127.0.0.1", "-Dspark.ui.enabled=false", "-Dspark.task.maxFailures=2",
        "-Dspark.plugins=" + Hoarder.class.getName(), "-D" + Hoarder.HOW_MANY + "=" + count);
    Wreck wreck = Ending.of(this, landings, flags, count == ALL ? 1 : 0);
    try (Stream<Path> logs = Files.walk(home.resolve("work"))) {
      if (logs.noneMatch(log -> log.endsWith("1/stderr"))) {
        throw new AssertionError(this + ": no executor was replaced");
      }
    }
    return wreck;
  }
}
