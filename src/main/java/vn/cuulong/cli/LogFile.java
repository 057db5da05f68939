package vn.cuulong.cli;

import java.nio.file.Path;
import vn.cuulong.contract.Secrets;

/** Where the log goes: a file in the warehouse when that is a local folder, else {@code ./logs}. Never the console. */
final class LogFile {
  private static final String PROPERTY = "cuulong.log.file";

  private LogFile() {}

  /**
   * Chooses the file before anything is logged, from the arguments as they were typed. The file is made only when
   * there is something to log.
   */
  static void place(String[] args) {
    // The log takes out what this names; "secrets" in its own name keeps it out of what Spark shows of its settings.
    System.setProperty("cuulong.log.secrets", Secrets.pattern());
    if (System.getProperty(PROPERTY) != null) {
      return;
    }
    String warehouse = "warehouse";
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--warehouse") && i + 1 < args.length) {
        warehouse = args[i + 1];
      } else if (args[i].startsWith("--warehouse=")) {
        warehouse = args[i].substring("--warehouse=".length());
      }
    }
    if (warehouse.startsWith("file:/")) {
      warehouse = warehouse.substring("file:".length());
    }
    String folder = Places.isUri(warehouse) ? "logs" : warehouse + "/_logs";
    System.setProperty(PROPERTY, Path.of(folder, "cuulong.log").toAbsolutePath().normalize().toString());
  }

  /** The file. */
  static String path() {
    return System.getProperty(PROPERTY, "the log");
  }
}
