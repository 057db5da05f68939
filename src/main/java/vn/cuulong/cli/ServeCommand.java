package vn.cuulong.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sun.misc.Signal;
import vn.cuulong.serve.ConnectServer;
import vn.cuulong.sql.ReadOnly;

/** Serves tables to programs that speak Spark Connect. */
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = "Serve the newest releases, read only, to programs that speak Spark Connect, until Ctrl-C.",
    footer = {"", "Tables are named by product: tourism.province_month_tourism. With --warehouse they are those of the "
        + "command sql.",
        "With SPARK_CONNECT_AUTHENTICATE_TOKEN in the environment, clients must give the same token."})
final class ServeCommand implements Callable<Integer> {
  private static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

  private final Environment environment;

  @Option(names = "--port", paramLabel = "N", defaultValue = "15002",
      description = "Port to listen at. Default: 15002")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
      description = "Address to listen at. Default: 127.0.0.1, which only this machine reaches")
  private String host;

  @Option(names = "--releases", paramLabel = "DIR", defaultValue = "releases",
      description = "Folder of the releases. Default: ./releases")
  private String releases;

  @Option(names = "--warehouse", paramLabel = "DIR",
      description = "Serve this warehouse in place of releases: clean.x, mart.x, ops.x, before disclosure control.")
  private String warehouse;

  @Option(names = "--jobs", paramLabel = "DIR",
      description = "Folder of contracts in place of those that came with the program.")
  private String jobs;

  ServeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintStream out = environment.out();
    Map<String, String> settings = new TreeMap<>(ConnectServer.settings(host, port));
    settings.putAll(served());
    findPort();
    warnWhenOthersReachIt();
    SparkSession session = Session.open(settings);
    try (ConnectServer server = ConnectServer.start(session.sparkContext())) {
      CountDownLatch asked = new CountDownLatch(1);
      for (String signal : List.of("INT", "TERM")) {
        Signal.handle(new Signal(signal), received -> asked.countDown());
      }
      sayWhatIsServed(session);
      out.println("sc://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "  Ctrl-C stops.");
      asked.await();
    }
    out.println("stopped");
    return ExitCode.DONE.number();
  }

  private Map<String, String> served() {
    if (warehouse != null) {
      Places.jobs(jobs);
      return ReadOnly.ofWarehouse(Places.absolute(warehouse), jobs == null ? null : Places.absolute(jobs));
    }
    Path folder = Path.of(Places.absolute(releases));
    if (Places.isUri(releases) || !Files.isDirectory(folder)) {
      throw CommandFailure.wrongUse("There are no releases to serve.", folder + " is not a folder.",
          "Publish first: \"" + Places.command() + " publish all\"; or name the folder of the releases with "
              + "--releases, or a warehouse with --warehouse.");
    }
    return ReadOnly.ofReleases(folder.toString());
  }

  /** Says at once when the server could not listen, and not after seconds of starting. */
  private void findPort() {
    if (port < 1 || port > 65_535) {
      throw CommandFailure.wrongUse("There is no port " + port + ".", "Ports go from 1 to 65535.",
          "Give another --port; 15002 is that of Spark Connect.");
    }
    try (ServerSocket tried = new ServerSocket()) {
      tried.setReuseAddress(true);
      tried.bind(new InetSocketAddress(address(), port));
    } catch (BindException taken) {
      throw new CommandFailure(ExitCode.CONFLICT, "The server cannot listen at " + host + ":" + port + ".",
          "The system says: " + taken.getMessage() + ".",
          "Stop what listens there, or give another --port, or an --host that this machine has.");
    } catch (IOException failed) {
      throw new CommandFailure(ExitCode.OTHER, "The server cannot listen at " + host + ":" + port + ".",
          "The system says: " + failed.getMessage() + ".", "Give another --host or --port.");
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw CommandFailure.wrongUse("There is no address \"" + host + "\".", "The system does not know it.",
          "Give an --host that this machine has, such as 127.0.0.1.");
    }
  }

  private void warnWhenOthersReachIt() {
    if (address().isLoopbackAddress()) {
      return;
    }
    boolean guarded = System.getenv(TOKEN) != null;
    environment.err().println("warning: " + host + " can be reached from other machines, and what is sent is not "
        + "encrypted. " + (guarded ? "Clients need the token." : "Everyone who reaches it can read all of it: set "
        + TOKEN + ", or put a proxy with TLS before it and listen at 127.0.0.1."));
  }

  private void sayWhatIsServed(SparkSession session) {
    int tables = 0;
    List<Row> schemas = session.sql("SHOW SCHEMAS").collectAsList();
    for (Row schema : schemas) {
      List<Row> rows = session.sql("SHOW TABLES IN `" + schema.getString(0) + "`").collectAsList();
      tables += rows.size();
      environment.out().println(schema.getString(0) + ": "
          + String.join(", ", rows.stream().map(row -> row.getString(1)).toList()));
    }
    environment.out().println(Words.counted(tables, "table") + ", read only");
  }
}
