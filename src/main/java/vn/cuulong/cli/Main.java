package vn.cuulong.cli;

import java.util.TimeZone;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /** Runs one command, stops the session, and exits with the code of {@link ExitCode}. */
  public static void main(String[] args) {
    Environment environment = Environment.ofProcess();
    System.setOut(environment.out());
    System.setErr(environment.err());
    // Dates inside Spark and Parquet then never depend on where the machine stands.
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    LogFile.place(args);
    ObjectFilter.set();
    int code = new Program(environment).run(args);
    boolean worked = Session.stop();
    LoadedClasses.keep(environment, worked);
    environment.out().flush();
    environment.err().flush();
    System.exit(code);
  }
}
