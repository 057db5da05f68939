package vn.cuulong.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import vn.cuulong.contract.Jobs;
import vn.cuulong.run.Runner;

/**
 * Everything a command takes from outside its arguments, so that tests can give their own.
 *
 * @param out where results go, in UTF-8 whatever the locale
 * @param err where problems go, in UTF-8
 * @param columns width of the terminal, or 0 when {@code out} is no terminal
 * @param clock the only clock
 * @param home folder of the project, for the default landing folder; empty when not known
 * @param session opens the session, given the warehouse; called only when data is read or written
 * @param works makes what runs
 */
record Environment(
    PrintStream out,
    PrintStream err,
    int columns,
    Clock clock,
    String home,
    Function<String, SparkSession> session,
    WorksFactory works) {

  private static final int USUAL_COLUMNS = 100;

  /** Makes what plans and runs. */
  interface WorksFactory {
    Works create(Jobs jobs, String landing, String warehouse, Configuration conf, Supplier<SparkSession> session);
  }

  /** The environment of this process. */
  static Environment ofProcess() {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Environment(out, err, terminalColumns(), Clock.systemUTC(), System.getProperty("cuulong.home", ""),
        warehouse -> Session.open(), (jobs, landing, warehouse, conf, session) ->
            Works.of(new Runner(jobs, landing, warehouse, conf, session)));
  }

  /** True when a person watches. */
  boolean isTerminal() {
    return columns > 0;
  }

  /** The launcher says how wide the terminal is; without it the JDK says only whether there is one. */
  private static int terminalColumns() {
    Integer told = Integer.getInteger("cuulong.columns");
    if (told != null) {
      return told;
    }
    return System.console() == null ? 0 : USUAL_COLUMNS;
  }
}
