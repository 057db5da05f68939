package vn.cuulong.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.contract.JobsReader;
import vn.cuulong.contract.Secrets;
import vn.cuulong.sql.WarehouseCatalog;

/** Where the tables and the contracts are. */
final class Places {
  @Option(names = "--warehouse", paramLabel = "DIR", defaultValue = "warehouse",
      description = "Folder of the tables: a path or any Hadoop URI. Default: ./warehouse")
  private String warehouse;

  @Option(names = "--jobs", paramLabel = "DIR",
      description = "Folder of contracts in place of those that came with the program.")
  private String jobs;

  /** The warehouse as an absolute path or a URI. */
  String warehouse() {
    return absolute(warehouse);
  }

  /** The contracts. */
  Jobs readJobs() {
    return jobs(jobs);
  }

  /** The contracts of a folder; null stands for those that came with the program. */
  static Jobs jobs(String jobs) {
    if (jobs == null) {
      return JobsReader.shipped();
    }
    Path folder = Path.of(jobs);
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.wrongUse("There are no contracts to read.", jobs + " is not a folder.",
          "Give --jobs a folder with schedules.yml, dictionary, 1-sources, 2-clean and 3-marts; or leave it out.");
    }
    return JobsReader.read(folder);
  }

  /** Makes the warehouse the current catalog of the session: its tables by layer and name, and the functions. */
  void useCatalog(SparkSession session) {
    readJobs();
    WarehouseCatalog.use(session, warehouse(), jobs == null ? null : Path.of(jobs).toAbsolutePath().toString());
  }

  /** How the person called the program, for commands to copy; the launcher says it. */
  static String command() {
    return System.getProperty("cuulong.command", "cuulong");
  }

  /** A local path made absolute; a URI as it is, without a password. */
  static String absolute(String place) {
    if (Secrets.holdsPassword(place)) {
      throw CommandFailure.wrongUse("A password stands in the address " + place + ".",
          "Whoever lists the processes of this machine reads it, and addresses are kept in the ledger.",
          "Leave it out; keys of S3 come from the environment or from the role of the machine (docs/clusters.md).");
    }
    return isUri(place) ? place : Path.of(place).toAbsolutePath().normalize().toString();
  }

  /** True for {@code scheme:...}. */
  static boolean isUri(String place) {
    int colon = place.indexOf(':');
    if (colon < 2) {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = place.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean other = c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0;
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return true;
  }
}
