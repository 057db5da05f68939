package vn.cuulong.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Option;

/** Where files land. */
final class LandingPlace {
  private static final String SAMPLES = "data-samples/landing";

  @Option(names = "--landing", paramLabel = "DIR",
      description = "Folder of the landing files: a path or any Hadoop URI. "
          + "Default: data-samples/landing of the project")
  private String landing;

  /** The landing folder as an absolute path or a URI, which need not exist. */
  String landing(String home) {
    if (landing != null) {
      return Places.absolute(landing);
    }
    return Places.absolute(home.isEmpty() ? SAMPLES : home + "/" + SAMPLES);
  }

  /** The landing folder, which exists. */
  String existing(String home, Configuration conf) {
    String place = landing(home);
    try {
      Path path = new Path(place);
      if (path.getFileSystem(conf).getFileStatus(path).isDirectory()) {
        return place;
      }
    } catch (IOException | IllegalArgumentException absent) {
      throw new CommandFailure(ExitCode.NOT_READY, "There is no landing folder.",
          place + " cannot be read: " + absent.getMessage(), "Give --landing the folder in which files arrive.");
    }
    throw new CommandFailure(ExitCode.NOT_READY, "There is no landing folder.", place + " is a file.",
        "Give --landing the folder in which files arrive.");
  }
}
