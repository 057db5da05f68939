package vn.cuulong.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Option;
import vn.cuulong.contract.Jobs;
import vn.cuulong.lake.Lake;

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

  /** Settings of the file system that the landing folder is on. */
  Configuration settings(String home) {
    return Lake.fileSystemSettings(landing(home));
  }

  /** What builds from this landing folder, which exists, into a warehouse; opens no session before it has to. */
  Works works(Environment environment, Jobs jobs, Places places) {
    String warehouse = places.warehouse();
    return environment.works().create(jobs, existing(environment.home()), warehouse, settings(environment.home()),
        () -> environment.session().apply(warehouse));
  }

  /** The landing folder, which exists. */
  String existing(String home) {
    String place = landing(home);
    try {
      Path path = new Path(place);
      if (path.getFileSystem(settings(home)).getFileStatus(path).isDirectory()) {
        return place;
      }
    } catch (IOException | RuntimeException absent) {
      // Of the second kind is a store whose jars are not there.
      throw new CommandFailure(ExitCode.NOT_READY, "There is no landing folder.",
          place + " cannot be read: " + absent.getMessage(), "Give --landing the folder in which files arrive; for an "
              + "object store docs/clusters.md says which jars it needs.");
    }
    throw new CommandFailure(ExitCode.NOT_READY, "There is no landing folder.", place + " is a file.",
        "Give --landing the folder in which files arrive.");
  }
}
